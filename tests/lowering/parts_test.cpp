// The small tools of lowering, each by itself.
#include "engine/lowering/calendar.hpp"
#include "engine/lowering/digit_slip.hpp"
#include "engine/lowering/fingerprint.hpp"
#include "engine/lowering/likeness.hpp"
#include "engine/lowering/memo.hpp"
#include "engine/lowering/number_facts.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <string>

using namespace jixiao;
using namespace jixiao::lowering;

TEST_CASE("Days are read, completed and printed", "[lowering][calendar]") {
  CHECK(parse_day("2021-12-31") == 20211231);
  CHECK(parse_day("XXXX-02-29") == 229);
  CHECK(parse_day("") == 0);
  CHECK(parse_day("2021-13-01") == 0);
  CHECK(parse_day("2021-12-00") == 0);
  CHECK(parse_day("2021/12/31") == 0);
  CHECK(iso_text(20211231) == "2021-12-31");
  CHECK(iso_text(229) == "XXXX-02-29");
  CHECK(iso_text(0).empty());
  CHECK(last_of_month(2023, 2) == 20230228);
  CHECK(last_of_month(2024, 2) == 20240229);
  CHECK(last_of_month(1900, 2) == 19000228);
  CHECK(last_of_month(2000, 2) == 20000229);
  CHECK(last_of_month(0, 2) == 229);
  CHECK(last_of_month(2021, 4) == 20210430);
  CHECK(in_year(make_span("", "XXXX-02-29"), 2023) == DaySpan{0, 20230228});
  CHECK(in_year(make_span("XXXX-01-01", "XXXX-12-31"), 2021) == DaySpan{20210101, 20211231});
  CHECK(in_year(make_span("", "2022-01-31"), 2021) == DaySpan{0, 20220131});
  CHECK(in_year(make_span("", "XXXX-12-31"), 0) == DaySpan{0, 1231});
  CHECK(is_whole_year({20210101, 20211231}));
  CHECK(is_whole_year({0, 20211231}));
  CHECK(is_whole_year({101, 1231}));
  CHECK_FALSE(is_whole_year({20210201, 20211231}));
  CHECK_FALSE(is_whole_year({20200101, 20211231}));
  CHECK_FALSE(is_whole_year({0, 20211130}));
  CHECK(leading_year("2021") == 2021);
  CHECK(leading_year("2021年度") == 2021);
  CHECK(leading_year("2021-2023") == 2021);
  CHECK(leading_year("20211") == 0);
  CHECK(leading_year("1021") == 0);
  CHECK(leading_year("二〇二一") == 0);
  CHECK(leading_year("") == 0);
}

TEST_CASE("Slips of digits look like what was meant", "[lowering][slip]") {
  CHECK(looks_like_slip("34340.438336", "340.438336", 10));
  CHECK(looks_like_slip("3404.38336", "340.438336", 10));
  CHECK(looks_like_slip("263268.68", "263.68", 10));
  CHECK_FALSE(looks_like_slip("340.438336", "34340.438336", 10));
  CHECK_FALSE(looks_like_slip("340.438336", "340.438336", 10));
  CHECK_FALSE(looks_like_slip("1000", "100", 10));
  CHECK_FALSE(looks_like_slip("36000", "3600", 10));
  CHECK_FALSE(looks_like_slip("9876", "1234", 10));
  CHECK_FALSE(looks_like_slip("98765.4321", "1234.5", 10));
  CHECK_FALSE(looks_like_slip("3440.438336", "340.438337", 10));
  CHECK_FALSE(looks_like_slip("", "340.438336", 10));
  CHECK_FALSE(looks_like_slip("1/3", "340.438336", 10));
  CHECK_FALSE(looks_like_slip("340", "0", 10));
  CHECK_FALSE(looks_like_slip("3404.38336", "340.438336", 11)); // as many times as the pack says
  CHECK_FALSE(looks_like_slip("1899.9", "199.9", 10));
  CHECK(looks_like_slip("1899.9", "199.9", 9));
}

