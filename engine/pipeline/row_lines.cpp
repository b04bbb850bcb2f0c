#include "engine/pipeline/row_lines.hpp"

#include "engine/ingest/header.hpp"
#include "grammar/row.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace jixiao::pipeline {
namespace {

using model::Column;

constexpr Column answer_columns[] = {Column::target, Column::actual};
constexpr Column named_columns[] = {Column::name, Column::target, Column::actual};
/// As in the tests of packs, and what stands beside `row` there.
constexpr Column test_columns[] = {Column::level1, Column::level2,  Column::name,   Column::relation,
                                   Column::target, Column::measure, Column::weight, Column::direction,
                                   Column::actual, Column::claimed};
/// A row of a test needs its direction or actual before commas are taken for more than part of a number.
constexpr std::size_t cells_of_whole_row = 8;

/// Cells between commas; a cell in quotes may hold some.
std::vector<std::string> split_commas(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    char const c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += line[++i];
    } else if (c == '"' && (quoted || grammar::trim(cells.back()).empty())) {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  for (std::string& cell : cells) {
    cell = std::string(grammar::trim(cell));
  }
  return cells;
}

} // namespace

std::vector<std::string> RowLines::split(std::string_view line, bool& commas) const {
  commas = line.find_first_of("|\t") == std::string_view::npos;
  if (commas) {
    std::vector<std::string> cells = split_commas(line);
    bool const whole = cells.size() >= cells_of_whole_row || (header_ && header_->commas);
    std::size_t const heads =
        static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [this](std::string const& cell) {
          return ingest::read_head(cell, vocabulary_).column.has_value();
        }));
    return whole || heads >= 2 ? cells : std::vector<std::string>{std::string(grammar::trim(line))};
  }
  std::vector<std::string> cells;
  for (grammar::RowField& field : grammar::split_row(line)) {
    cells.push_back(std::move(field.text));
  }
  // As Markdown and many notices write rows: a bar at both ends.
  if (cells.size() > 2 && cells.front().empty() && cells.back().empty()
      && grammar::trim(line).front() == '|') {
    cells.pop_back();
    cells.erase(cells.begin());
  }
  return cells;
}

std::optional<RowLine> RowLines::read_header(std::vector<std::string> const& cells, bool commas,
                                             std::uint32_t number) {
  ingest::KeptRow const row{number, cells, std::vector<ingest::Cover>(cells.size(), ingest::Cover::none)};
  ingest::HeaderLikeness const likeness = ingest::likeness(row, vocabulary_);
  if (likeness.columns < 2 || likeness.heads * 2 < likeness.texts) {
    return std::nullopt;
  }
  diagnostic::Outcome<ingest::Layout> const made = ingest::make_layout({{row}, 0}, {}, source_, vocabulary_);
  RowLine result;
  result.kind = RowLine::Kind::header;
  Columns columns{made.value->header, {}, commas};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::uint8_t const target =
        i < made.value->targets.size() ? made.value->targets[i] : ingest::Layout::unnamed;
    bool const known = target < model::column_count;
    columns.of.push_back(known ? std::optional(static_cast<Column>(target)) : std::nullopt);
    if (known) {
      result.columns.emplace_back(vocabulary_.column_name(static_cast<Column>(target)));
    } else if (!cells[i].empty()) {
      result.not_read.push_back(cells[i]);
    }
  }
  header_ = std::move(columns);
  return result;
}

RowLines::Columns RowLines::columns_for(std::size_t cells) const {
  if (header_ && (cells != std::size(answer_columns) || header_->of.size() <= cells)) {
    return *header_;
  }
  Columns result;
  auto header = std::make_shared<model::Header>();
  header->source = source_;
  auto const take = [&](auto const& columns) {
    for (Column const column : columns) {
      result.of.emplace_back(column);
      header->columns[static_cast<std::size_t>(column)] = static_cast<std::uint32_t>(result.of.size());
    }
  };
  if (cells <= std::size(answer_columns)) {
    take(answer_columns);
  } else if (cells == std::size(named_columns)) {
    take(named_columns);
  } else {
    take(test_columns);
  }
  result.header = std::move(header);
  return result;
}

RowLine RowLines::read(std::string_view line, std::uint32_t number) {
  bool commas = false;
  std::vector<std::string> cells = split(line, commas);
  if (std::optional<RowLine> header = read_header(cells, commas, number)) {
    return *std::move(header);
  }
  RowLine result;
  Columns const columns = columns_for(cells.size());
  result.project.header = columns.header;
  model::RawRow& row = result.project.rows.emplace_back();
  row.row = number;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i < columns.of.size() && columns.of[i]) {
      row.set(*columns.of[i], cells[i]);
    } else if (!cells[i].empty()) {
      result.not_read.push_back(std::move(cells[i]));
    }
  }
  return result;
}

} // namespace jixiao::pipeline
