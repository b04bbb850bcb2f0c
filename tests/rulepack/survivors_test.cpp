// survivors: and unreached: in a pack: checked for its form when the pack is loaded.
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

namespace {

struct Case {
  char const *section, *code, *what;
};

void check(std::vector<Case> const& cases) {
  for (auto const& each : cases) {
    INFO(each.section);
    std::vector<std::string> codes, arguments;
    for (diagnostic::Diagnostic const& found :
         test::Packs::on_base(std::string(each.section) + "\n").diagnostics) {
      if (found.severity == diagnostic::Severity::error) {
        codes.emplace_back(found.code);
        arguments.push_back(found.arguments.at(0));
      }
    }
    std::string const code = codes.empty() ? std::string() : codes.front();
    CHECK(code == each.code);
    CHECK((code.empty() || arguments.front() == each.what));
  }
}

} // namespace

TEST_CASE("an explanation of survivors says of what, which changes and why", "[rulepack]") {
  check({
      {"survivors: [{of: score.met.when, changes: [1 -> 2], reason: x}]", "", ""},
      {"survivors: []", "", ""},
      {"survivors: {of: x}", "pack_expected_list", "survivors"},
      {"survivors: [x]", "pack_expected_map", "survivors[1]"},
      {"survivors: [{changes: [1 -> 2], reason: x}]", "pack_missing_key", "of"},
      {"survivors: [{of: x, reason: x}]", "pack_missing_key", "changes"},
      {"survivors: [{of: x, changes: [1 -> 2]}]", "pack_missing_key", "reason"},
      {"survivors: [{of: x, changes: 1 -> 2, reason: x}]", "pack_expected_list", "survivors[1].changes"},
      {"survivors: [{of: x, changes: [[a]], reason: x}]", "pack_expected_text", "survivors[1].changes[1]"},
      {"survivors: [{of: x, changes: [a], reason: x, why: y}]", "pack_unknown_key", "why"},
  });
}

TEST_CASE("an explanation of what is not reached says of what, which operands and why", "[rulepack]") {
  check({
      {"unreached: [{of: score.met.when, operands: [\"fails: met\"], reason: x}]", "", ""},
      {"unreached: {of: x}", "pack_expected_list", "unreached"},
      {"unreached: [x]", "pack_expected_map", "unreached[1]"},
      {"unreached: [{of: x, reason: x}]", "pack_missing_key", "operands"},
      {"unreached: [{of: x, operands: [[a]], reason: x}]", "pack_expected_text", "unreached[1].operands[1]"},
      {"unreached: [{of: x, operands: [a]}]", "pack_missing_key", "reason"},
      {"unreached: [{of: x, changes: [a], reason: x}]", "pack_unknown_key", "changes"},
  });
}
