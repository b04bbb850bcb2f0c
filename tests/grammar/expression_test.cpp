#include "grammar/expression.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <map>
#include <random>
#include <set>

using namespace jixiao;
using grammar::ExpressionNode;
using grammar::ExpressionTree;
using grammar::Operator;

namespace {

std::string_view sign(Operator operation) {
  static std::map<Operator, std::string_view> const signs{{Operator::add, "+"},
                                                          {Operator::subtract, "-"},
                                                          {Operator::multiply, "*"},
                                                          {Operator::divide, "/"},
                                                          {Operator::negate, "neg"},
                                                          {Operator::equal, "="},
                                                          {Operator::not_equal, "!="},
                                                          {Operator::less, "<"},
                                                          {Operator::less_equal, "<="},
                                                          {Operator::greater, ">"},
                                                          {Operator::greater_equal, ">="},
                                                          {Operator::logical_and, "and"},
                                                          {Operator::logical_or, "or"},
                                                          {Operator::logical_not, "not"},
                                                          {Operator::choose, "if"},
                                                          {Operator::bands, "bands"},
                                                          {Operator::interpolate, "interpolate"}};
  return signs.at(operation);
}

std::string ends(ExpressionNode const& node, std::string const& low, std::string const& high) {
  return (node.low_closed ? "[" : "(") + low + " " + high + (node.high_closed ? "]" : ")");
}

/// The tree with its structure in brackets.
std::string shown(ExpressionTree const& tree, std::uint32_t index) {
  ExpressionNode const& node = tree.nodes[index];
  if (node.kind != ExpressionNode::Kind::operation) {
    return node.text + (node.percent ? "%" : "");
  }
  std::vector<std::string> children;
  for (std::uint32_t const child : node.children) {
    children.push_back(shown(tree, child));
  }
  if (node.operation == Operator::interval) {
    return ends(node, children[0], children[1]);
  }
  if (node.operation == Operator::in) {
    return "(in " + children[0] + " " + ends(node, children[1], children[2]) + ")";
  }
  std::string text = "(" + (node.operation == Operator::call ? node.text : std::string(sign(node.operation)));
  for (std::string const& child : children) {
    text += " " + child;
  }
  return text + ")";
}

std::string shown(ExpressionTree const& tree) {
  return shown(tree, static_cast<std::uint32_t>(tree.nodes.size() - 1));
}

/// The tree as an expression, with brackets around every operation.
std::string written(ExpressionTree const& tree, std::uint32_t index) {
  ExpressionNode const& node = tree.nodes[index];
  if (node.kind != ExpressionNode::Kind::operation) {
    return node.text + (node.percent ? "%" : "");
  }
  auto const child = [&](std::size_t i) { return written(tree, node.children[i]); };
  auto const list = [&](std::size_t from, std::size_t to) {
    return (node.low_closed ? "[" : "(") + child(from) + ", " + child(to) + (node.high_closed ? "]" : ")");
  };
  switch (node.operation) {
  case Operator::negate: return "(-" + child(0) + ")";
  case Operator::logical_not: return "(not " + child(0) + ")";
  case Operator::choose: return "(if " + child(0) + " then " + child(1) + " else " + child(2) + ")";
  case Operator::interval: return list(0, 1);
  case Operator::in: return "(" + child(0) + " in " + list(1, 2) + ")";
  case Operator::call: {
    std::string text = node.text + "(" + child(0);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      text += ", " + child(i);
    }
    return text + ")";
  }
  case Operator::bands: {
    std::string text = "bands(" + child(0);
    for (std::size_t i = 1; i + 1 < node.children.size(); i += 2) {
      static std::map<Operator, std::string> const senses{{Operator::greater_equal, "from"},
                                                          {Operator::greater, "above"},
                                                          {Operator::less_equal, "to"},
                                                          {Operator::less, "below"}};
      ExpressionNode const& band = tree.nodes[node.children[i]];
      ExpressionNode const& edge = tree.nodes[band.children[1]];
      std::string const number = edge.kind == ExpressionNode::Kind::operation
                                     ? "-" + written(tree, edge.children[0])
                                     : written(tree, band.children[1]);
      text += ", " + senses.at(band.operation) + " " + number + ": " + child(i + 1);
    }
    return text + ", else: " + child(node.children.size() - 1) + ")";
  }
  case Operator::interpolate: {
    std::string text = "interpolate(" + child(0);
    for (std::size_t i = 1; i + 1 < node.children.size(); i += 2) {
      text += ", " + child(i) + ": " + child(i + 1);
    }
    return text + ", else: " + child(node.children.size() - 1) + ")";
  }
  default: return "(" + child(0) + " " + std::string(sign(node.operation)) + " " + child(1) + ")";
  }
}