TEST_CASE("Answers that repeat the name are noticed, others are not", "[lowering][likeness]") {
  CHECK(repeats("进一步提升依法维稳水平", "依法维稳水平"));
  CHECK(repeats("依法维稳水平", "进一步提升依法维稳水平。"));
  CHECK(repeats("治理水平 进一步提升", "治理水平进一步提升"));
  CHECK_FALSE(repeats("进一步提升行政中心治安水平", "提升管理水平"));
  CHECK_FALSE(repeats("大厅用电、防火、防汛等安全保障", "大厅用电、防火等安全"));
  CHECK_FALSE(repeats("", "提升管理水平"));
  CHECK_FALSE(repeats("提升管理水平", ""));
  CHECK_FALSE(repeats("。", "提升管理水平"));
  CHECK(same_words("７×２４小时，连续", "7×24 小时 连续"));
  CHECK_FALSE(same_words("稳定保障", "保障稳定"));
  CHECK(bare_words("（一）“通过”，ＯＫ！ 98%") == "一通过OK98%");
  CHECK(share_found(character_pairs("操作响应时间"), character_pairs("查询操作响应时间")) == 1000);
  CHECK(share_found(character_pairs("查询操作响应时间"), character_pairs("操作响应时间")) == 714);
  CHECK(share_found({}, character_pairs("x")) == 0);
  CHECK(share_found(character_pairs("一"), character_pairs("一")) == 1000);
}

TEST_CASE("Fingerprints tell texts and their borders apart", "[lowering][fingerprint]") {
  std::set<std::uint64_t> seen;
  for (auto const& texts :
       {std::pair("ab", "c"), std::pair("a", "bc"), std::pair("", "abc"), std::pair("abc", ""),
        std::pair("ac", "b"), std::pair("12345678", "9"), std::pair("123456789", "")}) {
    CHECK(seen.insert(fingerprint({texts.first, texts.second})).second);
  }
  CHECK(Fingerprint().add("绩效").text() == Fingerprint().add("绩效").text());
  CHECK(Fingerprint().add("绩效").text().size() == 13);
  CHECK(Fingerprint().add("a").text() == "122r8bt5x0ypj"); // the same on every machine
}

TEST_CASE("What is remembered is bounded and never changes an answer", "[lowering][memo]") {
  Memo<std::string, 2> memo(4);
  int made = 0;
  auto const get = [&](std::string const& left, std::string const& right) {
    return *memo.get({left, right}, [&] {
      ++made;
      return left + '|' + right;
    });
  };
  for (int turn = 0; turn < 3; ++turn) {
    for (int i = 0; i < 4; ++i) {
      CHECK(get(std::to_string(i), "x") == std::to_string(i) + "|x");
    }
  }
  CHECK(made == 4);
  for (int i = 0; i < 100; ++i) {
    CHECK(get(std::to_string(i), "y") == std::to_string(i) + "|y");
  }
  CHECK(made == 104);
  std::string const prose(5000, 'p');
  CHECK(get(prose, "") == prose + '|');
  CHECK(get(prose, "") == prose + '|');
  CHECK(made == 106); // long prose is read anew
}

TEST_CASE("A relation makes a set of a number", "[lowering][sets]") {
  using model::Relation;
  auto const text = [](std::optional<Relation> relation) { return number::text(set_of(5, relation)); };
  CHECK(text(std::nullopt) == "[5, 5]");
  CHECK(text(Relation::equal) == "[5, 5]");
  CHECK(text(Relation::about) == "[5, 5]");
  CHECK(text(Relation::at_least) == "[5, inf)");
  CHECK(text(Relation::at_most) == "(-inf, 5]");
  CHECK(text(Relation::more_than) == "(5, inf)");
  CHECK(text(Relation::less_than) == "(-inf, 5)");
  CHECK(text(Relation::not_equal) == "(-inf, inf)");
}
