// Several projects one after another in one text, each below a line with its name.
#include "engine/vocabulary/bonus.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const title = "2023年度项目支出绩效自评表\n";
std::string const head = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n";
std::string const first = "产出指标\t数量指标\t养护面积\t≥50亩\t52亩\t50\t50\n"
                          "效益指标\t社会效益指标\t受益居民\t≥900人\t950人\t40\t40\n"
                          "满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t98%\t10\t10\n";
std::string const second = "产出指标\t数量指标\t保洁面积\t≥80亩\t82亩\t50\t50\n"
                           "效益指标\t社会效益指标\t受益居民\t≥900人\t950人\t40\t40\n"
                           "满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t98%\t10\t10\n";
std::string const one_level = "产出指标\t数量指标\t养护面积\t≥50亩\t52亩\t60\t60\n"
                              "产出指标\t质量指标\t成活率\t≥95%\t97%\t40\t40\n";

} // namespace

TEST_CASE("a line with a name begins the next project of a text", "[forms]") {
  std::string const blank = "\n";
  for (std::string const& text :
       {head + "绿化养护\n" + first + "环卫保洁\n" + second,
        head + "绿化养护\n" + first + blank + "环卫保洁\n" + second,
        head + "绿化养护\t\t\t\t\t\t\n" + first + "环卫保洁\t\t\t\t\t\t\n" + second,
        head + "一、绿化养护\n" + first + "二、环卫保洁\n" + second,
        "绿化养护\n" + head + first + "环卫保洁\n" + second,
        "绿化养护\n" + head + first + "环卫保洁\n" + head + second,
        head + "绿化养护\n" + first + "总分\t\t\t\t\t100\t100\n环卫保洁\n" + second
            + "总分\t\t\t\t\t100\t100\n",
        head + "项目名称：绿化养护\n" + first + "项目名称：环卫保洁\n" + second,
        head + "项目名称\t绿化养护\n" + first + "项目名称\t环卫保洁\n" + second,
        "项目名称\t绿化养护\n" + head + first + "项目名称\t环卫保洁\n" + second,
        "项目名称：绿化养护\n" + head + first + "项目名称：环卫保洁\n" + head + second,
        head + "绿化养护\n" + one_level + "环卫保洁\n" + one_level}) {
    INFO(text);
    Converted const converted = test::convert_text(title + text);
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.row(0, 0)[Column::project] == "绿化养护");
    CHECK(converted.row(1, 0)[Column::project] == "环卫保洁");
    CHECK(converted.row(0, 0)[Column::year] == "2023");
    CHECK(converted.row(1, 0)[Column::year] == "2023");
    CHECK(converted.rows() == (text.find("保洁面积") == std::string::npos ? 4U : 6U));
    CHECK(converted.count("remark_passed_over") + converted.count("cell_undecided") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("a line with the label of a name names a project in a grid, too", "[forms]") {
  auto grid = [](std::string text) {
    std::replace(text.begin(), text.end(), '\t', '|');
    return test::convert_document(test::document_of(test::cells_of(text.substr(0, text.size() - 1))));
  };
  std::string const one(grid(title + head + "项目名称：绿化养护\n" + first).row(0, 0)[Column::project]);
  CHECK(one == "绿化养护");
  Converted const two =
      grid(title + head + "项目名称：绿化养护\n" + first + "项目名称：环卫保洁\n" + one_level);
  REQUIRE(two.conversion.projects.size() == 2);
  CHECK(two.row(0, 0)[Column::project] == "绿化养护");
  CHECK(two.row(1, 0)[Column::project] == "环卫保洁");
  CHECK(two.count("cell_undecided") == 0);
}

TEST_CASE("what stands between the rows of one project names no other", "[forms]") {
  std::string const part = first.substr(0, first.find("满意度"));
  std::string const rest = first.substr(part.size());
  for (std::string const line :
       {"某市园林所决算公开", "第 3 页", "说明：以下为满意度指标。", "注：见附件", "2024年3月1日"}) {
    INFO(line);
    Converted const converted = test::convert_text(title + head + "绿化养护\n" + part + line + "\n" + rest);
    CHECK(converted.conversion.projects.size() == 1);
    CHECK((converted.rows() == 3 || converted.count("rows_without_header") == 1));
    test::check_account(converted);
  }
}

TEST_CASE("a line behind rows that lack some of their points names no project", "[forms]") {
  std::string const half = "产出指标\t数量指标\t养护面积\t≥50亩\t52亩\t30\t30\n"
                           "满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t98%\t20\t20\n";
  Converted const converted =
      test::convert_text(title + "项目名称\t绿化养护\n" + head + half + "下半年\n" + half);
  CHECK(converted.conversion.projects.size() == 1);
  CHECK((converted.rows() == 4 || converted.count("rows_without_header") == 1));
}

TEST_CASE("the name of a unit between two tables is no name of a project", "[forms]") {
  for (std::string const line : {"某市园林所", "二、市生态环境局", "某市人民医院", "县教育服务中心"}) {
    for (bool const again : {false, true}) {
      for (bool const grid : {false, true}) {
        std::string text = title + "项目名称\t绿化养护\n" + head + first + line + "\n" + (again ? head : "")
                           + second + "市城管局\n" + (again ? head : "") + second;
        INFO(text);
        std::string cells = text.substr(0, text.size() - 1);
        std::replace(cells.begin(), cells.end(), '\t', '|');
        Converted const converted = grid ? test::convert_document(test::document_of(test::cells_of(cells)))
                                         : test::convert_text(text);
        REQUIRE(converted.conversion.projects.size() == 3);
        CHECK(converted.row(0, 0)[Column::project] == "绿化养护");
        CHECK(converted.row(1, 0)[Column::project].empty());
        CHECK(converted.row(2, 0)[Column::project].empty());
        CHECK(converted.rows() == 9);
        CHECK(converted.count("name_may_be_unit") == 2);
        CHECK(converted.count("project_name_lost") == 2);
        test::check_account(converted);
      }
    }
  }
}

TEST_CASE("rows below a heading of points to add are no other project", "[forms]") {
  std::string const bonus = "\t\t获得表彰\t≥1次\t1次\t5\t5\n";
  for (std::string const line : {"加分项", "（二）加分指标", "减分项：", "附加项", "加分项（5分）",
                                 "三、加分项（最多5分）", "扣分项：-5分", "创新加分", "其他加分（2分）"}) {
    for (bool const grid : {false, true}) {
      std::string const text = title + "项目名称\t绿化养护\n" + head + first + line + "\n" + bonus;
      INFO(text);
      std::string cells = text.substr(0, text.size() - 1);
      std::replace(cells.begin(), cells.end(), '\t', '|');
      Converted const converted =
          grid ? test::convert_document(test::document_of(test::cells_of(cells))) : test::convert_text(text);
      REQUIRE(converted.conversion.projects.size() == 1);
      CHECK(converted.rows() == 4);
      CHECK(converted.count("bonus_rows") == 1);
      std::string_view const level = converted.row(0, 3)[Column::level1];
      CHECK(vocabulary::heads_bonus(test::embedded_vocabulary(), level));
      CHECK(level.find('(') == level.rfind('(')); // nothing that no cell prints
      CHECK(level.find("指标)") == std::string_view::npos);
      CHECK(converted.row(0, 2)[Column::level1] == "满意度指标");
      test::check_account(converted);
    }
  }
}
