// What stands around the rows of a standard table: kept for the account, and for whoever asks whether it is
// one.
#include "engine/ingest/table_rows.hpp"

#include <array>

namespace jixiao::ingest {

namespace {

using forms::CellUse;

/// Labels of a form are found among far fewer.
constexpr std::size_t most_texts = 4096;

} // namespace

void TableRows::note_text(std::string const& text) {
  if (!text.empty() && surroundings_.texts.size() < most_texts) {
    surroundings_.texts.push_back(text);
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
      bool const twice = known != nullptr && row.covers[i] == Cover::none;
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

} // namespace jixiao::ingest
