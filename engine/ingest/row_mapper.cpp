#include "engine/ingest/row_mapper.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/model/unreadable_cell.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <array>

namespace jixiao::ingest {

namespace {

/// What a byte may be in a blank of grammar::trim: ASCII blanks, or one of two or three bytes (U+00A0, U+2000
/// to U+200B, U+3000, U+FEFF). Numbers of bits.
enum BlankByte : std::uint8_t { ascii_blank, first_of_blank, second_of_blank, before_last, last_of_blank };

constexpr std::array<std::uint8_t, 256> blank_bytes() {
  std::array<std::uint8_t, 256> result{};
  for (std::size_t i = 0; i <= 0x20; ++i) {
    result[i] = 1U << ascii_blank;
  }
  for (std::size_t const i : {0xC2, 0xE2, 0xE3, 0xEF}) {
    result[i] |= 1U << first_of_blank;
  }
  for (std::size_t const i : {0x80, 0xA0, 0xBB}) {
    result[i] |= 1U << second_of_blank;
  }
  for (std::size_t const i : {0x80, 0xBB, 0xC2}) {
    result[i] |= 1U << before_last; // the second of three, or the first of two
  }
  for (std::size_t i = 0x80; i <= 0x8B; ++i) {
    result[i] |= 1U << last_of_blank;
  }
  result[0xA0] |= 1U << last_of_blank;
  result[0xBF] |= 1U << last_of_blank;
  return result;
}

constexpr std::array<std::uint8_t, 256> blanks = blank_bytes();

/// Zero for nearly every text that neither begins nor ends with a blank. Without jumps: what cells begin and
/// end with, and whether they hold anything, changes from one to the next. The byte at the begin of a blank
/// text is read, too.
inline unsigned maybe_blanks(std::string_view text) {
  auto const byte = [text](std::size_t at) -> unsigned {
    return blanks[static_cast<unsigned char>(text.data()[at])];
  };
  std::size_t const last = text.size() - static_cast<std::size_t>(!text.empty());
  std::size_t const one = static_cast<std::size_t>(last != 0); // of one byte both neighbours are that byte
  unsigned const begin = byte(0);
  unsigned const end = byte(last);
  unsigned const begins = begin >> first_of_blank & byte(one) >> second_of_blank;
  unsigned const ends = byte(last - one) >> before_last & end >> last_of_blank;
  return (begin | end | begins | ends) & static_cast<unsigned>(!text.empty());
}

inline std::string_view trimmed(std::string_view text) {
  return text.empty() || maybe_blanks(text) == 0 ? text : grammar::trim(text);
}

/// Where a cell stands in its line.
inline model::RowTexts<model::column_count>::Stretch stretch(std::string_view text, char const* line) {
  return {static_cast<std::uint32_t>(text.data() - line), static_cast<std::uint32_t>(text.size())};
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
  std::bitset<model::column_count> alike; // columns that the table does not have are blank in both rows
  alike.set();
  for (Layout::Field const each : layout.fields) {
    alike.reset(each.field);
  }
  alike_.clear();
  for (std::size_t read = 0; read < layout.fields.size(); ++read) {
    alike_.resize(layout.fields[read].cell + 1, {alike, read});
    alike.set(layout.fields[read].field);
  }
  alike_.push_back({alike, layout.fields.size()});
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
    Alike const& alike = alike_[std::min(as_above, alike_.size() - 1)];
    to.as_above = alike.fields;
    each += static_cast<std::ptrdiff_t>(alike.read);
  }
  auto const first = each;
  unsigned blank = 0;
  for (; each != layout_->fields.end() && each->cell < width; ++each) {
    std::string_view const text = from.cells[each->cell];
    blank |= maybe_blanks(text);
    cells_[each->field] = stretch(text, begin);
  }
  for (auto missing = each; missing != layout_->fields.end(); ++missing) {
    cells_[missing->field] = {};
  }
  if (blank != 0) {
    for (auto again = first; again != each; ++again) {
      cells_[again->field] = stretch(trimmed(from.cells[again->cell]), begin);
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
