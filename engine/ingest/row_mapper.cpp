#include "engine/ingest/row_mapper.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/model/unreadable_cell.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <array>

namespace jixiao::ingest {

namespace {

/// Bytes that a blank of grammar::trim may begin and end with (ASCII blanks, U+00A0, U+2000 to U+200B,
/// U+3000, U+FEFF): a cell with others at its ends is left alone without a closer look.
struct BlankBytes {
  std::array<bool, 256> first{}, last{};
};

constexpr BlankBytes blank_bytes() {
  BlankBytes result;
  for (std::size_t i = 0; i <= 0x20; ++i) {
    result.first[i] = result.last[i] = true;
  }
  result.first[0xC2] = result.first[0xE2] = result.first[0xE3] = result.first[0xEF] = true;
  for (std::size_t i = 0x80; i <= 0x8B; ++i) {
    result.last[i] = true;
  }
  result.last[0xA0] = result.last[0xBF] = true;
  return result;
}

constexpr BlankBytes blanks = blank_bytes();

/// Signs such as U+2265 share their first byte with a blank, and not the second.
inline bool may_begin_blank(std::string_view text) {
  auto const byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  return blanks.first[byte(0)]
         && (byte(0) <= 0x20 || text.size() < 2 || byte(1) == 0x80 || byte(1) == 0xA0 || byte(1) == 0xBB);
}

/// Many Chinese characters and signs end in a byte that a blank ends in, too, but few
/// have its other bytes: of a blank of three bytes the middle one is 0x80 or 0xBB.
inline bool may_end_blank(std::string_view text) {
  std::size_t const size = text.size();
  auto const byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (!blanks.last[byte(size - 1)] || size < 3 || byte(size - 1) <= 0x20) {
    return blanks.last[byte(size - 1)];
  }
  bool const middle = byte(size - 2) == 0x80 || byte(size - 2) == 0xBB;
  return byte(size - 2) == 0xC2 || (middle && blanks.first[byte(size - 3)]);
}

inline std::string_view trimmed(std::string_view text) {
  bool const clear = text.empty() || (!may_begin_blank(text) && !may_end_blank(text));
  return clear ? text : grammar::trim(text);
}

/// Columns whose value belongs to one indicator: a merged cell there may mean that the rows share it.
bool is_of_one_row(model::Column column) {
  using model::Column;
  return column == Column::name || column == Column::target || column == Column::weight
         || column == Column::actual || column == Column::claimed || column == Column::pass_threshold
         || column == Column::targets || column == Column::inputs;
}

} // namespace

void RowMapper::set_layout(Layout const& layout) {
  layout_ = &layout;
  line_ = 0;
  cells_ = {};
  absent_.set();
  for (Layout::Field const each : layout.fields) {
    absent_.reset(each.field);
  }
}

void RowMapper::map(SheetRow const& from, bool suspicious, model::RawRow& to, OutsideCells& outside,
                    diagnostic::Diagnostics& findings) {
  to.row = from.number;
  to.carried.reset();
  to.as_above.reset();
  std::size_t const width = from.cells.size();
  if (from.line.empty()) {
    line_ = 0;
    take_cells(from, to);
  } else {
    take_line(from, to);
  }
  take_repeated(from, to);
  for (std::uint32_t const cell : layout_->bare) {
    note_outside(from, cell, outside);
  }
  for (std::size_t cell = layout_->targets.size(); cell < width; ++cell) {
    note_outside(from, cell, outside);
  }
  if (!from.covers.empty()) {
    map_covered(from, to, findings);
  }
  for (CellNote const& note : from.notes) {
    findings.push_back(diagnostic::make(note.code, {layout_->header->source, from.number, note.column, 0, 0},
                                        note.arguments));
  }
  if (suspicious) {
    clean(from, to, findings);
  }
}

/// Copies the whole line at once; its cells are told by where they stand in it.
inline void RowMapper::take_line(SheetRow const& from, model::RawRow& to) {
  std::size_t const width = from.cells.size();
  char const* const begin = from.line.data();
  std::size_t const as_above = line_ + 1 == from.number ? from.as_above : 0;
  line_ = from.number;
  auto each = layout_->fields.begin();
  if (as_above != 0) {
    to.as_above = absent_; // blank in both
  }
  for (; each != layout_->fields.end() && each->cell < as_above; ++each) {
    to.as_above.set(each->field);
  }
  for (; each != layout_->fields.end(); ++each) {
    if (each->cell < width) {
      std::string_view const text = trimmed(from.cells[each->cell]);
      cells_[each->field] = {static_cast<std::uint32_t>(text.data() - begin),
                             static_cast<std::uint32_t>(text.size())};
    } else {
      cells_[each->field] = {};
    }
  }
  to.cells.take_line(from.line, cells_);
}

void RowMapper::take_cells(SheetRow const& from, model::RawRow& to) const {
  to.cells.clear();
  for (Layout::Field const each : layout_->fields) {
    if (each.cell < from.cells.size()) {
      to.cells.set(each.field, trimmed(from.cells[each.cell]));
    }
  }
}

/// Where columns of one meaning say different things, nobody has said which of them counts.
void RowMapper::take_repeated(SheetRow const& from, model::RawRow& to) const {
  for (Layout::Field const each : layout_->repeated) {
    to.as_above.reset(each.field);
    std::string_view const text = each.cell < from.cells.size() ? trimmed(from.cells[each.cell]) : "";
    if (text != to.cells[each.field]) {
      bool const claimed = each.field == static_cast<std::uint32_t>(model::Column::claimed);
      to.cells.set(each.field,
                   claimed ? std::string_view() : model::unreadable_cell); // a claim gives no points
    }
  }
}

void RowMapper::note_outside(SheetRow const& from, std::size_t cell, OutsideCells& outside) const {
  std::string_view const text = cell < from.cells.size() ? grammar::trim(from.cells[cell]) : "";
  if (!text.empty() && from.cover(cell) == Cover::none) {
    auto const column = static_cast<std::uint32_t>(cell + 1);
    outside.add(text, {layout_->header->source, from.number, column, 0, 0});
  }
}

void RowMapper::map_covered(SheetRow const& from, model::RawRow& to,
                            diagnostic::Diagnostics& findings) const {
  std::size_t const known = std::min(from.cells.size(), layout_->targets.size());
  for (std::size_t i = 0; i < known; ++i) {
    std::uint8_t const target = layout_->targets[i];
    if (target >= model::column_count || from.covers[i] == Cover::none || to.cells[target].empty()) {
      continue;
    }
    to.carried.set(target);
    auto const column = static_cast<model::Column>(target);
    if (from.covers[i] == Cover::from_above && is_of_one_row(column)) {
      bool const points = column == model::Column::weight || column == model::Column::claimed;
      findings.push_back(
          diagnostic::make(points ? findings::merged_points_shared : findings::merged_value_repeated,
                           {layout_->header->source, from.number, static_cast<std::uint32_t>(i + 1), 0, 0},
                           {shortened(to.cells[target])}));
      if (points) {
        to.cells.set(target, {}); // the points exist once; how the rows share them nobody has said
      }
    }
  }
}

void RowMapper::clean(SheetRow const& from, model::RawRow& to, diagnostic::Diagnostics& findings) const {
  for (std::size_t i = 0; i < model::column_count; ++i) {
    std::string text(to.cells[i]);
    diagnostic::Place const place{layout_->header->source, to.row, layout_->header->columns[i], 0, 0};
    if (text.find('\0') != std::string::npos) {
      text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
      text = std::string(grammar::trim(text));
      to.cells.set(i, text);
      findings.push_back(diagnostic::make(findings::nul_removed, place));
    }
    bool const said = std::any_of(from.notes.begin(), from.notes.end(),
                                  [&place](CellNote const& note) { return note.column == place.column; });
    if (text.find("\xEF\xBF\xBD") != std::string::npos && !said) {
      findings.push_back(diagnostic::make(findings::text_damaged, place));
    }
  }
}

bool RowMapper::has_own_text(model::RawRow const& row) {
  for (std::size_t i = 0; i < model::column_count; ++i) {
    if (!row.cells[i].empty() && !row.carried.test(i)) {
      return true;
    }
  }
  return false;
}

} // namespace jixiao::ingest
