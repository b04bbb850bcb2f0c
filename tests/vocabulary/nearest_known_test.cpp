// The known word that is shown beside a text which is not understood.
#include "engine/vocabulary/nearest_known.hpp"
#include "tests/support/catch.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <algorithm>

using namespace jixiao::vocabulary;
using jixiao::test::embedded_vocabulary;

TEST_CASE("a text that is not understood has a known word near, or none") {
  struct Case {
    WordsOf of;
    char const* text;
    char const* nearest;
  };
  for (Case const& each :
       {Case{WordsOf::level1, "产出目标值", "产出目标"}, Case{WordsOf::level2, "数量类", "数量"},
        Case{WordsOf::level2, " 数 量 类", "数量"}, Case{WordsOf::level2, "课题研究", ""},
        Case{WordsOf::relation, "大与等于", "大于等于"}, Case{WordsOf::direction, "正相", "正"},
        Case{WordsOf::unit, "平方公理", "平方公里"}, Case{WordsOf::unit, "坨", ""},
        Case{WordsOf::answer, "基本达成了", "基本达成"}, Case{WordsOf::answer, "提升", ""},
        Case{WordsOf::head, "一级指标名", "一级指标"}}) {
    INFO(each.text);
    CHECK(NearestKnown(embedded_vocabulary(), each.of).find(each.text) == each.nearest);
  }
}

TEST_CASE("known words are sorted and stand once") {
  for (WordsOf const of : {WordsOf::level1, WordsOf::level2, WordsOf::relation, WordsOf::unit,
                           WordsOf::direction, WordsOf::answer, WordsOf::head}) {
    std::vector<std::string> const words = known_words(embedded_vocabulary(), of);
    CHECK_FALSE(words.empty());
    CHECK(std::is_sorted(words.begin(), words.end()));
    CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
  }
}
