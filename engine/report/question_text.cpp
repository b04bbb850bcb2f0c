#include "engine/report/question_text.hpp"

#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/row_text.hpp"

#include <algorithm>

namespace jixiao::report {
namespace {

using model::Comparison;
using model::Facts;
using model::Question;
using model::ScoredIndicator;

ScoredIndicator const* row_of(model::ProjectEvaluation const& project, std::uint32_t row) {
  for (ScoredIndicator const& each : project.indicators) {
    if (each.indicator.row == row) {
      return &each;
    }
  }
  return nullptr;
}

/// The comparison that asks `question`.
Comparison const* asked_by(ScoredIndicator const& row, Question const& question) {
  for (Comparison const& each : row.indicator.comparisons) {
    if (each.question.id == question.id && each.question.arguments == question.arguments) {
      return &each;
    }
  }
  return nullptr;
}

bool gives_level(Facts const& facts) {
  return facts.word(model::WordField::level) != static_cast<std::uint8_t>(model::LevelVerdict::none);
}

bool gives_date_outside(Facts const& facts) {
  auto const kind = static_cast<model::CellKind>(facts.word(model::WordField::actual_kind));
  return (kind == model::CellKind::date || kind == model::CellKind::period)
         && facts.truth(model::TruthField::period_inside) == model::Truth::no;
}

/// What is left to ask when the row has answered the question that its target asks.
Question still_open(ScoredIndicator const& row, Question const& question, rulepack::RulePack const& pack) {
  Comparison const* const comparison = asked_by(row, question);
  bool const judged_tier = row.judgement && row.judgement->what == "tier";
  if (comparison == nullptr || judged_tier) {
    return question;
  }
  bool const level = question.id == "ask_level" || question.id == "ask_level_of" || question.id == "ask_text";
  if (level && gives_level(comparison->facts)) {
    return {"ask_point", {row.indicator.name, row.indicator.actual_text, points(row.score, pack)}};
  }
  if (question.id == "ask_date" && gives_date_outside(comparison->facts)) {
    return {"settle_period_outside", {row.indicator.name}};
  }
  return question;
}

bool is_execution(model::QueueItem const& item) {
  return item.row == 0;
}

} // namespace

std::uint32_t source_row(model::ProjectEvaluation const& project, model::QueueItem const& item) {
  if (is_execution(item)) {
    auto const& above = project.project.above;
    std::uint32_t const printed =
        above ? above->places[static_cast<std::size_t>(model::Column::executed)].row : 0;
    return printed != 0 ? printed : project.project.place.row;
  }
  ScoredIndicator const* const row = row_of(project, item.row);
  return row == nullptr ? 0 : row->indicator.place.row;
}

char const* queue_title(model::ProjectEvaluation const& project) {
  bool const execution = std::any_of(project.queue.begin(), project.queue.end(), is_execution);
  return execution ? "queue_title_execution" : "queue_title";
}

std::string execution_owed(model::ProjectEvaluation const& project, rulepack::RulePack const& pack) {
  auto const found = std::find_if(project.queue.begin(), project.queue.end(), is_execution);
  return found == project.queue.end() ? std::string() : points(found->points, pack);
}

char const* queue_line(model::QueueItem const& item) {
  return is_execution(item) ? "queue_item_execution" : "queue_item";
}

std::string stake_cell(model::QueueItem const& item, rulepack::RulePack const& pack) {
  return item.points.is_zero() ? "-" : points(item.points, pack);
}

std::string question_text(model::ProjectEvaluation const& project, model::QueueItem const& item,
                          rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                          vocabulary::Language language, Words words) {
  Question question = item.question;
  ScoredIndicator const* const row = row_of(project, item.row);
  if (row != nullptr) {
    question = still_open(*row, question, pack);
    if (row->indicator.name.empty() && !question.arguments.empty() && question.arguments[0].empty()) {
      question.arguments[0] = row_name(row->indicator, messages, language);
    }
  }
  return messages.text(question.id, language,
                       words == Words::whole ? question.arguments
                                             : shown(question.arguments, messages, language));
}

} // namespace jixiao::report
