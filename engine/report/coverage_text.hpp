#pragma once
// Coverage of the tests of packs, for people, for programs and as a page.
#include "engine/diagnostic/source_table.hpp"
#include "engine/rulepack/coverage.hpp"
#include "engine/vocabulary/messages.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jixiao::report {

struct PackCoverage {
  std::string pack;
  std::vector<rulepack::Covered> entries;
  std::vector<rulepack::StaleUnreached> stale; ///< explanations in the pack that do not hold
  std::vector<std::string> failing{}, todo{};  ///< names of tests that do not hold and were not counted
  diagnostic::SourceId source = 0; ///< the file of the pack: lines of others are named with theirs

  /// Of what the pack itself wrote and does not explain; what it inherits is the business of the packs above.
  [[nodiscard]] std::size_t own() const;
  [[nodiscard]] std::size_t own_reached() const;
  /// How many the pack says cannot be reached, with reasons.
  [[nodiscard]] std::size_t explained() const;
  /// In percent, rounded down; none for a pack that wrote nothing that tests could reach.
  [[nodiscard]] std::optional<std::size_t> percent() const;
};

struct CoverageContext {
  diagnostic::SourceTable const& sources;
  vocabulary::Messages const& messages;
  vocabulary::Language language;
};

/// One line for the pack, then one for each own entry that no test reaches.
[[nodiscard]] std::string coverage_text(PackCoverage const& coverage, CoverageContext const& context);
/// In both languages.
[[nodiscard]] std::string coverage_json(std::vector<PackCoverage> const& packs,
                                        diagnostic::SourceTable const& sources,
                                        vocabulary::Messages const& messages);
/// A page that stands for itself: no script, no other file.
[[nodiscard]] std::string coverage_html(std::vector<PackCoverage> const& packs,
                                        CoverageContext const& context);

} // namespace jixiao::report
