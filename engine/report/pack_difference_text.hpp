#pragma once
// What differs between two packs, and between the scores that they give, for people and for programs.
#include "engine/authoring/pack_difference.hpp"
#include "engine/authoring/score_difference.hpp"
#include "engine/diagnostic/source_table.hpp"
#include "engine/vocabulary/messages.hpp"

#include <optional>
#include <string>

namespace jixiao::report {

struct PackDifference {
  rulepack::RulePack const& left;
  rulepack::RulePack const& right;
  std::vector<authoring::DifferentClause> clauses;
  std::optional<authoring::BatchDifference> batch; ///< where tables were given
};

struct DifferenceContext {
  diagnostic::SourceTable const& sources;
  vocabulary::Messages const& messages;
  vocabulary::Language language;
};

[[nodiscard]] std::string difference_text(PackDifference const& difference, DifferenceContext const& context);
/// With tables one line for each row that differs, without them one for each field.
[[nodiscard]] std::string difference_csv(PackDifference const& difference, DifferenceContext const& context);
[[nodiscard]] std::string difference_json(PackDifference const& difference, DifferenceContext const& context);
[[nodiscard]] std::string difference_html(PackDifference const& difference, DifferenceContext const& context);

} // namespace jixiao::report
