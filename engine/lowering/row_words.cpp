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
  std::string words = bare_words(subject);
  std::string const remark = bare_words(part.remark.says_bound);
  if (std::size_t const at = words.find(remark); !remark.empty() && at != std::string::npos) {
    words.erase(at, remark.size()); // read with the relation
  }
  std::string reached;
  words = vocabulary.without_reached(words, part.reading->text, known, reached);
  std::string const others = vocabulary.foreign_words(words, known, year, Beside::number);
  return reached + others;
}

std::string RowWords::foreign_to_nothing(std::string_view text) const {
  return vocabulary.foreign_words(bare_words(text), own(), year, Beside::nothing);
}

std::string RowWords::foreign_to_done(std::string_view text) const {
  return vocabulary.foreign_words(bare_words(text), own(), year, Beside::done);
}

} // namespace jixiao::lowering
