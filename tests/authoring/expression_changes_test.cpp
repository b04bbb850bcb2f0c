// What could be changed in an expression, and that each change is where it says.
#include "engine/authoring/expression_changes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using authoring::ExpressionRole;

namespace {

std::string listed(std::vector<authoring::TextChange> const& changes) {
  std::string text;
  for (authoring::TextChange const& change : changes) {
    text += (text.empty() ? "" : " | ") + change.before + " -> " + change.after;
  }
  return text;
}

} // namespace

TEST_CASE("each comparison, number, connective, operation and end is changed once", "[authoring]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/expression_changes.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    ExpressionRole const role = row.fields[1] == "share" ? ExpressionRole::share : ExpressionRole::condition;
    auto const changes = authoring::expression_changes(row.fields[0], role);
    CHECK(listed(changes) == row.fields[2]);
    for (authoring::TextChange const& change : changes) {
      CHECK(row.fields[0].substr(change.span.begin, change.span.size()) == change.before);
    }
  }
}

TEST_CASE("a number moves in the last place that is written", "[authoring]") {
  struct {
    char const *from, *down, *up;
  } const cases[] = {{"0.6", "0.5", "0.7"},    {"10", "9", "11"},          {"99", "98", "100"},
                     {"0.90", "0.89", "0.91"}, {"1.0", "0.9", "1.1"},      {"0", "", "1"},
                     {"0.0", "", "0.1"},       {"100.0", "99.9", "100.1"}, {"9.99", "9.98", "10.00"}};
  for (auto const& each : cases) {
    INFO(each.from);
    CHECK(authoring::stepped(each.from, -1) == each.down);
    CHECK(authoring::stepped(each.from, 1) == each.up);
  }
  CHECK(authoring::stepped("0.98", 3) == "1.01");
}
