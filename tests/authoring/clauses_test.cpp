// A pack as clauses: everything that decides points is one, with what it says.
#include "engine/authoring/clauses.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace jixiao;
using authoring::Clause;

namespace {

/// "key=text; ..." of one clause of a pack on base; "none" without one.
std::string clause(std::string const& text, std::string const& section, std::string const& id) {
  auto const pack = test::Packs::on_base(text);
  REQUIRE(pack.value);
  auto const all = authoring::clauses_of(*pack.value);
  auto const found = std::find_if(
      all.begin(), all.end(), [&](Clause const& each) { return each.section == section && each.id == id; });
  if (found == all.end()) {
    return "none";
  }
  std::string fields;
  for (auto const& [key, value] : found->fields) {
    CHECK_FALSE(value.empty());
    fields += (fields.empty() ? "" : "; ") + key + "=" + value;
  }
  return fields;
}

} // namespace

TEST_CASE("what decides points is a clause", "[authoring][clauses]") {
  CHECK(clause("score: [{id: own, before: met, when: \"met\", share: \"0.5\"}]\n", "score", "own")
            .find("when=met; share=0.5")
        == 0);
  CHECK(clause("checks: [{id: own, before: over-achievement, when: \"met\", finding: over_achievement}]\n",
               "checks", "own")
            .find("finding=over_achievement")
        != std::string::npos);
  CHECK(clause("caps: [{id: own, when: \"execution_rate < 0.5\", share: \"0.79\"}]\n", "caps", "own")
            .find("share=0.79")
        != std::string::npos);
  CHECK(clause("", "score", "met") != "none");
  CHECK(clause("", "score", "no-such-rule") == "none");
}

TEST_CASE("clauses tell apart what readers see", "[authoring][clauses]") {
  struct Row {
    char const *one, *other, *section, *id;
  };
  constexpr Row rows[] = {
      {"grades: [{id: good, from: 0, zh: A, en: B}]\n", "grades: [{id: good, from: 0, zh: C, en: B}]\n",
       "grades", "good"},
      {"grades: [{id: good, from: 0, zh: A, en: B}]\n", "grades: [{id: good, from: 0, zh: A, en: C}]\n",
       "grades", "good"},
      {"score: [{id: otherwise, share: \"0\"}]\n", "score: [{id: otherwise, share: \"0.1\"}]\n", "score",
       "otherwise"},
      {"score: [{id: otherwise, finding: no_ratio}]\n", "score: [{id: otherwise, finding: not_decided}]\n",
       "score", "otherwise"},
  };
  for (Row const& row : rows) {
    INFO(row.one << row.other);
    std::string const one = clause(row.one, row.section, row.id);
    CHECK(one != "none");
    CHECK(one != clause(row.other, row.section, row.id));
  }
}

TEST_CASE("lists in which the first match decides say so", "[authoring][clauses]") {
  auto const pack = test::Packs::on_base("");
  REQUIRE(pack.value);
  for (Clause const& each : authoring::clauses_of(*pack.value)) {
    INFO(each.section << " " << each.id);
    CHECK(each.in_order
          == (each.section == "score" || each.section == "evidence" || each.section == "execution.rules"
              || each.section.find("monitoring.") == 0));
  }
}
