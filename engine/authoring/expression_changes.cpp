#include "engine/authoring/expression_changes.hpp"

#include "grammar/expression.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace jixiao::authoring {
namespace {

using grammar::ByteSpan;
using grammar::ExpressionNode;
using grammar::ExpressionTree;
using grammar::Operator;

struct Token {
  Operator operation;
  std::string_view text, other;
  ChangeKind kind;
};

/// Longer tokens before those that they begin with.
constexpr std::array<Token, 12> tokens{{
    {Operator::less_equal, "<=", "<", ChangeKind::comparison},
    {Operator::greater_equal, ">=", ">", ChangeKind::comparison},
    {Operator::not_equal, "!=", "=", ChangeKind::comparison},
    {Operator::less, "<", "<=", ChangeKind::comparison},
    {Operator::greater, ">", ">=", ChangeKind::comparison},
    {Operator::equal, "=", "!=", ChangeKind::comparison},
    {Operator::logical_and, "and", "or", ChangeKind::connective},
    {Operator::logical_or, "or", "and", ChangeKind::connective},
    {Operator::add, "+", "-", ChangeKind::operation},
    {Operator::subtract, "-", "+", ChangeKind::operation},
    {Operator::multiply, "*", "/", ChangeKind::operation},
    {Operator::divide, "/", "*", ChangeKind::operation},
}};

/// Words of bands; the comparison node of a band stands nowhere in the text.
constexpr std::array<std::array<std::string_view, 2>, 4> band_words{
    {{"from", "above"}, {"above", "from"}, {"to", "below"}, {"below", "to"}}};

class Changes {
public:
  Changes(std::string_view text, ExpressionTree const& tree) : text_(text), nodes_(tree.nodes) {
    in_band_.resize(nodes_.size());
    is_result_.resize(nodes_.size());
  }

  std::vector<TextChange> take(ExpressionRole role) {
    is_result_.back() = role == ExpressionRole::share;
    for (std::size_t i = nodes_.size(); i-- > 0;) { // parents before children
      hand_down(i);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      node(i);
    }
    std::stable_sort(changes_.begin(), changes_.end(), [](TextChange const& left, TextChange const& right) {
      return left.span.begin < right.span.begin;
    });
    return std::move(changes_);
  }

private:
  static bool is_limit(ExpressionNode const& node) {
    return node.operation == Operator::call && (node.text == "min" || node.text == "max");
  }

  /// Whether the children of a node are results of the whole expression, and which comparisons are bands.
  void hand_down(std::size_t at) {
    ExpressionNode const& node = nodes_[at];
    bool const result = is_result_[at];
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      std::uint32_t const child = node.children[i];
      bool const last = i + 1 == node.children.size();
      switch (node.operation) {
      case Operator::choose: is_result_[child] = result && i > 0; break;
      case Operator::interval: is_result_[child] = result; break;
      case Operator::call: is_result_[child] = result && is_limit(node); break;
      case Operator::bands:
        in_band_[child] = i % 2 == 1 && !last;
        is_result_[child] = result && i > 0 && (i % 2 == 0 || last);
        break;
      case Operator::interpolate: is_result_[child] = result && i > 0 && (i % 2 == 0 || last); break;
      default: break;
      }
    }
  }

  void add(ChangeKind kind, std::uint32_t begin, std::size_t size, std::string after) {
    changes_.push_back({kind,
                        {begin, begin + static_cast<std::uint32_t>(size)},
                        std::string(text_.substr(begin, size)),
                        std::move(after)});
  }

  void node(std::size_t at) {
    ExpressionNode const& node = nodes_[at];
    if (node.kind == ExpressionNode::Kind::number) {
      number(node, is_result_[at]);
    } else if (node.kind == ExpressionNode::Kind::operation) {
      operation(node, in_band_[at]);
    }
  }

  /// Where a node begins behind brackets that only group.
  std::uint32_t inside_brackets(ExpressionNode const& node) const {
    return static_cast<std::uint32_t>(text_.find_first_not_of("( ", node.span.begin));
  }

  void number(ExpressionNode const& node, bool result) {
    std::uint32_t const begin = inside_brackets(node);
    std::string_view const digits = text_.substr(begin, node.text.size());
    if (digits != node.text) {
      return; // not as it is written: nothing to put in its place
    }
    bool const zero = digits.find_first_not_of("0.") == std::string_view::npos;
    bool const whole = result && digits == (node.percent ? "100" : "1");
    if (!zero) {
      add(ChangeKind::number, begin, digits.size(), whole && !node.percent ? "0.9" : stepped(digits, -1));
    }
    if (!whole) {
      add(ChangeKind::number, begin, digits.size(),
          result && digits == "0" && !node.percent ? "0.1" : stepped(digits, 1));
    }
  }

