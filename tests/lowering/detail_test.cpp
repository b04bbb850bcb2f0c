// What a table does not print is left out of its rows, and nothing else changes.
#include "tests/lowering/support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using lowering::RowDetail;
using model::Column;

namespace {

model::ProjectEvaluation lowered(model::RawProject const& raw, RowDetail detail) {
  model::ProjectEvaluation result;
  test::reader().lower(raw, "2021", detail, result);
  return result;
}

void check_same(model::Comparison const& left, model::Comparison const& right) {
  CHECK(left.facts.truths == right.facts.truths);
  CHECK(left.facts.words == right.facts.words);
  for (std::size_t i = 0; i < model::number_field_count; ++i) {
    auto const field = static_cast<model::NumberField>(i);
    CHECK(left.facts.number(field) == right.facts.number(field));
  }
  CHECK(left.unit == right.unit);
  CHECK(left.label == right.label);
  CHECK(left.question.id == right.question.id);
  CHECK(left.question.arguments == right.question.arguments);
}

/// Rows with less detail beside the same with all that is known of them.
void check_same(model::RawProject const& raw, RowDetail detail) {
  model::ProjectEvaluation const figures = lowered(raw, detail);
  model::ProjectEvaluation const whole = lowered(raw, RowDetail::whole);
  CHECK(figures.project.findings == whole.project.findings);
  REQUIRE(figures.indicators.size() == whole.indicators.size());
  for (std::size_t i = 0; i < whole.indicators.size(); ++i) {
    model::Indicator const& left = figures.indicators[i].indicator;
    model::Indicator const& right = whole.indicators[i].indicator;
    INFO(right.name << " " << right.target_text << " | " << right.actual_text);
    CHECK(left.findings == right.findings);
    CHECK(left.direction == right.direction);
    CHECK(left.target->kind == right.target->kind);
    CHECK(left.actual->kind == right.actual->kind);
    REQUIRE(left.comparisons.size() == right.comparisons.size());
    for (std::size_t part = 0; part < right.comparisons.size(); ++part) {
      check_same(left.comparisons[part], right.comparisons[part]);
    }
  }
}

void check_same(model::RawProject const& raw) {
  check_same(raw, RowDetail::figures);
  check_same(raw, RowDetail::sums);
}

} // namespace

TEST_CASE("Rows of figures have the facts and findings of whole rows", "[lowering][rows]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_rows.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    check_same(test::raw_project({{{Column::level2, row.fields[1]},
                                   {Column::name, row.fields[2]},
                                   {Column::relation, row.fields[3]},
                                   {Column::target, row.fields[4]},
                                   {Column::measure, row.fields[5]},
                                   {Column::direction, row.fields[6]},
                                   {Column::actual, row.fields[7]},
                                   {Column::initial_budget, row.fields[8]},
                                   {Column::executed, row.fields[9]}}}));
  }
  for (char const* const table : {"examples/completed-2023/completed.csv",
                                  "examples/self-evaluation-2021/sichuan-general-office.csv"}) {
    for (model::RawProject const& raw : test::read_table(table)) {
      check_same(raw);
    }
  }
}

TEST_CASE("Rows of figures say of a plain number only that it is one", "[lowering][rows]") {
  model::RawProject const raw =
      test::raw_project({{{Column::name, "a"}, {Column::target, "7"}, {Column::actual, "9"}}});
  CHECK(lowered(raw, RowDetail::figures).indicators[0].indicator.actual->text.empty());
  CHECK(lowered(raw, RowDetail::figures).indicators[0].indicator.key.empty());
  CHECK(lowered(raw, RowDetail::unnamed).indicators[0].indicator.actual->text == "9");
  CHECK(lowered(raw, RowDetail::unnamed).indicators[0].indicator.key.empty());
  CHECK_FALSE(lowered(raw, RowDetail::whole).indicators[0].indicator.key.empty());
}

TEST_CASE("Rows of sums keep the texts that findings quote, and of rows without a name what stands for it",
          "[lowering][rows]") {
  auto const of = [](std::string const& name, std::string const& weight) {
    return lowered(test::raw_project({{{Column::level2, "b"},
                                       {Column::name, name},
                                       {Column::target, "7"},
                                       {Column::weight, weight},
                                       {Column::actual, "9"}}}),
                   RowDetail::sums)
        .indicators[0]
        .indicator;
  };
  model::Indicator const named = of("a", "10");
  CHECK(named.name == "a");
  CHECK(named.target_text == "7");
  CHECK(named.actual_text == "9");
  CHECK(named.level2.empty());
  CHECK(named.weight_text.empty());
  CHECK(of("a", "-1").weight_text == "-1");
  CHECK(of("a", "x").weight_text == "x");
  CHECK(of("", "10").level2 == "b");
  CHECK(of("", "10").weight_text == "10");
}
