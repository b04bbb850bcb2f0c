// rules/forms.yaml: what it says, and every way in which it is refused.
#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "engine/vocabulary/forms.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using vocabulary::Forms;
using vocabulary::LabelField;

namespace {

std::string const small =
    "labels:\n"
    "  project: {value: right, words: [项目名称]}\n"
    "columns:\n"
    "  goal: [年度目标]\n"
    "titles: {endings: [自评表], openings: [年], reports: [评价报告], unit_endings: [部门], "
    "no_names: [附件], page_marks: [第#页]}\n"
    "fused_target_head: 年度指标值\n"
    "level1: {output: 产出指标}\n"
    "forms:\n"
    "  one: {title: 表, columns: [level1, name]}\n";

diagnostic::Outcome<Forms> load(std::string const& text) {
  auto parsed = configuration::parse_yaml(text, 7);
  REQUIRE(parsed.value.has_value());
  return vocabulary::load_forms({std::move(*parsed.value), 7});
}

} // namespace

TEST_CASE("the compiled-in forms load", "[forms]") {
  auto const outcome = vocabulary::load_forms({configuration::embedded_tree("forms.yaml").value(), 1});
  CHECK(outcome.diagnostics.empty());
  REQUIRE(outcome.value.has_value());
  Forms const& forms = *outcome.value;
  CHECK(forms.all().size() >= 10);
  // Blanks and full-width forms do not matter.
  REQUIRE(forms.label("项目 名称"));
  CHECK(forms.label("项目名称")->field == LabelField::project);
  CHECK(!forms.label("项目"));
  CHECK(forms.level1_word(model::Level1::benefit) == "效益指标");
  CHECK(forms.level1_word(model::Level1::department).empty());
  CHECK(forms.is_page_mark("第 3 页，共 12 页"));
  CHECK(forms.is_page_mark("- 7 -"));
  CHECK(forms.is_page_mark("续表："));
  CHECK(!forms.is_page_mark("第三页"));
  CHECK(forms.tick_signs().ticked.size() >= 4);
  CHECK(forms.tick_signs().empty.size() >= 2);
  CHECK(forms.may_be_label("某物用途："));
  CHECK(!forms.may_be_label("某市园林所"));
  CHECK(forms.is_whole_period("中期目标（2023—2025年）"));
  CHECK(!forms.is_whole_period("年度目标"));
  CHECK(!forms.may_be_name("附件 2"));
  CHECK(forms.may_be_name("甲项目"));
  CHECK(forms.without_unit_ending("某局部门") == "某局");
  CHECK(forms.without_unit_ending("部门") == "部门");
  for (std::size_t i = 0; i < vocabulary::label_field_count; ++i) {
    CHECK(!vocabulary::name(static_cast<LabelField>(i)).empty());
  }
}

TEST_CASE("heads of adjusted targets", "[forms]") {
  auto const forms = load(small + "adjusted_targets: [调整]\ntargets_not_adjusted: [调整前, 未调整]\n");
  REQUIRE(forms.value);
  for (std::string const head : {"调整后指标值", "年度指标值（调整）", "年中调整目标值"}) {
    INFO(head);
    CHECK(forms.value->heads_adjusted_targets(head));
  }
  for (std::string const head : {"年度指标值（调整前）", "调整前目标值", "指标值（未调整）", "年度指标值"}) {
    INFO(head);
    CHECK_FALSE(forms.value->heads_adjusted_targets(head));
  }
}

TEST_CASE("what is done to the house of a unit is a project", "[forms]") {
  auto const forms =
      load(small + "unit_name_endings: [院, 中学, 站]\nworks: [新建, 建设]\nno_works: [新建区, 建设工程]\n");
  REQUIRE(forms.value);
  for (std::string const name : {"县中医院", "新建中学", "新建区第一中学", "建设工程质量监督站"}) {
    INFO(name);
    CHECK(forms.value->may_be_unit(name));
  }
  for (std::string const name : {"新建县中医院", "建设第二中学", "绿化养护"}) {
    INFO(name);
    CHECK_FALSE(forms.value->may_be_unit(name));
  }
}