bool on_boundary(std::string const& text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// What holds of every result, whatever the text.
void check_shape(std::string const& text, grammar::ExpressionResult const& result, bool is_utf8) {
  REQUIRE(result.tree.has_value() == result.errors.empty());
  for (grammar::ExpressionError const& error : result.errors) {
    CHECK(error.span.begin <= error.span.end);
    REQUIRE(error.span.end <= text.size());
    CHECK(error.found == text.substr(error.span.begin, error.span.size()));
    if (is_utf8) {
      CHECK(on_boundary(text, error.span.begin));
      CHECK(on_boundary(text, error.span.end));
    }
  }
  if (!result.tree) {
    return;
  }
  for (std::uint32_t i = 0; i < result.tree->nodes.size(); ++i) {
    ExpressionNode const& node = result.tree->nodes[i];
    CHECK(node.span.begin < node.span.end);
    CHECK(node.span.end <= text.size());
    for (std::uint32_t const child : node.children) {
      CHECK(child < i);
    }
  }
}

std::string expected_text(grammar::ExpressionError const& error) {
  switch (error.what) {
  case grammar::Expected::value: return "value";
  case grammar::Expected::number: return "number";
  case grammar::Expected::operation: return "operation";
  case grammar::Expected::token: break;
  }
  return error.expected;
}

} // namespace

TEST_CASE("Expressions are read with the precedence that people expect", "[grammar][expression]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/expressions.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    REQUIRE(row.fields.size() == 2);
    auto const result = grammar::parse_expression(row.fields[0]);
    check_shape(row.fields[0], result, true);
    REQUIRE(result.tree);
    CHECK(shown(*result.tree) == row.fields[1]);
  }
}

TEST_CASE("What is no expression is refused where reading stopped", "[grammar][expression]") {
  std::set<std::string> seen;
  for (test::CaseRow const& row : test::read_cases("tests/cases/expressions_refused.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    REQUIRE(row.fields.size() == 5);
    auto const result = grammar::parse_expression(row.fields[0]);
    check_shape(row.fields[0], result, true);
    REQUIRE(result.errors.size() == 1);
    grammar::ExpressionError const& error = result.errors[0];
    CHECK_FALSE(error.limit);
    CHECK(error.span.begin == std::stoul(row.fields[1]));
    CHECK(error.span.end == std::stoul(row.fields[2]));
    CHECK(expected_text(error) == row.fields[3]);
    CHECK(error.found == row.fields[4]);
    seen.insert(expected_text(error));
  }
  CHECK(seen.size() > 10);
}

TEST_CASE("A tree written out and read again is the same tree", "[grammar][expression]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/expressions.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    auto const first = grammar::parse_expression(row.fields[0]);
    REQUIRE(first.tree);
    std::string const text = written(*first.tree, static_cast<std::uint32_t>(first.tree->nodes.size() - 1));
    INFO(text);
    auto const second = grammar::parse_expression(text);
    REQUIRE(second.tree);
    CHECK(shown(*second.tree) == shown(*first.tree));
  }
}

TEST_CASE("Spans cover what a node was made of", "[grammar][expression]") {
  std::string const text = " max(0, 2 - actual / target) ";
  auto const result = grammar::parse_expression(text);
  REQUIRE(result.tree);
  std::set<std::string> spans;
  for (ExpressionNode const& node : result.tree->nodes) {
    spans.insert(text.substr(node.span.begin, node.span.size()));
  }
  CHECK(spans
        == std::set<std::string>{"0", "2", "actual", "target", "actual / target", "2 - actual / target",
                                 "max(0, 2 - actual / target)"});
  auto const grouped = grammar::parse_expression("(a + b) / c");
  REQUIRE(grouped.tree);
  CHECK(grouped.tree->nodes.back().span == grammar::ByteSpan{0, 11});
  auto const range = grammar::parse_expression("not x in [0, 1)");
  REQUIRE(range.tree);
  CHECK(range.tree->nodes.back().span == grammar::ByteSpan{0, 15});
}

