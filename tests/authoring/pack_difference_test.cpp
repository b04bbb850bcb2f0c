// What differs between two packs, clause by clause.
#include "engine/authoring/pack_difference.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using authoring::DifferentClause;

namespace {

using Texts = std::vector<std::string>;

rulepack::RulePack pack(std::string const& text) {
  auto loaded = test::Packs::on_base(text);
  REQUIRE(loaded.value);
  return std::move(*loaded.value);
}

Texts compared(std::string const& left, std::string const& right) {
  Texts all;
  for (DifferentClause const& clause : authoring::compare_packs(pack(left), pack(right))) {
    std::string text =
        std::string(authoring::name(clause.what)) + " " + clause.either().section + " " + clause.either().id;
    for (authoring::DifferentField const& field : clause.fields) {
      text += " | " + field.key + ": " + field.left + " -> " + field.right;
    }
    all.push_back(std::move(text));
  }
  return all;
}

std::string const one = "  - {id: one, before: met, when: \"quantity and target > 7\", share: \"0.1\"}\n";
std::string const two = "  - {id: two, before: met, when: \"quantity and target > 9\", share: \"0.2\"}\n";

} // namespace

TEST_CASE("packs that say the same do not differ", "[authoring]") {
  CHECK(compared("", "").empty());
  CHECK(compared("score:\n" + one, "score:\n" + one).empty());
  CHECK(compared("limits: {single_row: 10}\n", "").empty());
  // other words of the same source are no other rule
  CHECK(compared("score:\n  - {id: met, cite: here}\n", "score:\n  - {id: met, cite: there}\n").empty());
}

TEST_CASE("what only one pack has, and what both have otherwise", "[authoring]") {
  CHECK(compared("score:\n" + one, "")
        == Texts{"only_left score one | when: quantity and target > 7 ->  | share: 0.1 -> "});
  CHECK(compared("", "score:\n" + one)
        == Texts{"only_right score one | when:  -> quantity and target > 7 | share:  -> 0.1"});
  CHECK(compared("score:\n  - {id: unmet-negative, share: \"0\"}\n", "")
        == Texts{"changed score unmet-negative | share: 0 -> target / actual"});
  CHECK(compared("grades: [{excellent: 95}, {good: 80}, {fair: 60}, {poor: 0}]\n", "")
        == Texts{"changed grades excellent | from: 95 -> 90"});
  std::string const others = ", {good: 80}, {fair: 60}, {poor: 0}]\n"; // a reader sees what a grade is called
  CHECK(compared("grades: [{id: excellent, from: 90, zh: A, en: top}" + others,
                 "grades: [{id: excellent, from: 90, zh: B, en: top}" + others)
        == Texts{"changed grades excellent | zh: A -> B"});
  CHECK(compared("rounding: {places: 1, mode: down, at: total}\n", "")
        == Texts{"changed rounding places | value: 1 -> 2", "changed rounding mode | value: down -> half_up",
                 "changed rounding at | value: total -> indicator"});
  CHECK(compared("execution: {denominator: initial}\n", "")
        == Texts{"changed execution denominator | value: initial -> adjusted"});
  CHECK(compared("region: x\n", "region: y\n") == Texts{"changed region region | value: x -> y"});
}

TEST_CASE("the points of levels, of forms and of tables that lack some are clauses", "[authoring]") {
  CHECK(compared(
            "weights: {execution: 20, output: 40, benefit: 40, accepted_sums: [80]}\n",
            "weights: {execution: 20, output: 50, benefit: 30, accepted_sums: [80, 100], without: [{absent: "
            "[benefit], output: 80}]}\n")
        == Texts{"changed weights output | value: 40 -> 50", "changed weights benefit | value: 40 -> 30",
                 "changed weights accepted_sums | value: 80 -> 80, 100",
                 "only_right weights.without(benefit) output | value:  -> 80"});
}

TEST_CASE("a rule that stands elsewhere has moved, where the order decides", "[authoring]") {
  CHECK(compared("score:\n" + one + two, "score:\n" + two + one)
        == Texts{"moved score one | behind: tier-not -> two", "moved score two | behind: one -> tier-not",
                 "moved score met | behind: two -> one"});
  // what stands between them in one pack alone moves nobody
  CHECK(compared("score:\n" + one + two, "score:\n" + one).size() == 1);
}

TEST_CASE("both places and both citations are given", "[authoring]") {
  auto const left = pack("score:\n  - {id: met, when: \"met\", share: \"0.9\", cite: clause nine}\n");
  auto const right = pack("");
  auto const found = authoring::compare_packs(left, right);
  REQUIRE(found.size() == 1);
  CHECK(found[0].left->cite == "clause nine");
  CHECK(found[0].left->place.row == 5);
  CHECK(found[0].left->from_pack == "own");
  CHECK(found[0].right->from_pack == "base");
  CHECK_FALSE(found[0].right->cite.empty());
}
