#include "engine/lowering/change_doubts.hpp"

#include "engine/vocabulary/change.hpp"
#include "engine/vocabulary/clause_words.hpp"

namespace jixiao::lowering {

using number::Rational;
using vocabulary::Trend;

namespace {

/// How far it is from where a change begins to where it is to end, answered by itself.
bool is_size_of_change(Asked const& asked, Part const& answer) {
  if (!asked.from || !asked.value || !answer.value || answer.from || *answer.value == *asked.value) {
    return false;
  }
  Rational const size = *asked.value - *asked.from;
  return *answer.value == size || *answer.value == Rational(0) - size;
}

} // namespace

bool says_change_of_level(Asked const& asked, Part const& answer, CompareContext const& context) {
  vocabulary::Vocabulary const& vocabulary = context.tools.vocabulary;
  std::string const& said = answer.reading->text;
  bool const level_asked = asked.from || vocabulary::says_reached(vocabulary, asked.reading->text);
  bool const change = level_asked && !answer.from && !vocabulary::says_reached(vocabulary, said)
                      && vocabulary::find_change(vocabulary, said).trend != Trend::none;
  return change || is_size_of_change(asked, answer);
}

bool goes_other_way(Asked const& asked, Part const& answer, CompareContext const& context) {
  vocabulary::Vocabulary const& vocabulary = context.tools.vocabulary;
  std::string const& said = answer.reading->text;
  if (answer.from || !vocabulary::says_reached(vocabulary, said)) {
    return false;
  }
  if (asked.from || vocabulary::says_reached(vocabulary, asked.reading->text)) {
    Trend const given = vocabulary::trend_reached(vocabulary, said);
    Trend const wanted =
        asked.from ? asked.reached : vocabulary::trend_reached(vocabulary, asked.reading->text);
    return vocabulary::opposite(given, wanted);
  }
  bool const size_asked = asked.reduction || asked.increase
                          || vocabulary::find_change(vocabulary, context.name).trend != Trend::none;
  bool const said_once = answer.value && asked.value && *answer.value == *asked.value;
  return size_asked && !said_once;
}

bool has_unclear_minus(Asked const& asked, Part const& answer, CompareContext const& context) {
  bool const range = asked.ends && asked.ends->low.value && asked.ends->low.value->sign() >= 0;
  bool const above = range || (asked.value && asked.value->sign() > 0);
  bool const minus = above && answer.value && answer.value->sign() < 0;
  if (!minus) {
    return false; // nearly every answer, and the name need not be searched
  }
  Trend const named = vocabulary::find_change(context.tools.vocabulary, context.name).trend;
  bool const ceiling = asked.settled.direction == model::Direction::negative && named == Trend::none
                       && !context.target.name->hints.deviation;
  // "Falls by at least 10 %" answered by -12 % is a fall of 12 %, for all one can tell.
  bool const fall_asked =
      vocabulary::find_change(context.tools.vocabulary, asked.reading->text).trend == Trend::fall;
  return ceiling || named == Trend::fall || fall_asked;
}

} // namespace jixiao::lowering
