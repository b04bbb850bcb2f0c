#pragma once
// What the expression grammar builds while it reads: a postfix stack over a flat list of nodes. The grammar
// never backs out of a place where it has already built something, so nothing is ever taken back.
#include "grammar/expression.hpp"

#include <cassert>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::grammar::detail {

class ExpressionBuilder {
public:
  explicit ExpressionBuilder(char const* begin) : begin_(begin) {}

  void number(char const* from, char const* to) {
    ExpressionNode node;
    node.kind = ExpressionNode::Kind::number;
    node.text.assign(from, to);
    node.span = {offset(from), offset(to)};
    push(std::move(node));
  }
  void percent(char const* end) {
    top().percent = true;
    top().span.end = offset(end);
  }
  void name(char const* from, char const* to) {
    ExpressionNode node;
    node.kind = ExpressionNode::Kind::name;
    node.text.assign(from, to);
    node.span = {offset(from), offset(to)};
    push(std::move(node));
  }

  /// Something begins at `from` that `close` will end.
  void open(char const* from) {
    frames_.push_back({offset(from), static_cast<std::uint32_t>(stack_.size()), Operator::greater_equal});
  }
  /// Takes all operands since `open` into one node that ends at `end` (nullptr: where the last operand ends).
  void close(Operator operation, char const* end) {
    Frame const frame = frames_.back();
    frames_.pop_back();
    gather(operation, frame.operands);
    top().span.begin = frame.begin;
    if (end != nullptr) {
      top().span.end = offset(end);
    }
  }
  /// A bracket that only groups: the operand inside takes the brackets into its span.
  void close_group(char const* end) {
    top().span = {frames_.back().begin, offset(end)};
    frames_.pop_back();
  }
  void close_interval(Operator operation, bool low_closed, bool high_closed, char const* end) {
    close(operation, end);
    top().low_closed = low_closed;
    top().high_closed = high_closed;
  }
  /// The name on top is called: what follows are its arguments.
  void open_call() {
    ExpressionNode node = std::move(top());
    nodes_.pop_back();
    stack_.pop_back();
    open(begin_ + node.span.begin);
    called_.push_back(std::move(node.text));
  }
  void close_call(char const* end) {
    close(Operator::call, end);
    top().text = std::move(called_.back());
    called_.pop_back();
  }
  void binary(Operator operation) { gather(operation, stack_.size() - 2); }

  /// How the band that begins here compares the value of `bands` with its edge.
  void band(Operator comparison) { frames_.back().comparison = comparison; }
  /// The edge is on top: it becomes the comparison of the value with the edge.
  void band_edge() {
    std::uint32_t const edge = stack_.back();
    ExpressionNode node;
    node.kind = ExpressionNode::Kind::operation;
    node.operation = frames_.back().comparison;
    node.children = {stack_[frames_.back().operands], edge};
    node.span = nodes_[edge].span;
    stack_.pop_back();
    push(std::move(node));
  }

  /// Where the low end of the interval after `in` began.
  void open_range(char const* from, bool closed) { ranges_.emplace_back(offset(from), closed); }
  /// value, low and high are on top.
  void close_range(bool high_closed, char const* end) {
    gather(Operator::in, stack_.size() - 3);
    top().low_closed = ranges_.back().second;
    top().high_closed = high_closed;
    top().span.end = offset(end);
    ranges_.pop_back();
  }

  [[nodiscard]] ExpressionTree take() {
    assert(stack_.size() == 1 && frames_.empty() && called_.empty() && ranges_.empty());
    return {std::move(nodes_)};
  }

private:
  struct Frame {
    std::uint32_t begin;
    std::uint32_t operands; ///< height of the stack when it was opened
    Operator comparison;    ///< of the band being read
  };

  [[nodiscard]] std::uint32_t offset(char const* at) const { return static_cast<std::uint32_t>(at - begin_); }
  [[nodiscard]] ExpressionNode& top() { return nodes_[stack_.back()]; }
  void push(ExpressionNode node) {
    stack_.push_back(static_cast<std::uint32_t>(nodes_.size()));
    nodes_.push_back(std::move(node));
  }
  void gather(Operator operation, std::size_t from) {
    assert(from < stack_.size());
    ExpressionNode node;
    node.kind = ExpressionNode::Kind::operation;
    node.operation = operation;
    node.children.assign(stack_.begin() + static_cast<std::ptrdiff_t>(from), stack_.end());
    node.span = {nodes_[node.children.front()].span.begin, nodes_[node.children.back()].span.end};
    stack_.resize(from);
    push(std::move(node));
  }

  char const* begin_;
  std::vector<ExpressionNode> nodes_;
  std::vector<std::uint32_t> stack_;
  std::vector<Frame> frames_;
  std::vector<std::string> called_;
  std::vector<std::pair<std::uint32_t, bool>> ranges_;
};

} // namespace jixiao::grammar::detail
