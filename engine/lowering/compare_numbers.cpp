#include "engine/lowering/compare_numbers.hpp"

#include "engine/lowering/align.hpp"
#include "engine/lowering/days_asked.hpp"
#include "engine/lowering/findings.hpp"
#include "engine/lowering/implied.hpp"
#include "engine/lowering/number_doubts.hpp"
#include "engine/lowering/number_facts.hpp"
#include "engine/lowering/suspect_numbers.hpp"
#include "engine/vocabulary/clause_words.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::lowering {

using model::Column;
using model::Comparison;
using model::Dimension;
using model::Direction;
using model::NumberField;
using model::Origin;
using model::Reading;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;

namespace {

class NumberComparison {
public:
  NumberComparison(Asked const& asked, Answer const& answer, CompareContext const& context,
                   Comparison& result, RowNotes& notes)
      : asked_(asked), part_(*answer.part), chosen_(answer.chosen), context_(context), result_(result),
        notes_(notes) {}

  void run() {
    alignment_ =
        align(asked_, part_, {context_.target, context_.name, context_.budget.block, context_.tools});
    if (alignment_.finding) {
      add(*alignment_.finding);
    }
    if (!alignment_.comparable) {
      result_.question = {"ask_unit", {target_text(), actual_text()}};
      return;
    }
    if (has_foreign_unit() || !multiply_things()) {
      return;
    }
    note_units();
    doubt_percentage_points();
    doubt_unit();
    result_.facts.set(WordField::dimension, dimension(alignment_.target));
    Interval answer = answer_set(part_, alignment_.actual_factor);
    if (context_.target.name->hints.deviation) {
      answer = absolute(answer);
    }
    if (asked_.ends) {
      Interval const ends = *asked_.ends * Interval::point(alignment_.target_factor);
      suspect_range(suspicions(), ends, answer);
      add_range_facts(ends, answer, result_.facts);
      judge_beyond_range(ends, answer);
    } else {
      compare_points(*asked_.value * alignment_.target_factor, std::move(answer));
    }
    bool const loose =
        part_.reading->approximate && (!part_.relation || *part_.relation == model::Relation::about);
    if (loose
        && result_.facts.word(WordField::position) == static_cast<std::uint8_t>(model::Position::point)) {
      result_.facts.set(TruthField::about, model::Truth::yes); // about 4 is not 4
    }
    if (alignment_.assumed || chosen_ || loose || supplied_) {
      result_.facts.set(TruthField::assumed, model::Truth::yes);
    }
    if (result_.facts.word(WordField::position) != static_cast<std::uint8_t>(model::Position::point)) {
      result_.question = {"ask_exact", {std::string(context_.name), part_.reading->text}};
    }
  }

private:
  std::string target_text() const { return printed_number(*asked_.reading, context_.measure_text); }
  std::string actual_text() const { return printed_number(*part_.reading, {}); }

  void add(diagnostic::Code code) {
    notes_.findings.push_back({code, Column::actual, part_.reading->span, {target_text(), actual_text()}});
  }

  /// A unit that nobody knows: the same on both sides, or on one alone, it is taken for the same. False then.
  bool has_foreign_unit() {
    std::string_view target = unknown_unit(*asked_.reading);
    if (target.empty() && asked_.reading->unit.empty() && context_.target.columns->measure_unknown) {
      target = context_.measure_text;
    }
    std::string_view const actual = unknown_unit(*part_.reading);
    if (target.empty() && actual.empty()) {
      return false;
    }
    supplied_ = unknown_ = true;
    bool const target_known = target.empty() && !asked_.measure.bare();
    bool const actual_known = actual.empty() && !part_.measure.bare();
    bool const differ = !target.empty() && !actual.empty() && target != actual;
    if (!differ && !target_known && !actual_known) {
      return false;
    }
    add(findings::dimension_mismatch);
    result_.question = {"ask_unit", {target_text(), actual_text()}};
    return true;
  }

  /// `each` counts over the things that the name lists. False when it cannot be told how many there are.
  bool multiply_things() {
    bool const of_target = asked_.reading->each && !part_.reading->each;
    bool const of_actual = part_.reading->each && !asked_.reading->each;
    if (!of_target && !of_actual) {
      return true;
    }
    supplied_ = true;
    std::uint32_t const things = context_.target.name->titles;
    if (things >= 2) {
      (of_target ? alignment_.target_factor : alignment_.actual_factor) *= Rational(std::int64_t{things});
      return true;
    }
    result_.facts.set(TruthField::each, model::Truth::yes);
    if (of_target && !part_.reading->total) {
      return true; // 250 each, answered by 250: each of them
    }
    notes_.findings.push_back(
        {findings::each_without_count, Column::target, {}, {target_text(), actual_text()}});
    result_.question = {"ask_things", {of_target ? asked_.reading->text : part_.reading->text}};
    return false;
  }

