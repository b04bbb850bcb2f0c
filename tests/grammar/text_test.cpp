#include "grammar/row.hpp"
#include "grammar/text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao::grammar;

TEST_CASE("UTF-8 is well-formed or it is not", "[grammar][text]") {
  for (std::string const text :
       {"", "a", "绩效", "é", "\xF0\x9F\x98\x80", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
    INFO(text);
    CHECK(is_utf8(text));
    CHECK(repair_utf8(text) == text);
  }
  for (std::string const text :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE7\xBB", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xE7"}) {
    CHECK_FALSE(is_utf8(text));
    CHECK(is_utf8(repair_utf8(text)));
  }
  CHECK(repair_utf8("a\xE7z") == "a\xEF\xBF\xBDz");
  CHECK(repair_utf8("\xE7\xBB绩") == "\xEF\xBF\xBD\xEF\xBF\xBD绩");
}

TEST_CASE("characters are counted, not bytes", "[grammar][text]") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("≥95%") == 4);
  CHECK(character_offset("≥95%", 3) == 1);
  CHECK(character_offset("≥95%", 6) == 4);
  CHECK(character_offset("≥95%", 99) == 4);
}

TEST_CASE("blanks of every width are trimmed and removed", "[grammar][text]") {
  std::string const blanks = " \t\r\n\u00A0\u3000\u2003\u200B\uFEFF";
  CHECK(trim(blanks + "绩 效" + blanks) == "绩 效");
  CHECK(trim(blanks).empty());
  CHECK(trim("").empty());
  CHECK(without_blanks(blanks + "绩 " + blanks + "效") == "绩效");
  CHECK(blank_length(" \u3000x") == 4);
  CHECK(blank_length("x ") == 0);
  CHECK(trim("。").size() == 3); // shares its first bytes with a blank
}

TEST_CASE("full-width forms fold to ASCII, other characters stay", "[grammar][text]") {
  CHECK(fold_width("ＡＢｚ０９（％）＝～！") == "ABz09(%)=~!");
  CHECK(fold_width("绩\u3000效。") == "绩 效。");
  CHECK(fold_width("￥") == "￥"); // above the full-width ASCII block
  CHECK(fold_width("\xEF\xBC") == "\xEF\xBC");
}

TEST_CASE("a row in one line splits at bars and tabs", "[grammar][row]") {
  auto const fields = split_row("产出指标 | 数量指标 |科目调整次数| ≤\t5 |  ");
  REQUIRE(fields.size() == 6);
  CHECK(fields[0].text == "产出指标");
  CHECK(fields[1].text == "数量指标");
  CHECK(fields[2].text == "科目调整次数");
  CHECK(fields[3].text == "≤");
  CHECK(fields[4].text == "5");
  CHECK(fields[5].text.empty());
  CHECK(fields[1].span == ByteSpan{15, 27});
  CHECK(split_row("").size() == 1);
  CHECK(split_row("|").size() == 2);
  CHECK(split_row("\u3000x\u3000")[0].span == ByteSpan{3, 4});
}
