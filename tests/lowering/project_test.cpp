// Projects: budget, year, levels, weights, keys, and what shows only between rows.
#include "tests/lowering/support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using model::Column;
using model::Level1;
using number::Rational;
using test::Cells;

namespace {

model::Project lower(std::vector<Cells> const& rows, std::vector<Column> const& extra = {},
                     std::map<Column, std::string> const& units = {}, std::string_view year = "") {
  return test::reader().lower(test::raw_project(rows, extra, units), year);
}

std::string amount_text(std::optional<Rational> const& amount) {
  return amount ? amount->plain_text() : std::string("none");
}

} // namespace

TEST_CASE("Budget amounts take the unit of their cell, of their header, or ten thousand yuan",
          "[lowering][budget]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_budgets.csv")) {
    auto const& f = row.fields;
    REQUIRE(f.size() == 6);
    INFO("line " << row.line << ": " << f[0] << " below " << f[1]);
    model::Project const project = lower({{{Column::name, "x"}, {Column::adjusted_budget, f[0]}}}, {},
                                         {{Column::adjusted_budget, f[1]}});
    bool const empty_mark = f[2] == "none" && f[4].empty(); // says no more than a blank cell
    CHECK(project.budget.adjusted_text == (empty_mark ? "" : f[0]));
    CHECK(amount_text(project.budget.adjusted) == f[2]);
    CHECK(project.budget.unit_text == f[3]);
    CHECK(test::codes(project.findings) == f[4]);
    CHECK(std::to_string(project.findings.empty() ? 0 : project.findings.front().where.column) == f[5]);
  }
}

TEST_CASE("What a form prints above its rows is said to stand there", "[lowering][budget]") {
  model::RawProject raw = test::raw_project({{{Column::name, "x"}, {Column::executed, "5"}}});
  auto above = std::make_shared<model::PrintedAbove>();
  above->places[static_cast<std::size_t>(Column::executed)] = {0, 2, 4, 0, 0};
  raw.rows.front().row = 7;
  raw.above = above;
  model::Project const project = test::reader().lower(raw, "");
  REQUIRE(test::codes(project.findings) == "budget_unit_assumed");
  CHECK(project.findings.front().where.row == 2);
  CHECK(project.findings.front().where.column == 4);
}

TEST_CASE("A printed rate stands for all rates that would be printed so", "[lowering][budget]") {
  struct Case {
    std::string printed, agrees, differs; ///< rates, with a blank between two
  };
  auto const reads = [](std::string const& printed, std::string const& rate) {
    model::RawProject raw = test::raw_project({{{Column::name, "x"}}});
    auto above = std::make_shared<model::PrintedAbove>();
    above->execution_rate.text = printed;
    raw.above = above;
    model::Project const project = test::reader().lower(raw, "");
    bool found = false;
    for (number::Interval const& each :
         project.stated ? project.stated->rates : std::vector<number::Interval>{}) {
      found = found || each.contains(*Rational::parse(rate));
    }
    return found;
  };
  for (Case const& each : std::vector<Case>{
           {"90%", "0.9 0.895 0.9099", "0.91 0.89 9 90"},
           {"96.29%", "0.9629 0.96285 0.96299", "0.963 0.9628"},
           {"90.00", "0.9 0.90009 90", "0.9001 0.8999"},
           {"0.9", "0.9 0.85 0.009", "0.8 1"},
           {"1", "1 0.01", "0.9 1.1"},
           {"100 %", "1 0.995", "0.99 1.01"},
           {"-", "", "0 1"},
           {"-5%", "", "-0.05 0.05"},
       }) {
    INFO(each.printed);
    for (std::string const& rate : test::split_tokens(each.agrees)) {
      CHECK(reads(each.printed, rate));
    }
    for (std::string const& rate : test::split_tokens(each.differs)) {
      CHECK_FALSE(reads(each.printed, rate));
    }
  }
}

