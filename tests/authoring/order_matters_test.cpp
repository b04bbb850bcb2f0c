// Whether it can be told which of two rules comes first.
#include "engine/authoring/order_matters.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

namespace {

rulepack::Rule rule(char const* when, char const* gives) {
  rulepack::Rule result;
  auto const compiled = rulepack::compile(when, rulepack::Want::truth, {});
  REQUIRE(compiled.value);
  result.when = *compiled.value;
  result.share_text = gives;
  return result;
}

} // namespace

TEST_CASE("order matters where both can hold and give something else", "[authoring][order]") {
  struct Row {
    char const *first, *first_gives, *second, *second_gives;
    bool execution, matters;
  };
  constexpr Row rows[] = {
      {"met", "1", "quantity", "0.5", false, true},
      {"met", "1", "quantity", "1", false, false},
      {"met", "1", "not met", "0.5", false, false},
      {"quantity and met", "1", "met", "0.5", false, true}, // the special one before the general one
      {"met", "1", "quantity and met", "0.5", false, true},
      {"weight > 10", "1", "weight > 5", "0.5", false, true},
      {"weight > 10", "1", "weight < 5", "0.5", false, false},
      {"execution_rate >= 0.9", "1", "execution_rate >= 0.8", "0.7", true, true},
      {"execution_rate >= 0.9", "1", "execution_rate < 0.9", "0.7", true, false},
      {"budget <= 0", "1", "true", "0.7", true, false}, // never asked without a budget
  };
  for (Row const& row : rows) {
    INFO(row.first << " / " << row.second);
    rulepack::Rule const first = rule(row.first, row.first_gives),
                         second = rule(row.second, row.second_gives);
    CHECK(authoring::order_matters(first, second, row.execution) == row.matters);
    CHECK(authoring::order_matters(second, first, row.execution) == row.matters);
  }
  CHECK_FALSE(authoring::order_matters(rulepack::Rule{}, rule("met", "1"), false));
}

TEST_CASE("order matters where the same points come with another finding", "[authoring][order]") {
  rulepack::Rule first = rule("met", "1"), second = rule("quantity", "1");
  first.severity = diagnostic::Severity::error; // of no finding
  CHECK_FALSE(authoring::order_matters(first, second, false));
  first.finding = second.finding = "over_plan";
  CHECK(authoring::order_matters(first, second, false));
  second.severity = diagnostic::Severity::error;
  CHECK_FALSE(authoring::order_matters(first, second, false));
  second.finding = "over_achievement";
  CHECK(authoring::order_matters(first, second, false));
}

TEST_CASE("two classes of evidence are never the same answer", "[authoring][order]") {
  auto const evidence = [](char const* when) {
    rulepack::EvidenceClass result;
    result.when = rule(when, "").when;
    return result;
  };
  CHECK(authoring::order_matters(evidence("met"), evidence("quantity")));
  CHECK_FALSE(authoring::order_matters(evidence("met"), evidence("not met")));
}
