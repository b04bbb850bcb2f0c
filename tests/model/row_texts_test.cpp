#include "engine/model/row_texts.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

using Texts = jixiao::model::RowTexts<4>;

TEST_CASE("row texts: blank until set, and each keeps its own", "[model]") {
  Texts texts;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(texts[i].empty());
  }
  texts.set(2, "ab");
  texts.set(0, "cde");
  texts.set(2, "fghi");
  CHECK(texts[0] == "cde");
  CHECK(texts[1].empty());
  CHECK(texts[2] == "fghi");
  texts.set(0, {});
  CHECK(texts[0].empty());
  CHECK(texts[2] == "fghi");
  texts.clear();
  CHECK(texts[2].empty());
}

TEST_CASE("row texts: cells of a line, others beside them", "[model]") {
  Texts texts;
  texts.set(0, "of the row before");
  texts.take_line("ab, cd ,ef\n", {{{0, 2}, {4, 2}, {0, 0}, {8, 2}}});
  texts.set(2, texts[1]); // a text of its own, as of a merged cell
  CHECK(texts[0] == "ab");
  CHECK(texts[1] == "cd");
  CHECK(texts[2] == "cd");
  CHECK(texts[3] == "ef");
}

TEST_CASE("row texts: copied and exchanged as one", "[model]") {
  Texts left, right;
  left.set(0, "left");
  right.set(1, "right");
  Texts const copy = left;
  std::swap(left, right);
  CHECK(left[1] == "right");
  CHECK(left[0].empty());
  CHECK(right[0] == "left");
  CHECK(copy[0] == "left");
}

TEST_CASE("row texts: behind each text something may be read", "[model]") {
  Texts texts;
  auto const sum_behind = [&texts](std::size_t cell) {
    unsigned sum = 0;
    jixiao::model::PaddedText const text = texts.padded(cell);
    for (std::size_t i = 0; i < jixiao::model::PaddedText::readable; ++i) {
      sum += static_cast<unsigned char>(text.data[i]); // the sanitizer sees a byte that is not there
    }
    return sum;
  };
  CHECK(sum_behind(0) == 0);
  std::string const line(100, 'a');
  for (std::size_t size = 0; size <= line.size(); ++size) {
    texts.clear();
    texts.set(1, std::string_view(line).substr(0, size));
    texts.set(3, texts[1]); // from its own storage, which may grow
    CHECK(texts[3] == line.substr(0, size));
    CHECK(texts.padded(3).size == size);
    CHECK(sum_behind(3) >= 'a' * std::min<std::size_t>(size, 32));
    texts.take_line(std::string_view(line).substr(0, size + 1),
                    {{{0, 1}, {static_cast<std::uint32_t>(size), 0}, {}, {}}});
    CHECK(texts[0] == "a");
    CHECK(sum_behind(1) < 256 * 32);
  }
}
