// What parse_yaml refuses: each code with its place.
#include "engine/configuration/findings.hpp"
#include "engine/configuration/yaml.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <set>

using namespace jixiao;
using configuration::parse_yaml;
using configuration::YamlLimits;

namespace {

/// "code row column a|b; code ..." as the table writes findings.
std::string written(diagnostic::Diagnostics const& findings) {
  std::string result;
  for (diagnostic::Diagnostic const& finding : findings) {
    result += result.empty() ? "" : "; ";
    result += std::string(finding.code) + " " + std::to_string(finding.where.row) + " "
              + std::to_string(finding.where.column);
    for (std::size_t i = 0; i < finding.arguments.size(); ++i) {
      result += (i == 0 ? " " : "|") + finding.arguments[i];
    }
  }
  return result;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) {
    result += text;
  }
  return result;
}

} // namespace

TEST_CASE("refused texts name what is wrong and where", "[configuration]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/yaml_refused.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    auto const outcome = parse_yaml(row.fields[0], 7);
    CHECK_FALSE(outcome.value.has_value());
    std::string const found = written(outcome.diagnostics);
    // A syntax error is the parser's own wording and place; the code is ours.
    CHECK((row.fields[1] == "yaml_syntax" ? found.substr(0, 11) : found) == row.fields[1]);
    for (diagnostic::Diagnostic const& finding : outcome.diagnostics) {
      CHECK(finding.where.source == 7);
      CHECK(finding.severity == diagnostic::Severity::error);
    }
  }
}

TEST_CASE("text that is not UTF-8 is refused", "[configuration]") {
  CHECK(written(parse_yaml("a: \xD6\xD0\n", 1).diagnostics) == "yaml_not_utf8 0 0");
  CHECK(written(parse_yaml("a: \xED\xA0\x80\n", 1).diagnostics) == "yaml_not_utf8 0 0");
}

TEST_CASE("control characters are refused, for the parser would drop what follows", "[configuration]") {
  CHECK(written(parse_yaml(std::string_view("a: 1\nb\0: 2\n", 11), 1).diagnostics)
        == "yaml_control_character 2 2 U+0000");
  CHECK(written(parse_yaml("a: 1\n\x04"
                           "b: 2\n",
                           1)
                    .diagnostics)
        == "yaml_control_character 2 1 U+0004");
  CHECK(written(parse_yaml("a: \x7F\n", 1).diagnostics) == "yaml_control_character 1 4 U+007F");
}

TEST_CASE("limits hold before a tree grows", "[configuration]") {
  YamlLimits limits;
  limits.bytes = 10;
  CHECK(written(parse_yaml("a: 1234567\n", 1, limits).diagnostics) == "yaml_limit 1 1 bytes|10");
  limits = {};
  limits.nodes = 5;
  CHECK(parse_yaml("[1, 2, 3, 4]\n", 1, limits).value.has_value());
  CHECK(written(parse_yaml("[1, 2, 3, 4, 5]\n", 1, limits).diagnostics) == "yaml_limit 1 14 nodes|5");
  limits = {};
  limits.depth = 2;
  CHECK(parse_yaml("a: {b: 1}\n", 1, limits).value.has_value());
  CHECK(written(parse_yaml("a: {b: [1]}\n", 1, limits).diagnostics) == "yaml_limit 1 8 depth|2");
}

TEST_CASE("nesting that would exhaust the stack is refused", "[configuration]") {
  std::size_t const levels = 100'000;
  for (std::string const& level : {std::string("["), std::string("{a: "), std::string("- "),
                                   std::string("? "), std::string("[[{a: "), std::string("- ? ")}) {
    INFO(level);
    auto const outcome = parse_yaml(repeated(level, levels), 1);
    CHECK_FALSE(outcome.value.has_value());
    REQUIRE_FALSE(outcome.diagnostics.empty());
    CHECK(outcome.diagnostics.back().code == "yaml_limit");
  }
  // Closed as well: the parser is left at the limit and never sees the end.
  CHECK(written(parse_yaml(repeated("[", levels) + repeated("]", levels), 1).diagnostics)
        == "yaml_limit 1 33 depth|32");
  std::string block;
  for (std::size_t i = 0; i < 1000; ++i) {
    block += std::string(i, ' ') + "a:\n";
  }
  CHECK(written(parse_yaml(block, 1).diagnostics) == "yaml_limit 33 33 depth|32");
}

TEST_CASE("an alias bomb is refused at its first anchor", "[configuration]") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    std::string const previous(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [" + repeated("*" + previous + ", ", 9) + "]\n";
  }
  auto const outcome = parse_yaml(bomb, 1);
  CHECK_FALSE(outcome.value.has_value());
  std::set<std::string_view> codes;
  for (diagnostic::Diagnostic const& finding : outcome.diagnostics) {
    codes.insert(finding.code);
  }
  CHECK(codes == std::set<std::string_view>{"yaml_alias"});
}

TEST_CASE("mutated files give a tree or findings, never both, never neither", "[configuration]") {
  std::string const original = test::read_source("rules/taxonomy.yaml");
  std::uint32_t state = 12345;
  auto const random = [&](std::size_t below) {
    state = state * 1664525u + 1013904223u;
    return static_cast<std::size_t>(state >> 8u) % below;
  };
  std::string_view const pieces = "[]{}:,-?&*!|>'\"%@`#~ \n\t\\\x01\x80\xE4";
  std::size_t refused = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text = original;
    for (std::size_t edits = 1 + random(4); edits > 0; --edits) {
      text[random(text.size())] = pieces[random(pieces.size())];
    }
    auto const outcome = parse_yaml(text, 1);
    CHECK(outcome.value.has_value() == outcome.diagnostics.empty());
    refused += outcome.value ? 0 : 1;
  }
  CHECK(refused > 100);
  CHECK(refused < 400);
}
