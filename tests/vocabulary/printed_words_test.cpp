// What tables print beside the rows of the full marks, and levels as forms print them.
#include "engine/vocabulary/bonus.hpp"
#include "engine/vocabulary/level_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <string>

using namespace jixiao;

TEST_CASE("headings of points beside the full marks", "[vocabulary]") {
  for (std::string const text :
       {"加分项", "加分项：", "加分项（5分）", "三、加分项（最多5分）", "3.加分项 5分", "加（减）分项",
        "四、加（减）分项", "减分项", "扣分情况", "减分情况（5分）", "加分项(产出指标)"}) {
    INFO(text);
    CHECK(vocabulary::heads_bonus(test::embedded_vocabulary(), text));
  }
  for (std::string const text :
       {"加分项目管理系统", "不加分项", "加分", "甲乙丙丁、加分项", "5分", "产出指标", ""}) {
    INFO(text);
    CHECK_FALSE(vocabulary::heads_bonus(test::embedded_vocabulary(), text));
  }
}

TEST_CASE("heads of printed rules", "[vocabulary]") {
  for (std::string const head : {"评分标准", "评分 细则", "评（扣）分标准"}) {
    CHECK(vocabulary::heads_rules(test::embedded_vocabulary(), head));
  }
  CHECK_FALSE(vocabulary::heads_rules(test::embedded_vocabulary(), "评分"));
}

TEST_CASE("levels stand behind numbers and before brackets", "[vocabulary]") {
  struct Case {
    std::string text, whole, name, bracket;
  };
  for (Case const& each : {Case{"产出指标", "产出指标", "产出指标", ""},
                           Case{"产出指标（50分）", "产出指标（50分）", "产出指标", "50分"},
                           Case{"二、效益指标（30分）", "效益指标（30分）", "效益指标", "30分"},
                           Case{"（一）产出指标", "产出指标", "产出指标", ""},
                           Case{"1.产出指标 (50)", "产出指标 (50)", "产出指标", "50"},
                           Case{"产出指标（50)", "产出指标（50)", "产出指标", "50"},
                           Case{"一产出指标", "一产出指标", "一产出指标", ""},
                           Case{"产出指标（略）", "产出指标（略）", "产出指标", "略"},
                           Case{"（50分）", "（50分）", "（50分）", ""}, Case{"", "", "", ""}}) {
    INFO(each.text);
    vocabulary::LevelText const read = vocabulary::level_text(each.text);
    CHECK(read.whole == each.whole);
    CHECK(read.name == each.name);
    CHECK(read.bracket == each.bracket);
  }
}
