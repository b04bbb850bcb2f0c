#pragma once
// The expression language of rule packs: literals, named fields, + - * /, comparisons, and or not,
// if then else, min max clamp abs round, half-open intervals `[a, b)`, bands and interpolation.
// Syntax only: names and types are checked by rulepack. The language is described in
// docs/guides/expressions.md.
#include "grammar/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jixiao::grammar {

enum class Operator : std::uint8_t {
  add,
  subtract,
  multiply,
  divide,
  negate,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  logical_and,
  logical_or,
  logical_not,
  choose,      ///< if a then b else c
  in,          ///< a in [b, c)
  call,        ///< name(arguments)
  interval,    ///< [a, b] with both ends stated
  bands,       ///< bands(x, from edge: value, ..., else: value); children: see ExpressionNode::children
  interpolate, ///< interpolate(x, point: value, ..., else: value)
};

/// A node of the tree, stored flat: children are indexes into ExpressionTree::nodes and always smaller than
/// the node's own index, so that no walk needs recursion.
struct ExpressionNode {
  enum class Kind : std::uint8_t { number, name, operation } kind = Kind::number;
  Operator operation = Operator::add;
  std::string text;        ///< digits of a number, a name, or the name of a called function
  bool percent = false;    ///< a number followed by %
  bool low_closed = true;  ///< interval, in
  bool high_closed = true; ///< interval, in
  /// Operands in reading order. choose: condition, then, else. in: value, low, high. bands: the value, then
  /// for each band a comparison node (which shares the value: the one place where two nodes have one child)
  /// and the band's result, and last the result of `else`. interpolate: the value, each point with its
  /// result, and last the result of `else`.
  std::vector<std::uint32_t> children;
  ByteSpan span;
};

struct ExpressionTree {
  std::vector<ExpressionNode> nodes; ///< the last one is the root
};

/// What could have stood where reading stopped.
enum class Expected : std::uint8_t {
  value,     ///< a number, a field, a function, `not`, `if` or an opening bracket
  number,    ///< a number
  operation, ///< an operator, or the end
  token,     ///< the tokens in ExpressionError::expected
};

struct ExpressionError {
  ByteSpan span; ///< where reading stopped
  Expected what = Expected::value;
  std::string expected; ///< for Expected::token: tokens of the language such as "then", ", )"
  std::string found;    ///< what stands there, at most 24 characters; empty at the end
  bool limit = false;   ///< a limit of length or depth, not a syntax error
};

struct ExpressionResult {
  std::optional<ExpressionTree> tree; ///< absent when there is an error
  std::vector<ExpressionError> errors;
};

/// Limits are tested before the parser recurses.
struct ExpressionLimits {
  std::uint32_t bytes = 4096;
  std::uint32_t depth = 32;
};

[[nodiscard]] ExpressionResult parse_expression(std::string_view text, ExpressionLimits limits = {});

} // namespace jixiao::grammar
