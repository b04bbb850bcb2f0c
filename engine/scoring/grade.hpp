#pragma once
#include "engine/scoring/row.hpp"

#include <string_view>
#include <vector>

namespace jixiao::scoring {

/// The grades that `total` touches, best first. A grade holds its lower bound and ends below the next better
/// one; an open end of the total touches nothing beyond it.
[[nodiscard]] std::vector<std::string_view> grades_of(Interval const& total, rulepack::RulePack const& pack);

/// The grade of one number; empty when the pack has none for it.
[[nodiscard]] std::string_view grade_of(Rational const& total, rulepack::RulePack const& pack);

/// The total, rebased and rounded, if every part that is claimed or unanswered earned all that it can, the
/// other parts staying at their lower ends.
[[nodiscard]] Rational total_with_evidence(model::ProjectEvaluation const& evaluation, Rounder const& round);

/// True when the worst grade is possible only for lack of evidence: the total touches it (`grades`) and a
/// better one, and leaves it once the evidence is there.
[[nodiscard]] bool is_unproven(std::vector<std::string_view> const& grades, Rational const& with_evidence,
                               rulepack::RulePack const& pack);

} // namespace jixiao::scoring
