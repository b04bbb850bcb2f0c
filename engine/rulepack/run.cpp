// Runs programs: over exact fractions when everything asked is one number, else over intervals.
#include "engine/rulepack/exact_domain.hpp"
#include "engine/rulepack/first_match.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/set_domain.hpp"
#include "engine/rulepack/slope_domain.hpp"

#include <cassert>
#include <utility>

namespace jixiao::rulepack {

using model::Facts;
using number::End;
using number::Interval;
using number::Rational;

namespace {

enum class Slope : std::uint8_t { rises, falls, mixed };

/// How the program moves with one field, and whether it never stands still.
struct Movement {
  Slope slope = Slope::mixed;
  bool strict = false;
};

bool varies(Facts const& facts, std::size_t field) {
  auto const& value = facts.number(static_cast<model::NumberField>(field));
  return !value || !value->is_point();
}

Movement movement(Program const& program, Facts const& facts, std::uint8_t field) {
  Machine<SlopeDomain> machine(program, facts, SlopeDomain{field});
  if (machine.run() != Ending::done) {
    return {};
  }
  Interval const& slope = machine.number_result().slope;
  bool const strict = !slope.contains(Rational(0));
  if (slope.low.value && slope.low.value->sign() >= 0) {
    return {Slope::rises, strict};
  }
  if (slope.high.value && slope.high.value->sign() <= 0) {
    return {Slope::falls, strict};
  }
  return {};
}

/// One corner of the box that the facts span: every varying field at one of its ends.
struct Corner {
  Facts facts;
  bool reached = true; ///< all its ends are closed
  bool strict = true;  ///< every field moves the result there

  bool put(std::size_t field, End const& end, bool strictly) {
    if (!end.value) {
      return false;
    }
    facts.number(static_cast<model::NumberField>(field)) = Interval::point(*end.value);
    reached = reached && end.closed;
    strict = strict && strictly;
    return true;
  }
  /// An end that is open but where the formula stands still may be reached elsewhere.
  [[nodiscard]] bool decides() const { return reached || strict; }
};

/// Runs to the end: nothing is beyond intervals.
void finish(Machine<SetDomain>& machine) {
  [[maybe_unused]] Ending const ending = machine.run();
  assert(ending == Ending::done);
}

Interval natural(Program const& program, Facts const& facts, Notes& notes) {
  Machine<SetDomain> machine(program, facts);
  finish(machine);
  notes = machine.notes();
  return std::move(machine.number_result());
}

/// The exact range of a formula that rises or falls in every field that varies; no value when it does not.
std::optional<Interval> range_by_corners(Program const& program, Facts const& facts) {
  Corner low{facts};
  Corner high{facts};
  for (std::uint8_t field = 0; field < model::number_field_count; ++field) {
    if (program.mentions_of[field] == 0 || !varies(facts, field)) {
      continue;
    }
    Movement const move = movement(program, facts, field);
    auto const& value = facts.number(static_cast<model::NumberField>(field));
    if (!value || move.slope == Slope::mixed) {
      return std::nullopt;
    }
    Interval const& range = *value;
    End const& at_low = move.slope == Slope::rises ? range.low : range.high;
    End const& at_high = move.slope == Slope::rises ? range.high : range.low;
    if (!low.put(field, at_low, move.strict) || !high.put(field, at_high, move.strict)) {
      return std::nullopt;
    }
  }
  if (!low.decides() || !high.decides()) {
    return std::nullopt;
  }
  if (program.may_jump && !(low.reached && high.reached)) {
    return std::nullopt; // the formula may be another one at an end that does not belong to the interval
  }
  Notes of_low;
  Notes of_high;
  End from = natural(program, low.facts, of_low).low;
  End to = natural(program, high.facts, of_high).high;
  if (of_low.divisor_may_be_zero || of_high.divisor_may_be_zero) {
    return std::nullopt; // the open end of a divisor is 0
  }
  from.closed = from.closed && low.reached;
  to.closed = to.closed && high.reached;
  return Interval{std::move(from), std::move(to)};
}

/// The value of a quotient; none when the numbers do not say.
std::optional<Rational> value_of(Quotient quotient, Facts const& facts) {
  Rational const* const above = point_of(facts, quotient.above);
  Rational const* const below = point_of(facts, quotient.below);
  if (above == nullptr || below == nullptr || below->is_zero()) {
    return std::nullopt;
  }
  return *above / *below;
}

} // namespace

std::optional<Quotient> quotient_of(Program const& program) {
  std::vector<Instruction> const& code = program.code;
  bool const divides = code.size() == 3 && code[2].code == Code::divide && code[0].code == Code::number_field
                       && code[1].code == Code::number_field;
  return divides ? std::optional(Quotient{code[0].field, code[1].field}) : std::nullopt;
}

// Not inlined: the stacks of the machine would weigh on every call that needs none.
[[gnu::noinline]] model::Truth run_condition(Program const& program, Facts const& facts) {
  {
    Machine<ExactDomain> machine(program, facts);
    if (machine.run() == Ending::done) {
      return machine.truth_result();
    }
  }
  Machine<SetDomain> machine(program, facts);
  finish(machine);
  return machine.truth_result();
}

model::Truth evaluate_truth(Program const& program, Facts const& facts) {
  return truth_of(program, facts);
}

Evaluated evaluate_number(Program const& program, Facts const& facts) {
  if (program.fixed) {
    return *program.fixed;
  }
  if (!program.makes_intervals) {
    if (std::optional<Quotient> const quotient = quotient_of(program)) { // a division needs no machine
      if (std::optional<Rational> const share = value_of(*quotient, facts)) {
        return {Interval::point(*share), false};
      }
    }
    Machine<ExactDomain> machine(program, facts);
    if (machine.run() == Ending::done) {
      return {Interval::point(std::move(machine.number_result())), false};
    }
  }
  Notes notes;
  Interval range = natural(program, facts, notes);
  if (notes.divisor_may_be_zero) {
    return {std::move(range), true};
  }
  bool repeated = false;
  for (std::size_t field = 0; field < model::number_field_count; ++field) {
    repeated = repeated || (program.mentions_of[field] > 1 && varies(facts, field));
  }
  if (!repeated) {
    return {std::move(range), false};
  }
  if (auto exact = range_by_corners(program, facts)) {
    return {std::move(*exact), false};
  }
  return {std::move(range), true};
}

} // namespace jixiao::rulepack
