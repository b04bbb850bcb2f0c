// survivors: in a pack: checked for its form when the pack is loaded.
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

TEST_CASE("an explanation of survivors says of what, which changes and why", "[rulepack]") {
  struct {
    char const *survivors, *code, *what;
  } const cases[] = {
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
  };
  for (auto const& each : cases) {
    INFO(each.survivors);
    std::vector<std::string> codes, arguments;
    for (diagnostic::Diagnostic const& found :
         test::Packs::on_base(std::string(each.survivors) + "\n").diagnostics) {
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
