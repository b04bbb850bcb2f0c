#include "engine/lowering/compare.hpp"

#include "engine/lowering/change_doubts.hpp"
#include "engine/lowering/compare_numbers.hpp"
#include "engine/lowering/compare_times.hpp"
#include "engine/lowering/duration.hpp"
#include "engine/lowering/findings.hpp"
#include "engine/lowering/likeness.hpp"
#include "engine/lowering/number_doubts.hpp"
#include "engine/lowering/number_facts.hpp"
#include "engine/lowering/opposite.hpp"
#include "engine/lowering/other_facts.hpp"
#include "engine/lowering/row_words.hpp"
#include "engine/lowering/suspect_numbers.hpp"
#include "engine/lowering/word_answers.hpp"
#include "engine/model/short_text.hpp"
#include "engine/vocabulary/change.hpp"
#include "engine/vocabulary/clause_words.hpp"

#include <cstddef>
#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Comparison;
using model::Dimension;
using model::Facts;
using model::NumberField;
using model::Relation;
using model::Truth;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;
using vocabulary::Trend;

namespace {

class Comparer {
public:
  Comparer(Asked const& asked, Answer const& answer, CompareContext const& context, Comparison& result,
           RowNotes& notes)
      : asked_(asked), answer_(answer), context_(context), notes_(notes), result_(result),
        facts_(result.facts) {}

  void run() {
    add_target_facts();
    if (asked_.kind == CellKind::empty) {
      answer_kind(answer_.part == nullptr ? CellKind::empty : answer_.part->kind);
      ask("ask_target");
    } else if (answer_.part == nullptr || answer_.part->kind == CellKind::empty) {
      add_missing_answer();
    } else {
      answer_kind(answer_.whole || is_other_done(*answer_.part) ? CellKind::text : answer_.part->kind);
      add_answer();
    }
  }

private:
  void ask(char const* id) {
    result_.question.id = id;
    result_.question.arguments.resize(1); // in the storage of the question before
    model::assign_text(result_.question.arguments.front(), context_.name);
  }
  /// With the levels that may be answered, where they are known.
  void ask_level() {
    ask("ask_level");
    if (!asked_.levels.empty()) {
      ask("ask_level_of");
      result_.question.arguments.push_back(asked_.levels);
    }
  }

  void ask_number() {
    bool const satisfaction = context_.target.name->hints.satisfaction;
    std::string unit =
        asked_.reading->unit.empty() ? std::string(context_.measure_text) : asked_.reading->unit;
    if (unit.empty() && !context_.target.compound && context_.target.reading->implied) {
      unit = context_.target.reading->implied->unit;
    }
    ask(satisfaction ? "ask_satisfaction" : unit.empty() ? "ask_value" : "ask_number");
    if (!unit.empty()) {
      result_.question.arguments.push_back(std::move(unit));
    }
  }
  void answer_kind(CellKind kind) { facts_.set(WordField::actual_kind, kind); }

  void add_target_facts() {
    NameMeaning const& name = *context_.target.name;
    facts_.set(WordField::target_kind, asked_.kind);
    facts_.set(TruthField::relation_printed, context_.target.relation_printed);
    facts_.set(TruthField::external, asked_.reading->external);
    facts_.set(TruthField::about, asked_.about);
    facts_.set(TruthField::deadline, asked_.is_time());
    facts_.set(TruthField::done_asked, asked_.done_asked);
    facts_.set(TruthField::declared_scale, !name.scale.empty());
    facts_.set(TruthField::tier_no_effect, name.partly_means_nothing && asked_.kind == CellKind::level);
    if (asked_.settled.relation) {
      facts_.set(WordField::relation, word_of(*asked_.settled.relation));
      facts_.set(WordField::direction, asked_.settled.direction);
    }
    facts_.set(WordField::dimension, dimension(asked_.measure));
    result_.label = asked_.label;
    result_.relation = asked_.settled.relation;
    result_.relation_origin = asked_.settled.relation_origin;
    result_.unit_origin = asked_.unit_origin;
    result_.days = {};
    result_.not_due = asked_.not_due;
  }

  /// A target that nothing happens: "= 0", "no accidents".
  [[nodiscard]] bool zero_asked() const {
    if (!asked_.is_number()) {
      return asked_.reading->no_event;
    }
    bool const bounded =
        asked_.settled.relation == Relation::equal || asked_.settled.relation == Relation::at_most;
    return asked_.value && asked_.value->is_zero() && bounded;
  }

  /// A ceiling on what is counted: that nothing happened is 0 of it, and 0 stays below. Of money, time or a
  /// rate "none" may as well be a cell that nobody filled in.
  [[nodiscard]] bool ceiling_asked() const {
    bool const bounded =
        asked_.settled.relation == Relation::less_than || asked_.settled.relation == Relation::at_most;
    return asked_.is_number() && asked_.value && asked_.value->sign() > 0 && bounded
           && dimension(asked_.measure) == Dimension::count && !asked_.measure.rate();
  }

