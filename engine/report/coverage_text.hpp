#pragma once
// Coverage of the tests of packs, for people, for programs and as a page.
#include "engine/rulepack/coverage.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

struct PackCoverage {
  std::string pack;
  std::vector<rulepack::Covered> entries;
  std::vector<rulepack::StaleUnreached> stale; ///< explanations in the pack that do not hold
  std::vector<std::string> failing{}, todo{};  ///< names of tests that do not hold and were not counted

  /// Of what the pack itself wrote and does not explain; what it inherits is the business of the packs above.
  [[nodiscard]] std::size_t own() const;
  [[nodiscard]] std::size_t own_reached() const;
  /// How many the pack says cannot be reached, with reasons.
  [[nodiscard]] std::size_t explained() const;
  /// In percent, rounded down; 100 for a pack that wrote nothing.
  [[nodiscard]] std::size_t percent() const;
};

/// One line for the pack, then one for each own entry that no test reaches.
[[nodiscard]] std::string coverage_text(PackCoverage const& coverage, vocabulary::Messages const& messages,
                                        vocabulary::Language language);
[[nodiscard]] std::string coverage_json(std::vector<PackCoverage> const& packs,
                                        vocabulary::Messages const& messages);
/// A page that stands for itself: no script, no other file.
[[nodiscard]] std::string coverage_html(std::vector<PackCoverage> const& packs,
                                        vocabulary::Messages const& messages, vocabulary::Language language);

} // namespace jixiao::report
