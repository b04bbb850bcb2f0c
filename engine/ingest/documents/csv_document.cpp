#include "engine/ingest/documents/csv_document.hpp"

#include "engine/ingest/csv_rows.hpp"
#include "engine/ingest/documents/text_of_bytes.hpp"
#include "engine/ingest/standard_table.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace jixiao::ingest::documents {

std::optional<char> separator_of(std::string_view bytes, std::string_view file_name) {
  constexpr std::size_t looked_at = 1 << 16;
  auto const ends_with = [file_name](std::string_view ending) {
    return file_name.size() >= ending.size()
           && std::equal(ending.begin(), ending.end(),
                         file_name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                         [](char left, char right) { return (left | 0x20) == (right | 0x20); });
  };
  bool const commas = detect_format(bytes.substr(0, looked_at), file_name) == Format::csv;
  if (ends_with(".csv")) {
    return commas ? std::optional(',') : std::nullopt; // an extract with tabs, whatever it is called
  }
  return ends_with(".tsv") || ends_with(".tab") ? std::optional('\t') : std::nullopt;
}

void read_separated(std::string_view bytes, char separator, DocumentBuilder& builder) {
  builder.begin_part({}, model::DocumentLayout::grid);
  std::unique_ptr<RowSource> const rows =
      csv_rows(std::make_unique<ViewSource>(bytes), separator, 0, builder.limits());
  SheetRow row;
  for (rows->next_sheet(); !builder.full() && rows->next_row(row);) {
    for (CellNote& each : row.notes) {
      builder.note(each.code, std::move(each.arguments), row.number, each.column);
    }
    model::DocumentLine line{row.number, {}};
    line.width = static_cast<std::uint32_t>(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      line.cells.push_back({std::string(row.cells[i]), static_cast<std::uint32_t>(i), 1, 1});
    }
    builder.add(std::move(line));
  }
  for (diagnostic::Diagnostic& each : rows->take_findings()) {
    builder.note_file({each.code, each.severity}, std::move(each.arguments));
  }
}

} // namespace jixiao::ingest::documents
