// Copies and comparisons of short texts, for every length around the widths that they are cut into.
#include "engine/model/padded_text.hpp"
#include "engine/model/short_text.hpp"
#include "tests/support/catch.hpp"

using jixiao::model::assign_text;
using jixiao::model::PaddedText;
using jixiao::model::same_text;

namespace {

std::string text_of(std::size_t size, char first) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += static_cast<char>(first + static_cast<char>(i % 23));
  }
  return text;
}

} // namespace

TEST_CASE("A text goes into the storage of any other", "[model][short_text]") {
  for (std::size_t before = 0; before <= 70; ++before) {
    for (std::size_t after = 0; after <= 70; ++after) {
      std::string to = text_of(before, 'A');
      std::string const from = text_of(after, 'a');
      assign_text(to, from);
      INFO(before << " -> " << after);
      CHECK(to == from);
      CHECK(to.c_str()[after] == '\0');

      std::string padded = text_of(before, 'A');
      assign_text(padded, PaddedText{(from + text_of(PaddedText::readable, '0')).data(), after});
      CHECK(padded == from);
      CHECK(padded.c_str()[after] == '\0');
    }
  }
}

TEST_CASE("A cell that could not be read says nothing, padded or not", "[model][short_text]") {
  std::string const text = std::string(jixiao::model::unreadable_cell) + text_of(PaddedText::readable, 'a');
  CHECK(jixiao::model::said_text(PaddedText{text.data(), 3}).size == 0);
  CHECK(jixiao::model::said_text(PaddedText{text.data(), 4}).size == 4);
}

TEST_CASE("Texts are the same when every byte is", "[model][short_text]") {
  for (std::size_t size = 0; size <= 70; ++size) {
    std::string const text = text_of(size, 'a');
    INFO(size);
    CHECK(same_text(text, std::string(text)));
    CHECK_FALSE(same_text(text, text + "x"));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = '#';
      INFO(at);
      CHECK_FALSE(same_text(text, other));
    }
  }
}
