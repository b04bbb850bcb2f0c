#include "engine/ingest/table_account.hpp"

#include "engine/ingest/carry_down.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest {

namespace {

using forms::CellUse;

/// What a row makes of a cell in a column of the standard table.
CellUse use_of(RowKind kind, model::Column column, bool carried) {
  switch (kind) {
  case RowKind::indicator: return CellUse::row;
  case RowKind::header: return CellUse::head_again;
  case RowKind::total: return carried && is_carried_down(column) ? CellUse::head : CellUse::total;
  case RowKind::heading: return is_carried_down(column) ? CellUse::head : CellUse::undecided;
  case RowKind::foot: return CellUse::passed_over;
  case RowKind::blank: return CellUse::undecided;
  }
  return CellUse::undecided;
}

/// What becomes of a cell outside of the columns that are read.
CellUse use_outside(RowKind kind, bool has_head) {
  if (kind == RowKind::header) {
    return CellUse::head_again;
  }
  return has_head ? CellUse::passed_over : CellUse::undecided;
}

} // namespace

void TableAccount::begin_table(diagnostic::SourceId source, std::uint32_t line) {
  tables_.push_back({source, line, line});
  in_table_ = true;
}

void TableAccount::add_heads(Layout const& layout) {
  for (std::size_t i = 0; i < layout.targets.size(); ++i) {
    if (layout.targets[i] != Layout::unnamed) {
      heads_.push_back({{layout.header->source, layout.header->row, static_cast<std::uint32_t>(i + 1), 0, 0},
                        layout.heads[i],
                        layout.targets[i] != Layout::ignored});
    }
  }
}

void TableAccount::put(std::uint32_t line, std::size_t cell, std::string_view text, CellUse use,
                       std::string_view field) {
  if (keep_ == Keep::heads) {
    return;
  }
  entries_.push_back({sheets_ == 0 ? 0 : sheets_ - 1, line, static_cast<std::uint32_t>(cell + 1),
                      std::string(text), in_table_ ? static_cast<std::uint32_t>(tables_.size()) : 0, use,
                      std::string(field)});
}

void TableAccount::add(KeptRow const& row, CellUse use) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.cells[i].empty() && row.covers[i] == Cover::none) {
      put(row.number, i, row.cells[i], use, {});
    }
  }
}

void TableAccount::add(SheetRow const& row, Layout const& layout, RowKind kind, bool carried) {
  last_row_ = entries_.size();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::string_view const text = grammar::trim(row.cells[i]);
    if (text.empty() || row.cover(i) != Cover::none) {
      continue;
    }
    std::uint8_t const target = i < layout.targets.size() ? layout.targets[i] : Layout::unnamed;
    if (target >= model::column_count) {
      put(row.number, i, text, use_outside(kind, target == Layout::ignored), {});
      continue;
    }
    auto const column = static_cast<model::Column>(target);
    CellUse const use = use_of(kind, column, carried);
    bool const named = use == CellUse::row || use == CellUse::head;
    put(row.number, i, text, use, named ? model::name(column) : std::string_view());
  }
  tables_.back().last_line = row.number;
}

void TableAccount::leave_last_row() {
  for (std::size_t i = last_row_; i < entries_.size(); ++i) {
    entries_[i].use = CellUse::undecided;
    entries_[i].field.clear();
  }
}

} // namespace jixiao::ingest