  /// 5 percentage points more are no 5 % more. A bare number is in the unit of the other.
  void doubt_percentage_points() {
    vocabulary::Vocabulary const& vocabulary = context_.tools.vocabulary;
    std::string_view const asked =
        asked_.reading->unit.empty() ? context_.measure_text : std::string_view(asked_.reading->unit);
    std::string_view const said = part_.reading->unit;
    bool const ratios = dimension(alignment_.target) == Dimension::ratio && !asked.empty() && !said.empty();
    if (ratios
        && vocabulary::is_percentage_points(vocabulary, asked)
               != vocabulary::is_percentage_points(vocabulary, said)) {
      result_.facts.set(TruthField::doubtful, model::Truth::yes);
      add(findings::points_or_percent);
    }
  }

  /// Target and unit column say two units, and the answer none: it may be in either.
  void doubt_unit() {
    if (alignment_.contradicted) {
      result_.facts.set(TruthField::doubtful, model::Truth::yes);
      notes_.findings.push_back({findings::unit_of_two,
                                 Column::actual,
                                 part_.reading->span,
                                 {part_.reading->text, target_text(), std::string(context_.measure_text)}});
      result_.question = {"ask_unit", {target_text(), actual_text()}};
    }
  }

  void note_units() {
    bool const of_block = alignment_.target_why == unit_of_budget;
    std::string const& given = of_block ? context_.budget.block_text : part_.reading->unit;
    if (!alignment_.target_why.empty()) {
      notes_.target_unit = given;
      notes_.target_why = alignment_.target_why;
      result_.unit_origin = Origin::implied;
    } else {
      result_.unit_origin = asked_.unit_origin;
    }
    if (!alignment_.actual_why.empty() && alignment_.actual_why != unit_of_column) {
      notes_.actual_unit = of_block ? given : asked_.reading->unit;
      notes_.actual_why = alignment_.actual_why;
    }
    note_marks(of_block                                        ? std::string_view(given)
               : asked_.reading->unit.empty() || asked_.marked ? context_.measure_text
                                                               : std::string_view(asked_.reading->unit));
    std::string_view const written =
        asked_.reading->unit.empty() ? context_.measure_text : std::string_view(asked_.reading->unit);
    result_.unit = base_text(alignment_.target, written);
  }

  /// A currency mark alone would read as yuan; it took the unit of the row.
  void note_marks(std::string_view unit) {
    if (alignment_.target == context_.tools.units.yuan) {
      return; // that is what the mark says, too
    }
    for (bool const of_target : {true, false}) {
      if (of_target ? asked_.marked : alignment_.marked) {
        Reading const& reading = of_target ? *asked_.reading : *part_.reading;
        notes_.findings.push_back({findings::currency_mark_alone,
                                   of_target ? Column::target : Column::actual,
                                   reading.span,
                                   {reading.text, std::string(unit)}});
        supplied_ = true;
      }
    }
    if (alignment_.marked && notes_.actual_why.empty()) {
      notes_.actual_unit = unit;
      notes_.actual_why = unit_of_column;
    }
  }

  [[nodiscard]] SuspectPair suspicions() {
    return {asked_, part_, context_, alignment_, unknown_, result_, notes_};
  }

  void compare_points(Rational const& target, Interval answer) {
    suspect_points(suspicions(), target, answer);
    bool const wants_more = asked_.settled.direction != Direction::negative;
    if (wants_more && target.sign() > 0 && !answer.low.value && answer.high.value
        && answer.high.value->sign() >= 0) {
      answer.low = {Rational(0), true}; // "fewer than 5" says nothing of less than none
    }
    add_number_facts(asked_, target, answer, result_.facts);
    doubt_ceiling(target);
    doubt_bracket();
    if (result_.facts.word(WordField::position) == static_cast<std::uint8_t>(model::Position::same)) {
      answer_with_executed(target);
    }
    if (context_.target.name->hints.deadline && result_.facts.truth(TruthField::met) != model::Truth::yes
        && is_date_unit(asked_.reading->unit.empty() ? context_.measure_text : asked_.reading->unit,
                        context_.tools.vocabulary)) {
      suspect_date(suspicions());
    }
  }

  /// Outside a range on its better side. Nothing says whether the end on that side was meant as a limit,
  /// unless the direction column does.
  void judge_beyond_range(Interval const& ends, Interval const& answer) {
    bool const missed = answer.is_point() && result_.facts.truth(TruthField::met) == model::Truth::no;
    bool const suspect = result_.facts.truth(TruthField::suspect) == model::Truth::yes;
    if (!missed || suspect || says_both_bounds()) {
      return;
    }
    bool const above = ends.high.value && *answer.low.value >= *ends.high.value;
    Direction const better = above ? Direction::positive : Direction::negative;
    Direction const printed = context_.target.columns->direction;
    vocabulary::NameHints const& hints = context_.target.name->hints;
    bool const spends = asked_.money && !hints.money_is_gain && !hints.paid_out;
    Direction const named = wants_more(hints)             ? Direction::positive
                            : wants_less(hints) || spends ? Direction::negative
                                                          : Direction::none;
    // 9 points beside a range of 4 to 5 may be of another scale.
    bool const short_scale = dimension(alignment_.target) == Dimension::score && asked_.ends->high.value
                             && *asked_.ends->high.value <= context_.tools.doubts.short_scale;
    // A number below 0 is perhaps a change.
    bool const odd = short_scale || (answer.low.value->sign() < 0 && ends.low.value->sign() >= 0);
    bool const agreed = named == Direction::none || printed == Direction::none || named == printed;
    if (agreed && !odd && printed == better) {
      Interval const half = above ? Interval{ends.low, {}} : Interval{{}, ends.high};
      add_range_facts(half, answer, result_.facts);
      supplied_ = true;
      note_range(findings::range_passed);
    } else if (!agreed || named == better || printed == better) {
      result_.facts.set(TruthField::doubtful, model::Truth::yes);
      note_range(findings::range_limit_unclear);
      result_.question = {"ask_limit",
                          {std::string(context_.name), asked_.reading->text, part_.reading->text}};
    } else if (printed == Direction::none && named == Direction::none) {
      supplied_ = true;
      note_range(findings::range_missed);
    }
  }

