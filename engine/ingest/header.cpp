#include "engine/ingest/header.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/head_text.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <bitset>

namespace jixiao::ingest {

namespace {

using model::Column;
using vocabulary::Vocabulary;

/// A head longer than this is a sentence.
constexpr std::size_t longest_head = 120;

model::Unit const* unit_of(std::string_view text, Vocabulary const& vocabulary) {
  for (grammar::UnitWord const& word : vocabulary.lexicon().units) {
    if (word.text == text) {
      return vocabulary.unit(word.id);
    }
  }
  return nullptr;
}

bool is_money(Column column) {
  return column == Column::initial_budget || column == Column::adjusted_budget || column == Column::executed;
}

std::string cell_at(KeptRow const& row, std::size_t index) {
  bool const beside = index < row.cells.size() && row.covers[index] == Cover::from_left;
  return index < row.cells.size() && !beside ? row.cells[index] : std::string();
}

/// The unit in the brackets of a heading over several columns.
std::string unit_over(KeptRow const& upper, std::size_t index, Vocabulary const& vocabulary) {
  return index < upper.cells.size() ? read_head(upper.cells[index], vocabulary).unit : std::string();
}

/// The headers that no column is known for.
void list_unknown(Layout const& layout, diagnostic::Place place, diagnostic::Diagnostics& findings) {
  Listing unknown;
  for (std::size_t i = 0; i < layout.targets.size(); ++i) {
    if (layout.targets[i] == Layout::ignored) {
      unknown.add(layout.heads[i]);
    }
  }
  if (unknown.count() != 0) {
    findings.push_back(diagnostic::make(findings::columns_unknown, place,
                                        {std::to_string(unknown.count()), unknown.text()}));
  }
}

} // namespace

KeptRow keep(SheetRow const& row) {
  KeptRow kept;
  kept.number = row.number;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    kept.cells.emplace_back(grammar::trim(row.cells[i]));
    kept.covers.push_back(row.cover(i));
  }
  return kept;
}

std::string texts_of(KeptRow const& row) {
  Listing texts;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.cells[i].empty() && row.covers[i] == Cover::none) {
      texts.add(row.cells[i]);
    }
  }
  return texts.text();
}

ColumnHead read_head(std::string_view text, Vocabulary const& vocabulary) {
  ColumnHead head;
  if (text.empty() || text.size() > longest_head) {
    return head;
  }
  HeadText const parts = split_head(text);
  if (!parts.bracket.empty() && unit_of(parts.bracket, vocabulary) != nullptr) {
    head.unit = parts.bracket;
  }
  for (std::string const* name : {&parts.whole, &parts.name}) {
    head.fused_target = vocabulary.is_fused_target(*name);
    head.column = head.fused_target ? std::optional(Column::target) : vocabulary.column(*name);
    if (head.column) {
      break;
    }
  }
  return head;
}

HeaderLikeness likeness(KeptRow const& row, Vocabulary const& vocabulary) {
  HeaderLikeness result;
  std::bitset<model::column_count> found;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty() || row.covers[i] == Cover::from_left) {
      continue;
    }
    ++result.texts;
    if (auto const column = read_head(row.cells[i], vocabulary).column) {
      ++result.heads;
      found.set(static_cast<std::size_t>(*column));
    }
  }
  result.columns = found.count();
  result.name = found.test(static_cast<std::size_t>(Column::name));
  return result;
}

Layout make_layout(KeptRow const& upper, KeptRow const& lower, std::string const& money_unit,
                   diagnostic::SourceId source, Vocabulary const& vocabulary,
                   diagnostic::Diagnostics& findings) {
  Layout layout;
  auto header = std::make_shared<model::Header>();
  header->source = source;
  header->row = lower.number;
  bool fused = false;
  std::size_t const width = std::max(upper.cells.size(), lower.cells.size());
  for (std::size_t i = 0; i < width; ++i) {
    auto const sheet_column = static_cast<std::uint32_t>(i + 1);
    std::string text = cell_at(lower, i);
    if (text.empty() && read_head(cell_at(upper, i), vocabulary).column) {
      text = cell_at(upper, i);
    }
    ColumnHead const head = read_head(text, vocabulary);
    layout.heads.push_back(text);
    layout.targets.push_back(text.empty() ? Layout::unnamed : Layout::ignored);
    if (!head.column) {
      continue;
    }
    auto const index = static_cast<std::size_t>(*head.column);
    if (header->columns[index] != 0) {
      findings.push_back(diagnostic::make(findings::column_duplicate,
                                          {source, lower.number, sheet_column, 0, 0},
                                          {text, std::to_string(header->columns[index])}));
      continue;
    }
    layout.targets.back() = static_cast<std::uint8_t>(index);
    header->columns[index] = sheet_column;
    header->units[index] = !head.unit.empty() ? head.unit : unit_over(upper, i, vocabulary);
    if (header->units[index].empty() && is_money(*head.column)) {
      header->units[index] = money_unit;
    }
    fused = fused || head.fused_target;
  }
  header->fused_target = fused && !header->has(Column::relation) && !header->has(Column::measure);
  list_unknown(layout, {source, lower.number, 0, 0, 0}, findings);
  layout.header = std::move(header);
  return layout;
}

std::string money_unit_of(std::string_view text, Vocabulary const& vocabulary) {
  HeadText const parts = split_head(text);
  std::string const candidates[] = {parts.bracket, std::string(behind_colon(parts.whole))};
  for (std::string const& candidate : candidates) {
    model::Unit const* const unit = candidate.empty() ? nullptr : unit_of(candidate, vocabulary);
    if (unit != nullptr && unit->dimension == model::Dimension::money) {
      return candidate;
    }
  }
  return {};
}

} // namespace jixiao::ingest
