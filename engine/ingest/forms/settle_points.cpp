// Sums of points: where a row that stands between two projects belongs, and whether printed sums agree.
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/settle.hpp"
#include "engine/ingest/forms/sums_of_points.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/number/rational.hpp"
#include "engine/vocabulary/bonus.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using number::Rational;
using vocabulary::row_field;
using vocabulary::RowField;

Rational sum(std::vector<Draft> const& rows, Column column) {
  Rational result;
  for (Draft const& row : rows) {
    result += points_in(row.text(column)).value_or(Rational());
  }
  return result;
}

/// The first row whose level 1 the rows above it have left behind; null when there is none.
Draft const* first_anew(std::vector<Draft> const& rows, Words const& words) {
  std::vector<model::Level1> seen;
  for (Draft const& row : rows) {
    model::Level1 const level = words.level1(row.text(Column::level1));
    if (level == model::Level1::other || (!seen.empty() && seen.back() == level)) {
      continue;
    }
    if (std::find(seen.begin(), seen.end(), level) != seen.end()) {
      return &row;
    }
    seen.push_back(level);
  }
  return nullptr;
}

/// False when points of a row are written otherwise than as a number: then nobody knows what they add up to.
bool can_be_added(TableDraft const& table, Column column) {
  return std::all_of(table.projects.begin(), table.projects.end(), [&](ProjectDraft const& project) {
    auto const& own = project[column];
    return (!own || points_in(own->text))
           && std::all_of(project.rows.begin(), project.rows.end(), [&](Draft const& row) {
                return row.text(column).empty() || points_in(row.text(column));
              });
  });
}

/// The sum of points that most projects of the table have.
std::optional<Rational> usual_sum(TableDraft const& table) {
  std::map<std::string, std::size_t> counts;
  for (ProjectDraft const& project : table.projects) {
    ++counts[sum(project.rows, Column::weight).text()];
  }
  auto const most = std::max_element(counts.begin(), counts.end(), [](auto const& left, auto const& right) {
    return left.second < right.second;
  });
  bool const usual = most != counts.end() && most->second * 2 > table.projects.size() && most->second >= 3;
  return usual ? Rational::parse(most->first) : std::nullopt;
}

/// Amounts stand once for each project, points in its rows.
bool is_of_projects(Column column) {
  return column == Column::initial_budget || column == Column::adjusted_budget || column == Column::executed;
}

/// Sums of a column over the projects of a table: from each project to the end.
class Sums {
public:
  explicit Sums(TableDraft const& table) : table_(table) {}

  /// Amounts are summed from the project `first`, points over all rows.
  Rational from(Column column, std::size_t first) {
    bool const budget = is_of_projects(column);
    std::vector<Rational>& sums = sums_[column];
    if (sums.empty()) {
      sums.resize(table_.projects.size() + 1);
      for (std::size_t i = table_.projects.size(); i-- > 0;) {
        ProjectDraft const& project = table_.projects[i];
        auto const& cell = project[column];
        sums[i] =
            sums[i + 1]
            + (budget ? points_in(cell ? cell->text : "").value_or(Rational()) : sum(project.rows, column));
      }
    }
    return sums[budget ? std::min(first, table_.projects.size()) : 0];
  }

private:
  TableDraft const& table_;
  std::map<Column, std::vector<Rational>> sums_;
};

/// What the rows since the sum before this one add up to.
Rational sum_since(TableDraft const& table, PrintedTotal const& total, Column column) {
  Rational result;
  if (total.first_project == 0 || total.first_project > table.projects.size()) {
    return result;
  }
  std::vector<Draft> const& rows = table.projects[total.first_project - 1].rows;
  for (std::size_t i = total.first_row; i < std::min(total.end_row, rows.size()); ++i) {
    result += points_in(rows[i].text(column)).value_or(Rational());
  }
  return result;
}

/// What the rows above the sum add up to; of a sum in front of all rows, or of a table with several projects,
/// what all do.
Rational sum_above(TableDraft const& table, PrintedTotal const& total, Column column, Sums& sums) {
  if (is_of_projects(column)) {
    bool const behind = total.first_project >= table.projects.size(); // no project stands below it
    return behind ? sums.from(column, 0) : sums.from(column, total.first_project);
  }
  if (total.end_row == 0 || table.projects.size() != 1) {
    return sums.from(column, total.first_project);
  }
  PrintedTotal whole = total;
  whole.first_row = 0;
  return sum_since(table, whole, column);
}

