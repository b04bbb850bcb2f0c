#pragma once
// What a cell of an OpenDocument table says. Included by .cpp files only: pugixml stays inside.
#include "engine/ingest/documents/odf_styles.hpp"
#include "engine/ingest/documents/odf_text.hpp"
#include "engine/ingest/row_source.hpp"

#include <string_view>
#include <vector>

namespace jixiao::ingest::documents::odf {

/// The cell's text, decided as for a workbook in XLSX: numbers as they are stored, percentages and dates as
/// they are shown. Notices go to `notes` for `column` (1-based).
[[nodiscard]] Text read_cell(pugi::xml_node cell, NumberFormat const& format, Styles const& styles,
                             std::size_t most_bytes, std::uint32_t column, std::vector<CellNote>& notes);

/// "2023-12-31T08:30:00" with the parts that `format` shows: "2023-12", "2023-12-31 08:30".
[[nodiscard]] std::string shown_date(std::string_view iso, NumberFormat const& format);

/// "PT08H30M00S" as "08:30"; the text itself when it is no such duration.
[[nodiscard]] std::string shown_time(std::string_view duration);

} // namespace jixiao::ingest::documents::odf
