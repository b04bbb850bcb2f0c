#include "engine/pipeline/test_rows.hpp"

#include "grammar/text.hpp"

#include <string_view>

namespace jixiao::pipeline {

using model::Column;
using rulepack::PackTest;
using rulepack::PackTestRow;
using rulepack::RulePack;

namespace {

/// Order of the cells in `row:`.
constexpr Column row_columns[] = {Column::level1, Column::level2,  Column::name,   Column::relation,
                                  Column::target, Column::measure, Column::weight, Column::direction};
/// Without a unit they are in ten thousand yuan, as in every official form.
constexpr Column budget_columns[] = {Column::initial_budget, Column::adjusted_budget, Column::executed};
std::size_t index(Column column) {
  return static_cast<std::size_t>(column);
}

} // namespace

std::shared_ptr<model::Header const> header_of_tests() {
  auto header = std::make_shared<model::Header>();
  std::uint32_t column = 0;
  for (Column const each : row_columns) {
    header->columns[index(each)] = ++column;
  }
  header->columns[index(Column::actual)] = ++column;
  header->columns[index(Column::claimed)] = ++column;
  for (Column const each :
       {Column::pass_threshold, Column::targets, Column::inputs, Column::deviation_reason}) {
    header->columns[index(each)] = ++column;
  }
  for (Column const each : budget_columns) {
    header->columns[index(each)] = ++column;
  }
  return header;
}

model::RawRow row_of(PackTestRow const& test, std::size_t number) {
  model::RawRow row;
  row.row = static_cast<std::uint32_t>(number);
  row.set(Column::unit, "-"); // all tables of a test are of one department
  std::string_view rest = test.row;
  for (Column const column : row_columns) {
    std::size_t const bar = rest.find('|');
    row.set(column, grammar::trim(rest.substr(0, bar)));
    rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
  }
  row.set(Column::actual, test.actual);
  row.set(Column::claimed, test.claimed.value_or(""));
  row.set(Column::pass_threshold, test.pass_threshold.value_or(""));
  row.set(Column::targets, test.targets.value_or(""));
  row.set(Column::inputs, test.inputs.value_or(""));
  row.set(Column::deviation_reason, test.reason.value_or(""));
  return row;
}

model::RawRow row_for_budget(PackTest const& test, RulePack const& pack) {
  model::RawRow row;
  row.row = 1;
  row.set(Column::name, test.name);
  row.set(Column::relation, ">=");
  row.set(Column::target, "1");
  row.set(Column::actual, "1");
  row.set(Column::weight, (number::Rational(100) - pack.weights.execution).plain_text());
  row.set(Column::initial_budget, *test.budget);
  row.set(Column::adjusted_budget, *test.budget);
  row.set(Column::executed, *test.executed);
  return row;
}

} // namespace jixiao::pipeline