/// What the rows above the sum add or take away beside the full marks: a sum may be that of the others.
Rational bonus_above(TableDraft const& table, PrintedTotal const& total, Column column, Words const& words) {
  Rational result;
  if (is_of_projects(column) || total.part || table.projects.size() != 1) {
    return result;
  }
  constexpr Column may_say[] = {Column::level1, Column::level2, Column::name};
  std::vector<Draft> const& rows = table.projects.front().rows;
  for (std::size_t i = 0; i < std::min(total.end_row, rows.size()); ++i) {
    bool const bonus = std::any_of(std::begin(may_say), std::end(may_say), [&](Column each) {
      return vocabulary::heads_bonus(words.vocabulary(), rows[i].text(each));
    });
    result += bonus ? points_in(rows[i].text(column)).value_or(Rational()) : Rational();
  }
  return result;
}

/// The first project behind the sum before the one at `index`.
std::size_t first_since(TableDraft const& table, std::size_t index) {
  std::size_t const own = table.totals[index].first_project;
  while (index > 0 && table.totals[index - 1].first_project == own) {
    --index;
  }
  return index == 0 ? 0 : table.totals[index - 1].first_project;
}

std::int32_t places_of(std::string_view text) {
  std::size_t const point = text.find('.');
  return point == std::string_view::npos ? 0 : static_cast<std::int32_t>(text.size() - point - 1);
}

/// A row holds a computed number: a workbook shows fewer decimals of it, and prints its sum with as few.
bool has_computed_points(TableDraft const& table, Column column) {
  constexpr std::int32_t most_places_by_hand = 3;
  return std::any_of(table.projects.begin(), table.projects.end(), [&](ProjectDraft const& project) {
    return std::any_of(project.rows.begin(), project.rows.end(),
                       [&](Draft const& row) { return places_of(row.text(column)) > most_places_by_hand; });
  });
}

bool rounds_to(Rational const& sum, std::string_view text, Rational const& printed) {
  auto const rounded = number::round(sum, places_of(text), number::Rounding::half_up);
  return rounded && *rounded == printed;
}

std::string project_name(ProjectDraft const& project) {
  auto const& cell = project[Column::project];
  return cell ? shortened(cell->text) : std::string();
}

} // namespace

void settle_boundaries(TableDraft& table) {
  std::optional<Rational> const full = usual_sum(table);
  for (std::size_t i = 0; full && i + 1 < table.projects.size(); ++i) {
    ProjectDraft& upper = table.projects[i];
    ProjectDraft& lower = table.projects[i + 1];
    bool const cut =
        upper.rows.size() > 1 && upper.rows.back().lost != 0 && !upper.rows.back()[Column::weight];
    if (!cut || !(sum(upper.rows, Column::weight) == *full) || !(sum(lower.rows, Column::weight) < *full)) {
      continue;
    }
    Draft row = std::move(upper.rows.back());
    upper.rows.pop_back();
    row.findings.push_back(
        diagnostic::make(findings::row_reassigned, {table.source, row.line, 0, 0, 0},
                         {shortened(row.text(Column::name)), project_name(upper), project_name(lower)}));
    lower.rows.insert(lower.rows.begin(), std::move(row));
  }
}

void check_totals(TableDraft& table, RowHeader const& header, Facts const& facts, Words const& words) {
  Sums sums(table);
  for (std::size_t i = 0; i < table.totals.size(); ++i) {
    PrintedTotal const& total = table.totals[i];
    // A sum of budgets covers all projects below it, or those up to the next sum.
    std::size_t next = i + 1;
    while (next < table.totals.size() && table.totals[next].first_project == total.first_project) {
      ++next;
    }
    std::size_t const end =
        next == table.totals.size() ? table.projects.size() : table.totals[next].first_project;
    for (auto const& [field, text] : total.amounts) {
      auto const printed = points_in(text);
      std::vector<Column> candidates;
      if (field == RowField::serial) {
        candidates = {Column::claimed, Column::weight};
      } else if (is_column(field)) {
        candidates = {static_cast<Column>(field)};
      }
      candidates.erase(
          std::remove_if(candidates.begin(), candidates.end(),
                         [&](Column column) { return !header.has(column) || !can_be_added(table, column); }),
          candidates.end());
      if (!printed || candidates.empty()) {
        continue;
      }
      auto const sum_of = [&](Column column) {
        return total.part && !is_of_projects(column) ? sum_since(table, total, column)
                                                     : sum_above(table, total, column, sums);
      };
      // The projects up to the next sum, or those since the one before.
      auto const is_of_group = [&](Column column, std::size_t stop) {
        std::size_t const first = total.first_project;
        std::size_t const begin = first_since(table, i);
        return sums.from(column, first) - sums.from(column, stop) == *printed
               || sums.from(column, begin) - sums.from(column, first) == *printed;
      };
      auto const of_execution = [&](Column column) {
        return points_in(column == Column::weight    ? facts.execution_points.text
                         : column == Column::claimed ? facts.execution_claimed.text
                                                     : std::string())
            .value_or(Rational());
      };
      auto const agrees = std::find_if(candidates.begin(), candidates.end(), [&](Column column) {
        Rational const rows = sum_of(column);
        bool const of_group = is_of_projects(column) && is_of_group(column, end);
        Rational const own = rows - bonus_above(table, total, column, words);
        return rows == *printed || of_group || rows + of_execution(column) == *printed || own == *printed
               || own + of_execution(column) == *printed;
      });
      if (agrees != candidates.end()) {
        Rational const execution = of_execution(*agrees);
        Rational rows = sum_of(*agrees);
        if (rows != *printed && rows + execution != *printed) {
          rows -= bonus_above(table, total, *agrees, words); // nothing of an amount of projects
        }
        std::string const column(model::name(*agrees));
        bool const with_execution = !execution.is_zero() && rows + execution == *printed;
        table.findings.push_back(
            with_execution ? diagnostic::make(findings::total_agrees_with_execution, total.place,
                                              {text, column, rows.plain_text(), execution.plain_text()})
                           : diagnostic::make(findings::total_agrees, total.place, {text, column}));
        continue;
      }
      Column const column = candidates.front();
      Rational const rows = sum_of(column);
      Rational const with_execution = rows + of_execution(column);
      bool const rounded = rounds_to(rows, text, *printed);
      if (has_computed_points(table, column) && (rounded || rounds_to(with_execution, text, *printed))) {
        table.findings.push_back(diagnostic::make(
            findings::total_agrees_rounded, total.place,
            {text, (rounded ? rows : with_execution).plain_text(), std::string(model::name(column))}));
        continue;
      }
      Rational const execution = total.part ? Rational() : of_execution(column);
      std::vector<std::string> arguments{text, (rows + execution).plain_text(),
                                         std::string(model::name(column))};
      if (!execution.is_zero()) {
        arguments.push_back(execution.plain_text());
      }
      table.findings.push_back(diagnostic::make(execution.is_zero() ? findings::total_differs
                                                                    : findings::total_differs_with_execution,
                                                total.place, std::move(arguments)));
    }
  }
}