TEST_CASE("a project is named by how the text ends", "[forms]") {
  auto const forms = load(small
                          + "unit_name_endings: [院, 中学]\nproject_name_endings: [项目, 资金, 专项]\n"
                            "works: [新建]\n");
  REQUIRE(forms.value);
  for (std::string const name : {"绿化项目", "绿化专项资金", "新建县中医院"}) {
    INFO(name);
    CHECK(forms.value->names_project(name));
  }
  for (std::string const name :
       {"项目", "项目资金", "专项资金项目", "县中医院", "新建中学", "无", "新建", ""}) {
    INFO(name);
    CHECK_FALSE(forms.value->names_project(name));
  }
}

TEST_CASE("forms that are refused", "[forms]") {
  CHECK(load(small).value.has_value());
  struct Refused {
    std::string before, after, code;
    std::uint32_t line;
  };
  std::vector<Refused> const cases{
      {"labels:", "label:", "vocabulary_unknown_key", 1},
      {"  project:", "  projekt:", "vocabulary_unknown_name", 2},
      {"value: right,", "", "vocabulary_missing_key", 2},
      {"value: right", "value: left", "vocabulary_unknown_name", 2},
      {"words: [项目名称]", "words: 项目名称", "vocabulary_not_a_list", 2},
      {"[项目名称]", "[项目名称, 项目　名称]", "vocabulary_duplicate_word", 2},
      {"value: right", "value: right, place: 1", "vocabulary_unknown_key", 2},
      {"  goal:", "  gaol:", "vocabulary_unknown_name", 4},
      {"reports:", "report:", "vocabulary_unknown_key", 5},
      {"[自评表]", "[自评表, 自评表]", "vocabulary_duplicate_word", 5},
      {"fused_target_head: 年度指标值", "fused_target_head: [a]", "vocabulary_not_a_word", 6},
      {"{output:", "{outputs:", "vocabulary_unknown_name", 7},
      {"columns:\n  goal", "label_endings: [用途, 用途]\ncolumns:\n  goal", "vocabulary_duplicate_word", 3},
      {"columns:\n  goal", "level_endings: [指标, 指标]\ncolumns:\n  goal", "vocabulary_duplicate_word", 3},
      {"columns:\n  goal", "adjusted_targets: [调整, 调整]\ncolumns:\n  goal", "vocabulary_duplicate_word",
       3},
      {"columns: [level1, name]", "columns: [level1, nome]", "vocabulary_unknown_name", 9},
      {"columns: [level1, name]", "columns: [level1, level1]", "vocabulary_duplicate_word", 9},
      {"forms:\n", "tick_boxes: {ticked: [☑, ☑]}\nforms:\n", "vocabulary_duplicate_word", 8},
      {"forms:\n", "tick_boxes: {boxes: [☑]}\nforms:\n", "vocabulary_unknown_key", 8},
      {"title: 表, ", "", "vocabulary_missing_key", 9},
      {"title: 表", "title: 表, fused: maybe", "vocabulary_unknown_name", 9},
      {"title: 表", "title: 表, kind: 1", "vocabulary_unknown_key", 9},
  };
  for (Refused const& each : cases) {
    std::string text = small;
    std::size_t const at = text.find(each.before);
    REQUIRE(at != std::string::npos);
    text.replace(at, each.before.size(), each.after);
    INFO(text);
    auto const outcome = load(text);
    CHECK(!outcome.value.has_value());
    REQUIRE(!outcome.diagnostics.empty());
    CHECK(outcome.diagnostics[0].code == each.code);
    CHECK(outcome.diagnostics[0].where.row == each.line);
    CHECK(outcome.diagnostics[0].where.column > 0);
  }
}
