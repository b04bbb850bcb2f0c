#include "engine/lowering/beside_answer.hpp"

#include "engine/lowering/likeness.hpp"
#include "engine/vocabulary/clause_words.hpp"
#include "engine/vocabulary/number_doubts.hpp"
#include "engine/vocabulary/short_of_done.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Dimension;
using number::Rational;
using vocabulary::Claim;

namespace {

class Beside {
public:
  Beside(Asked const& asked, Part const& chosen, std::vector<Part const*> const& others, bool alone,
         RowWords const& words)
      : asked_(asked), chosen_(chosen), others_(others), alone_(alone), words_(words) {}

  Surroundings run() {
    for (Part const* const part : others_) {
      if (part->has_number()) {
        of_number(*part);
      } else if (part->is_time()) {
        of_time(*part);
      } else if (part->kind != CellKind::empty) {
        of_words(*part);
      }
    }
    if (result_.number != nullptr && adds_up()) {
      result_.number = nullptr;
    }
    return std::move(result_);
  }

private:
  [[nodiscard]] bool fits(Part const& part) const {
    return asked_.is_number() && units_fit(asked_.measure, part.measure, words_.vocabulary);
  }

  void of_number(Part const& part) {
    bool const comparable = fits(part) && counts_the_same(part);
    if (part.claim == Claim::denied && (alone_ || comparable || asked_.is_time())) {
      result_.denied = true;
    }
    // "Planned from 80 % | raised to 96 %": the plan is of both.
    bool const planned_change =
        part.claim == Claim::planned
        && vocabulary::ends_with_start(words_.vocabulary, bare_words(part.reading->subject));
    result_.denied = result_.denied || (alone_ && planned_change);
    if (!alone_ || part.reading->condition) {
      return;
    }
    if (comparable && !is_explained(part)) {
      result_.number = result_.number == nullptr ? &part : result_.number;
    } else if (!comparable && (is_less_than_all(part) || (asked_.is_number() && is_term(part)))) {
      note_words(part, part.reading->text);
    } else if (asked_.done_asked && !is_ratio(part)) {
      note_foreign(part, words_.foreign(part));
    }
  }

  /// Another classifier counts other things: 5 volumes beside 3 courses.
  [[nodiscard]] bool counts_the_same(Part const& part) const {
    model::Unit const* const asked = asked_.measure.unit;
    model::Unit const* const given = part.measure.unit;
    bool const counts = asked != nullptr && given != nullptr && asked != given
                        && dimension(asked_.measure) == Dimension::count
                        && dimension(part.measure) == Dimension::count;
    return !counts || part.claim == Claim::denied
           || vocabulary::says_share(words_.vocabulary, part.reading->text)
           || words_.vocabulary.match_classifiers(asked->id, given->id) == vocabulary::ClassifierMatch::same;
  }

  /// Three years, half a year: what the number beside it was counted over.
  [[nodiscard]] bool is_term(Part const& part) const {
    model::Unit const* const year = words_.vocabulary.unit("year");
    bool const calendar = part.value && part.measure.unit != nullptr && year != nullptr
                          && part.measure.unit->base == year->base && part.reading->subject.empty()
                          && dimension(asked_.measure) != Dimension::time;
    return calendar && *part.value * part.measure.unit->scale != year->scale;
  }

  /// 80 % done, or 80 % and no more words; beside a number unless the number says so itself.
  [[nodiscard]] bool is_less_than_all(Part const& part) const {
    std::string const& subject = part.reading->subject;
    bool const of_done = subject.empty() || vocabulary::says_achieved(words_.vocabulary, subject)
                         || vocabulary::ends_with_stage(words_.vocabulary, subject);
    if (!is_ratio(part) || part.value->sign() <= 0 || !of_done) {
      return false;
    }
    Rational const share = *part.value * numerator_factor(part.measure);
    if (asked_.is_number() && chosen_.value && asked_.value) {
      Rational const apart = *asked_.value * share - *chosen_.value;
      Rational const slack = *asked_.value * vocabulary::number_doubts(words_.vocabulary).rounding_slack;
      return share < Rational(1) && (apart > slack || apart < Rational(0) - slack);
    }
    return share < Rational(1);
  }