TEST_CASE("Execution rate divides by the adjusted budget, else by the initial one, never by zero",
          "[lowering][budget]") {
  auto const rate = [](std::string const& initial, std::string const& adjusted, std::string const& executed) {
    model::Project const project = lower({{{Column::name, "x"},
                                           {Column::initial_budget, initial},
                                           {Column::adjusted_budget, adjusted},
                                           {Column::executed, executed}}});
    auto const& value =
        project.indicators.front().comparisons.front().facts.number(model::NumberField::execution_rate);
    return value ? value->low.value->text() : std::string("none");
  };
  CHECK(rate("100", "80", "40") == "1/2");
  CHECK(rate("100", "", "40") == "2/5");
  CHECK(rate("100", "0", "40") == "none");
  CHECK(rate("", "", "40") == "none");
  CHECK(rate("100", "", "") == "none");
  CHECK(rate("10", "", "11") == "11/10");
  CHECK(rate("10", "", "-1") == "-1/10");
}

TEST_CASE("An amount may stand in any row of its project", "[lowering][budget]") {
  auto const amount = [](std::string const& first, std::string const& second, std::string const& third) {
    model::Project const project = lower({{{Column::name, "x"}, {Column::executed, first}},
                                          {{Column::name, "y"}, {Column::executed, second}},
                                          {{Column::name, "z"}, {Column::executed, third}}},
                                         {}, {{Column::executed, "元"}});
    return amount_text(project.budget.executed) + " " + test::codes(project.findings);
  };
  CHECK(amount("", "10", "") == "10 ");
  CHECK(amount("", "", "10") == "10 ");
  CHECK(amount("", "10", "20") == "none amounts_differ");
  CHECK(amount("10", "", "10") == "10 ");
}

TEST_CASE("The unit of the budget block is that of bare amounts", "[lowering][budget]") {
  model::Project const project = lower({{{Column::name, "服务费"},
                                         {Column::level2, "成本指标"},
                                         {Column::target, "430000"},
                                         {Column::actual, "400000"},
                                         {Column::adjusted_budget, "430000"}}},
                                       {}, {{Column::adjusted_budget, "元"}});
  model::Comparison const& comparison = project.indicators.front().comparisons.front();
  CHECK(test::check_token(comparison, "target=430000").empty());
  CHECK(test::check_token(comparison, "actual=400000").empty());
  CHECK(project.indicators.front().target->implied->unit == "元");
  CHECK(project.indicators.front().actual->implied->unit == "元");
  CHECK(project.indicators.front().actual->implied->because == "unit_of_budget");
}

TEST_CASE("Rows of one project that contradict each other are told, and no amount is chosen",
          "[lowering][budget]") {
  auto const two = [](Column column, std::string const& first, std::string const& second) {
    return lower({{{Column::name, "x"}, {column, first}}, {{Column::name, "y"}, {column, second}}}, {},
                 {{Column::adjusted_budget, "万元"}, {Column::executed, "万元"}});
  };
  model::Project const budget = two(Column::adjusted_budget, "10", "20");
  CHECK(test::codes(budget.findings) == "amounts_differ");
  CHECK_FALSE(budget.budget.adjusted);
  CHECK(budget.budget.asked);
  CHECK(budget.findings.front().where.row == 3);
  CHECK(budget.findings.front().arguments == std::vector<std::string>{"10", "20", "2"});
  CHECK_FALSE(two(Column::executed, "10", "9").budget.executed);
  CHECK(two(Column::executed, "10", "10.0").findings.empty());
  CHECK(two(Column::executed, "10", "").findings.empty());
  CHECK(test::codes(two(Column::unit, "甲局", "乙局").findings) == "rows_disagree");
  CHECK(two(Column::unit, "甲局", "甲局").findings.empty());
}

