#pragma once
// What came out of a pack's tests, written into the pack: for authors who changed a rule on purpose.
#include "engine/configuration/node.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::authoring {

/// An expectation that did not hold, and what came out instead.
struct FailedExpectation {
  std::uint32_t line = 0, column = 0; ///< where the test begins
  std::string what;                   ///< its key: "score", "rows[2].rule", "projects[1].rows[1].score"
  std::string value;                  ///< what came out
};

struct ChangedLine {
  std::uint32_t line = 0;
  std::string before, after;
};

struct Acceptance {
  std::string text;                    ///< of the pack, with what was accepted
  std::vector<ChangedLine> changes;    ///< top to bottom
  std::vector<FailedExpectation> left; ///< not one value: lists of findings, which their author must judge
};

/// `tree` is that of `text`. Nothing but the values changes: comments, order and blanks stay.
[[nodiscard]] Acceptance accept_outcomes(std::string_view text, configuration::Node const& tree,
                                         std::vector<FailedExpectation> outcomes);

} // namespace jixiao::authoring
