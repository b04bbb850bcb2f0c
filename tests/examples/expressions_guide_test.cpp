// The formula of the guides for points off per percentage point, as printed there, run over rows.
#include "engine/model/facts.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

/// The code span of `guide` that contains `part`, without its backticks.
std::string code_with(std::string const& guide, std::string const& part, std::size_t from = 0) {
  std::size_t const at = guide.find(part, from);
  REQUIRE(at != std::string::npos);
  std::size_t const begin = guide.rfind('`', at) + 1;
  return guide.substr(begin, guide.find('`', at) - begin);
}

std::string row(std::string const& relation, std::string const& actual, std::string const& score) {
  return "  - {row: \"\xE6\x95\x88\xE7\x9B\x8A\xE6\x8C\x87\xE6\xA0\x87 | "
         "\xE7\xA4\xBE\xE4\xBC\x9A\xE6\x95\x88\xE7\x9B\x8A\xE6\x8C\x87\xE6\xA0\x87 | "
         "\xE8\xA6\x86\xE7\x9B\x96\xE7\x8E\x87 | "
         + relation + " | 50 | % | 10 | \", actual: \"" + actual + "%\", score: \"" + score + "\"}\n";
}

/// The lines of the table of all facts, each from its name on.
std::vector<std::string> fact_lines(std::string const& guide) {
  std::vector<std::string> lines;
  std::size_t const begin = guide.find("\n|---|---|---|---|\n");
  REQUIRE(begin != std::string::npos);
  for (std::size_t at = guide.find("\n| `", begin); at != std::string::npos;
       at = guide.find("\n| `", at + 1)) {
    lines.push_back(guide.substr(at + 3, guide.find('\n', at + 1) - at - 3));
  }
  return lines;
}

std::string quoted(std::string_view name) {
  return "`" + std::string(name) + "`";
}

} // namespace

TEST_CASE("examples: the guides tabulate every fact that rules can ask, with its words, and no other") {
  for (char const* const path : {"docs/guides/expressions.md", "docs/guides/expressions.zh-CN.md"}) {
    INFO(path);
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < model::named_number_count; ++i) {
      expected.push_back(quoted(model::name(static_cast<model::NumberField>(i))));
    }
    for (char const* const derived : {"attainment", "deviation", "deviation_rate", "percentage_points"}) {
      expected.push_back(quoted(derived));
    }
    for (std::size_t i = 0; i < model::truth_field_count; ++i) {
      expected.push_back(quoted(model::name(static_cast<model::TruthField>(i))));
    }
    std::vector<std::string> const lines = fact_lines(read_source(path));
    std::size_t const words_begin = expected.size();
    REQUIRE(lines.size() == words_begin + model::word_field_count);
    for (std::size_t i = 0; i < words_begin; ++i) {
      CHECK(lines[i].rfind(expected[i] + " |", 0) == 0);
    }
    for (std::size_t i = 0; i < model::word_field_count; ++i) {
      auto const field = static_cast<model::WordField>(i);
      std::string words;
      for (std::string_view const word : model::words_of(field)) {
        words += " " + quoted(word);
      }
      INFO(lines[words_begin + i]);
      CHECK(lines[words_begin + i].rfind(quoted(model::name(field)) + " |", 0) == 0);
      CHECK(lines[words_begin + i].find(" |" + words + " |") != std::string::npos);
    }
  }
}

TEST_CASE("examples: the guides' points off for a percentage point take points off") {
  for (char const* const path : {"docs/guides/expressions.md", "docs/guides/expressions.zh-CN.md"}) {
    INFO(path);
    std::string const guide = read_source(path);
    std::string const share = code_with(guide, "max(0, weight");
    std::string const when = code_with(guide, "not met and dimension = ratio and weight", guide.find(share));
    std::string const rules = "score:\n  - {id: points-off, before: met, when: \"quantity and " + when
                              + "\", share: \"" + share + "\"}\ntests:\n";
    auto const loaded =
        Packs::on_base(rules + row("\xE2\x89\xA5", "50", "10.00") + row("\xE2\x89\xA5", "47", "8.50")
                       + row("\xE2\x89\xA5", "20", "0.00") + row("\xE2\x89\xA4", "50", "10.00")
                       + row("\xE2\x89\xA4", "53", "8.50"));
    REQUIRE(loaded.value);
    auto const results = pipeline::run_pack_tests(*loaded.value, embedded_vocabulary());
    REQUIRE(results.size() == 5);
    for (pipeline::PackTestResult const& result : results) {
      for (pipeline::PackTestDifference const& each : result.differences) {
        FAIL_CHECK(result.test->row << each.what << " " << each.expected << " " << each.actual);
      }
    }
  }
}