  [[nodiscard]] static bool is_ratio(Part const& part) {
    return part.value && dimension(part.measure) == Dimension::ratio && !part.measure.rate();
  }

  /// What else the number counts is said, or it says nothing new.
  [[nodiscard]] bool is_explained(Part const& part) const {
    std::string const& said = part.reading->text;
    vocabulary::Vocabulary const& vocabulary = words_.vocabulary;
    bool const restates = part.relation && part.value && part.value == asked_.value;
    if (restates || (part.value == chosen_.value && part.ends == chosen_.ends && part.value)) {
      return true;
    }
    std::string const subject = bare_words(part.reading->subject);
    if (is_difference(part)) {
      return true;
    }
    bool const each = part.reading->each && !chosen_.reading->each;
    if (each || (part.measure.rate() && !chosen_.measure.rate())) {
      return true; // once a quarter, four times in all
    }
    if (vocabulary::says_share(vocabulary, said)) {
      return is_kind(part, subject);
    }
    bool const other_act =
        !chosen_.reading->subject.empty() && vocabulary::names_other(vocabulary, subject, words_.own());
    bool const reached = vocabulary::says_reached(vocabulary, said)
                         || vocabulary::says_reached(vocabulary, chosen_.reading->text);
    bool const before = reached && vocabulary::says_start(vocabulary, subject);
    return part.claim == Claim::planned || vocabulary::says_comparison(vocabulary, subject)
           || is_of_year(part) || other_act || before;
  }

  /// What was saved below the target, or done above it.
  [[nodiscard]] bool is_difference(Part const& part) const {
    if (!part.value || !chosen_.value || !asked_.value || part.measure.unit != chosen_.measure.unit
        || part.measure.exponent != chosen_.measure.exponent) {
      return false;
    }
    Rational const factor = numerator_factor(chosen_.measure);
    Rational const target =
        *asked_.value * (asked_.measure.bare() ? factor : numerator_factor(asked_.measure));
    bool const saves = asked_.settled.direction == model::Direction::negative;
    return target == (saves ? *chosen_.value + *part.value : *chosen_.value - *part.value) * factor;
  }

  /// One of these was online: no more than all of them, and as good as the others.
  [[nodiscard]] bool is_kind(Part const& part, std::string const& subject) const {
    bool const less = part.value && chosen_.value && *part.value <= *chosen_.value;
    return less && part.claim == Claim::plain
           && words_.foreign_to_done(vocabulary::without_kinds(words_.vocabulary, subject)).empty();
  }

  /// Nothing but another year stands beside it.
  [[nodiscard]] bool is_of_year(Part const& part) const {
    std::string const foreign = words_.foreign_to_done(part.reading->subject);
    bool const digits =
        std::all_of(foreign.begin(), foreign.end(), [](char c) { return c >= '0' && c <= '9'; });
    return words_.year != 0 && digits && foreign.size() == std::to_string(words_.year).size();
  }

  /// Several numbers that are together the one chosen are what it is made of.
  [[nodiscard]] bool adds_up() const {
    Rational sum = 0;
    std::size_t count = 0;
    for (Part const* const part : others_) {
      if (part->has_number() && fits(*part) && part->claim != Claim::planned) {
        if (!part->value || part->measure.unit != chosen_.measure.unit) {
          return false;
        }
        sum += *part->value * numerator_factor(part->measure);
        ++count;
      }
    }
    return count > 1 && chosen_.value && sum == *chosen_.value * numerator_factor(chosen_.measure);
  }