TEST_CASE("A value that a merged cell spreads over rows is assumed for each of them", "[lowering][project]") {
  model::RawProject raw =
      test::raw_project({{{Column::name, "培训次数"}, {Column::target, "≥5次"}, {Column::actual, "6次"}}});
  model::Project const printed = test::reader().lower(raw, "");
  CHECK(test::check_token(printed.indicators[0].comparisons[0], "!assumed").empty());
  raw.rows[0].carried.set(static_cast<std::size_t>(Column::actual));
  model::Project const spread = test::reader().lower(raw, "");
  CHECK(test::check_token(spread.indicators[0].comparisons[0], "assumed").empty());
}

TEST_CASE("Years come from the table, else from outside", "[lowering][project]") {
  CHECK(lower({{{Column::name, "x"}, {Column::year, "2023年度"}}}, {}, {}, "2020").year == "2023");
  CHECK(lower({{{Column::name, "x"}, {Column::year, ""}}}, {}, {}, "2020").year == "2020");
  CHECK(lower({{{Column::name, "x"}}}).year.empty());
  model::Project const odd = lower({{{Column::name, "x"}, {Column::year, "上年"}}}, {}, {}, "2020");
  CHECK(odd.year == "2020");
  CHECK(test::codes(odd.findings) == "year_unreadable");
}

TEST_CASE("Weights, claims and thresholds are numbers or said to be none", "[lowering][project]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_points.csv")) {
    auto const& f = row.fields;
    REQUIRE(f.size() == 4);
    INFO("line " << row.line << ": " << f[0] << ' ' << f[1]);
    Column const column = f[0] == "weight"      ? Column::weight
                          : f[0] == "claimed"   ? Column::claimed
                          : f[0] == "threshold" ? Column::pass_threshold
                                                : Column::department_weight;
    model::Project const project = lower({{{Column::name, "x"}, {column, f[1]}}});
    model::Indicator const& indicator = project.indicators.front();
    auto const& value = column == Column::weight           ? indicator.weight
                        : column == Column::claimed        ? indicator.claimed
                        : column == Column::pass_threshold ? indicator.pass_threshold
                                                           : project.department_weight;
    CHECK(amount_text(value) == f[2]);
    std::string found = test::codes(indicator.findings) + test::codes(project.findings);
    found += indicator.weight_unreadable ? "unreadable" : "";
    CHECK(found == f[3]);
  }
}

TEST_CASE("c22 level 2 decides where level 1 was carried down, a printed level 1 wins",
          "[lowering][levels]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_levels.csv")) {
    auto const& f = row.fields;
    REQUIRE(f.size() == 7);
    INFO("line " << row.line << ": " << f[0] << '/' << f[1] << '/' << f[2]);
    model::RawProject raw =
        test::raw_project({{{Column::level1, f[0]}, {Column::level2, f[1]}, {Column::name, f[2]}}});
    raw.rows.front().carried[static_cast<std::size_t>(Column::level1)] = f[3] == "carried";
    model::Indicator const indicator = test::reader().lower(raw, "").indicators.front();
    CHECK(name(indicator.level1_id) == f[4]);
    CHECK(test::codes(indicator.findings) == f[5]);
    CHECK((indicator.execution_row ? "yes" : "no") == f[6]);
  }
}

TEST_CASE("rows beside the full marks are known by a level or their name", "[lowering][levels]") {
  for (Column const column : {Column::level1, Column::level2, Column::name}) {
    for (std::string const text : {"加分项", "三、减分项（5分）", "产出指标"}) {
      Cells cells{{Column::level1, "产出指标"}, {Column::name, "获奖"}, {Column::target, "5"}};
      cells[column] = text;
      INFO(text);
      CHECK(lower({cells}).indicators.front().bonus == (text != "产出指标"));
    }
  }
}

