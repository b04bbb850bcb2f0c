#pragma once
// What checking and testing rule packs comes to, for people and for programs.
#include "engine/diagnostic/source_table.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

/// One pack that was loaded, or refused: then `pack` is null and the findings say why.
struct PackCheck {
  std::string name; ///< as it was asked for
  rulepack::RulePack const* pack = nullptr;
  diagnostic::Diagnostics findings;
};

/// Findings, then that the pack is usable. Rules that overlap are one line: in a list where the first match
/// wins, most overlaps are meant.
[[nodiscard]] std::string pack_check_text(PackCheck const& check, diagnostic::SourceTable const& sources,
                                          vocabulary::Messages const& messages,
                                          vocabulary::Language language);
[[nodiscard]] std::string pack_checks_json(std::vector<PackCheck> const& checks,
                                           diagnostic::SourceTable const& sources,
                                           vocabulary::Messages const& messages);

/// One expectation that did not hold.
struct TestDifference {
  std::string what, expected, actual;
};
struct TestOutcome {
  rulepack::PackTest const* test = nullptr;
  std::vector<TestDifference> differences; ///< empty: passed
};
struct PackTests {
  PackCheck check;
  std::vector<TestOutcome> outcomes;
};

/// Whether it counts against the pack: a test that is still to do does not.
[[nodiscard]] bool failed(TestOutcome const& outcome);

/// One line for each expectation that did not hold, and for each test that is still to do.
[[nodiscard]] std::string pack_tests_text(PackTests const& tests, vocabulary::Messages const& messages,
                                          vocabulary::Language language);
[[nodiscard]] std::string pack_tests_json(std::vector<PackTests> const& packs,
                                          diagnostic::SourceTable const& sources,
                                          vocabulary::Messages const& messages);

} // namespace jixiao::report
