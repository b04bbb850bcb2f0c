#pragma once
// The sentences about a project and a department that the table and the Markdown report share.
#include "engine/diagnostic/source_table.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jixiao::report {

/// Unit and project, source, budget and execution: one line each.
[[nodiscard]] std::vector<std::string> project_head(model::ProjectEvaluation const& project,
                                                    diagnostic::SourceTable const& sources,
                                                    rulepack::RulePack const& pack,
                                                    vocabulary::Messages const& messages,
                                                    vocabulary::Language language);

/// The claimed total that its grade is of: the claimed rows, with the execution score where that makes the
/// hundred. None when no grade is said.
[[nodiscard]] std::optional<number::Rational> graded_claim(model::ProjectEvaluation const& project);

/// What the unit's own score of a project amounts to. A grade is said of a total of 100 points only.
[[nodiscard]] std::string claimed_text(model::ProjectEvaluation const& project,
                                       rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                                       vocabulary::Language language);

/// Ledger, total, grade and claimed total; or why there is none.
[[nodiscard]] std::vector<std::string> headline(model::ProjectEvaluation const& project,
                                                rulepack::RulePack const& pack,
                                                vocabulary::Messages const& messages,
                                                vocabulary::Language language);

[[nodiscard]] std::vector<std::string> department_headline(model::DepartmentEvaluation const& department,
                                                           rulepack::RulePack const& pack,
                                                           vocabulary::Messages const& messages,
                                                           vocabulary::Language language);

/// The name of a light of the pack; that it cannot be told when `id` is empty.
[[nodiscard]] std::string light_text(std::string_view id, rulepack::RulePack const& pack,
                                     vocabulary::Messages const& messages, vocabulary::Language language);

/// Names of the grades, best first, separated as a list.
[[nodiscard]] std::string grades_text(std::vector<std::string_view> const& grades,
                                      rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                                      vocabulary::Language language);

} // namespace jixiao::report
