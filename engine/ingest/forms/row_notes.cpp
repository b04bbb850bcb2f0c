#include "engine/ingest/forms/row_notes.hpp"

#include "engine/ingest/forms/continuation.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/vocabulary/bonus.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {

using model::Column;
using vocabulary::RowField;

void note_answer(Line const& line, RowHeader const& header, bool answers, diagnostic::SourceId source,
                 Draft& draft) {
  if (answers && line.grid == Grid::order && header.has(Column::target) && header.has(Column::actual)
      && draft[Column::actual] && !draft[Column::target] && draft[Column::name]) {
    draft.findings.push_back(
        diagnostic::make(findings::target_left_blank,
                         {source, draft[Column::actual]->line, draft[Column::actual]->column + 1, 0, 0},
                         {shortened(draft[Column::name]->text), shortened(draft[Column::actual]->text)}));
  }
}

void note_drift(Line const& line, diagnostic::SourceId source, Draft& draft) {
  if (draft.drifted && line.grid != Grid::order) {
    Listing texts;
    for (Cell const& cell : line.cells) {
      texts.add(shortened(cell.text));
    }
    draft.findings.push_back(
        diagnostic::make(line.grid == Grid::author ? findings::row_slipped : findings::cells_drifted,
                         {source, line.number, 0, 0, 0}, {texts.text()}));
  }
  if (draft.lost != 0) {
    draft.findings.push_back(
        diagnostic::make(findings::row_cut_off, {source, line.number, 0, 0, 0},
                         {shortened(draft.text(Column::name)), std::to_string(draft.lost)}));
  }
}

void doubt_cut_number(Cell const& piece, RowField field, diagnostic::SourceId source, Account& account,
                      Draft& above) {
  auto const digit = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  auto& cut = above[field];
  bool const number = cut && !cut->text.empty() && digit(cut->text.back()) && digit(piece.text.front());
  if (!number || is_of_project(field)) {
    return;
  }
  for (CellId const id : cut->from) {
    account.use(id, CellUse::undecided);
  }
  above.findings.push_back(diagnostic::make(findings::cell_undecided,
                                            {source, cut->line, cut->column + 1, 0, 0},
                                            {shortened(cut->text + piece.text)}));
  cut.reset();
  above.left.set(static_cast<std::size_t>(field));
}

void settle_cells(Line const& line, RowHeader const& header, bool answers, Words const& words,
                  diagnostic::SourceId source, Account& account, LineRead& read) {
  auto const use = [&](Cell const& cell, CellUse what, std::string_view field) {
    for (CellId const id : cell.from) {
      account.use(id, what, field);
    }
  };
  auto const place = [&](Cell const& cell) {
    return diagnostic::Place{source, cell.line, cell.column + 1, 0, 0};
  };
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    if (read.fields[i]) {
      RowField const field = header.fields[*read.fields[i]].field;
      use(line.cells[i],
          field == RowField::passed_over || field == RowField::serial ? CellUse::passed_over
          : is_of_project(field)                                      ? CellUse::head
                                                                      : CellUse::row,
          name(field));
    }
  }
  for (auto const* list : {&read.left_over, &read.undecided}) {
    for (std::size_t const i : *list) {
      if (line.grid == Grid::author && words.label(line.cells[i].text)) {
        use(line.cells[i], CellUse::label, {}); // beside the rows, printed again on a new page
        continue;
      }
      use(line.cells[i], CellUse::undecided, {});
      read.draft.cells_left = true;
      read.draft.findings.push_back(
          diagnostic::make(findings::cell_undecided, place(line.cells[i]), {shortened(line.cells[i].text)}));
    }
  }
  auto const values = std::count_if(read.left_over.begin(), read.left_over.end(),
                                    [&](std::size_t const i) { return words.is_value(line.cells[i].text); });
  if (line.grid == Grid::tabs && values >= 2) { // those of a second row: nobody can tell which are whose
    for (Column const column : {Column::target, Column::actual, Column::weight, Column::claimed}) {
      if (auto& cell = read.draft[column]) {
        for (CellId const id : cell->from) {
          account.use(id, CellUse::undecided);
        }
        read.draft.findings.push_back(diagnostic::make(
            findings::cell_undecided, {source, cell->line, cell->column + 1, 0, 0}, {shortened(cell->text)}));
        cell.reset();
      }
    }
  }
  for (std::size_t i = 0; i < line.cells.size() && line.grid == Grid::tabs; ++i) {
    if (read.fields[i] && is_glued(line.cells[i].text)) {
      read.draft.findings.push_back(
          diagnostic::make(findings::cells_glued, place(line.cells[i]), {shortened(line.cells[i].text)}));
    }
  }
  for (std::size_t const i : read.spread) {
    read.draft.findings.push_back(diagnostic::make(findings::name_covers_values, place(line.cells[i]),
                                                   {shortened(line.cells[i].text)}));
  }
  note_answer(line, header, answers, source, read.draft);
  note_drift(line, source, read.draft);
}

bool has_value(Draft const& draft) {
  return draft[Column::target] || draft[Column::actual] || draft[Column::weight];
}

bool lacks_name(Draft const& draft) {
  bool const asked = draft[Column::target] || draft[Column::actual];
  return asked && draft[Column::weight] && is_bare_number(draft[Column::weight]->text);
}

void take_bonus_beside(Line const& line, RowHeader const& header, Words const& words, LineRead& read) {
  auto const level = std::find_if(header.fields.begin(), header.fields.end(), [](FieldColumn const& each) {
    return each.field == vocabulary::row_field(Column::level1);
  });
  if (line.grid != Grid::author || level == header.fields.end() || read.draft[Column::level1]) {
    return;
  }
  auto const found = std::find_if(read.left_over.begin(), read.left_over.end(), [&](std::size_t const i) {
    return vocabulary::heads_bonus(words.vocabulary(), line.cells[i].text);
  });
  if (found != read.left_over.end()) {
    Cell const& cell = line.cells[*found];
    read.draft[Column::level1] =
        DraftCell{cell.text, cell.from, cell.line, cell.column, cell.line + cell.rows - 1};
    read.fields[*found] = static_cast<std::size_t>(level - header.fields.begin());
    read.left_over.erase(found);
  }
}

void mark_bonus(Draft& draft, std::string& heading, Words const& words, diagnostic::SourceId source) {
  auto& level = draft[Column::level1];
  if (heading.empty() || (level && vocabulary::heads_bonus(words.vocabulary(), level->text))) {
    return;
  }
  bool const known = level && words.level1(level->text) != model::Level1::other;
  bool const known_below = level && words.level2(draft.text(Column::level2));
  if (known || known_below) {
    draft.findings.push_back(diagnostic::make(findings::bonus_ended,
                                              {source, level->line, level->column + 1, 0, 0},
                                              {shortened(heading), shortened(level->text)}));
    heading.clear();
    return;
  }
  level = level ? std::move(*level) : DraftCell{{}, {}, draft.line, 0};
  std::string text = heading;
  if (!level->text.empty()) {
    text.append("(").append(level->text).append(")");
  }
  level->text = std::move(text);
}

} // namespace jixiao::ingest::forms
