#include "engine/ingest/documents/split_line.hpp"

namespace jixiao::ingest::documents {

model::DocumentLine split_at_tabs(std::uint32_t number, std::string_view text) {
  model::DocumentLine line{number, {}};
  std::uint32_t column = 0;
  for (;;) {
    std::size_t const tab = text.find('\t');
    line.cells.push_back({std::string(text.substr(0, tab)), column++, 1, 1});
    if (tab == std::string_view::npos) {
      line.width = column;
      return line;
    }
    text.remove_prefix(tab + 1);
  }
}

void add_split_lines(std::uint32_t number, std::string_view paragraph, DocumentBuilder& builder) {
  for (;;) {
    std::size_t const end = paragraph.find('\n');
    builder.add(split_at_tabs(number, paragraph.substr(0, end)));
    if (end == std::string_view::npos) {
      return;
    }
    paragraph.remove_prefix(end + 1);
  }
}

} // namespace jixiao::ingest::documents
