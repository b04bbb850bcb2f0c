#include "engine/ingest/documents/csv_document.hpp"

#include "engine/ingest/csv_rows.hpp"
#include "engine/ingest/documents/text_of_bytes.hpp"
#include "engine/ingest/standard_table.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace jixiao::ingest::documents {

bool is_csv(std::string_view bytes, std::string_view file_name) {
  constexpr std::string_view ending = ".csv";
  constexpr std::size_t looked_at = 1 << 16;
  auto const same = [](char left, char right) { return (left | 0x20) == (right | 0x20); };
  bool const named = file_name.size() >= ending.size()
                     && std::equal(ending.begin(), ending.end(), file_name.end() - std::ptrdiff_t{4}, same);
  return named && detect_format(bytes.substr(0, looked_at), file_name) == Format::csv;
}

void read_csv(std::string_view bytes, DocumentBuilder& builder) {
  builder.begin_part({}, model::DocumentLayout::grid);
  std::unique_ptr<RowSource> const rows =
      csv_rows(std::make_unique<ViewSource>(bytes), ',', 0, builder.limits());
  SheetRow row;
  for (rows->next_sheet(); !builder.full() && rows->next_row(row);) {
    for (CellNote& each : row.notes) {
      builder.note(each.code, std::move(each.arguments), row.number, each.column);
    }
    model::DocumentLine line{row.number, {}};
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