  void of_time(Part const& part) {
    if (part.claim == Claim::denied || (part.claim == Claim::planned && !asked_.is_time())) {
      result_.denied = true;
    } else if (alone_ && part.claim != Claim::planned && is_other_time(part)) {
      note_words(part, part.reading->text);
    }
  }

  /// Another year than that of the budget; beside a number also a part of the year.
  [[nodiscard]] bool is_other_time(Part const& part) const {
    if (asked_.is_time()) {
      return asked_.days.to != 0 && asked_.days.year_known() && part.days.year_known()
             && part.days.to > asked_.days.to && chosen_.days.to <= asked_.days.to;
    }
    DaySpan const days = words_.year == 0 ? part.days : in_year(part.days, words_.year);
    bool const part_of_year = part.kind == CellKind::period && !is_whole_year(days);
    Day const last = days.to != 0 ? days.to : days.from;
    bool const other_year = words_.year != 0 && days.year_known() && year_of(last) != words_.year;
    return asked_.is_number() ? part_of_year || other_year : other_year;
  }

  void of_words(Part const& part) {
    if (part.claim == Claim::denied || says_no(part)) {
      result_.denied = true;
      return;
    }
    if (part.reading->no_event || part.reading->condition || !is_asked_about() || !alone_) {
      return;
    }
    std::string said = vocabulary::without_comparison(words_.vocabulary, part.reading->text);
    bool const plan = words_.vocabulary.claim(said) == Claim::planned;
    bool const best =
        part.kind == CellKind::level && words_.vocabulary.level_rank(part.reading->level) == std::uint8_t{0};
    if (std::size_t const at = said.find(part.reading->level); best && at != std::string::npos) {
      said.erase(at, part.reading->level.size()); // others are known words, or not: good, fair
    }
    std::string const foreign = words_.foreign_to_done(said);
    if (plan && (!foreign.empty() || !vocabulary::says_achieved(words_.vocabulary, said))) {
      result_.denied = true;
    } else {
      note_foreign(part, foreign);
    }
  }

  /// A number, a day, or that it is done: what the words beside it may take away.
  [[nodiscard]] bool is_asked_about() const {
    return asked_.is_number() || asked_.is_time() || asked_.done_asked;
  }

  /// A level that is as good as none: failed, not satisfied, poor.
  [[nodiscard]] bool says_no(Part const& part) const {
    if (part.kind != CellKind::level || asked_.kind == CellKind::level) {
      return false;
    }
    std::optional<std::uint8_t> const rank = words_.vocabulary.level_rank(part.reading->level);
    return rank && *rank >= 2;
  }

  void note_foreign(Part const& part, std::string const& foreign) {
    if (!foreign.empty()) {
      note_words(part, foreign);
    }
  }

  void note_words(Part const& part, std::string foreign) {
    if (result_.words == nullptr) {
      result_.words = &part;
      result_.foreign = std::move(foreign);
    }
  }

  Asked const& asked_;
  Part const& chosen_;
  std::vector<Part const*> const& others_;
  bool alone_;
  RowWords const& words_;
  Surroundings result_;
};

} // namespace

bool units_fit(Measure const& asked, Measure const& given, vocabulary::Vocabulary const& vocabulary) {
  if (asked.unit == nullptr || given.unit == nullptr || asked.unit == given.unit) {
    return true;
  }
  Dimension const left = dimension(asked);
  Dimension const right = dimension(given);
  if (left == Dimension::count && right == Dimension::count) {
    return vocabulary.match_classifiers(asked.unit->id, given.unit->id)
           != vocabulary::ClassifierMatch::refused;
  }
  bool const score = (left == Dimension::score && right == Dimension::ratio)
                     || (left == Dimension::ratio && right == Dimension::score);
  return left == right || score;
}

Surroundings find_surroundings(Asked const& asked, Part const& chosen, std::vector<Part const*> const& others,
                               bool alone, RowWords const& words) {
  return Beside(asked, chosen, others, alone, words).run();
}

} // namespace jixiao::lowering
