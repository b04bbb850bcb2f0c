#include "engine/lowering/row.hpp"
#include "grammar/text.hpp"

#include <utility>

namespace jixiao::lowering {

using model::Column;

diagnostic::Diagnostic place_finding(RowFinding finding, model::Header const& header, std::uint32_t row,
                                     std::string_view cell) {
  diagnostic::Place place{header.source, row, header.columns[static_cast<std::size_t>(finding.column)], 0, 0};
  if (place.column == 0 && finding.column != Column::name) {
    place.column = header.columns[static_cast<std::size_t>(Column::target)]; // a fused column says it all
  }
  if (!finding.span.empty() && finding.span.end <= cell.size()) {
    place.begin = static_cast<std::uint32_t>(grammar::character_offset(cell, finding.span.begin));
    place.end = static_cast<std::uint32_t>(grammar::character_offset(cell, finding.span.end));
  }
  return diagnostic::make(finding.code, place, std::move(finding.arguments));
}

} // namespace jixiao::lowering
