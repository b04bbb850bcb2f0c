// What the compiled-in data answers: tables in tests/cases.
#include "engine/vocabulary/name_hint_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

using namespace jixiao;
using vocabulary::ClassifierMatch;
using vocabulary::Vocabulary;

namespace {

std::string_view name(ClassifierMatch match) {
  switch (match) {
  case ClassifierMatch::same: return "same";
  case ClassifierMatch::differs: return "differs";
  case ClassifierMatch::refused: return "refused";
  }
  return "";
}

std::string written(vocabulary::NameHints const& hints) {
  std::string result;
  for (vocabulary::HintList const& list : vocabulary::hint_lists()) {
    if (hints.*list.hint) {
      result += result.empty() ? "" : " ";
      result += list.name;
    }
  }
  return result.empty() ? "-" : result;
}

} // namespace

TEST_CASE("units have their dimension, exact scale and base", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  for (test::CaseRow const& row : test::read_cases("tests/cases/unit_scales.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    model::Unit const* const unit = words.unit(row.fields[0]);
    REQUIRE(unit != nullptr);
    CHECK(unit->id == row.fields[0]);
    CHECK(model::name(unit->dimension) == row.fields[1]);
    CHECK(unit->scale.text() == row.fields[2]);
    CHECK(unit->base == row.fields[3]);
  }
  CHECK(words.unit("no such unit") == nullptr);
  CHECK(words.unit("") == nullptr);
}

TEST_CASE("classifiers compare, differ or refuse, in both orders", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  for (test::CaseRow const& row : test::read_cases("tests/cases/classifiers.csv")) {
    INFO("line " << row.line << ": " << row.fields[0] << " / " << row.fields[1]);
    CHECK(name(words.match_classifiers(row.fields[0], row.fields[1])) == row.fields[2]);
    CHECK(name(words.match_classifiers(row.fields[1], row.fields[0])) == row.fields[2]);
  }
}

TEST_CASE("points are minutes beside a time", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  CHECK(words.unit_beside("point", "故障响应时间") == "minute");
  CHECK(words.unit_beside("point", "平均 响应\n时间") == "minute");
  CHECK(words.unit_beside("point", "每件办理用时") == "minute");
  CHECK(words.unit_beside("point", "使用部门满意度") == "point");
  CHECK(words.unit_beside("point", "") == "point");
  CHECK(words.unit_beside("hour", "故障响应时间") == "hour");
}

TEST_CASE("headers name their columns", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  for (test::CaseRow const& row : test::read_cases("tests/cases/headers.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    auto const column = words.column(row.fields[0]);
    std::string_view found = column ? model::name(*column) : "-";
    CHECK_FALSE((column.has_value() && words.is_fused_target(row.fields[0])));
    CHECK((words.is_fused_target(row.fields[0]) ? "fused" : found) == row.fields[1]);
  }
}

TEST_CASE("every column has the printed name of the standard table", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  std::string printed;
  for (std::size_t i = 0; i < model::column_count; ++i) {
    auto const column = static_cast<model::Column>(i);
    printed += (i == 0 ? "" : " ") + std::string(words.column_name(column));
    CHECK(words.column(words.column_name(column)) == column);
  }
  CHECK(printed
        == "单位代码 单位名称 主管部门 项目编码 项目名称 年度 年初预算数 调整后预算数 预算执行数 一级指标 "
           "二级指标 三级指标 指标性质 指标值 度量单位 权重 指标方向性 实际完成值 自评得分 偏差原因 "
           "及格门槛 部门权重 五档目标值 计分数据");
}

TEST_CASE("the two upper levels are known by all their names", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  for (test::CaseRow const& row : test::read_cases("tests/cases/taxonomy.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    CHECK(model::name(words.level1(row.fields[0])) == row.fields[1]);
    auto const level2 = words.level2(row.fields[0]);
    CHECK((level2 ? level2->id : "") == row.fields[2]);
    CHECK((level2 ? model::name(level2->level1) : "") == row.fields[3]);
  }
}

TEST_CASE("directions and qualitative marks", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  CHECK(words.direction("正向指标") == model::Direction::positive);
  CHECK(words.direction("正向") == model::Direction::positive);
  CHECK(words.direction("反向指标") == model::Direction::negative);
  CHECK(words.direction("逆向指标") == model::Direction::negative);
  CHECK(words.direction("负向") == model::Direction::negative);
  CHECK(words.direction(" 反向 指标\n") == model::Direction::negative);
  CHECK(words.direction("") == model::Direction::none);
  CHECK(words.direction("≥") == model::Direction::none);
  CHECK(words.is_qualitative_mark("定性"));
  CHECK(words.is_qualitative_mark("定 性"));
  CHECK(words.is_qualitative_mark("定性指标"));
  CHECK_FALSE(words.is_qualitative_mark("定量"));
  CHECK_FALSE(words.is_qualitative_mark("≥"));
  CHECK_FALSE(words.is_qualitative_mark(""));
}

TEST_CASE("names give hints", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  for (test::CaseRow const& row : test::read_cases("tests/cases/name_hints.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    CHECK(written(words.hints(row.fields[0])) == row.fields[1]);
  }
}

TEST_CASE("levels compare on the scale that holds both", "[vocabulary]") {
  Vocabulary const& words = test::embedded_vocabulary();
  for (test::CaseRow const& row : test::read_cases("tests/cases/level_words.csv")) {
    INFO("line " << row.line << ": " << row.fields[0] << " / " << row.fields[1]);
    auto const verdict = words.compare_levels(row.fields[0], row.fields[1]);
    CHECK((verdict ? model::name(*verdict) : "-") == row.fields[2]);
    auto const rank = words.level_rank(row.fields[0]);
    CHECK((rank ? std::to_string(*rank) : "-") == row.fields[3]);
  }
}
