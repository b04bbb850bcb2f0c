#include "engine/lowering/opposite.hpp"

#include "engine/lowering/likeness.hpp"
#include "engine/vocabulary/change.hpp"
#include "engine/vocabulary/short_of_done.hpp"

namespace jixiao::lowering {

namespace {

bool is_words_alone(Part const& answer) {
  return !answer.has_number() && !answer.is_time() && answer.kind != model::CellKind::level;
}

} // namespace

bool may_say_opposite(Part const& answer, vocabulary::Vocabulary const& vocabulary) {
  std::string const& said = answer.reading->text;
  return vocabulary::find_change(vocabulary, said).trend != vocabulary::Trend::none
         || (is_words_alone(answer) && vocabulary::may_fall_short(vocabulary, said));
}

bool says_opposite(Asked const& asked, Part const& answer, std::string_view name, RowWords const& words) {
  vocabulary::Vocabulary const& vocabulary = words.vocabulary;
  std::string const& said = answer.reading->text;
  if (asked_in_words(asked, answer)
      && vocabulary.contradicts(said, asked.reading->text, name, answer.reading->level)) {
    return true;
  }
  if (is_words_alone(answer)
      && vocabulary::falls_short(vocabulary, said, asked.reading->text, name, words.year)) {
    return true;
  }
  vocabulary::Change const change = vocabulary::find_change(vocabulary, said);
  if (change.trend == vocabulary::Trend::none) {
    return false;
  }
  vocabulary::Change const wanted = vocabulary::find_change(vocabulary, asked.reading->text);
  std::string const own = words.own() + std::string(change.word);
  return vocabulary::opposite(wanted.trend, change.trend)
         && (answer.has_number()
             || vocabulary.foreign_words(bare_words(said), own, words.year, vocabulary::Beside::number)
                    .empty());
}

bool may_be_level(Asked const& asked, Part const& answer, vocabulary::NameHints const& hints,
                  vocabulary::Vocabulary const& vocabulary) {
  using model::Dimension;
  bool const ratio = answer.value && (answer.measure.bare() || dimension(answer.measure) == Dimension::ratio);
  return ratio
         && (hints.percentage || hints.satisfaction
             || *answer.value * numerator_factor(answer.measure) >= number::Rational(1))
         && dimension(asked.measure) == Dimension::ratio
         && vocabulary::find_change(vocabulary, answer.reading->text).trend != vocabulary::Trend::rise;
}

} // namespace jixiao::lowering
