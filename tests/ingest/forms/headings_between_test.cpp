// Headings of text between the tables of a page: they name the project of the table below, or are said.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using namespace std::string_literals;
using ingest::forms::AccountEntry;
using ingest::forms::CellUse;
using model::Column;
using test::Converted;

namespace {

std::string const heads = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n";
std::string const rest = "效益指标|社会效益指标|受益居民|≥900人|950人|40|40\n"
                         "满意度指标|服务对象满意度指标|居民满意度|≥90%|98%|10|10";
std::string const whole = heads + "产出指标|数量指标|养护面积|≥50亩|52亩|50|50\n" + rest;
std::string const half = heads + "产出指标|数量指标|养护面积|≥50亩|52亩|30|30\n" + rest;

/// Lines of text and tables by turns, as web pages and texts of Word have them.
model::Document page(std::vector<std::string> const& pieces) {
  model::Document document;
  for (std::string const& piece : pieces) {
    auto part = test::document_of(test::cells_of(piece)).parts.front();
    part.name = "#" + std::to_string(document.parts.size() + 1);
    part.layout =
        piece.find('|') == std::string::npos ? model::DocumentLayout::text : model::DocumentLayout::grid;
    document.parts.push_back(std::move(part));
  }
  return document;
}

CellUse use_of(Converted const& converted, std::string const& text) {
  for (AccountEntry const& entry : converted.conversion.account) {
    if (entry.text == text) {
      return entry.use;
    }
  }
  return CellUse::unaccounted;
}

std::string const title = "2023年度项目支出绩效自评表";

} // namespace

TEST_CASE("a heading between two tables names the project below", "[forms]") {
  for (std::string const heading : {"环卫保洁项目", "二、环卫保洁项目", "某某养老服务中心建设",
                                    "新建第三幼儿园", "改造县中医院", "购置消防大队"}) {
    INFO(heading);
    Converted const converted =
        test::convert_document(page({title + "\n绿化养护项目", whole, heading, whole}));
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.row(0, 0)[Column::project] == "绿化养护项目");
    std::string const name = heading.find("环卫") == std::string::npos ? heading : "环卫保洁项目";
    CHECK(converted.row(1, 0)[Column::project] == name);
    CHECK(converted.row(1, 0)[Column::year] == "2023");
    CHECK(converted.count("project_name_lost") == 0);
    CHECK(use_of(converted, heading) == CellUse::title);
    test::check_account(converted);
  }
}

TEST_CASE("titles may stand above the heading of a table", "[forms]") {
  Converted const converted = test::convert_document(
      page({title + "\n绿化养护项目", whole, title + "\n单位：万元\n环卫保洁项目", whole}));
  REQUIRE(converted.conversion.projects.size() == 2);
  CHECK(converted.row(0, 0)[Column::project] == "绿化养护项目");
  CHECK(converted.row(1, 0)[Column::project] == "环卫保洁项目");
  test::check_account(converted);
}

TEST_CASE("a heading between two tables that names nothing for sure is said", "[forms]") {
  struct Case {
    std::string first, heading, code;
  };
  for (Case const& each : std::vector<Case>{{whole, "中医院", "name_may_be_unit"},
                                            {whole, "建设工程质量监督站", "name_may_be_unit"},
                                            {whole, "新建中学", "name_may_be_unit"},
                                            {whole, "专项经费", "name_undecided"},
                                            {whole, "无", "name_undecided"},
                                            {whole, "同意", "name_undecided"},
                                            {whole, "优秀", "name_undecided"},
                                            {whole, "（续）", "name_undecided"},
                                            {whole, "存在的问题", "name_undecided"},
                                            {whole, "第二季度", "name_undecided"},
                                            {whole, "表二", "name_undecided"},
                                            {whole, "新建区", "name_undecided"},
                                            {whole, "建设内容", "name_undecided"},
                                            {whole, "自评得分98分", "name_undecided"},
                                            {half, "环卫保洁项目", "head_cell_undecided"}}) {
    INFO(each.heading);
    Converted const converted = test::convert_document(page({title, each.first, each.heading, whole}));
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.row(1, 0)[Column::project].empty());
    CHECK(converted.the(each.code).arguments == std::vector<std::string>{each.heading});
    CHECK(converted.the(each.code).where.row == 0);
    CHECK(use_of(converted, each.heading) == CellUse::undecided);
    test::check_account(converted);
  }
}

