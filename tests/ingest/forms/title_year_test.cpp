// The year of a form: that of its title or of a label, never that of a day or of a sentence above it.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const rows = "项目名称\t开放\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
                         "产出指标\t数量指标\t开放天数\t≥250天\t250天\t50\t50\n"
                         "满意度指标\t满意度指标\t满意度\t≥90%\t95%\t40\t40\n";

} // namespace

TEST_CASE("the year is that of the title, not of what stands above it", "[forms]") {
  struct Case {
    std::string above, year;
  };
  for (Case const& each : {Case{"填报日期：2024年2月5日\n2023年度项目支出绩效自评表\n", "2023"},
                           {"填报日期：2024年2月5日\n项目支出绩效自评表\n", ""},
                           {"2024年2月5日\n项目支出绩效自评表\n", ""},
                           {"根据2024年工作安排，现报送如下\n项目支出绩效自评表\n", ""},
                           {"2023年度图书馆\n项目支出绩效自评表\n", "2023"}}) {
    INFO(each.above);
    Converted const read = test::convert_text(each.above + rows);
    REQUIRE(read.rows() == 2);
    CHECK(read.row(0, 0)[Column::year] == each.year);
    CHECK(read.count("title_of_other_year") == 0);
    test::check_account(read);
  }
}

TEST_CASE("a title of another year than the label says is told", "[forms]") {
  Converted const read = test::convert_text("2023年度项目支出绩效自评表\n年度\t2022\n" + rows);
  REQUIRE(read.rows() == 2);
  CHECK(read.row(0, 0)[Column::year] == "2022");
  CHECK(read.the("title_of_other_year").arguments
        == std::vector<std::string>{"2023年度项目支出绩效自评表", "2023", "2022"});
  Converted const same = test::convert_text("2023年度项目支出绩效自评表\n年度\t2023年\n" + rows);
  CHECK(same.count("title_of_other_year") == 0);
}
