#include "engine/lowering/target.hpp"

#include "engine/lowering/bracket_number.hpp"
#include "engine/lowering/days_asked.hpp"
#include "engine/lowering/duration.hpp"
#include "engine/lowering/implied.hpp"
#include "engine/lowering/number_facts.hpp"
#include "engine/lowering/target_checks.hpp"
#include "engine/vocabulary/change.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Dimension;
using model::Origin;
using model::Reading;
using number::Interval;
using number::Rational;

namespace {

bool is_money(Part const& part) {
  return part.value && dimension(part.measure) == Dimension::money;
}

/// Beside counts, an amount of money that no relation makes a demand may only break the budget down.
bool is_amount(Part const& part) {
  return is_money(part) && !part.relation;
}

/// The parts that a compound target asks for. Conditions ask nothing.
std::vector<std::size_t> choose_parts(Cell const& cell) {
  bool const counts = std::any_of(cell.parts.begin(), cell.parts.end(), [](Part const& part) {
    return part.has_number() && !is_money(part) && !part.reading->condition;
  });
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < cell.parts.size(); ++i) {
    Part const& part = cell.parts[i];
    if (!part.reading->condition && part.kind != CellKind::empty && !(counts && is_amount(part))) {
      result.push_back(i);
    }
  }
  return result;
}

/// "No fewer than 5, no more than 10": two bounds on one thing are a range.
std::optional<Part> join_bounds(Cell const& cell, std::vector<std::size_t> const& chosen) {
  if (chosen.size() != 2) {
    return std::nullopt;
  }
  Part const& first = cell.parts[chosen[0]];
  Part const& second = cell.parts[chosen[1]];
  std::string const& subject = second.reading->subject;
  bool const one_thing = subject.empty() || subject == first.reading->subject;
  bool const one_unit = first.measure == second.measure || second.measure.bare();
  if (!first.value || !second.value || !first.relation || !second.relation || !one_thing || !one_unit) {
    return std::nullopt;
  }
  Interval const left = set_of(*first.value, first.relation);
  Interval const right = set_of(*second.value, second.relation);
  bool const opposite = left.low.value ? !right.low.value && right.high.value : right.low.value.has_value();
  if (!opposite || (left.low.value && left.high.value) || (right.low.value && right.high.value)
      || number::is_disjoint(left, right)) {
    return std::nullopt;
  }
  Part result = first;
  result.kind = CellKind::range;
  result.relation.reset();
  result.value.reset();
  result.ends = left.low.value ? Interval{left.low, right.high} : Interval{right.low, left.high};
  result.reading = cell.whole.reading;
  return result;
}

/// "From 80 % to 95 %" asks for the second number, unless the name or a column wants the contrary; null then.
Part const* goal_of_change(Cell const& cell, NameMeaning const& name, ColumnMeaning const& columns) {
  using model::Direction;
  Part const* const goal = cell.parts.size() == 2 && cell.parts[1].from ? &cell.parts[1] : nullptr;
  if (goal == nullptr || name.hints.deviation || name.hints.ordinal) {
    return nullptr;
  }
  Direction const trend =
      goal->reached == vocabulary::Trend::rise ? Direction::positive : Direction::negative;
  Direction const column = columns.relation ? direction_of(*columns.relation) : columns.direction;
  bool const against_name = trend == Direction::positive ? wants_less(name.hints)
                                                         : wants_more(name.hints) || name.hints.money_is_gain;
  bool const against_column = column != Direction::none && column != trend;
  return against_name || against_column ? nullptr : goal;
}

/// Makes one Asked out of a cell or part, and what is implied for its reading.
class AskedBuilder {
public:
  AskedBuilder(TargetTexts const& texts, Target const& target, Tools const& tools, MoneyLevel level)
      : texts_(texts), target_(target), tools_(tools), level_(level) {}

  Asked build(Part const& part, Reading& reading) const {
    Asked result;
    result.kind = part.kind;
    result.reading = part.reading;
    if (part.has_number()) {
      add_number(part, reading, result);
    } else if (part.is_time()) {
      set_days(part.relation ? part.days : days_under(part.days, target_.columns->relation), result);
    }
    result.done_asked = result.done_asked || part.kind == CellKind::status;
    return result;
  }

private:
  void set_days(DaySpan days, Asked& asked) const {
    asked.days = in_year(days, target_.year);
    Day const last = asked.days.to != 0 ? asked.days.to : asked.days.from;
    bool const this_year = target_.year == 0 || year_of(last) == target_.year;
    asked.done_asked = is_whole_year(asked.days) && this_year;
    asked.not_due = target_.year != 0 && year_of(last) > target_.year;
  }