TEST_CASE("Depth is limited before the grammar goes there", "[grammar][expression]") {
  auto const repeated = [](std::string const& piece, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += piece;
    }
    return text;
  };
  grammar::ExpressionLimits wide;
  wide.bytes = 1U << 20U;
  std::vector<std::string> const openers{"(", "[", "not ", "-", "if ", "min(", "if a then 1 else "};
  for (std::string const& opener : openers) {
    INFO(opener);
    auto const hostile =
        grammar::parse_expression(repeated(opener, 100'000 / static_cast<int>(opener.size())), wide);
    REQUIRE(hostile.errors.size() == 1);
    CHECK(hostile.errors[0].limit);
    // At the limit itself everything is read.
    bool const binds = opener == "[" || opener == "min(" || opener == "if ";
    if (!binds) {
      std::string const closing = repeated(opener == "(" ? ")" : "", 32);
      CHECK(grammar::parse_expression(repeated(opener, 32) + "a" + closing).tree);
      auto const beyond = grammar::parse_expression(repeated(opener, 33) + "a" + closing + ")");
      REQUIRE(beyond.errors.size() == 1);
      CHECK(beyond.errors[0].limit);
    }
  }
  // Breadth is no depth.
  CHECK(grammar::parse_expression(repeated("(a) + ", 300) + "a").tree);
  CHECK(grammar::parse_expression(repeated("(if a then 1 else 2) + ", 100) + "1").tree);
  CHECK(grammar::parse_expression(repeated("a - ", 300) + "a").tree);
  CHECK(grammar::parse_expression(repeated("not a and ", 300) + "a").tree);
}

TEST_CASE("Length is limited on a character", "[grammar][expression]") {
  std::string const fits(4096, 'a');
  CHECK(grammar::parse_expression(fits).tree);
  auto const longer = grammar::parse_expression(fits + "b");
  REQUIRE(longer.errors.size() == 1);
  CHECK(longer.errors[0].limit);
  CHECK(longer.errors[0].span.begin == 4096);
  CHECK(longer.errors[0].found == "b");
  std::string const chinese = std::string(4095, ' ') + "严格";
  auto const cut = grammar::parse_expression(chinese);
  check_shape(chinese, cut, true);
  CHECK(cut.errors[0].limit);
  CHECK(cut.errors[0].span.begin == 4095);
}

TEST_CASE("At most 24 characters of what was found are shown", "[grammar][expression]") {
  std::string chinese;
  for (int i = 0; i < 30; ++i) {
    chinese += "严";
  }
  auto const result = grammar::parse_expression(chinese);
  REQUIRE(result.errors.size() == 1);
  CHECK(result.errors[0].found == chinese.substr(0, 72));
  auto const word = grammar::parse_expression("a " + std::string(40, 'b'));
  REQUIRE(word.errors.size() == 1);
  CHECK(word.errors[0].found == std::string(24, 'b'));
}

TEST_CASE("Whatever bytes come, an answer comes back", "[grammar][expression]") {
  std::mt19937 random(20200225);
  std::vector<std::string> const tokens{"actual", "target", "met",   "1",   "0.8",   "90%",   "(",
                                        ")",      "[",      "]",     ",",   ":",     "+",     "-",
                                        "*",      "/",      "=",     "!=",  "<",     "<=",    ">",
                                        ">=",     "and",    "or",    "not", "if",    "then",  "else",
                                        "in",     "from",   "above", "to",  "below", "bands", "interpolate",
                                        "min",    "严格",   "%",     ".",   "'"};
  auto const pick = [&](std::size_t count) {
    return static_cast<std::size_t>(random() % static_cast<std::uint32_t>(count));
  };
  std::size_t accepted = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t left = pick(12); left > 0; --left) {
      text += tokens[pick(tokens.size())] + (pick(3) == 0 ? "" : " ");
    }
    INFO(text);
    auto const result = grammar::parse_expression(text);
    check_shape(text, result, true);
    accepted += result.tree ? 1U : 0U;
  }
  CHECK(accepted > 100);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    for (std::size_t left = pick(40); left > 0; --left) {
      text += static_cast<char>(pick(256));
    }
    check_shape(text, grammar::parse_expression(text), false);
  }
}
