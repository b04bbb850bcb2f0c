// Rows of every kind as a table: what a target and an answer become, what is asked and found.
#include "tests/lowering/support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <set>

using namespace jixiao;
using model::Column;

TEST_CASE("Rows become the facts, questions and findings of the table", "[lowering][rows]") {
  std::set<std::string> names;
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_rows.csv")) {
    REQUIRE(row.fields.size() == 13);
    INFO("line " << row.line << ": " << row.fields[0]);
    CHECK(names.insert(row.fields[0]).second);
    model::Indicator const found = test::lower_row({{Column::level2, row.fields[1]},
                                                    {Column::name, row.fields[2]},
                                                    {Column::relation, row.fields[3]},
                                                    {Column::target, row.fields[4]},
                                                    {Column::measure, row.fields[5]},
                                                    {Column::direction, row.fields[6]},
                                                    {Column::actual, row.fields[7]},
                                                    {Column::initial_budget, row.fields[8]},
                                                    {Column::executed, row.fields[9]}});
    std::vector<std::string> const parts = test::split_tokens(row.fields[10], '|');
    std::string questions;
    REQUIRE(found.comparisons.size() == parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (std::string const& token : test::split_tokens(parts[i])) {
        INFO("part " << i + 1 << ": " << token);
        CHECK(test::check_token(found.comparisons[i], token).empty());
        if (auto const wrong = test::check_token(found.comparisons[i], token); !wrong.empty()) {
          WARN(row.fields[0] << ": " << token << ": " << wrong);
        }
      }
      questions += (i == 0 ? "" : "|") + found.comparisons[i].question.id;
    }
    CHECK(questions == row.fields[11]);
    CHECK(test::codes(found.findings) == row.fields[12]);
  }
}

TEST_CASE("The question for a level lists the levels of its scale", "[lowering][rows]") {
  auto const levels = [](std::string const& name, std::string const& target) {
    model::Indicator const row = test::lower_row({{Column::name, name},
                                                  {Column::relation, "定性"},
                                                  {Column::target, target},
                                                  {Column::actual, "正在推进"}});
    model::Question const& question = row.comparisons.front().question;
    return question.id + (question.arguments.size() > 1 ? " " + question.arguments[1] : "");
  };
  CHECK(levels("服务水平（高:明显提升;中:有所提升;低:未提升）", "高") == "ask_level_of 高 / 中 / 低");
  CHECK(levels("服务水平", "高") == "ask_level_of 高 / 中 / 低");
  CHECK(levels("工作质量", "优") == "ask_level_of 优 / 良 / 中 / 一般 / 低 / 差");
}

TEST_CASE("A deadline without any year is not met by a day of another year", "[lowering][rows]") {
  auto const found = [](std::string const& target, std::string const& actual) {
    model::Indicator const row =
        test::lower_row({{Column::name, "完成时间"}, {Column::target, target}, {Column::actual, actual}}, "");
    bool const doubtful = test::check_token(row.comparisons.front(), "doubtful").empty();
    return test::codes(row.findings) + (doubtful ? " doubtful" : "");
  };
  CHECK(found("12月底前", "2024年1月") == "deadline_without_year doubtful");
  CHECK(found("6月底前", "2024年5月") == "deadline_without_year doubtful");
  CHECK(found("6月底前", "2024年7月").empty());                                   // late in either year
  CHECK(found("12月31日前", "2024.12.31前") == "deadline_without_year doubtful"); // the same, in some year
  CHECK(found("12月底前", "11月").empty()); // neither says a year: the same one
  CHECK(found("2023年12月底前", "2024年1月").empty());
}

TEST_CASE("A finding about a cell that was read in other words quotes the cell", "[lowering][rows]") {
  std::string const text = "（工作日）5～3天";
  model::Indicator const row = test::lower_row({{Column::name, "办理时限"}, {Column::target, text}});
  REQUIRE_FALSE(row.findings.empty());
  CHECK(row.findings.front().code == "range_reversed");
  CHECK(row.findings.front().arguments == std::vector<std::string>{text});
}