TEST_CASE("Keys name rows, digests notice changes", "[lowering][project]") {
  Cells const first{{Column::unit, "某局"},        {Column::project, "某项目"}, {Column::name, "培训次数"},
                    {Column::relation, "≥"},       {Column::target, "5"},       {Column::measure, "次"},
                    {Column::weight, "10"},        {Column::actual, "4次"},     {Column::claimed, "8"},
                    {Column::deviation_reason, ""}};
  auto const digest = [](Cells const& cells) { return lower({cells}).indicators.front().digest; };
  model::Project const project = lower({first, first});
  CHECK(project.indicators[0].key == "某局/某项目/1/培训次数");
  CHECK(project.indicators[1].key == "某局/某项目/2/培训次数");
  CHECK(project.indicators[0].digest == project.indicators[1].digest);
  CHECK(project.indicators[0].row == 1);
  CHECK(project.indicators[1].place.row == 3);
  for (Column const column : {Column::name, Column::target, Column::actual, Column::weight}) {
    Cells changed = first;
    changed[column] += "1";
    CHECK(digest(changed) != digest(first));
  }
  for (Column const column : {Column::claimed, Column::deviation_reason}) { // they are no evidence
    Cells changed = first;
    changed[column] += "1";
    CHECK(digest(changed) == digest(first));
  }
  Cells coded = first;
  coded[Column::unit_code] = "622001";
  coded[Column::project_code] = "510";
  CHECK(lower({coded}).indicators.front().key == "622001/510/1/培训次数");
}

TEST_CASE("An indicator that comes twice is found, with the row of the first", "[lowering][project]") {
  Cells const row{{Column::level2, "数量指标"}, {Column::name, "培训次数"}, {Column::target, "5次"}};
  Cells other = row;
  other[Column::level2] = "质量指标";
  Cells unnamed = row;
  unnamed[Column::name] = "";
  model::Project const project = lower({row, other, row, unnamed, unnamed, row});
  auto const found = [&](std::size_t i) { return test::codes(project.indicators[i].findings); };
  CHECK(found(0).empty());
  CHECK(found(1).empty());
  CHECK(found(2) == "duplicate_indicator");
  CHECK(project.indicators[2].findings.front().arguments == std::vector<std::string>{"培训次数", "2"});
  CHECK(found(3) == "name_missing"); // rows without a name are no duplicates
  CHECK(found(4) == "name_missing");
  CHECK(found(5) == "duplicate_indicator");
}

TEST_CASE("c1 blank rows of a form are unused, stubs are templates, targets owed are errors",
          "[lowering][project]") {
  model::Project const project = lower(
      {{{Column::level2, "成本指标"}, {Column::name, ""}, {Column::target, ""}, {Column::actual, ""}},
       {{Column::name, "提升环境"}, {Column::target, ""}, {Column::actual, "不断提升"}},
       {{Column::name, "故障时间"}, {Column::relation, "≤"}, {Column::target, ""}, {Column::actual, ""}},
       {{Column::name, "故障时间二"},
        {Column::relation, "≤"},
        {Column::weight, "10"},
        {Column::target, ""},
        {Column::actual, ""}}},
      {Column::relation, Column::weight});
  CHECK(project.actual_column);
  CHECK(project.indicators[0].unused);
  CHECK(test::codes(project.indicators[0].findings).empty());
  CHECK_FALSE(project.indicators[1].unused);
  CHECK(test::codes(project.indicators[1].findings) == "target_missing");
  CHECK(test::codes(project.indicators[2].findings) == "template_row");
  CHECK(test::codes(project.indicators[3].findings) == "target_missing");
}

TEST_CASE("A department form is known by its level 1 and needs no targets", "[lowering][project]") {
  std::vector<model::RawProject> const tables =
      test::read_table("examples/department-form-2021/yaan-service-bureau.csv");
  REQUIRE(tables.size() == 1);
  model::Project const project = test::reader().lower(tables.front(), "");
  CHECK(project.department_form);
  REQUIRE(project.indicators.size() == 13);
  Rational claimed;
  for (model::Indicator const& row : project.indicators) {
    CHECK(row.level1_id == Level1::department);
    CHECK_FALSE(row.execution_row);
    CHECK(row.findings.empty());
    claimed += row.claimed.value();
  }
  CHECK(claimed == Rational(96));
}

