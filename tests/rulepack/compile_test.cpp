// What the compiler of expressions accepts and refuses.
#include "engine/configuration/yaml.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <set>
#include <sstream>

using namespace jixiao;
using rulepack::Want;

namespace {

constexpr diagnostic::Place where{3, 40, 21, 0, 0};

std::string joined(std::vector<std::string> const& texts) {
  std::string result;
  for (std::string const& each : texts) {
    result += (&each == &texts.front() ? "" : " | ") + each;
  }
  return result;
}

std::string repeated(std::string const& piece, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += piece;
  }
  return text;
}

std::string_view only_code(std::string const& text, Want want) {
  auto const outcome = rulepack::compile(text, want, where);
  CHECK_FALSE(outcome.value);
  REQUIRE(outcome.diagnostics.size() == 1);
  return outcome.diagnostics[0].code;
}

std::set<std::string> codes_of_table() {
  std::set<std::string> codes;
  for (test::CaseRow const& row : test::read_cases("tests/cases/compile_refused.csv")) {
    codes.insert(row.fields[2]);
  }
  return codes;
}

} // namespace

TEST_CASE("Expressions that cannot be compiled are refused with place and arguments", "[rulepack][compile]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/compile_refused.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    REQUIRE(row.fields.size() == 6);
    REQUIRE((row.fields[1] == "truth" || row.fields[1] == "number"));
    auto const outcome =
        rulepack::compile(row.fields[0], row.fields[1] == "truth" ? Want::truth : Want::number, where);
    CHECK_FALSE(outcome.value);
    REQUIRE(outcome.diagnostics.size() == 1);
    diagnostic::Diagnostic const& found = outcome.diagnostics[0];
    CHECK(found.code == row.fields[2]);
    CHECK(found.severity == diagnostic::Severity::error);
    auto const begin = static_cast<std::uint32_t>(std::stoul(row.fields[3]));
    auto const end = static_cast<std::uint32_t>(std::stoul(row.fields[4]));
    CHECK(found.where == diagnostic::Place{3, 40, 21 + begin, begin, end});
    CHECK(joined(found.arguments) == row.fields[5]);
  }
}

TEST_CASE("Several mistakes of one expression are all reported", "[rulepack][compile]") {
  auto const outcome = rulepack::compile("wrong1 and direction = up or not 3", Want::truth, where);
  CHECK_FALSE(outcome.value);
  REQUIRE(outcome.diagnostics.size() == 3);
  std::set<std::string_view> codes;
  for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
    codes.insert(each.code);
  }
  CHECK(codes
        == std::set<std::string_view>{"expression_unknown_name", "expression_unknown_word",
                                      "expression_needs_truth"});
}

TEST_CASE("A name like no field is answered with all fields", "[rulepack][compile]") {
  auto const outcome = rulepack::compile("zzzzzzzzzzzz > 1", Want::truth, where);
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].code == "expression_unknown_name");
  std::string const& names = outcome.diagnostics[0].arguments.at(1);
  std::size_t const fields =
      4 + model::named_number_count + model::truth_field_count + model::word_field_count;
  CHECK(static_cast<std::size_t>(std::count(names.begin(), names.end(), ',')) == fields - 1);
  for (std::string const name : {"attainment", "met", "pass_threshold", "direction"}) {
    CHECK(names.find(name) != std::string::npos);
  }
}

TEST_CASE("Columns stay unknown where the place has none", "[rulepack][compile]") {
  auto const outcome = rulepack::compile("met or", Want::truth, {});
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].where == diagnostic::Place{0, 0, 0, 6, 6});
}

