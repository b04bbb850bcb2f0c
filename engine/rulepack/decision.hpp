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
    sign,   ///< the number field against 0
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

/// The number of a field that is one number; null otherwise.
[[nodiscard]] inline number::Rational const* point_of(model::Facts const& facts, std::uint8_t field) {
  auto const& value = facts.number(static_cast<model::NumberField>(field));
  return value && value->is_point() ? &*value->low.value : nullptr;
}

/// Whether the test accepts `order`: -1, 0 or 1, of which each has its bit in Orders.
[[nodiscard]] inline model::Truth accepts(Test const& test, int order) {
  static_assert(order_less == 1U << 0U && order_same == 1U << 1U && order_greater == 1U << 2U);
  return static_cast<model::Truth>(test.orders >> (order + 1) & 1);
}
static_assert(static_cast<int>(model::Truth::no) == 0 && static_cast<int>(model::Truth::yes) == 1);

[[nodiscard]] inline model::Truth sign_holds(Test const& test, model::Facts const& facts) {
  number::Rational const* const value = point_of(facts, test.field);
  return value == nullptr ? model::Truth::unknown : accepts(test, value->sign());
}

/// Whether a comparison holds; unknown when one of its numbers is no single number. Not inlined: few of the
/// tests are comparisons, and the others shall stay short.
[[nodiscard, gnu::noinline]] inline model::Truth holds(Decision const& decision, Test const& test,
                                                       model::Facts const& facts) {
  number::Rational const* const value = point_of(facts, test.field);
  number::Rational const* const right =
      test.kind == Test::Kind::figure ? &decision.figures[test.other] : point_of(facts, test.other);
  if (value == nullptr || right == nullptr) {
    return model::Truth::unknown;
  }
  if (right->is_zero()) {
    return accepts(test, value->sign()); // times 0 is 0, and fractions need no common denominator
  }
  std::strong_ordering const order =
      test.kind == Test::Kind::times
          ? number::Rational::compare_with_product(*value, decision.figures[test.factor], *right)
          : *value <=> *right;
  return accepts(test, order < 0 ? -1 : order > 0 ? 1 : 0);
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
    } else if (test.kind == Test::Kind::sign) {
      truth = sign_holds(test, facts);
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