  void add_number(Part const& part, Reading& reading, Asked& asked) const {
    FoundUnit unit;
    Measure const& column = target_.columns->measure;
    asked.marked = part.measure.mark_alone()
                   && (!target_.columns->has_measure() || dimension(column) == Dimension::money);
    Measure const said = asked.marked ? Measure() : part.measure;
    asked.measure = said;
    asked.unit_origin = said.bare() ? Origin::none : Origin::printed;
    if (part.value && said.bare()) {
      unit = find_unit(*part.value, texts_.measure, *target_.columns, *target_.name, tools_);
    } else if (part.ends && said.bare() && target_.columns->has_measure()) {
      unit = {target_.columns->measure, std::string(texts_.measure), unit_of_column, Origin::printed};
    }
    Measure const with_column = unit.origin == Origin::printed ? unit.measure : said;
    if (part.value && !asked.marked) {
      std::string_view const reason = date_reason(*part.value, with_column, target_.name->hints);
      bool const counts = part.relation && reason != digits_date; // "<= 12" may be days
      if (!reason.empty() && !counts) {
        add_date(part, reason, unit, reading, asked);
        return;
      }
    }
    complete_unit(unit, asked);
    add_relation(part, asked);
    add_implied(asked, unit, {}, texts_.name, reading);
  }

  void add_date(Part const& part, std::string_view reason, FoundUnit const& unit, Reading& reading,
                Asked& asked) const {
    std::optional<model::Relation> const relation = part.relation ? part.relation : target_.columns->relation;
    DaySpan days = days_under(days_of_number(*part.value, reason, target_.year), relation);
    if (reason == digits_date) {
      asked.contradicted = is_unclear_month(*part.value);
      days.from = relation ? days.from : 0; // a day or month alone is a deadline
    }
    asked.measure = {};
    asked.unit_origin = Origin::none;
    asked.kind = days.from == 0 ? CellKind::date : CellKind::period;
    set_days(days, asked);
    add_implied(asked, unit, reason, texts_.name, reading);
  }

  /// Supplies what the number lacks: a whole unit, or the unit behind a scale word.
  void complete_unit(FoundUnit& unit, Asked& asked) const {
    ColumnMeaning const& columns = *target_.columns;
    if (!unit.why.empty()) {
      asked.measure = unit.measure;
      asked.unit_origin = unit.origin;
    } else if (asked.measure.scale_alone() && columns.measure.unit != nullptr) {
      std::uint8_t const exponent = asked.measure.exponent;
      asked.measure = columns.measure;
      asked.measure.exponent = std::max(exponent, columns.measure.exponent);
    }
    model::Unit const*& known = asked.measure.unit;
    if (known != nullptr) {
      known = tools_.vocabulary.unit(tools_.vocabulary.unit_beside(known->id, texts_.name));
    }
    vocabulary::NameHints const& hints = target_.name->hints;
    bool const money_name = hints.money || hints.money_is_gain || level_ == MoneyLevel::cost || asked.marked;
    asked.money = dimension(asked.measure) == Dimension::money || (known == nullptr && money_name);
    if (asked.measure.scale_alone() && asked.money) {
      known = tools_.units.yuan.unit;
      asked.unit_origin = Origin::implied;
      unit = {asked.measure, tools_.units.yuan.unit == nullptr ? std::string() : known->base, scale_of_money,
              Origin::implied};
    } else if (asked.measure.bare() && asked.money) {
      // Until an answer or the budget block says better.
      unit = {{}, tools_.units.ten_thousand_yuan_text, unit_of_budget, Origin::implied};
    }
  }

  void add_relation(Part const& part, Asked& asked) const {
    asked.value = part.value;
    asked.ends = part.ends;
    if (part.ends) {
      return; // a range is its own relation
    }
    std::optional<model::Relation> relation = part.relation;
    if (relation == model::Relation::less_than && part.reading->approximate) {
      relation = model::Relation::about; // who sets "close to 100" as a target asks for about 100
    }
    // A relation may bound the reduction or the thing itself; only a bare number is surely a reduction.
    ColumnMeaning const& columns = *target_.columns;
    bool const no_column = !columns.relation && columns.direction == model::Direction::none;
    bool const bare = !relation && no_column;
    bool const fallen = find_change(tools_.vocabulary, texts_.name).trend != vocabulary::Trend::none;
    asked.reduction = bare && !part.value->is_zero() && !(fallen && wants_more(target_.name->hints))
                      && find_change(tools_.vocabulary, part.reading->text).trend == vocabulary::Trend::fall;
    asked.increase = !part.value->is_zero()
                     && find_change(tools_.vocabulary, part.reading->text).trend == vocabulary::Trend::rise
                     && find_change(tools_.vocabulary, texts_.name).trend == vocabulary::Trend::none;
    bool const no_growth =
        part.value->is_zero()
        && find_change(tools_.vocabulary, part.reading->text).trend == vocabulary::Trend::rise;
    bool const spends = level_ == MoneyLevel::cost || level_ == MoneyLevel::beside_cost;
    bool const pays = target_.name->hints.paid_out && level_ != MoneyLevel::unknown && !spends;
    asked.from = part.from;
    asked.reached = part.reached;
    NumberTraits traits{relation,  asked.money, part.value->is_zero(), asked.reduction,
                        no_growth, pays,        part.reached,          part.remark.bound};
    asked.of_which = part.remark.asks;
    asked.bracket = find_bracket_bound(part.reading->text, *part.value, asked.measure, tools_);
    asked.list_number = part.list_number;
    asked.settled = settle_relation(traits, *target_.columns, *target_.name);
    asked.about = asked.settled.relation == model::Relation::about;
    bool const convention =
        asked.settled.because == money_ceiling || (asked.about && asked.money && no_column);
    asked.open_money = asked.settled.because == paid_out_goal || (convention && !spends && may_be_goal());
  }

