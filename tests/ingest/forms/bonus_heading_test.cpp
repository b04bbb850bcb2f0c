// Headings of points to add or to take away among the rows: which rows stand below them.
#include "engine/vocabulary/bonus.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const heads = "2023年度项目支出绩效自评表|<|<|<|<|<|<\n项目名称|绿化养护|<|<|<|<|<\n"
                          "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n";
std::string const output = "产出指标|数量指标|走访次数|≥5次|6次|40|40\n";
std::string const benefit = "效益指标|社会效益指标|覆盖率|≥50%|10%|30|6\n"
                            "满意度指标|服务对象满意度指标|群众满意|≥90%|95%|20|20";

Converted grid(std::string const& rows) {
  return test::convert_document(test::document_of(test::cells_of(heads + output + rows)));
}

std::string level_of(Converted const& converted, std::string const& name) {
  for (model::RawRow const& row : converted.conversion.projects.at(0).raw.rows) {
    if (row[Column::name] == name) {
      return std::string(row[Column::level1]);
    }
  }
  return "no row";
}

} // namespace

TEST_CASE("a known level that a row prints ends what stands below the heading of a bonus", "[forms]") {
  for (std::string const heading : {"加分项", "扣分项", "二、加分项（最多5分）"}) {
    INFO(heading);
    Converted const converted =
        grid(heading + "|<|<|<|<|<|<\n||创新|≥1项|2项|5|5\n||获奖|≥1项|2项|5|5\n" + benefit);
    REQUIRE(converted.rows() == 5);
    for (std::string const name : {"创新", "获奖"}) {
      CHECK(vocabulary::heads_bonus(test::embedded_vocabulary(), level_of(converted, name)));
    }
    CHECK(level_of(converted, "覆盖率") == "效益指标");
    CHECK(level_of(converted, "群众满意") == "满意度指标");
    CHECK(converted.the("bonus_ended").arguments[1] == "效益指标");
    CHECK(converted.count("bonus_rows") == 1);
    test::check_account(converted);
  }
}

TEST_CASE("a level that nobody knows is one of the bonus and kept", "[forms]") {
  Converted const converted = grid("加分项|<|<|<|<|<|<\n特色工作|创新|获奖|≥1项|2项|5|5\n"
                                   "效益|社会效益指标|覆盖率|≥50%|10%|30|6");
  CHECK(level_of(converted, "获奖") == "加分项(特色工作)");
  CHECK(level_of(converted, "覆盖率") == "效益"); // its level 2 is known
}

TEST_CASE("a heading of a bonus that says there is none begins nothing", "[forms]") {
  for (std::string const heading :
       {"加分项：无", "加分项（无）", "扣分项: 无", "四、减分项：/", "加分项：-"}) {
    INFO(heading);
    Converted const converted = grid(heading + "|<|<|<|<|<|<\n||走访户数|≥5户|6户|10|10\n" + benefit);
    REQUIRE(converted.rows() == 4);
    CHECK(level_of(converted, "走访户数") == "产出指标");
    CHECK(level_of(converted, "群众满意") == "满意度指标");
    CHECK(converted.count("bonus_rows") + converted.count("bonus_ended") == 0);
    CHECK(converted.count("remark_passed_over") == 1);
    test::check_account(converted);
  }
}