  /// The first place of `token` between the operands.
  std::optional<std::uint32_t> between(ExpressionNode const& node, std::string_view token) const {
    std::uint32_t const from = nodes_[node.children[0]].span.end;
    std::uint32_t const to = nodes_[node.children[1]].span.begin;
    std::size_t const found = from < to ? text_.substr(from, to - from).find(token) : std::string_view::npos;
    return found == std::string_view::npos ? std::nullopt
                                           : std::optional(from + static_cast<std::uint32_t>(found));
  }

  void binary(ExpressionNode const& node) {
    auto const token = std::find_if(tokens.begin(), tokens.end(),
                                    [&](Token const& each) { return each.operation == node.operation; });
    if (token == tokens.end() || node.children.size() != 2) {
      return;
    }
    if (auto const begin = between(node, token->text)) {
      add(token->kind, *begin, token->text.size(), std::string(token->other));
    }
  }

  /// The word stands before the edge, which is the second operand.
  void band(ExpressionNode const& node) {
    std::uint32_t const edge = nodes_[node.children[1]].span.begin;
    for (auto const& [word, other] : band_words) {
      std::string_view const before = text_.substr(0, edge);
      std::size_t const end = before.find_last_not_of(' ') + 1;
      if (end >= word.size() && before.substr(end - word.size(), word.size()) == word) {
        add(ChangeKind::comparison, static_cast<std::uint32_t>(end - word.size()), word.size(),
            std::string(other));
        return;
      }
    }
  }

  /// The brackets before the last operand but one and behind the last.
  void ends(ExpressionNode const& node) {
    ExpressionNode const& low = nodes_[node.children[node.children.size() - 2]];
    std::size_t const open = text_.find_last_of("[(", low.span.begin - 1);
    std::size_t const close = text_.find_first_of("])", nodes_[node.children.back()].span.end);
    add(ChangeKind::bracket, static_cast<std::uint32_t>(open), 1, node.low_closed ? "(" : "[");
    add(ChangeKind::bracket, static_cast<std::uint32_t>(close), 1, node.high_closed ? ")" : "]");
  }

  void operation(ExpressionNode const& node, bool is_band) {
    switch (node.operation) {
    case Operator::interval:
    case Operator::in: return ends(node);
    case Operator::logical_not: {
      std::uint32_t const begin = inside_brackets(node);
      return add(ChangeKind::connective, begin, nodes_[node.children[0]].span.begin - begin, std::string());
    }
    case Operator::call:
      if (is_limit(node)) {
        add(ChangeKind::operation, inside_brackets(node), node.text.size(),
            node.text == "min" ? "max" : "min");
      }
      return;
    default: return is_band ? band(node) : binary(node);
    }
  }

  std::string_view text_;
  std::vector<ExpressionNode> const& nodes_;
  std::vector<char> in_band_, is_result_;
  std::vector<TextChange> changes_;
};

} // namespace

std::string_view name(ChangeKind kind) {
  constexpr std::string_view names[] = {"comparison", "number",   "connective", "operation",
                                        "bracket",    "points",   "grade",      "tier",
                                        "limit",      "rounding", "choice",     "order"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<TextChange> expression_changes(std::string_view text, ExpressionRole role) {
  grammar::ExpressionResult const parsed = grammar::parse_expression(text);
  return parsed.tree ? Changes(text, *parsed.tree).take(role) : std::vector<TextChange>();
}

std::string stepped(std::string_view digits, int steps) {
  std::string result(digits);
  bool const up = steps > 0;
  for (int step = 0; step < (up ? steps : -steps); ++step) {
    bool carried = true;
    for (std::size_t i = result.size(); carried && i-- > 0;) {
      if (result[i] == '.') {
        continue;
      }
      carried = result[i] == (up ? '9' : '0');
      result[i] = carried ? (up ? '0' : '9') : static_cast<char>(result[i] + (up ? 1 : -1));
    }
    if (carried && !up) {
      return {};
    }
    result.insert(0, carried ? "1" : "");
  }
  // "10" and one less is "9", not "09".
  std::size_t const zeros = result.find_first_not_of('0');
  std::size_t const point = std::min(result.find('.'), result.size());
  return zeros == std::string::npos ? "0" : result.substr(std::min(zeros, point - 1));
}

} // namespace jixiao::authoring