TEST_CASE("Limits of length, depth and digits are named", "[rulepack][compile]") {
  CHECK(only_code(repeated("met and ", 600) + "met", Want::truth) == "expression_too_long");
  CHECK(only_code(repeated("(", 100'000), Want::truth) == "expression_too_long");
  CHECK(only_code(repeated("(", 33) + "met" + repeated(")", 33), Want::truth) == "expression_too_deep");
  CHECK(only_code(repeated("not ", 33) + "met", Want::truth) == "expression_too_deep");
  CHECK(only_code("1" + repeated("0", 1001), Want::number) == "expression_number_limit");
  CHECK(rulepack::compile("1" + repeated("0", 999), Want::number, where).value);
  CHECK(rulepack::compile(repeated("not ", 32) + "met", Want::truth, where).value);
}

TEST_CASE("What the stacks cannot hold is refused", "[rulepack][compile]") {
  std::string steps;
  for (int i = 70; i > 0; --i) {
    steps += "from " + std::to_string(i) + ": 1, ";
  }
  CHECK(only_code("bands(attainment, " + steps + "else: 0)", Want::number) == "expression_too_complex");
  std::string const wide = "attainment" + repeated(" + attainment", 150);
  std::string few;
  for (int i = 15; i > 0; --i) {
    few += "from " + std::to_string(i) + ": 1, ";
  }
  CHECK(only_code("bands(" + wide + ", " + few + "else: 0)", Want::number) == "expression_too_complex");
  CHECK(rulepack::compile(wide, Want::number, where).value);
}

TEST_CASE("Every code has a message, and every message a test", "[rulepack][compile]") {
  auto const messages = configuration::parse_yaml(test::read_source("rules/messages/expression.yaml"), 1);
  REQUIRE(messages.value);
  std::set<std::string> named;
  std::istringstream header(test::read_source("engine/rulepack/expression_findings.hpp"));
  for (std::string line; std::getline(header, line);) {
    std::size_t const at = line.find("Code ");
    std::size_t const open = line.find('{', at);
    if (line.rfind("inline constexpr Code", 0) == 0 && open != std::string::npos) {
      named.insert(line.substr(at + 5, open - at - 5));
    }
  }
  std::set<std::string> tested = codes_of_table();
  // Reached by the tests above and by those of the checker.
  tested.insert(
      {"expression_too_long", "expression_too_deep", "expression_too_complex", "expression_number_limit"});
  CHECK(named.size() > 30);
  for (std::string const& code : named) {
    INFO(code);
    auto const* const message = messages.value->find(code);
    REQUIRE(message != nullptr);
    CHECK(message->find("zh") != nullptr);
    CHECK(message->find("en") != nullptr);
    CHECK((tested.count(code) != 0 || code.rfind("rules_", 0) == 0));
  }
  for (auto const& entry : messages.value->entries()) {
    INFO(entry.key);
    CHECK(named.count(entry.key) != 0);
  }
}

TEST_CASE("Expressions that fit are accepted", "[rulepack][compile]") {
  std::vector<std::string> const conditions{"true",
                                            "not false",
                                            "quantity and direction = positive",
                                            "level != none",
                                            "level = met and not met",
                                            "position = inside or position = same",
                                            "actual > 0",
                                            "0 < actual",
                                            "actual >= 1.2 * target",
                                            "actual >= 90% * target",
                                            "actual >= 30",
                                            "attainment >= 90%",
                                            "attainment in [0.8, 1)",
                                            "actual in (0, 2 * target]",
                                            "actual / weight > 1",
                                            "budget - executed > 0",
                                            "abs(deviation_rate) <= 20%",
                                            "if quantity then met else level = met",
                                            "deviation > 0",
                                            "pass_threshold > 0",
                                            "execution_rate > attainment"};
  for (std::string const& text : conditions) {
    INFO(text);
    auto const outcome = rulepack::compile(text, Want::truth, where);
    CHECK(outcome.value);
    CHECK(outcome.diagnostics.empty());
  }
  std::vector<std::string> const shares{
      "1",
      "[0.6, 0.8)",
      "actual / target",
      "min(1, attainment)",
      "max(0, 2 - attainment)",
      "clamp(attainment, pass_threshold, 1)",
      "if met then 1 else [0, attainment]",
      "bands(execution_rate, from 100%: 1, from 80%: 0.7, from 60%: 0.5, else: 0)",
      "bands(abs(deviation_rate), to 10%: 1, to 20%: 0.5, else: 0)",
      "bands(attainment, above 1: 0.9, from 1: 1, else: 0)",
      "attainment * [0.8, 1]",
      "executed / budget",
      "round(attainment, 2)",
      "(actual - target) / target",
      "1 - 0.3 * deviation_rate",
      "bands(actual, from 30: 1, else: 0)"};
  for (std::string const& text : shares) {
    INFO(text);
    auto const outcome = rulepack::compile(text, Want::number, where);
    CHECK(outcome.value);
    CHECK(outcome.diagnostics.empty());
  }
}
