#pragma once
// What the reports for people say of one row.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

/// The indicator's name; of a row without one, words that say so.
[[nodiscard]] std::string row_name(model::Indicator const& indicator, vocabulary::Messages const& messages,
                                   vocabulary::Language language);

/// Points of the row, "-" when it has none.
[[nodiscard]] std::string weight_cell(model::ScoredIndicator const& scored, rulepack::RulePack const& pack);
/// What the row earned, "-" when it does not count: no points, not applicable, excluded, or targets alone.
[[nodiscard]] std::string score_cell(model::ScoredIndicator const& scored, bool project_scored,
                                     rulepack::RulePack const& pack);
/// True for a row that earns or loses points of the total.
[[nodiscard]] bool row_counts(model::ScoredIndicator const& scored);

/// Status and ledger column of a row in two short words.
[[nodiscard]] std::string status_text(model::ScoredIndicator const& scored,
                                      vocabulary::Messages const& messages, vocabulary::Language language);

/// Who judged the row, on what day, how and why; empty when nobody did.
[[nodiscard]] std::string judgement_text(model::ScoredIndicator const& scored,
                                         vocabulary::Messages const& messages, vocabulary::Language language);

/// By how much the claimed score differs from the computed one, and why; empty when it does not.
[[nodiscard]] std::string claim_text(model::ScoredIndicator const& scored, rulepack::RulePack const& pack,
                                     vocabulary::Messages const& messages, vocabulary::Language language);

/// What the cells of a row cannot hold: its judgement, and why a claimed score differs.
[[nodiscard]] std::vector<std::string> row_notes(model::ScoredIndicator const& scored,
                                                 rulepack::RulePack const& pack,
                                                 vocabulary::Messages const& messages,
                                                 vocabulary::Language language);

} // namespace jixiao::report
