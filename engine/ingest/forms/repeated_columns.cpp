#include "engine/ingest/forms/repeated_columns.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/leave_cell.hpp"
#include "engine/ingest/forms/titles.hpp"
#include "engine/ingest/head_year.hpp"
#include "engine/ingest/listing.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using vocabulary::RowField;

/// What the column is read for, or would be.
RowField meaning(FieldColumn const& field) {
  return field.meant.value_or(field.field);
}

std::string_view text_at(Line const& line, std::uint32_t column) {
  auto const cell =
      std::lower_bound(line.cells.begin(), line.cells.end(), column,
                       [](Cell const& each, std::uint32_t wanted) { return each.column < wanted; });
  return cell == line.cells.end() || cell->column != column ? std::string_view()
                                                            : std::string_view(cell->text);
}

/// A weight of "50%" is one of 50 points.
std::string_view without_percent(std::string_view text) {
  constexpr std::string_view wide = "\xEF\xBC\x85";
  text.remove_suffix(text.ends_with("%") ? 1 : text.ends_with(wide) ? wide.size() : 0);
  return text;
}

/// Whether a line of the rows says something else in both columns.
bool differ(RowHeader const& header, Lines const& lines, std::size_t end, std::uint32_t one,
            std::uint32_t other, RowField field) {
  bool const weight = field == vocabulary::row_field(model::Column::weight);
  bool found = header.grid == Grid::order;
  for (std::size_t i = header.rows; i < end && !found; ++i) {
    std::string_view const first = text_at(lines[i], one), text = text_at(lines[i], other);
    found = !text.empty() && (weight ? without_percent(text) != without_percent(first) : text != first);
  }
  return found;
}

/// The columns of one meaning, of the year of the table or of none, and of other years.
struct ColumnsOfYears {
  std::vector<FieldColumn*> own, other;
};

ColumnsOfYears columns_of(RowHeader& header, RowField field, std::string const& year, Words const& words) {
  ColumnsOfYears columns;
  for (FieldColumn& each : header.fields) {
    if (meaning(each) == field) {
      std::string const of = whole_year(each.period, words.forms());
      (of.empty() || of == year ? columns.own : columns.other).push_back(&each);
    }
  }
  return columns;
}

/// The year of the table, or, where nothing prints it, that of its heads.
std::string year_of(RowHeader const& header, std::string const& year, Words const& words) {
  std::vector<YearColumn> columns;
  for (FieldColumn const& each : header.fields) {
    for (model::Column const column : {model::Column::target, model::Column::actual}) {
      if (meaning(each) == vocabulary::row_field(column)) {
        columns.push_back({column, whole_year(each.period, words.forms())});
      }
    }
  }
  return year.empty() ? year_of_heads(columns) : year;
}

} // namespace

void choose_year(RowHeader& header, std::string const& printed, Words const& words,
                 diagnostic::Place const& place, diagnostic::Diagnostics& to) {
  std::string const year = year_of(header, printed, words);
  Listing beside, alone;
  for (model::Column const value :
       {model::Column::target, model::Column::actual, model::Column::weight, model::Column::claimed}) {
    RowField const field = vocabulary::row_field(value);
    auto const columns = year.empty() ? ColumnsOfYears() : columns_of(header, field, year, words);
    if (columns.other.empty() || columns.own.size() > 1) {
      continue; // what is of no year may be of this one
    }
    for (FieldColumn* const each : columns.own) {
      each->field = field;
      each->meant = std::nullopt;
    }
    for (FieldColumn* const each : columns.other) {
      each->field = RowField::passed_over;
      each->meant = field;
      std::string shown = each->head;
      if (!each->head.starts_with(each->period)) {
        shown.append(" ").append(each->period);
      }
      (columns.own.empty() ? alone : beside).add(shown);
    }
    header.repeated.erase(std::remove_if(header.repeated.begin(), header.repeated.end(),
                                         [field](auto const& each) { return each.first.field == field; }),
                          header.repeated.end());
  }
  if (beside.count() != 0) {
    to.push_back(diagnostic::make(findings::other_year_left_out, place, {year, beside.text()}));
  }
  if (alone.count() != 0) {
    to.push_back(diagnostic::make(ingest::findings::columns_of_other_year, place, {year, alone.text()}));
  }
}

void leave_repeated(RowHeader const& header, Lines const& lines, std::size_t end, TableDraft& table,
                    Account& account) {
  for (auto const& [field, first] : header.repeated) {
    if (!differ(header, lines, end, first, field.column, field.field)) {
      continue;
    }
    table.findings.push_back(diagnostic::make(
        ingest::findings::column_duplicate, {table.source, lines[header.last].number, field.column + 1, 0, 0},
        {field.head, std::to_string(first + 1)}));
    for (ProjectDraft& project : table.projects) {
      for (Draft& row : project.rows) {
        leave_cell(row, field.field, table.source, account);
        row.left.set(static_cast<std::size_t>(field.field));
      }
    }
  }
}

} // namespace jixiao::ingest::forms
