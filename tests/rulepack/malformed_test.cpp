// Every way a pack can be wrong, each with the place where the author will look.
#include "engine/rulepack/findings.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <set>

using namespace jixiao;

namespace {

constexpr char const* table = "tests/cases/malformed_packs.csv";

std::string joined(std::vector<std::string> const& texts) {
  std::string result;
  for (std::string const& text : texts) {
    result += result.empty() ? text : ";" + text;
  }
  return result;
}

/// "code line:column arguments", one line each; infos are left out.
std::string listed(diagnostic::Diagnostics const& diagnostics) {
  std::string result;
  for (diagnostic::Diagnostic const& each : diagnostics) {
    if (each.severity != diagnostic::Severity::info && each.code != "pack_without_tests") {
      result += std::string(each.code) + ' ' + std::to_string(each.where.row) + ':'
                + std::to_string(each.where.column) + ' ' + joined(each.arguments) + '\n';
    }
  }
  return result;
}

} // namespace

TEST_CASE("A broken pack is refused with its place, and with everything that is wrong",
          "[rulepack][malformed]") {
  std::map<std::string, std::string> expected;
  std::set<std::string> warned;
  for (test::CaseRow const& row : test::read_cases(table)) {
    REQUIRE(row.fields.size() == 5);
    expected[row.fields[0]] +=
        row.fields[1] + ' ' + row.fields[2] + ':' + row.fields[3] + ' ' + row.fields[4] + '\n';
    if (row.fields[1] == "pack_tier_differs" || row.fields[1] == "pack_not_filled_in"
        || row.fields[1] == "pack_tiers_hole" || row.fields[1] == "pack_tier_missing") {
      warned.insert(row.fields[0]);
    }
  }
  for (auto const& [name, findings] : expected) {
    auto const outcome = test::Packs{}.load(name);
    INFO(name);
    CHECK(listed(outcome.diagnostics) == findings);
    CHECK(outcome.value.has_value() == (warned.count(name) != 0));
  }
}

TEST_CASE("Every malformed pack is in the table and every finding has a pack", "[rulepack][malformed]") {
  std::set<std::string> names;
  std::set<std::string> codes{"pack_without_tests", "pack_without_basis",
                              "pack_tier_judged"}; // have tests of their own
  for (test::CaseRow const& row : test::read_cases(table)) {
    names.insert(row.fields[0]);
    codes.insert(row.fields[1]);
  }
  // Parents that only others ask for.
  std::set<std::string> const parents{"cycle-b", "deep-2", "deep-3", "deep-4", "deep-5",
                                      "deep-6",  "deep-7", "deep-8", "deep-9", "other-name"};
  for (auto const& entry : std::filesystem::directory_iterator(test::source_path("tests/malformed/packs"))) {
    std::string const name = entry.path().stem().string();
    INFO(name);
    CHECK((names.count(name) != 0 || parents.count(name) != 0 || name == "without-tests"));
  }
  auto const messages = configuration::parse_yaml(test::read_source("rules/messages/rulepack.yaml"), 1);
  REQUIRE(messages.value);
  for (auto const& entry : messages.value->entries()) {
    if (entry.key.rfind("pack_", 0) == 0) {
      INFO(entry.key);
      CHECK(codes.count(entry.key) != 0);
    }
  }
  for (std::string const& code : codes) {
    INFO(code);
    CHECK((messages.value->find(code) != nullptr || code.rfind("pack_", 0) != 0));
  }
}

TEST_CASE("A pack without tests is loaded with a warning", "[rulepack][malformed]") {
  auto const outcome = test::Packs{}.load("without-tests");
  REQUIRE(outcome.value);
  diagnostic::Diagnostics said;
  for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
    if (each.severity != diagnostic::Severity::info) {
      said.push_back(each);
    }
  }
  REQUIRE(said.size() == 1);
  CHECK(said[0].code == rulepack::findings::pack_without_tests.id);
  CHECK(said[0].severity == diagnostic::Severity::warning);
  CHECK(said[0].arguments == std::vector<std::string>{"without-tests"});
}

TEST_CASE("What is given anew says what it rests on, or that is remarked", "[rulepack][malformed]") {
  auto const remarked = [](std::string const& text) {
    std::string sections;
    for (diagnostic::Diagnostic const& each : test::Packs::on_base(text).diagnostics) {
      if (each.code == rulepack::findings::pack_without_basis.id) {
        CHECK(each.severity == diagnostic::Severity::info);
        sections += each.arguments.at(0) + std::to_string(each.where.row);
      }
    }
    return sections;
  };
  std::string const grades = "grades: [{excellent: 95}, {good: 80}, {fair: 60}, {poor: 0}]\n";
  CHECK(remarked(grades) == "grades4");
  CHECK(remarked(grades + "basis: {grades: {cite: a clause, confidence: Q}}\n").empty());
  CHECK(remarked("basis: {grades: {cite: a clause, confidence: Q}}\n").empty());
}

TEST_CASE("Tiers that no table can reach are remarked, and those that their rule gives are no mistake",
          "[rulepack][malformed]") {
  std::string const tiers = "tiers: [{id: met, share: \"[0.8, 1]\"}, {id: rather, share: \"[0.7, 0.8)\"}, "
                            "{id: common, share: \"[0.6, 0.7)\"}, {id: not_met, share: \"[0, 0.6)\"}]\n";
  std::string judged;
  bool missing = false;
  auto const outcome =
      test::Packs::on_base(tiers + "score:\n  - {id: tier-partly, share: \"[0.6, 0.8)\", cite: c}\n");
  REQUIRE(outcome.value);
  for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
    if (each.code == rulepack::findings::pack_tier_judged.id) {
      CHECK(each.severity == diagnostic::Severity::info);
      CHECK(each.where.row == 4);
      judged += each.arguments.at(0);
    }
    missing = missing || each.code == rulepack::findings::pack_tier_missing.id;
  }
  CHECK(judged == "rather, common");
  CHECK_FALSE(missing);
}

TEST_CASE("A parent that cannot be found is reported where it is asked for", "[rulepack][malformed]") {
  auto const file = test::pack_file("pack: child\ntitle: t\nextends: gone\n", 7);
  REQUIRE(file.value);
  diagnostic::Code const why{"why", diagnostic::Severity::error};
  auto const outcome =
      rulepack::load_pack(*file.value, [&](std::string_view) -> diagnostic::Outcome<rulepack::PackFile> {
        return {std::nullopt, {diagnostic::make(why, {})}};
      });
  CHECK_FALSE(outcome.value);
  REQUIRE(outcome.diagnostics.size() == 2);
  CHECK(outcome.diagnostics[0].code == "why");
  CHECK(outcome.diagnostics[1].code == rulepack::findings::pack_unknown_parent.id);
  CHECK(outcome.diagnostics[1].where == diagnostic::Place{7, 3, 10, 0, 0});
}