  void add_zero_event() {
    facts_.set(TruthField::zero_event, Truth::yes);
    facts_.set(TruthField::met, Truth::yes);
    facts_.number(NumberField::actual) = Interval::point(0);
    bool const counted = asked_.is_number() && asked_.value;
    facts_.number(NumberField::target) =
        Interval::point(counted ? *asked_.value * numerator_factor(asked_.measure) : Rational(0));
  }

  void add_missing_answer() {
    answer_kind(CellKind::empty);
    if (answer_.part != nullptr && (zero_asked() || ceiling_asked()) && is_none_word()) {
      facts_.set(TruthField::no_event, Truth::yes);
      add_zero_event();
      return;
    }
    if (!asked_.label.empty()) {
      std::string const& part = asked_.is_number() ? asked_.reading->text : asked_.label;
      result_.question = {"ask_part", {std::string(context_.name), part}};
    } else if (asked_.is_number()) {
      suspect_target(asked_, context_, notes_);
      ask_number();
    } else {
      ask("ask_actual");
    }
  }

  void add_answer() {
    Part const& part = *answer_.part;
    facts_.set(TruthField::no_event, says_no_event());
    if (says_nothing_happened()) {
      return add_zero_event();
    }
    facts_.set(TruthField::unreached, says_unreached(part));
    if ((asked_.is_number() && part.has_number()) || (asked_.is_time() && (part.is_time() || part.value))) {
      facts_.set(TruthField::doubtful, is_doubtful(part));
    } else if (answer_.beside != nullptr) {
      facts_.set(TruthField::doubtful, doubt_beside());
    } else if (has_question_mark(part.reading->text)) {
      facts_.set(TruthField::doubtful, doubt(findings::value_questioned, {part.reading->text}));
    } else if (is_clock_time(part)) {
      facts_.set(TruthField::doubtful,
                 doubt(findings::clock_time, {asked_.reading->text, part.reading->text}));
    }
    if (asked_.is_number()) {
      answer_number(part);
    } else if (asked_.is_time()) {
      compare_times(asked_, part, context_, result_, notes_);
    } else {
      answer_words(part);
    }
    bool const words = answer_.whole || part.kind == CellKind::text;
    if (words) {
      facts_.set(TruthField::echo, context_.tools.word_answers.repeats(part.reading->text, context_.name));
    }
    if (asked_.reading->external) {
      result_.question = {"ask_external", {asked_.reading->text}};
    }
  }

  /// Target or answer is a time of day or is written like one, and no word of the other answers it.
  [[nodiscard]] bool is_clock_time(Part const& part) const {
    std::string const& said = part.reading->text;
    bool const digits = said.find_first_of("0123456789") != std::string::npos;
    bool const clock = has_clock_time(said) || (digits && has_clock_time(asked_.reading->text));
    return clock && part.kind != CellKind::status && !same_words(said, asked_.reading->text);
  }

  /// Words beside a number or date may take it back. Prose may name a plan and still report.
  [[nodiscard]] bool says_unreached(Part const& part) const {
    if (context_.tools.word_answers.says_opposite(asked_, part, row_words())) {
      return true;
    }
    if (answer_.whole) {
      return context_.tools.vocabulary.claim(part.reading->text) == vocabulary::Claim::denied;
    }
    bool const plan = part.claim == vocabulary::Claim::planned
                      && (part.has_number() || part.is_time() || is_other_done(part));
    return answer_.denied || part.claim == vocabulary::Claim::denied || plan;
  }

  /// "Done" of something else, in part, or in another year, where it is asked whether this is done.
  [[nodiscard]] bool is_other_done(Part const& part) const {
    std::string const& said = part.reading->text;
    return asked_.done_asked && part.kind == CellKind::status
           && (has_question_mark(said) || !row_words().foreign_to_done(said).empty());
  }

  /// The cell says a number or date, but perhaps not the one that is asked.
  bool is_doubtful(Part const& part) {
    std::string const& text = part.reading->text;
    if (answer_.rival != nullptr) {
      return doubt(findings::several_values, {text, answer_.rival->reading->text});
    }
    if (has_question_mark(text)) {
      return doubt(findings::value_questioned, {text});
    }
    if (answer_.beside != nullptr) {
      return doubt_beside();
    }
    bool const said_once = part.value && asked_.value && *part.value == *asked_.value;
    if (asked_.reduction && !said_once && find_change(context_.tools.vocabulary, text).trend != Trend::fall) {
      return doubt(findings::reduction_or_value, {asked_.reading->text, text});
    }
    if (asked_.increase && !said_once
        && may_be_level(asked_, part, context_.target.name->hints, context_.tools.vocabulary)) {
      return doubt(findings::increase_or_value, {asked_.reading->text, text});
    }
    if (says_change_of_level(asked_, part, context_)) {
      return doubt(findings::change_for_level, {context_.target.reading->text, text});
    }
    if (goes_other_way(asked_, part, context_)) {
      return doubt(findings::level_for_change, {context_.target.reading->text, text});
    }
    if (part.odd_change) {
      return doubt(findings::change_unclear, {text});
    }
    if (asked_.from && part.from && (*asked_.from != *part.from || asked_.measure != part.measure)) {
      return doubt(findings::change_from_other, {context_.target.reading->text, text});
    }
    if (has_unclear_minus(asked_, part, context_)) {
      return doubt(findings::minus_unclear, {std::string(context_.name), text});
    }
    if (!part.reading->subject.empty()) {
      std::string const foreign = row_words().foreign(part);
      if (!foreign.empty()) {
        return doubt(findings::words_beside_value, {text, foreign});
      }
    }
    if (part.list_number || is_unclear_number(*part.reading, asked_.measure)) {
      return doubt(findings::number_unclear, {text});
    }
    bool const more_asked = !asked_.of_which.empty();
    if (more_asked) {
      result_.question = {"ask_parts", {std::string(context_.name), asked_.reading->text}};
    }
    if (asked_.list_number || is_unclear_number(*asked_.reading, asked_.measure)
        || (asked_.contradicted && !said_once) || more_asked) {
      return true; // found where the target was read
    }
    return asked_.is_number() && context_.target.name->hints.ordinal && !said_once
           && asked_.settled.relation != Relation::equal;
  }

