#include "engine/ingest/row_mapper.hpp"

#include "engine/ingest/findings.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <cstring>

namespace jixiao::ingest {

namespace {

/// True when the two bytes begin a blank of more than one byte: U+00A0, U+2000 to U+203F, U+3000 to U+303F,
/// U+FEC0 to U+FEFF. More than grammar::trim removes, and enough to pass by the cells that it leaves alone.
inline bool may_begin_blank(char first, char second) {
  unsigned const pair = static_cast<unsigned char>(first) << 8u | static_cast<unsigned char>(second);
  return pair == 0xC2A0 || pair == 0xE280 || pair == 0xE380 || pair == 0xEFBB;
}

inline bool may_have_blanks(std::string_view text) {
  std::size_t const size = text.size();
  auto const first = static_cast<unsigned char>(text[0]);
  auto const last = static_cast<unsigned char>(text[size - 1]);
  if (first <= 0x20 || last <= 0x20 || (size < 3 && (first | last) >= 0x80)) {
    return true;
  }
  if (size < 3) {
    return false;
  }
  return (first >= 0x80 && may_begin_blank(text[0], text[1]))
         || (last >= 0x80
             && (may_begin_blank(text[size - 3], text[size - 2])
                 || may_begin_blank(text[size - 2], text[size - 1])));
}

inline std::string_view trimmed(std::string_view text) {
  return !text.empty() && may_have_blanks(text) ? grammar::trim(text) : text;
}

inline void assign(std::string& to, std::string_view text) {
  if (text.empty()) {
    to.clear();
  } else if (to.size() == text.size()) {
    std::memcpy(to.data(), text.data(), text.size()); // what std::string does, without asking for room
  } else {
    to.assign(text.data(), text.size());
  }
}

/// Columns whose value belongs to one indicator: a merged cell there may mean that the rows share it.
bool is_of_one_row(model::Column column) {
  using model::Column;
  return column == Column::name || column == Column::target || column == Column::weight
         || column == Column::actual || column == Column::claimed || column == Column::pass_threshold;
}

} // namespace

void RowMapper::map(SheetRow const& from, bool suspicious, model::RawRow& to, OutsideCells& outside,
                    diagnostic::Diagnostics& findings) const {
  to.row = from.number;
  to.carried.reset();
  std::vector<std::uint8_t> const& targets = layout_->targets;
  std::size_t const width = from.cells.size();
  std::size_t const known = std::min(width, targets.size());
  for (std::size_t i = 0; i < known; ++i) {
    std::string_view const text = trimmed(from.cells[i]);
    if (targets[i] < model::column_count) {
      assign(to.cells[targets[i]], text);
    } else if (targets[i] == Layout::unnamed && !text.empty() && from.cover(i) == Cover::none) {
      outside.add(text, {layout_->header->source, from.number, static_cast<std::uint32_t>(i + 1), 0, 0});
    }
  }
  for (std::size_t i = known; i < targets.size(); ++i) {
    if (targets[i] < model::column_count) {
      to.cells[targets[i]].clear();
    }
  }
  for (std::size_t i = known; i < width; ++i) {
    std::string_view const text = trimmed(from.cells[i]);
    if (!text.empty() && from.cover(i) == Cover::none) {
      outside.add(text, {layout_->header->source, from.number, static_cast<std::uint32_t>(i + 1), 0, 0});
    }
  }
  if (!from.covers.empty()) {
    map_covered(from, to, findings);
  }
  for (CellNote const& note : from.notes) {
    findings.push_back(diagnostic::make(note.code, {layout_->header->source, from.number, note.column, 0, 0},
                                        note.arguments));
  }
  if (suspicious) {
    clean(to, findings);
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
    if (from.covers[i] == Cover::from_above && is_of_one_row(static_cast<model::Column>(target))) {
      findings.push_back(
          diagnostic::make(findings::merged_value_repeated,
                           {layout_->header->source, from.number, static_cast<std::uint32_t>(i + 1), 0, 0},
                           {shortened(to.cells[target])}));
    }
  }
}

void RowMapper::clean(model::RawRow& to, diagnostic::Diagnostics& findings) const {
  for (std::size_t i = 0; i < model::column_count; ++i) {
    std::string& text = to.cells[i];
    diagnostic::Place const place{layout_->header->source, to.row, layout_->header->columns[i], 0, 0};
    if (text.find('\0') != std::string::npos) {
      text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
      text = std::string(grammar::trim(text));
      findings.push_back(diagnostic::make(findings::nul_removed, place));
    }
    if (text.find("\xEF\xBF\xBD") != std::string::npos) {
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
