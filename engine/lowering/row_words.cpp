#include "engine/lowering/row_words.hpp"

#include "engine/lowering/likeness.hpp"

namespace jixiao::lowering {

using vocabulary::Beside;

std::string RowWords::own() const {
  return bare_words(name) + bare_words(target);
}

std::string RowWords::foreign(Part const& part) const {
  std::string const& subject = part.reading->subject;
  if (subject.empty()) {
    return {};
  }
  std::string const known = own();
  std::string const words = vocabulary.without_reached(bare_words(subject), part.reading->text, known);
  return vocabulary.foreign_words(words, known, year, Beside::number);
}

std::string RowWords::foreign_to_nothing(std::string_view text) const {
  return vocabulary.foreign_words(bare_words(text), own(), year, Beside::nothing);
}

std::string RowWords::foreign_to_done(std::string_view text) const {
  return vocabulary.foreign_words(bare_words(text), own(), year, Beside::done);
}

} // namespace jixiao::lowering