TEST_CASE("Findings point at the characters of their cell", "[lowering][places]") {
  model::Project const project = lower({{{Column::name, "重大课题"},
                                         {Column::target, "5 个，每个给予 13 万元研究经费，共计 66 万元"},
                                         {Column::actual, ""}}});
  REQUIRE(test::codes(project.indicators.front().findings) == "arithmetic_mismatch");
  diagnostic::Diagnostic const& finding = project.indicators.front().findings.front();
  CHECK(finding.arguments == std::vector<std::string>{"65万元", "66万元"});
  CHECK(finding.where.source == 1);
  CHECK(finding.where.row == 2);
  CHECK(finding.where.column == static_cast<std::uint32_t>(Column::target) + 1);
  CHECK(finding.where.begin == 19);
  CHECK(finding.where.end == 27);
}

TEST_CASE("A unit in the header of the target column is the unit of its numbers", "[lowering][project]") {
  model::Project const project =
      lower({{{Column::name, "合格率"}, {Column::target, "95"}, {Column::actual, "96"}}}, {},
            {{Column::target, "%"}});
  CHECK(test::check_token(project.indicators.front().comparisons.front(), "target=0.95").empty());
  CHECK(test::check_token(project.indicators.front().comparisons.front(), "actual=0.96").empty());
}

TEST_CASE("A table with a unit column says which numbers lack one", "[lowering][project]") {
  model::Project const project = lower({{{Column::name, "研究成果"},
                                         {Column::relation, "≥"},
                                         {Column::target, "2"},
                                         {Column::measure, ""},
                                         {Column::weight, "10"}}});
  CHECK(test::codes(project.indicators.front().findings) == "measure_missing");
}

TEST_CASE("Moving the texts of a project in changes nothing, and no rows make no indicators",
          "[lowering][project]") {
  for (model::RawProject const& raw :
       test::read_table("examples/self-evaluation-2021/sichuan-general-office.csv")) {
    model::RawProject moved = raw;
    model::Project const left = test::reader().lower(raw, "");
    model::Project const right = test::reader().lower(std::move(moved), "");
    REQUIRE(left.indicators.size() == right.indicators.size());
    for (std::size_t i = 0; i < left.indicators.size(); ++i) {
      CHECK(left.indicators[i].digest == right.indicators[i].digest);
      CHECK(left.indicators[i].actual_text == right.indicators[i].actual_text);
      CHECK(left.indicators[i].findings == right.indicators[i].findings);
    }
  }
  model::RawProject empty = test::raw_project({{{Column::name, "x"}}});
  empty.rows.clear();
  CHECK(test::reader().lower(empty, "2021").indicators.empty());
}

TEST_CASE("A row without a name that holds anything else is said", "[lowering]") {
  struct Case {
    Cells row;
    std::string codes;
  };
  for (Case const& each : std::vector<Case>{
           {{{Column::target, "\u226510\u4ef6"}, {Column::actual, "12\u4ef6"}}, "name_missing"},
           {{{Column::actual, "12\u4ef6"}}, "name_missing"},
           {{{Column::weight, "10"}}, "name_missing"},
           {{{Column::level2, "\u6570\u91cf\u6307\u6807"}}, ""},
           {{{Column::name, "x"}, {Column::target, "\u226510\u4ef6"}}, ""},
       }) {
    model::Project const project = lower({{{Column::name, "x"}, {Column::actual, "1"}}, each.row});
    std::string const codes = test::codes(project.indicators[1].findings);
    INFO(codes);
    CHECK((codes.find("name_missing") != std::string::npos) == !each.codes.empty());
    for (diagnostic::Diagnostic const& finding : project.indicators[1].findings) {
      if (finding.code == "name_missing") {
        CHECK(finding.where.column == 1 + static_cast<std::uint32_t>(Column::name));
      }
    }
  }
}
