#include "engine/report/width.hpp"

#include "tests/support/catch.hpp"

using namespace jixiao::report;

TEST_CASE("width counts columns of a terminal") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("绩效") == 4);
  CHECK(display_width("≥95%") == 4);
  CHECK(display_width("全角％") == 6);
}

TEST_CASE("cut and fit never exceed the column") {
  for (std::size_t columns = 1; columns < 12; ++columns) {
    for (char const* text : {"", "a", "产出指标", "满意度95%以上", "abcdefghijkl"}) {
      INFO(text << " in " << columns);
      CHECK(display_width(cut(text, columns)) <= columns);
      CHECK(display_width(fit(text, columns)) == columns);
      CHECK(display_width(fit(text, columns, Align::right)) == columns);
    }
  }
  CHECK(cut("产出指标", 8) == "产出指标");
  CHECK(cut("产出指标", 7) == "产出指…");
  CHECK(fit("9.5", 6, Align::right) == "   9.5");
}

TEST_CASE("escaped shows what a terminal would obey, line by line") {
  CHECK(escaped("a\x1B[31mred\x07\nb") == "a\\u001B[31mred\\u0007\nb");
  CHECK(escaped("x\u202Ey\u2028z\t") == "x\\u202Ey\\u2028z\\u0009");
  CHECK(escaped("\U000E0001") == "\\u0E0001");
  CHECK(escaped("产出\xFF") == "产出\xFF");
}

TEST_CASE("wrap keeps every character") {
  for (std::size_t columns = 2; columns < 9; ++columns) {
    std::string joined;
    for (std::string const& line : wrap("科目调整次数≤5次", columns)) {
      CHECK(display_width(line) <= columns);
      joined += line;
    }
    CHECK(joined == "科目调整次数≤5次");
  }
  CHECK(wrap("", 5).size() == 1);
}

TEST_CASE("no line ends with an opening mark or begins with a closing one") {
  for (std::size_t columns = 22; columns < 50; ++columns) {
    for (std::string const& line :
         wrap("总分（折算为百分制），见「说明」。　请核对（claimed_differs）。", columns)) {
      INFO(columns << ": " << line);
      for (std::string const mark : {"（", "「"}) {
        CHECK((line.size() < mark.size() || line.substr(line.size() - mark.size()) != mark));
      }
      for (std::string const mark : {"）", "」", "，", "。", "　"}) {
        CHECK(line.substr(0, mark.size()) != mark);
      }
    }
  }
}

TEST_CASE("blanks behind a text are taken off") {
  CHECK(without_blanks_behind("a b  ") == "a b");
  CHECK(without_blanks_behind("偏低。　 　") == "偏低。");
  CHECK(without_blanks_behind(" 　").empty());
}

TEST_CASE("what a terminal would obey is taken out") {
  CHECK(printable("a\x1b[31mb\nc\r\td") == "a [31mb c  d");
  CHECK(printable("x\u202Ey") == "x y"); // right-to-left override
  CHECK(printable("绩效") == "绩效");
}
