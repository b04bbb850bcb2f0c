#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"

#include <cassert>

namespace jixiao::rulepack {

using number::Rational;
using Type = Fragment::Type;

namespace {

constexpr std::int64_t most_places = 12;

char const* arguments_of(Function function) {
  switch (function) {
  case Function::minimum:
  case Function::maximum: return ">= 2";
  case Function::clamp: return "3";
  case Function::absolute: return "1";
  case Function::round: return "2";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

bool takes(Function function, std::size_t arguments) {
  switch (function) {
  case Function::minimum:
  case Function::maximum: return arguments >= 2;
  case Function::clamp: return arguments == 3;
  case Function::absolute: return arguments == 1;
  case Function::round: return arguments == 2;
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

} // namespace

Fragment Compiler::choose(Fragment&& condition, Fragment&& first, Fragment&& second, Branch branch) {
  bool const truths = first.type == Type::truth;
  Fragment result = std::move(condition);
  Type type = Type::truth;
  if (!truths) {
    settle(first);
    settle(second);
    type = first.type == Type::interval || second.type == Type::interval ? Type::interval : Type::number;
    result.units = common(first.units, second.units);
  }
  std::uint32_t const choices = std::max({result.choices, first.choices + 1, second.choices + 1});
  branch.instruction = static_cast<std::uint32_t>(result.code.size());
  result.branches.push_back(branch);
  result.put(truths ? Code::choose_truth : Code::choose, 0, static_cast<std::int16_t>(first.code.size() + 1));
  result.append(std::move(first), 0, 0);
  result.put(truths ? Code::next_truth : Code::next_choice, 0,
             static_cast<std::int16_t>(second.code.size() + 1));
  // When the condition is not decided the first side waits on the stack for the second.
  result.append(std::move(second), truths ? 0 : 1, truths ? 1 : 0);
  result.put(truths ? Code::end_of_truth : Code::end_of_choice);
  result.type = type;
  result.choices = choices;
  return result;
}

Fragment Compiler::choice(Node const& node) {
  Fragment condition = take_truth(node, 0);
  Type const first_type = fragments_[node.children[1]].type;
  bool const truths = first_type == Type::truth;
  Fragment first = truths ? take(node, 1) : take_number(node, 1);
  Fragment second = truths ? take_truth(node, 2) : take_number(node, 2);
  if (condition.type == Type::broken || first.type == Type::broken || second.type == Type::broken
      || (!truths && !agree(first, child(node, 1), second, child(node, 2)))) {
    return {};
  }
  return choose(std::move(condition), std::move(first), std::move(second),
                {0, child(node, 0).span, false, true});
}

bool Compiler::bands_in_order(Node const& node) {
  // Edges that fall (from, above) or rise (to, below): each band must be reached by something.
  auto const falls = [](Node const& band) {
    return band.operation == grammar::Operator::greater || band.operation == grammar::Operator::greater_equal;
  };
  auto const takes_edge = [](Node const& band) {
    return band.operation == grammar::Operator::greater_equal
           || band.operation == grammar::Operator::less_equal;
  };
  for (std::size_t i = 3; i + 1 < node.children.size(); i += 2) {
    Node const& before = child(node, i - 2);
    Node const& here = child(node, i);
    auto const& edge_before = value_of(child(before, 1));
    auto const& edge = value_of(child(here, 1));
    if (!edge_before || !edge) {
      return false; // a number beyond the limits: reported already
    }
    bool const further = falls(before) ? *edge < *edge_before : *edge > *edge_before;
    bool const takes_what_is_left = *edge == *edge_before && !takes_edge(before) && takes_edge(here);
    if (falls(before) != falls(here) || (!further && !takes_what_is_left)) {
      report(findings::expression_band_order, here, {text_of(here), text_of(before)});
      return false;
    }
  }
  return true;
}

Fragment Compiler::bands(Node const& node) {
  std::size_t const last = node.children.size() - 1;
  Fragment result = take_number(node, last);
  if (!bands_in_order(node) || result.type == Type::broken) {
    return {};
  }
  // Seen as a formula the bands use their value once, however often the code asks for it: a step function.
  auto mentions = result.mentions;
  auto const add = [&mentions](Fragment const& fragment) {
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      mentions[i] = static_cast<std::uint8_t>(std::min(250, mentions[i] + fragment.mentions[i]));
    }
  };
  add(fragments_[node.children[0]]);
  // From the last band to the first: each becomes the `else` of the one before it.
  for (std::size_t i = last; i > 1; i -= 2) {
    Fragment condition = take_truth(node, i - 2);
    Fragment value = take_number(node, i - 1);
    if (condition.type == Type::broken || value.type == Type::broken
        || !agree(value, child(node, i - 1), result, child(node, last))) {
      return {};
    }
    add(value);
    result = choose(std::move(condition), std::move(value), std::move(result),
                    {0, child(node, i - 2).span, true, i == last});
    if (!within_limits(result)) {
      return {};
    }
  }
  result.mentions = mentions;
  return result;
}

Fragment Compiler::interval(Node const& node) {
  Fragment low = take_plain_number(node, 0);
  Fragment high = take_plain_number(node, 1);
  if (low.type == Type::broken || high.type == Type::broken
      || !agree(low, child(node, 0), high, child(node, 1))
      || !ends_in_order(child(node, 0), child(node, 1), node.low_closed && node.high_closed)) {
    return {};
  }
  FormulaUnits const units = common(low.units, high.units);
  settle(low);
  settle(high);
  Fragment result = std::move(low);
  result.append(std::move(high), 1, 0);
  result.put(Code::interval, static_cast<std::uint8_t>((node.low_closed ? low_end_closed : 0)
                                                       | (node.high_closed ? high_end_closed : 0)));
  result.type = Type::interval;
  result.units = units;
  return result;
}

Fragment Compiler::rounding(Node const& node) {
  Fragment result = take_number(node, 0);
  auto const& places = value_of(child(node, 1));
  if (!places || !places->is_integer() || *places < Rational(0) || *places > Rational(most_places)) {
    report(findings::expression_places, child(node, 1),
           {text_of(child(node, 1)), std::to_string(most_places)});
    return {};
  }
  if (result.type == Type::broken) {
    return {};
  }
  std::int16_t count = 0;
  while (Rational(count) < *places) {
    ++count;
  }
  settle(result);
  result.put(Code::round, 0, count);
  return result;
}

Fragment Compiler::call(Node const& node) {
  auto const function = find_function(node.text);
  if (!function) {
    report(findings::expression_unknown_function, node, {node.text});
    return {};
  }
  if (!takes(*function, node.children.size())) {
    report(findings::expression_arguments, node,
           {node.text, arguments_of(*function), std::to_string(node.children.size())});
    return {};
  }
  if (*function == Function::round) {
    return rounding(node);
  }
  if (*function == Function::clamp && !ends_in_order(child(node, 1), child(node, 2), true)) {
    return {};
  }
  Fragment result = take_number(node, 0);
  settle(result);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    Fragment next = take_number(node, i);
    if (result.type == Type::broken || next.type == Type::broken
        || !agree(result, child(node, 0), next, child(node, i))) {
      return {};
    }
    settle(next);
    FormulaUnits const units = common(result.units, next.units);
    Type const type = next.type == Type::interval ? Type::interval : result.type;
    result.append(std::move(next), *function == Function::clamp ? static_cast<std::uint32_t>(i) : 1, 0);
    result.units = units;
    result.type = type;
    if (*function != Function::clamp) {
      result.put(*function == Function::minimum ? Code::minimum : Code::maximum);
    }
  }
  if (*function == Function::absolute && result.type != Type::broken) {
    result.put(Code::absolute);
  } else if (*function == Function::clamp && result.type != Type::broken) {
    result.put(Code::clamp);
  }
  return result;
}

} // namespace jixiao::rulepack
