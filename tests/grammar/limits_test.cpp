// Hostile cells: limits, bytes that are no text, and time that grows with the length alone.
#include "tests/grammar/check_tree.hpp"
#include "tests/grammar/describe.hpp"
#include "tests/support/catch.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <ctime>

using namespace jixiao;
using grammar::CellKind;
using grammar::CellParser;
using grammar::CellTree;
using grammar::Limits;
using grammar::Role;

namespace {

CellParser parser_with(Limits const& limits) {
  return CellParser(test::embedded_vocabulary().lexicon(), limits);
}

// Optimised, the slowest of these takes a tenth of a second. Without optimisation and under sanitizers less
// text and more time are given; anything quadratic takes minutes there.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr std::size_t bytes = 1000000;
constexpr double most_seconds = 1.0;
#else
constexpr std::size_t bytes = 50000;
constexpr double most_seconds = 6.0;
#endif

std::string repeat(std::string const& text, std::size_t size) {
  std::string result;
  while (result.size() < size) {
    result += text;
  }
  return result;
}

} // namespace

TEST_CASE("a cell above the limit of bytes keeps its text and says why", "[grammar][limits]") {
  Limits limits;
  limits.cell_bytes = 10;
  CellParser const parser = parser_with(limits);
  CHECK(test::describe(parser.parse("≥95.00%", Role::target)) == "quantity at_least 95.00 %");
  CellTree const tree = parser.parse("≥95.0000%%", Role::target);
  CHECK(test::describe(tree) == "text !cell_too_long");
  CHECK(tree.notes.front().arguments == std::vector<std::string>{"12", "10"});
  CHECK(test::broken(tree, "≥95.0000%%") == "");
  CHECK_FALSE(parser.parse_number("12345678901").has_value());
  CHECK_FALSE(parser.parse_unit("个个个个").has_value());
  CHECK_FALSE(parser.parse_relation("不少于不少于").has_value());
}

TEST_CASE("bytes that are no UTF-8 make a text and a note", "[grammar][limits]") {
  for (std::string const text : {"\xFF", "95\x80", "\xE7\xBB", "≥95%\xC3"}) {
    CellTree const tree = test::cell_parser().parse(text, Role::target);
    CHECK(test::describe(tree) == "text !cell_not_utf8");
    CHECK(test::broken(tree, text) == "");
    CHECK_FALSE(test::cell_parser().parse_number(text).has_value());
  }
  std::string const nul("95\0%", 4);
  CellTree const tree = test::cell_parser().parse(nul, Role::target);
  CHECK(tree.kind == CellKind::text);
  CHECK(test::broken(tree, nul) == "");
}

TEST_CASE("digits and exponents have limits", "[grammar][limits]") {
  std::string const digits(64, '7');
  CHECK(test::describe(test::cell_parser().parse(digits, Role::target)) == "quantity " + digits);
  CHECK(test::describe(test::cell_parser().parse(digits + "7个", Role::target))
        == "text !number_beyond_limits");
  CHECK(test::describe(test::cell_parser().parse("≥" + std::string(10000, '9') + "%", Role::target))
        == "text !number_beyond_limits");
  auto const quoted = [](std::string const& text) {
    return test::cell_parser().parse(text, Role::target).notes.at(0).arguments.at(0);
  };
  CHECK(quoted(digits + "7个") == std::string(24, '7') + "\xE2\x80\xA6");
  CHECK(quoted("1e999999999") == "1e999999999");
  CHECK(test::describe(test::cell_parser().parse("1e64", Role::target))
        == "quantity 1" + std::string(64, '0'));
  CHECK(test::describe(test::cell_parser().parse("1e-64", Role::target))
        == "quantity 0." + std::string(63, '0') + "1");
  for (std::string const text : {"1e65", "1e999999999", "1e-99999999999999999999", "2-1e999999999个"}) {
    INFO(text);
    CHECK(test::describe(test::cell_parser().parse(text, Role::target)) == "text !number_beyond_limits");
  }
  auto const number = test::cell_parser().parse_number("1e999999999");
  REQUIRE(number.has_value());
  CHECK(number->beyond_limits);
  CHECK(number->digits.empty());
}

TEST_CASE("a cell has at most so many parts", "[grammar][limits]") {
  Limits limits;
  limits.parts = 3;
  CellParser const parser = parser_with(limits);
  CHECK(parser.parse("1次；2次；3次", Role::target).parts.size() == 3);
  CellTree const tree = parser.parse("1次；2次；3次；4次", Role::target);
  CHECK(test::describe(tree) == "text !cell_too_many_parts");
  CHECK(test::broken(tree, "1次；2次；3次；4次") == "");
}

TEST_CASE("time grows with the length of a cell and with nothing else", "[grammar][limits]") {
  Limits limits;
  limits.cell_bytes = 2000000;
  CellParser const parser = parser_with(limits);
  for (std::string const piece :
       {"一",       "十",      "百",     "1",    "9.",     "1,",   "1,000", "≥",    "≥ ",   "<",    "1次",
        "1 ",       "2021年",  "2021-",  "12月", "5-",     "1x",   "7×",    "每",   "每月", "几",   "几十",
        "第",       "（",      "(",      "“",    "《",     "个",   "％",    "万",   "点",   "分之", "百分之",
        "三分之一", "完成",    "未",     "满意", "无",     "事故", "因",    "后",   "，",   "、",   "。",
        " ",        "\u3000",  "A",      "A1-",  "控制在", "以上", "余",    "半",   "负",   "-",    "/",
        "元/",      "元/人",   "及后续", "且",   "至",     "为",   "1为",   "高：", "1、",  "一、", "\n",
        "达到",     "未达到5", "￥",     "[1,",  "前提下", "5号"}) {
    std::string const text = repeat(piece, bytes);
    std::clock_t const begin = std::clock();
    CellTree const tree = parser.parse(text, Role::target);
    double const seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    INFO(piece << " " << seconds << " s");
    CHECK(seconds < most_seconds);
    CHECK(test::broken(tree, text) == "");
  }
}
