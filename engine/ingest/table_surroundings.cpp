// What stands around the rows of a standard table: kept for the account, and for whoever asks whether it is
// one.
#include "engine/ingest/head_text.hpp"
#include "engine/ingest/table_rows.hpp"

#include <array>

namespace jixiao::ingest {

namespace {

using forms::CellUse;

/// Labels of a form are found among far fewer.
constexpr std::size_t most_texts = 4096;

/// The same head with another unit in its brackets: no word of it is unknown.
bool in_other_unit(std::string_view head, std::string_view other) {
  HeadText const left = split_head(head);
  HeadText const right = split_head(other);
  return left.name == right.name && left.bracket != right.bracket && !left.bracket.empty()
         && !right.bracket.empty();
}

} // namespace

void TableRows::note_text(std::string const& text) {
  if (!text.empty() && surroundings_.texts.size() < most_texts) {
    surroundings_.texts.push_back(text);
  }
}

/// A line of one text may be a title.
void TableRows::note_title(KeptRow const& row, std::uint32_t header) {
  std::size_t texts = 0, own = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.cells[i].empty() && row.covers[i] == Cover::none) {
      ++texts;
      own = i;
    }
  }
  if (texts == 1 && surroundings_.titles.size() < most_texts) {
    diagnostic::Place const place{source_->source(), row.number, static_cast<std::uint32_t>(own + 1), 0, 0};
    surroundings_.titles.push_back({header, {row.cells[own], place}});
  }
}

/// `count` of the titles stand above the header.
void TableRows::note_surroundings(HeaderLines const& lines, std::vector<KeptRow> const& titles,
                                  std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    for (std::string const& text : titles[i].cells) {
      note_text(text);
    }
  }
  std::array<std::string const*, model::column_count> heads{};
  for (KeptRow const& row : lines.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      auto const column = read_head(row.cells[i], vocabulary_).column;
      if (!column) {
        note_text(row.cells[i]);
        continue;
      }
      std::string const*& known = heads[static_cast<std::size_t>(*column)];
      bool const twice =
          known != nullptr && row.covers[i] == Cover::none && !in_other_unit(*known, row.cells[i]);
      if (twice && surroundings_.heads_twice.size() < most_texts) {
        surroundings_.heads_twice.push_back(*known);
        surroundings_.heads_twice.push_back(row.cells[i]);
      }
      known = known == nullptr ? &row.cells[i] : known;
    }
  }
}

void TableRows::account_header(HeaderLines const& lines, std::vector<KeptRow> const& titles,
                               std::size_t count) {
  if (account_ == nullptr) {
    return;
  }
  account_->begin_table(source_->source(), lines.rows.back().number);
  for (std::size_t i = 0; i < count; ++i) {
    account_->add(titles[i], CellUse::title);
  }
  for (KeptRow const& row : lines.rows) {
    account_->add(row, CellUse::column_head);
  }
}

/// The row that was read last.
void TableRows::account_row(RowKind kind) {
  if (account_ != nullptr) {
    bool const carried = has_heading_ && heading_.row == sheet_row_.number;
    account_->add(sheet_row_, layout_, kind, carried);
  }
}

/// A sheet without a table is read no further, unless somebody asks for its cells.
void TableRows::account_rest(std::vector<KeptRow> const& kept) {
  if (account_ == nullptr) {
    return;
  }
  for (KeptRow const& row : kept) {
    account_->add(row, CellUse::prose);
  }
  while (source_->next_row(sheet_row_)) {
    account_->add(keep(sheet_row_), CellUse::prose);
  }
}

/// The heads of another table stand in its own columns.
void TableRows::take_outside(RowKind kind) {
  if (kind != RowKind::header || !is_new_header()) {
    outside_.first = outside_.texts.count() == 0 ? row_outside_.first : outside_.first;
    outside_.texts.add(row_outside_.texts);
  }
  row_outside_ = {};
}

} // namespace jixiao::ingest
