#include "engine/ingest/header.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/head_text.hpp"
#include "engine/ingest/head_year.hpp"
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

/// A row has one of each, and points hang on it.
bool is_value(Column column) {
  return column == Column::target || column == Column::actual || column == Column::weight
         || column == Column::claimed;
}

/// The text of a cell; empty where a merged cell to its left covers it.
std::string_view own_text(KeptRow const& row, std::size_t index) {
  bool const own = index < row.cells.size() && row.covers[index] != Cover::from_left;
  return own ? std::string_view(row.cells[index]) : std::string_view();
}

/// What the lines say about one column.
struct ColumnText {
  std::string text; ///< the lowest one
  ColumnHead head;  ///< of that text; its unit may come from a heading over several columns
  std::size_t line = 0;
};

ColumnText column_text(HeaderLines const& lines, std::size_t index, Vocabulary const& vocabulary) {
  ColumnText result;
  for (std::size_t i = lines.rows.size(); i-- > 0;) {
    KeptRow const& row = lines.rows[i];
    std::string_view const text = own_text(row, index);
    bool const counts = !text.empty() && (i >= lines.main || read_head(text, vocabulary).column);
    if (result.text.empty() && counts) {
      result = {std::string(text), read_head(text, vocabulary), i};
    } else if (result.head.column && result.head.unit.empty() && index < row.cells.size()) {
      result.head.unit = read_head(row.cells[index], vocabulary).unit;
    }
  }
  return result;
}

/// The texts of the lines that name neither a column nor, by another line, a part of it.
void list_group_heads(HeaderLines const& lines, std::vector<ColumnText> const& columns,
                      diagnostic::SourceId source, Vocabulary const& vocabulary,
                      diagnostic::Diagnostics& findings) {
  for (std::size_t i = 0; i < lines.rows.size(); ++i) {
    KeptRow const& row = lines.rows[i];
    Listing texts;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      bool const own = !row.cells[column].empty() && row.covers[column] == Cover::none;
      bool const used = columns[column].line == i && !columns[column].text.empty();
      if (own && !used && !read_head(row.cells[column], vocabulary).column) {
        texts.add(row.cells[column]);
      }
    }
    if (texts.count() != 0) {
      findings.push_back(
          diagnostic::make(findings::titles_skipped, {source, row.number, 0, 0, 0}, {texts.text()}));
    }
  }
}

} // namespace

KeptRow keep(SheetRow const& row) {
  KeptRow kept;
  kept.number = row.number;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::string text(row.cells[i]);
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
    kept.cells.emplace_back(grammar::trim(text));
    kept.covers.push_back(row.cover(i));
  }
  return kept;
}

bool goes_down_into(KeptRow const& header, KeptRow const& row) {
  std::size_t down = 0, own = 0;
  auto const covered = [&header](std::size_t i) {
    return i < header.covers.size() && header.covers[i] == Cover::from_left;
  };
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) {
      continue;
    }
    if (row.covers[i] == Cover::none) {
      ++own;
      if (!covered(i) && !covered(i + 1)) {
        return false; // below a head that it does not divide
      }
    }
    bool const same = i < header.cells.size() && header.cells[i] == row.cells[i];
    down += same && row.covers[i] == Cover::from_above ? 1 : 0;
  }
  return down != 0 && own != 0;
}

