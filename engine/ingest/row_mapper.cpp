#include "engine/ingest/row_mapper.hpp"

#include "engine/ingest/findings.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest {

namespace {

/// True when grammar::trim would leave `text` as it is; may be false for a text that needs no trimming.
/// Every blank that it knows is ASCII up to the space or begins with one of four bytes.
inline bool is_surely_trimmed(std::string_view text) {
  auto const byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  auto const may_begin_blank = [](unsigned char value) {
    return value <= 0x20 || value == 0xC2 || value == 0xE2 || value == 0xE3 || value == 0xEF;
  };
  unsigned char const last = byte(text.size() - 1);
  if (may_begin_blank(byte(0))) {
    return false;
  }
  if (last < 0x80) {
    return last > 0x20;
  }
  return text.size() < 3 || !(may_begin_blank(byte(text.size() - 3)) || byte(text.size() - 2) == 0xC2);
}

inline std::string_view trimmed(std::string_view text) {
  return text.empty() || is_surely_trimmed(text) ? text : grammar::trim(text);
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
      to.cells[targets[i]].assign(text.data(), text.size());
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
