#include "engine/ingest/forms/header_notes.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {

std::string texts_of(RowHeader const& header) {
  Listing texts;
  for (FieldColumn const& field : header.fields) {
    texts.add(field.head);
  }
  return texts.text();
}

std::string texts_of(Line const& line) {
  Listing texts;
  for (Cell const& cell : line.cells) {
    texts.add(shortened(cell.text));
  }
  return texts.text();
}

void note_heads(RowHeader const& header, diagnostic::Place const& place, diagnostic::Diagnostics& to) {
  Listing unknown, other_period;
  for (FieldColumn const& field : header.fields) {
    if (!field.known) {
      unknown.add(shortened(field.head));
    }
  }
  for (std::string const& head : header.other_period) {
    other_period.add(shortened(head));
  }
  if (unknown.count() != 0) {
    to.push_back(diagnostic::make(findings::heads_unknown, place, {unknown.text()}));
  }
  if (!header.other_period.empty()) {
    to.push_back(diagnostic::make(header.period_printed ? findings::other_period_left_out
                                                        : findings::other_set_left_out,
                                  place, {other_period.text()}));
  }
}

void note_repeated(RowHeader const& header, Lines const& lines, std::size_t end, diagnostic::SourceId source,
                   diagnostic::Diagnostics& to) {
  for (auto const& [field, first] : header.repeated) {
    bool filled = header.grid == Grid::order;
    for (std::size_t i = header.rows; i < end && !filled; ++i) {
      filled = std::any_of(lines[i].cells.begin(), lines[i].cells.end(),
                           [&field = field](Cell const& cell) { return cell.column == field.column; });
    }
    if (filled) {
      to.push_back(diagnostic::make(ingest::findings::column_duplicate,
                                    {source, lines[header.last].number, field.column + 1, 0, 0},
                                    {field.head, std::to_string(first + 1)}));
    }
  }
}

} // namespace jixiao::ingest::forms
