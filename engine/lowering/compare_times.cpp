#include "engine/lowering/compare_times.hpp"

#include "engine/lowering/days_asked.hpp"
#include "engine/lowering/findings.hpp"
#include "engine/lowering/other_facts.hpp"
#include "engine/vocabulary/clause_words.hpp"

#include <string>
#include <string_view>

namespace jixiao::lowering {

using model::CellKind;
using model::Comparison;
using model::Dimension;
using model::Facts;
using model::Truth;
using model::TruthField;
using model::WordField;
using number::Rational;

namespace {

class TimeComparison {
public:
  TimeComparison(Asked const& asked, CompareContext const& context, Comparison& result, RowNotes& notes)
      : asked_(asked), context_(context), notes_(notes), result_(result), facts_(result.facts) {}

  void run(Part const& part) {
    result_.question = {"ask_date", {std::string(context_.name)}};
    if (part.is_time()) {
      if (!asked_.days.year_known()) {
        facts_.set(TruthField::assumed, Truth::yes); // no year anywhere: that of the answer, if it has one
      }
      if (!part.days.year_known() && asked_.reading->kind == asked_.kind && target_says_year()) {
        facts_.set(TruthField::assumed, Truth::yes); // a month of the budget year, as far as one can tell
      }
      hold_days(asked_days(part), days_of_answer(part, year_of_answer()));
      if (!asked_.days.year_known() && part.days.year_known()) {
        doubt_year(part);
      }
      doubt_term(part);
      doubt_early(part);
      return;
    }
    if (says_all(part)) {
      answer_kind(CellKind::status);
      return;
    }
    if (part.value) {
      std::string_view const reason = date_reason(*part.value, part.measure, context_.target.name->hints);
      if (!reason.empty()) {
        Part day = part;
        day.days = days_of_number(*part.value, reason, context_.target.year);
        answer_kind(CellKind::date);
        facts_.set(TruthField::assumed, Truth::yes);
        hold_days(asked_.days, days_of_answer(day, year_of_answer()));
        doubt_early(part);
      }
    }
  }

private:
  void answer_kind(CellKind kind) { facts_.set(WordField::actual_kind, kind); }

  /// The budget year, else the year that the target says.
  [[nodiscard]] std::int32_t year_of_answer() const {
    Day const last = asked_.days.to != 0 ? asked_.days.to : asked_.days.from;
    return context_.target.year != 0 ? context_.target.year : year_of(last);
  }

  /// Without any year in the table a month of the target is one of the answer's year.
  [[nodiscard]] DaySpan asked_days(Part const& answer) const {
    if (asked_.days.year_known() || !answer.days.year_known()) {
      return asked_.days;
    }
    return in_year(asked_.days, year_of(answer.days.to != 0 ? answer.days.to : answer.days.from));
  }

  /// The cell itself says the year of its deadline.
  [[nodiscard]] bool target_says_year() const {
    return make_span(asked_.reading->from, asked_.reading->to).year_known();
  }

  /// A deadline in the answer's own year is met; in the year before it is missed.
  void doubt_year(Part const& part) {
    if (facts_.truth(TruthField::met) != Truth::yes) {
      return;
    }
    leave_open(findings::deadline_without_year, part);
  }

  /// Its days may meet what is asked, or not.
  void leave_open(diagnostic::Code code, Part const& part) {
    facts_.set(TruthField::met, Truth::unknown);
    facts_.set(TruthField::period_inside, Truth::no);
    facts_.set(WordField::position, model::Position::overlap);
    facts_.set(TruthField::doubtful, Truth::yes);
    notes_.findings.push_back(
        {code, model::Column::actual, part.reading->span, {asked_.reading->text, part.reading->text}});
  }

  /// A service from January to June is no service from January to December, though it is done in time; nor is
  /// one until June one until December, unless the target says that December is a deadline.
  void doubt_term(Part const& part) {
    model::DaysHeld const& days = result_.days;
    bool const deadline = asked_.reading->relation || context_.target.columns->relation;
    bool const part_of_term =
        asked_.days.to != 0
        && (days.to < days.asked_to || (asked_.days.from != 0 && days.from > days.asked_from))
        && (asked_.days.from != 0 || !deadline);
    if (part_of_term && facts_.truth(TruthField::met) == Truth::yes
        && vocabulary::asks_for_service(context_.tools.vocabulary, context_.name)) {
      leave_open(findings::part_of_term, part);
      result_.question.id = "ask_term";
    }
  }

  /// Done in time, but in the year before the budget's: a slip, or what last year's money did.
  void doubt_early(Part const& part) {
    model::DaysHeld const& days = result_.days;
    if (asked_.days.from != 0 || days.asked_to == 0 || days.to == 0 || year_of(days.to) == 0
        || facts_.truth(TruthField::met) != Truth::yes) {
      return;
    }
    std::int32_t const asked = year_of(days.asked_to);
    std::int32_t const budget = context_.target.year;
    std::int32_t const first = budget == 0 || asked < budget ? asked : budget;
    if (year_of(days.to) < first) {
      leave_open(findings::done_before_year, part);
      result_.question = {"ask_year", {std::string(context_.name), part.reading->text}};
    }
  }

  void hold_days(DaySpan asked, DaySpan answer) {
    result_.days = {asked.from, asked.to, answer.from, answer.to};
    add_time_facts(asked, answer, facts_);
  }

  Asked const& asked_;
  CompareContext const& context_;
  RowNotes& notes_;
  Comparison& result_;
  Facts& facts_;
};

} // namespace

bool says_all(Part const& part) {
  return part.value && dimension(part.measure) == Dimension::ratio
         && *part.value * numerator_factor(part.measure) == Rational(1);
}

void compare_times(Asked const& asked, Part const& answer, CompareContext const& context, Comparison& result,
                   RowNotes& notes) {
  TimeComparison(asked, context, result, notes).run(answer);
}

} // namespace jixiao::lowering
