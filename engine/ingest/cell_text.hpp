#pragma once
// What a cell of a workbook says, as text.
#include "engine/ingest/number_format.hpp"
#include "engine/ingest/row_source.hpp"

#include <string>
#include <string_view>

namespace jixiao::ingest {

/// The text of a numeric cell stored as `raw`. Notices go to `notes` for `column`.
[[nodiscard]] std::string number_text(std::string_view raw, NumberFormat const& format, bool from_1904,
                                      std::uint32_t column, std::vector<CellNote>& notes);

/// `text` with the `_xHHHH_` escapes of workbooks replaced by the characters they stand for.
[[nodiscard]] std::string without_escapes(std::string text);

/// Column and row of a reference such as "AB12"; zeros where it has none or is none.
struct CellReference {
  std::uint32_t column = 0, row = 0;
};
[[nodiscard]] CellReference parse_reference(std::string_view text);

} // namespace jixiao::ingest