std::vector<model::PrintedSum> claimed_sums(TableDraft const& table, model::RawProject const& project) {
  std::vector<model::PrintedSum> sums;
  std::size_t before = 0; // rows up to the sum before
  for (PrintedTotal const& total : table.totals) {
    bool const of_level = total.part && total.first_row != before; // others begin behind the sum before them
    before = total.end_row;
    if (of_level) {
      continue;
    }
    model::PrintedSum sum;
    sum.place = total.place;
    sum.label = total.label;
    sum.part = total.part;
    sum.compared = true;
    sum.rows = static_cast<std::uint32_t>(total.end_row);
    for (auto const& [field, text] : total.amounts) {
      if (field == row_field(Column::claimed)) {
        sum.claimed = text;
        sum.place.column = project.header->columns[static_cast<std::size_t>(Column::claimed)];
      } else if (field == row_field(Column::weight)) {
        sum.weight = text;
      }
    }
    if (!sum.claimed.empty() && sum.rows > 0) {
      sums.push_back(std::move(sum));
    }
  }
  return sums;
}

void count_moved_rows(TableDraft& table) {
  for (ProjectDraft& project : table.projects) {
    for (std::size_t i = 0; i < project.rows.size();) {
      std::size_t end = i;
      std::int32_t const moved = project.rows[i].moved;
      while (end < project.rows.size() && project.rows[end].moved == moved) {
        ++end;
      }
      if (moved != 0 && project.rows[i].grid == Grid::tabs) {
        project.findings.push_back(
            diagnostic::make(findings::rows_moved, {table.source, project.rows[i].line, 0, 0, 0},
                             {std::to_string(end - i), std::to_string(moved < 0 ? -moved : moved),
                              moved < 0 ? "left" : "right"}));
      }
      i = end;
    }
  }
}

bool check_levels(TableDraft& table, RowHeader const& header, Words const& words) {
  if (header.has(Column::project) || header.has(Column::project_code)) {
    return false; // each row says to which it belongs
  }
  bool found = false;
  for (ProjectDraft& project : table.projects) {
    Draft const* const anew = first_anew(project.rows, words);
    Rational const points = anew == nullptr ? Rational() : sum(project.rows, Column::weight);
    if (points > Rational(points_of_project)) {
      found = true;
      project.findings.push_back(diagnostic::make(findings::levels_begin_anew,
                                                  {table.source, anew->line, 0, 0, 0},
                                                  {std::string(anew->text(Column::level1)), points.text()}));
      continue;
    }
    std::vector<std::string_view> weights;
    for (Draft const& row : project.rows) {
      weights.push_back(row.text(Column::weight));
    }
    if (auto const next = begin_of_second_run(weights)) {
      Draft const& row = project.rows[*next];
      found = true;
      project.findings.push_back(
          diagnostic::make(findings::points_of_two_projects, {table.source, row.line, 0, 0, 0},
                           {shortened(row.text(Column::name)), sum(project.rows, Column::weight).text()}));
    }
  }
  return found;
}

} // namespace jixiao::ingest::forms