  /// An amount that nobody says is a ceiling: the more of it is spent, the better, for all one can tell.
  [[nodiscard]] bool may_be_goal() const {
    vocabulary::NameHints const& hints = target_.name->hints;
    return hints.paid_out || hints.open_money;
  }

  TargetTexts const& texts_;
  Target const& target_;
  Tools const& tools_;
  MoneyLevel level_;
};

/// Fills what `target` asks from its cell, and the context into `reading`.
void add_asked(TargetTexts const& texts, Tools const& tools, MoneyLevel level, Reading& reading,
               Target& target) {
  AskedBuilder const builder(texts, target, tools, level);
  if (target.cell.whole.kind == CellKind::compound) {
    std::vector<std::size_t> const chosen = choose_parts(target.cell);
    if (std::optional<Part> const range = join_bounds(target.cell, chosen)) {
      target.asked.push_back(builder.build(*range, reading));
      return;
    }
    if (Part const* const goal = goal_of_change(target.cell, *target.name, *target.columns)) {
      target.asked.push_back(builder.build(*goal, reading));
      return;
    }
    target.compound = true;
    auto const ask = [&](std::size_t i, std::vector<Asked>& list) {
      Asked asked = builder.build(target.cell.parts[i], reading.parts[i]);
      asked.label = asked.reading->subject.empty() ? asked.reading->text : asked.reading->subject;
      list.push_back(std::move(asked));
    };
    for (std::size_t const i : chosen) {
      ask(i, target.asked);
    }
    // "5 projects, 20,000 yuan each, 100,000 in all" breaks the budget down.
    bool const breakdown =
        std::any_of(target.cell.parts.begin(), target.cell.parts.end(), [](Part const& part) {
          return is_money(part) && (part.reading->each || part.reading->total);
        });
    for (std::size_t i = 0; !breakdown && i < target.cell.parts.size(); ++i) {
      bool const left = std::find(chosen.begin(), chosen.end(), i) == chosen.end();
      if (left && is_amount(target.cell.parts[i]) && !target.cell.parts[i].reading->condition) {
        ask(i, target.amounts);
      }
    }
    if (chosen.size() == 1) {
      target.asked.front().label = target.asked.front().reading->subject;
    }
  }
  if (target.asked.empty()) {
    target.asked.push_back(builder.build(target.cell.whole, reading));
    if (target.asked.front().kind == CellKind::compound) {
      target.asked.front().kind = CellKind::text; // only conditions: nothing to measure
    }
  }
}

} // namespace

ConventionalUnits find_conventional_units(vocabulary::Vocabulary const& vocabulary) {
  ConventionalUnits result;
  result.percent.unit = vocabulary.unit("percent");
  result.yuan.unit = vocabulary.unit("yuan");
  result.ten_thousand_yuan.unit = vocabulary.unit("ten_thousand_yuan");
  for (grammar::UnitWord const& word : vocabulary.lexicon().units) { // the first word is the usual one
    if (word.id == "percent" && result.percent_text.empty()) {
      result.percent_text = word.text;
    } else if (word.id == "ten_thousand_yuan" && result.ten_thousand_yuan_text.empty()) {
      result.ten_thousand_yuan_text = word.text;
    }
  }
  return result;
}

Target make_target(TargetTexts const& texts, std::int32_t year, Tools const& tools, Frame frame) {
  Target result;
  result.name = std::move(frame.name);
  result.columns = std::move(frame.columns);
  result.year = year;
  std::shared_ptr<Reading> reading;
  if (auto value = plain_number(texts.target)) {
    reading = make_plain_reading(texts.target, *value);
    result.cell = make_plain_cell(reading, std::move(*value));
  } else {
    result.cell = read_cell(texts.target, grammar::Role::target, tools.parser, tools.vocabulary);
    reading = std::make_shared<Reading>(*result.cell.reading); // the cell's own keeps no context
  }
  add_asked(texts, tools, frame.level, *reading, result);
  result.relation_printed = result.columns->relation || result.cell.reading->relation
                            || result.columns->direction != model::Direction::none;
  result.reading = std::move(reading);
  check_target(texts, tools, result);
  return result;
}

std::optional<Target> asking_amounts(Target const& target, Cell const& answer) {
  auto const is_another = [&](Part const& said) {
    return is_money(said)
           && std::none_of(target.amounts.begin(), target.amounts.end(), [&](Asked const& asked) {
                return asked.value == said.value && asked.measure == said.measure;
              });
  };
  if (target.amounts.empty() || std::none_of(answer.parts.begin(), answer.parts.end(), is_another)) {
    return std::nullopt; // repeated as they are set they ask nothing
  }
  Target result = target;
  result.asked.insert(result.asked.end(), target.amounts.begin(), target.amounts.end());
  return result;
}

} // namespace jixiao::lowering