TEST_CASE("headings of which none can be taken are said by their texts", "[forms]") {
  std::string const again = "路灯改造项目";
  for (std::string const& between : {"环卫保洁项目\n" + again, "环卫保洁项目\n（单位：万元）"s}) {
    INFO(between);
    Converted const converted =
        test::convert_document(page({title + "\n绿化养护项目", whole, between, whole}));
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.count("project_name_lost") == 2);
    CHECK(use_of(converted, "绿化养护项目") == CellUse::undecided);
    CHECK(use_of(converted, "环卫保洁项目") == CellUse::undecided);
    std::size_t const lost = between.find(again) == std::string::npos ? 2 : 3;
    CHECK(converted.count("head_cell_undecided") == lost);
    test::check_account(converted);
  }
}

TEST_CASE("prose between two tables names nothing", "[forms]") {
  Converted const converted = test::convert_document(page({title, whole, "以下各项已完成。", whole}));
  REQUIRE(converted.conversion.projects.size() == 2);
  CHECK(converted.row(1, 0)[Column::project].empty());
  CHECK(use_of(converted, "以下各项已完成。") == CellUse::prose);
}

TEST_CASE("what is done to a unit's house is a project of a grid, too", "[forms]") {
  for (std::string const name : {"新建第三幼儿园", "改造县中医院", "修缮县体育馆"}) {
    INFO(name);
    Converted const converted = test::convert_document(
        test::document_of(test::cells_of(title + "|<|<|<|<|<|<\n绿化养护项目|<|<|<|<|<|<\n" + whole + "\n"
                                         + name + "|<|<|<|<|<|<\n" + whole)));
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.row(1, 0)[Column::project] == name);
    CHECK(converted.count("name_may_be_unit") == 0);
  }
}

TEST_CASE("a table with a header of its own that begins the levels anew is another project", "[forms]") {
  Converted const two = test::convert_document(page({whole, whole}));
  CHECK(two.conversion.projects.size() == 2);
  CHECK(two.count("rows_continued") == 0);
  CHECK(two.count("levels_begin_anew") == 0);
  // The second page of one table goes on with its levels.
  std::string const first = heads + "产出指标|数量指标|养护面积|≥50亩|52亩|50|50";
  Converted const one = test::convert_document(page({first, heads + rest}));
  CHECK(one.conversion.projects.size() == 1);
  CHECK(one.rows() == 3);
  CHECK(one.count("rows_continued") == 1);
  test::check_account(one);
}

TEST_CASE("headings above tables whose points leave out the execution", "[forms]") {
  std::string const ninety = heads + "产出指标|数量指标|养护面积|≥50亩|52亩|40|40\n" + rest;
  Converted const named = test::convert_document(page({"一、绿化养护", ninety, "二、环卫保洁", ninety}));
  REQUIRE(named.conversion.projects.size() == 2);
  CHECK(named.row(0, 0)[Column::project] == "绿化养护");
  CHECK(named.row(1, 0)[Column::project] == "环卫保洁");
  test::check_account(named);
  // What is not used is said of each of them.
  Converted const open = test::convert_document(page({"一、绿化养护", half, "二、环卫保洁", half}));
  REQUIRE(open.conversion.projects.size() == 2);
  CHECK(open.count("head_cell_undecided") == 2);
  CHECK(use_of(open, "一、绿化养护") == CellUse::undecided);
  CHECK(use_of(open, "二、环卫保洁") == CellUse::undecided);
  test::check_account(open);
}
