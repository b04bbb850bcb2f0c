#pragma once
// A condition as a graph of single tests: one step for each field that has to be looked at, none for the
// rest. Almost every condition of a pack is decided so; what a test cannot say (a truth that is unknown, a
// comparison of formulas) is left to the machine, which runs the whole condition. Private to this folder.
#include "engine/model/facts.hpp"
#include "engine/number/rational.hpp"

#include <compare>
#include <cstdint>
#include <vector>

namespace jixiao::rulepack {

/// Where a test leads: to another test, or to one of the ends.
using Step = std::uint16_t;
inline constexpr Step step_yes = 0xFFFF;
inline constexpr Step step_no = 0xFFFE;
inline constexpr Step step_machine = 0xFFFD;

/// Orders that a comparison accepts.
enum Orders : std::uint8_t { order_less = 1, order_same = 2, order_greater = 4 };

struct Test {
  enum class Kind : std::uint8_t {
    truth,
    word,   ///< yes when the field holds `other`
    figure, ///< the number field against figures[other]
    number, ///< the number field against the number field `other`
    times,  ///< the number field against figures[factor] times the number field `other`
  } kind = Kind::truth;
  std::uint8_t field = 0;
  std::uint8_t other = 0;
  std::uint8_t orders = 0; ///< of comparisons: Orders for yes
  Step yes = step_machine;
  Step no = step_machine;
  std::uint8_t factor = 0; ///< times: of figures
};

struct Decision {
  std::vector<Test> tests;
  std::vector<number::Rational> figures;
  Step entry = step_machine;
};

/// Whether a comparison holds; unknown when one of its numbers is no single number. Not inlined: few of the
/// tests are comparisons, and the others shall stay short.
[[nodiscard, gnu::noinline]] inline model::Truth holds(Decision const& decision, Test const& test,
                                                       model::Facts const& facts) {
  auto const& left = facts.number(static_cast<model::NumberField>(test.field));
  if (!left || !left->is_point()) {
    return model::Truth::unknown;
  }
  number::Rational const* right = nullptr;
  if (test.kind == Test::Kind::figure) {
    right = &decision.figures[test.other];
  } else if (auto const& number = facts.number(static_cast<model::NumberField>(test.other));
             number && number->is_point()) {
    right = &*number->low.value;
  } else {
    return model::Truth::unknown;
  }
  number::Rational const& value = *left->low.value;
  std::strong_ordering order = std::strong_ordering::equal;
  if (right->is_zero()) {
    order = value.sign() <=> 0; // times 0 is 0, and fractions need no common denominator
  } else if (test.kind == Test::Kind::times) {
    order = number::Rational::compare_with_product(value, decision.figures[test.factor], *right);
  } else {
    order = value <=> *right;
  }
  std::uint8_t const found = order < 0 ? order_less : order > 0 ? order_greater : order_same;
  return (test.orders & found) != 0 ? model::Truth::yes : model::Truth::no;
}

/// Unknown when the tests do not say: then the machine must. Inlined wherever it is asked: most conditions
/// are one or two tests, less than a call.
[[nodiscard, gnu::always_inline]] inline model::Truth decide(Decision const& decision,
                                                             model::Facts const& facts) {
  Step at = decision.entry;
  while (at < step_machine) {
    Test const& test = decision.tests[at];
    model::Truth truth = model::Truth::no;
    if (test.kind == Test::Kind::truth) {
      truth = facts.truths[test.field];
    } else if (test.kind == Test::Kind::word) {
      truth = facts.words[test.field] == test.other ? model::Truth::yes : model::Truth::no;
    } else {
      truth = holds(decision, test, facts);
    }
    if (truth == model::Truth::unknown) {
      return truth;
    }
    at = truth == model::Truth::yes ? test.yes : test.no;
  }
  if (at == step_machine) {
    return model::Truth::unknown;
  }
  return at == step_yes ? model::Truth::yes : model::Truth::no;
}

} // namespace jixiao::rulepack