bool is_second_line(KeptRow const& row, KeptRow const& header, vocabulary::Vocabulary const& vocabulary) {
  std::size_t texts = 0;
  std::size_t heads = 0;
  bool name = false;
  for (std::size_t i = 0; i < std::max(row.cells.size(), header.cells.size()); ++i) {
    bool const own = i < row.cells.size() && !row.cells[i].empty() && row.covers[i] == Cover::none;
    bool const above = i < header.cells.size() && header.covers[i] != Cover::from_left;
    std::string_view const text = own     ? std::string_view(row.cells[i])
                                  : above ? std::string_view(header.cells[i])
                                          : std::string_view();
    auto const column = read_head(text, vocabulary).column;
    name = name || column == model::Column::name;
    texts += own ? 1 : 0;
    heads += own && column ? 1 : 0;
  }
  return name && ((heads >= 2 && heads * 2 >= texts) || goes_down_into(header, row));
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

bool is_short_unit_head(std::string_view text) {
  return grammar::without_blanks(text) == "\xE5\x8D\x95\xE4\xBD\x8D";
}

namespace {

/// The meaning of `name` goes into `head`.
void look_up(std::string const& name, Vocabulary const& vocabulary, ColumnHead& head) {
  head.fused_target = vocabulary.is_fused_target(name);
  head.column = head.fused_target ? std::optional(Column::target) : vocabulary.column(name);
}

/// Targets and actual values have heads with years.
void look_up_year(HeadOfYear const& head, Vocabulary const& vocabulary, ColumnHead& result) {
  for (std::string const& name : head.names) {
    ColumnHead of_year;
    look_up(name, vocabulary, of_year);
    if (of_year.column == Column::target || of_year.column == Column::actual) {
      result.column = of_year.column;
      result.fused_target = of_year.fused_target;
      result.year = head.year;
      return;
    }
  }
}

} // namespace

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
    look_up(*name, vocabulary, head);
    if (head.column) {
      break;
    }
  }
  if (!head.column || !parts.bracket.empty()) {
    look_up_year(head_of_year(parts), vocabulary, head);
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

diagnostic::Outcome<Layout> make_layout(HeaderLines const& lines, std::string const& money_unit,
                                        diagnostic::SourceId source, Vocabulary const& vocabulary) {
  Layout layout;
  diagnostic::Diagnostics findings;
  auto header = std::make_shared<model::Header>();
  header->source = source;
  header->row = lines.rows.back().number;
  bool fused = false;
  std::size_t width = 0;
  for (KeptRow const& row : lines.rows) {
    width = std::max(width, row.cells.size());
  }
  std::vector<ColumnText> columns;
  std::vector<YearColumn> years;
  for (std::size_t i = 0; i < width; ++i) {
    columns.push_back(column_text(lines, i, vocabulary));
    ColumnHead const& head = columns.back().head;
    years.push_back({head.column.value_or(Column::name), head.year});
  }
  header->year = year_of_heads(years);
  Listing other_years;
  for (std::size_t i = 0; i < width; ++i) {
    auto const sheet_column = static_cast<std::uint32_t>(i + 1);
    ColumnText const& column = columns[i];
    layout.heads.push_back(column.text);
    layout.targets.push_back(column.text.empty() ? Layout::unnamed : Layout::ignored);
    if (!column.head.column) {
      continue;
    }
    if (!header->year.empty() && !column.head.year.empty() && column.head.year != header->year) {
      other_years.add(column.text);
      continue;
    }
    bool const behind =
        header->has(Column::name) || header->has(Column::target) || header->has(Column::relation);
    bool const measure = column.head.column == Column::unit && behind && is_short_unit_head(column.text);
    auto const index = static_cast<std::size_t>(measure ? Column::measure : *column.head.column);
    if (header->columns[index] != 0) {
      findings.push_back(diagnostic::make(findings::column_duplicate,
                                          {source, header->row, sheet_column, 0, 0},
                                          {column.text, std::to_string(header->columns[index])}));
      if (is_value(static_cast<Column>(index))) {
        layout.repeated.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(index)});
      }
      continue;
    }
    layout.targets.back() = static_cast<std::uint8_t>(index);
    header->columns[index] = sheet_column;
    header->units[index] = column.head.unit;
    if (header->units[index].empty() && is_money(*column.head.column)) {
      header->units[index] = money_unit;
    }
    fused = fused || column.head.fused_target;
  }
  for (std::uint32_t i = 0; i < layout.targets.size(); ++i) {
    if (layout.targets[i] < model::column_count) {
      layout.fields.push_back({i, layout.targets[i]});
    } else if (layout.targets[i] == Layout::unnamed) {
      layout.bare.push_back(i);
    }
  }
  if (other_years.count() != 0) {
    findings.push_back(diagnostic::make(findings::columns_of_other_year, {source, header->row, 0, 0, 0},
                                        {header->year, other_years.text()}));
  }
  header->fused_target = fused && !header->has(Column::relation) && !header->has(Column::measure);
  list_group_heads(lines, columns, source, vocabulary, findings);
  layout.header = std::move(header);
  return {std::move(layout), std::move(findings)};
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
