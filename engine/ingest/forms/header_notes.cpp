#include "engine/ingest/forms/header_notes.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/head_text.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/vocabulary/bonus.hpp"

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

void note_heads(RowHeader const& header, diagnostic::Place const& place, Words const& words,
                diagnostic::Diagnostics& to) {
  Listing unknown, other_period;
  for (FieldColumn const& field : header.fields) {
    diagnostic::Place const head{place.source, place.row, field.column + 1, 0, 0};
    if (field.of_levels) {
      to.push_back(diagnostic::make(findings::points_of_levels, head,
                                    {shortened(field.head), std::to_string(field.column + 1)}));
    } else if (field.field == vocabulary::RowField::passed_over
               && vocabulary::heads_rules(words.vocabulary(), split_head(field.head).name)) {
      to.push_back(
          diagnostic::make(ingest::findings::printed_rules_not_applied, head, {shortened(field.head)}));
    } else if (!field.known) {
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

void account_header(Lines const& lines, RowHeader const& header, Words const& words, Account& account) {
  for (std::size_t i = header.first; i <= header.last; ++i) {
    for (Cell const& cell : lines[i].cells) {
      bool const head = words.field_head(cell.text).has_value();
      for (CellId const id : cell.from) {
        account.use(id, head || !words.label(cell.text) ? CellUse::column_head : CellUse::label);
      }
    }
  }
}

} // namespace jixiao::ingest::forms