  /// Another clause, a bracket or a line of its own.
  bool doubt_beside() {
    return doubt(findings::words_beside_value, {answer_.beside->reading->text, answer_.foreign});
  }

  bool doubt(diagnostic::Code code, std::vector<std::string> arguments) {
    notes_.findings.push_back(
        {code, model::Column::actual, answer_.part->reading->span, std::move(arguments)});
    return true;
  }

  [[nodiscard]] RowWords row_words() const {
    return {context_.name, context_.target.reading->text, context_.target.year, context_.tools.vocabulary};
  }

  /// "None" alone, which elsewhere is an empty cell.
  [[nodiscard]] bool is_none_word() const { return context_.none_words.has(answer_.part->reading->text); }

  /// "Did not happen", and no other word, where it must not happen.
  [[nodiscard]] bool says_nothing_happened() const {
    bool const plain = !answer_.of_several && !answer_.whole && !context_.target.compound
                       && !asked_.is_number() && !asked_.is_time() && context_.target.name->scale.empty();
    return plain
           && vocabulary::says_nothing_happened(context_.tools.vocabulary, answer_.part->reading->text,
                                                asked_.reading->text, context_.name);
  }

  /// That nothing happened, of the thing that the row counts and without exception.
  [[nodiscard]] bool says_no_such_event() const {
    return !answer_.whole && says_no_event()
           && row_words().foreign_to_nothing(answer_.part->reading->text).empty();
  }

  [[nodiscard]] bool says_no_event() const {
    if (!answer_.whole) {
      return answer_.part->reading->no_event || is_none_word();
    }
    for (model::Reading const& part : answer_.part->reading->parts) {
      if (part.no_event) {
        return true;
      }
    }
    return false;
  }

  void answer_number(Part const& part) {
    if (part.has_number()) {
      compare_numbers(asked_, answer_, context_, result_, notes_);
    } else if ((zero_asked() || ceiling_asked()) && says_no_such_event()) {
      add_zero_event();
    } else {
      if (part.is_time() && dimension(asked_.measure) == Dimension::time) {
        notes_.findings.push_back({findings::date_for_length,
                                   model::Column::actual,
                                   part.reading->span,
                                   {part.reading->text, asked_.reading->text}});
      }
      ask_number();
    }
  }

  void answer_words(Part const& part) {
    NameMeaning const& name = *context_.target.name;
    std::string const& said = part.reading->text;
    bool const level_asked = asked_.kind == CellKind::level || !name.scale.empty();
    if (level_asked) {
      ask_level();
    } else {
      ask("ask_text");
    }
    if (asked_.done_asked && says_all(part)) {
      answer_kind(CellKind::status);
      return;
    }
    bool const restated = same_words(said, asked_.reading->text);
    bool const planned = part.claim == vocabulary::Claim::planned;
    if (zero_asked() && !restated && !planned && (says_no_event() || (part.value && part.value->is_zero()))) {
      add_zero_event(); // the target in its own words claims, it counts nothing
      return;
    }
    bool const level = part.kind == CellKind::level;
    if (level || (!name.scale.empty() && !part.has_number())) {
      // A description may hold a level word of its own ("obvious effect"): the whole of it comes first.
      bool const described =
          !name.scale.empty() && add_level_facts(asked_, said, name, context_.tools.vocabulary, facts_);
      bool const decided =
          described
          || (level && add_level_facts(asked_, part.reading->level, name, context_.tools.vocabulary, facts_));
      if (decided && !level) {
        answer_kind(CellKind::level); // the words by which the name describes that level
      }
    }
    facts_.set(TruthField::restated, restated);
  }

  Asked const& asked_;
  Answer const& answer_;
  CompareContext const& context_;
  RowNotes& notes_;
  Comparison& result_;
  Facts& facts_;
};

} // namespace

void compare(Asked const& asked, Answer const& answer, CompareContext const& context, Comparison& result,
             RowNotes& notes) {
  Comparer(asked, answer, context, result, notes).run();
}

} // namespace jixiao::lowering
