#include "engine/lowering/days_asked.hpp"
#include "engine/lowering/implied.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/lowering/memory.hpp"
#include "engine/lowering/project.hpp"

#include <utility>
#include <vector>

namespace jixiao::lowering {

using model::Reading;
using model::ReadingPtr;

struct Reader::State {
  Memory memory;
  std::vector<model::Indicator*> rows;       ///< of the project being lowered
  std::vector<model::ScoredIndicator> spare; ///< rows whose storage waits for a longer project

  /// Gives `indicators` the size of a project, and keeps the storage of those that leave.
  void resize(std::vector<model::ScoredIndicator>& indicators, std::size_t size) {
    while (indicators.size() > size) {
      spare.push_back(std::move(indicators.back()));
      indicators.pop_back();
    }
    while (indicators.size() < size && !spare.empty()) {
      indicators.push_back(std::move(spare.back()));
      spare.pop_back();
    }
    indicators.resize(size);
  }
};

namespace {

/// A number read without the grammar, with the token that it leaves out.
ReadingPtr with_tokens(ReadingPtr reading) {
  if (reading->kind != model::CellKind::quantity || !reading->tokens.empty()) {
    return reading;
  }
  auto result = std::make_shared<Reading>(*reading);
  result->tokens.push_back({grammar::TokenClass::number, reading->span});
  return result;
}

/// An actual cell in its context: a bare number takes a unit, or is a date.
ReadingPtr read_actual(std::string_view text, Context const& context, Memory& memory) {
  RowActual const actual = memory.actual(text);
  Part const& part = actual.cell.whole;
  if (!part.value || !part.measure.bare()) {
    return actual.reading;
  }
  auto const name = memory.name(context.name);
  auto const columns = memory.columns({{}, context.name, {}, context.relation, context.measure, {}});
  std::string_view const reason = date_reason(*part.value, columns->measure, name->hints);
  if (!reason.empty()) {
    DaySpan const days =
        in_year(days_of_number(*part.value, reason, leading_year(context.year)), leading_year(context.year));
    auto result = std::make_shared<Reading>(*actual.reading);
    model::Implied& implied = result->implied.emplace();
    implied.kind = days.from == 0 ? model::CellKind::date : model::CellKind::period;
    implied.from = iso_text(days.from);
    implied.to = iso_text(days.to);
    implied.because = reason;
    implied.arguments = {std::string(context.name), {}};
    return result;
  }
  FoundUnit unit = find_unit(*part.value, context.measure, *columns, *name, memory.tools());
  return unit.why.empty() ? actual.reading
                          : with_implied_unit(*actual.reading, std::move(unit.text), unit.why);
}

} // namespace

Reader::Reader(vocabulary::Vocabulary const& vocabulary) : state_(new State{Memory(vocabulary), {}, {}}) {}
Reader::~Reader() = default;

void Reader::use_slip_ratio(number::Rational ratio) {
  state_->memory.use_slip_ratio(std::move(ratio));
}

ReadingPtr Reader::read(std::string_view text, grammar::Role role, Context const& context) const {
  if (role == grammar::Role::actual) {
    return with_tokens(read_actual(text, context, state_->memory));
  }
  TargetTexts const texts{text, context.name, context.level2, context.relation, context.measure, {}};
  return with_tokens(
      state_->memory
          .target(texts, state_->memory.levels({}, context.level2).money, leading_year(context.year))
          ->reading);
}

model::Project Reader::lower(model::RawProject const& raw, std::string_view default_year) const {
  model::Project result;
  result.indicators.resize(raw.rows.size());
  state_->rows.clear();
  for (model::Indicator& each : result.indicators) {
    state_->rows.push_back(&each);
  }
  lower_project(raw, default_year, RowDetail::whole, state_->memory, result, state_->rows);
  return result;
}

void Reader::lower(model::RawProject const& raw, std::string_view default_year, RowDetail detail,
                   model::ProjectEvaluation& out) const {
  out.project.indicators.clear();
  state_->resize(out.indicators, raw.rows.size());
  state_->rows.clear();
  for (model::ScoredIndicator& each : out.indicators) {
    state_->rows.push_back(&each.indicator);
  }
  lower_project(raw, default_year, detail, state_->memory, out.project, state_->rows);
}

} // namespace jixiao::lowering
