#pragma once
// What stands on a page, in thousandths of a point from its upper left corner.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ingest::documents::pdf {

using Length = std::int32_t;

struct Box {
  Length left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] Length width() const { return right - left; }
  [[nodiscard]] Length height() const { return bottom - top; }
  [[nodiscard]] Length middle() const { return left + width() / 2; }
  [[nodiscard]] Length center() const { return top + height() / 2; }
};

struct Word {
  std::string text;
  Box box;
};

/// A straight line: horizontal when `top == bottom`, else vertical.
using Ruling = Box;

struct Page {
  Length width = 0;
  std::vector<Word> words;
  std::vector<Ruling> rulings;
  bool picture = false;
};

/// A decimal number ("12.75"); what is none, or beyond every page, is 0.
[[nodiscard]] Length parse_length(std::string_view text);

/// The pages of what `pdftotext -bbox-layout` prints. At most `most_words` are taken.
[[nodiscard]] std::vector<Page> parse_boxes(std::string_view xhtml, std::size_t most_words);

/// Adds the ruled lines of the drawing that `pdftocairo -svg` makes of the same pages. Nothing is added when
/// it has another number of pages.
void add_rulings(std::string_view svg, std::vector<Page>& pages);

} // namespace jixiao::ingest::documents::pdf
