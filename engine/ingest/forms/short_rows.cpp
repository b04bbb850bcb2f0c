#include "engine/ingest/forms/short_rows.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/leave_cell.hpp"
#include "engine/ingest/listing.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

constexpr std::size_t fewest_others = 2;

void leave(Draft& row, Column column, diagnostic::SourceId source, Account& account) {
  row.cells_left = leave_cell(row, vocabulary::row_field(column), source, account) || row.cells_left;
}

bool names_value(Draft const& row, Words const& words) {
  std::string_view const name = row.text(Column::name);
  return !name.empty() && !is_bare_number(name) && words.is_value(name);
}

/// Calls `visit` for each row.
template <typename Visit>
void for_rows(TableDraft& table, Visit visit) {
  for (ProjectDraft& project : table.projects) {
    for (Draft& row : project.rows) {
      visit(row);
    }
  }
}

/// The column at the right end that half of the rows fill, of those that a row is not complete without.
std::optional<Column> last_filled(TableDraft& table, RowHeader const& header) {
  for (Column const column : {Column::claimed, Column::weight, Column::actual}) {
    std::size_t rows = 0, filled = 0;
    for_rows(table, [&](Draft& row) {
      ++rows;
      filled += row[column] ? 1 : 0;
    });
    if (header.has(column) && filled * 2 >= rows) {
      return column;
    }
  }
  return std::nullopt;
}

/// Its cells are divided by signs: one that is lost moves those behind it.
bool is_divided(Draft const& row) {
  return row.grid == Grid::tabs || (row.grid == Grid::author && row.width != 0);
}

/// Columns of the row's line, had it not been moved as a whole.
std::int64_t width_of(Draft const& row) {
  return !is_divided(row) || row.width == 0 ? 0 : static_cast<std::int64_t>(row.width) - row.moved;
}

/// That of most rows, the larger of two; 0 when most have none.
std::int64_t usual_width(TableDraft& table) {
  std::map<std::int64_t, std::size_t> counts;
  for_rows(table, [&](Draft& row) { ++counts[width_of(row)]; });
  std::int64_t usual = 0;
  std::size_t most = 0;
  for (auto const& [width, count] : counts) {
    if (count >= most) {
      usual = width;
      most = count;
    }
  }
  return usual;
}

constexpr Column values[] = {Column::target, Column::actual, Column::weight, Column::claimed};

/// Of `values`, those that half of the rows fill.
std::vector<Column> usual_values(TableDraft& table, RowHeader const& header) {
  std::vector<Column> usual;
  for (Column const column : values) {
    std::size_t rows = 0, filled = 0;
    for_rows(table, [&](Draft& row) {
      ++rows;
      filled += row[column] ? 1 : 0;
    });
    if (header.has(column) && rows >= fewest_others && filled * 2 >= rows) {
      usual.push_back(column);
    }
  }
  return usual;
}

/// Where only the order is known and a row has fewer values than the others, nobody can tell whose its bare
/// numbers are.
void doubt_rows_in_order(TableDraft& table, RowHeader const& header, Account& account) {
  std::vector<Column> const usual = usual_values(table, header);
  auto const is_short = [&](Draft const& row) {
    return row.grid == Grid::order
           && std::any_of(usual.begin(), usual.end(), [&](Column column) { return !row[column]; });
  };
  bool numbers = false; // answer what is asked, so that points are not told from them
  for_rows(table, [&](Draft& row) {
    numbers = numbers || (!is_short(row) && is_bare_number(row.text(Column::actual)));
  });
  for_rows(table, [&](Draft& row) {
    if (!is_short(row)) {
      return;
    }
    bool const points = std::any_of(usual.begin(), usual.end(), [&](Column column) {
      return (column == Column::weight || column == Column::claimed) && !row[column];
    });
    for (Column const column : values) {
      bool const asked = column == Column::target || column == Column::actual;
      if (is_bare_number(row.text(column)) && (asked || points || numbers)) {
        leave(row, column, table.source, account);
      }
    }
  });
}

/// Its program left out the blank cells at the end of the line: every cell in front of them is what its head
/// says, and signs and units tell what is asked and what was done from points.
bool is_trimmed(Draft const& row, Words const& words) {
  auto const measured = [&](Column column) {
    return words.is_value(row.text(column)) && !is_bare_number(row.text(column));
  };
  return row.grid == Grid::author && !row.text(Column::name).empty()
         && !words.is_value(row.text(Column::name)) && !words.level2(row.text(Column::name))
         && measured(Column::target) && measured(Column::actual) && is_bare_number(row.text(Column::weight));
}

bool is_percentage(std::string_view text) {
  return text.ends_with("%") || text.ends_with("\xEF\xBC\x85");
}

/// A percentage among weights that are bare numbers is an answer: the row stands elsewhere than its heads.
void doubt_slipped_rows(TableDraft& table, RowHeader const& header, Words const& words, Account& account) {
  std::size_t rows = 0, bare = 0;
  for_rows(table, [&](Draft& row) {
    ++rows;
    bare += is_bare_number(row.text(Column::weight)) ? 1 : 0;
  });
  std::optional<Column> const last = last_filled(table, header);
  for_rows(table, [&](Draft& row) {
    bool const points = bare >= fewest_others && bare * 2 > rows && is_percentage(row.text(Column::weight));
    bool const value = row.grid == Grid::author && names_value(row, words);
    if (!points && !(value && last && !row[*last])) {
      return;
    }
    if (value || words.level2(row.text(Column::name))) {
      leave(row, Column::name, table.source, account);
    }
    for (Column const column : values) {
      leave(row, column, table.source, account);
    }
  });
}

} // namespace

void doubt_short_rows(TableDraft& table, RowHeader const& header, Words const& words, Account& account) {
  doubt_rows_in_order(table, header, account);
  doubt_slipped_rows(table, header, words, account);
  std::optional<Column> const last = last_filled(table, header);
  if (!last) {
    return;
  }
  std::size_t rows = 0, open = 0;
  for_rows(table, [&](Draft& row) {
    ++rows;
    open += row.grid == Grid::tabs && !row[*last] ? 1 : 0;
  });
  bool const only = last == Column::claimed && open == 1 && rows > fewest_others;
  std::int64_t const usual = usual_width(table);
  for_rows(table, [&](Draft& row) {
    std::int64_t const width = width_of(row);
    bool const alone = only && row.grid == Grid::tabs;
    if (!is_divided(row) || row[*last] || !(alone || (width != 0 && width < usual))) {
      return;
    }
    if (is_trimmed(row, words)) {
      row.findings.push_back(
          diagnostic::make(findings::short_row_taken, {table.source, row.line, 0, 0, 0},
                           {shortened(row.text(Column::name)), std::string(row.text(Column::weight))}));
      return;
    }
    bool const value = names_value(row, words);
    if (value) {
      leave(row, Column::name, table.source, account);
    }
    if (value || is_bare_number(row.text(Column::actual)) || last == Column::actual) {
      leave(row, Column::target, table.source, account);
      leave(row, Column::actual, table.source, account);
    }
    leave(row, Column::weight, table.source, account);
  });
}

} // namespace jixiao::ingest::forms
