#include "engine/ingest/forms/header_notes.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"

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

} // namespace jixiao::ingest::forms
