#pragma once
// The questions of the queue as the reader gets them.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>

namespace jixiao::report {

/// Pages for people cut long words of the table, programs get them whole.
enum class Words : unsigned char { shortened, whole };

/// What would settle the row of `item`. Never asks for what the row says already: of a level that was given
/// the point inside it, of a date that is late what the delay costs. A row without name is named as blank.
[[nodiscard]] std::string question_text(model::ProjectEvaluation const& project, model::QueueItem const& item,
                                        rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                                        vocabulary::Language language, Words words = Words::shortened);

/// Points at stake, "-" for a row that stays outside the total until its weight is known.
[[nodiscard]] std::string stake_cell(model::QueueItem const& item, rulepack::RulePack const& pack);

/// What stands above the queue, and one line of it: other words where the executed amount of the project is
/// owed than where an answer of a row is.
[[nodiscard]] char const* queue_title(model::ProjectEvaluation const& project);
[[nodiscard]] char const* queue_line(model::QueueItem const& item);

/// Points at stake for want of an executed amount; empty when it is not owed.
[[nodiscard]] std::string execution_owed(model::ProjectEvaluation const& project,
                                         rulepack::RulePack const& pack);

/// The row of the input that `item` is about; its own number counts within the project.
[[nodiscard]] std::uint32_t source_row(model::ProjectEvaluation const& project, model::QueueItem const& item);

} // namespace jixiao::report