  /// "No fewer than 5 and no more than 10": both ends are printed as limits.
  [[nodiscard]] bool says_both_bounds() const {
    std::string const& text = asked_.reading->text;
    auto const& relations = context_.tools.vocabulary.lexicon().relations;
    return std::any_of(relations.begin(), relations.end(), [&](grammar::RelationWord const& word) {
      return text.find(word.text) != std::string::npos;
    });
  }

  void note_range(diagnostic::Code code) {
    notes_.findings.push_back({code,
                               Column::actual,
                               part_.reading->span,
                               {std::string(context_.name), asked_.reading->text, part_.reading->text}});
  }

  /// Half of an amount was saved, or it is half of what was to be paid: nobody says which. Of grants more may
  /// be too much as well.
  void doubt_ceiling(Rational const& target) {
    std::optional<Interval> const& said = result_.facts.number(NumberField::actual);
    if (!asked_.open_money || !said) {
      return;
    }
    Rational const least = target * context_.tools.doubts.open_money_least;
    bool const exact = said->is_point() && *said->low.value == target;
    bool const enough = said->low.value && *said->low.value >= least;
    if (asked_.settled.because == paid_out_goal ? exact : enough) {
      return;
    }
    result_.facts.set(TruthField::doubtful, model::Truth::yes);
    notes_.findings.push_back({findings::ceiling_or_goal,
                               Column::actual,
                               part_.reading->span,
                               {std::string(context_.name), target_text(), actual_text()}});
    result_.question = {"ask_relation", {std::string(context_.name), target_text()}};
  }

  /// Near enough, as a bracket of the target says, or not near enough to the other bound that stands there.
  void doubt_bracket() {
    std::optional<Interval> const& said = result_.facts.number(NumberField::actual);
    if (!asked_.bracket || !said) {
      return;
    }
    Interval const admitted = asked_.bracket->admits * Interval::point(alignment_.target_factor);
    bool const met = result_.facts.truth(TruthField::met) == model::Truth::yes;
    bool const open = met ? asked_.bracket->both && !number::is_subset(*said, admitted)
                          : !number::is_disjoint(*said, admitted);
    if (open) {
      result_.facts.set(TruthField::doubtful, model::Truth::yes);
      notes_.findings.push_back({findings::bracket_decides,
                                 Column::actual,
                                 part_.reading->span,
                                 {asked_.reading->text, asked_.bracket->words, part_.reading->text}});
      result_.question = {"ask_bracket",
                          {std::string(context_.name), asked_.bracket->words, part_.reading->text}};
    }
  }

  /// A ceiling that is the whole budget, answered by itself: the executed amount of the block is the answer.
  void answer_with_executed(Rational const& target) {
    BudgetFigures const& budget = context_.budget;
    if (dimension(alignment_.target) != Dimension::money || !budget.executed || target != budget.budget) {
      return;
    }
    result_.facts.set(TruthField::restated, model::Truth::no);
    add_number_facts(asked_, target, Interval::point(*budget.executed), result_.facts);
    Rational const unit = numerator_factor(context_.budget.block);
    std::string const executed = (*budget.executed / unit).plain_text() + budget.block_text;
    notes_.findings.push_back(
        {findings::executed_answers, Column::actual, part_.reading->span, {part_.reading->text, executed}});
    supplied_ = true;
  }

  Asked const& asked_;
  Part const& part_;
  bool chosen_;
  bool supplied_ = false;
  bool unknown_ = false; ///< the unit
  CompareContext const& context_;
  Comparison& result_;
  RowNotes& notes_;
  Alignment alignment_;
};

} // namespace

std::string printed_number(Reading const& reading, std::string_view measure_text) {
  std::string result = reading.value.empty() ? reading.text : reading.value;
  if (!reading.value.empty()) {
    result += reading.unit.empty() ? measure_text : std::string_view(reading.unit);
  }
  return result;
}

void compare_numbers(Asked const& asked, Answer const& answer, CompareContext const& context,
                     Comparison& result, RowNotes& notes) {
  NumberComparison(asked, answer, context, result, notes).run();
}

} // namespace jixiao::lowering
