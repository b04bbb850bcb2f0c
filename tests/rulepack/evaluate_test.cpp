// Compiled expressions over facts: tables of what comes out, and what must hold whatever goes in.
#include "engine/rulepack/program.hpp"
#include "tests/rulepack/facts_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <map>
#include <random>

using namespace jixiao;
using model::Facts;
using model::NumberField;
using model::Truth;
using number::Interval;
using number::Rational;
using rulepack::Want;

namespace {

rulepack::ProgramPtr compiled(std::string const& text, Want want) {
  auto outcome = rulepack::compile(text, want, {});
  for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
    UNSCOPED_INFO(each.code << " at " << each.where.begin);
  }
  REQUIRE(outcome.value);
  return *outcome.value;
}

std::string_view shown(Truth truth) {
  switch (truth) {
  case Truth::no: return "no";
  case Truth::yes: return "yes";
  case Truth::unknown: break;
  }
  return "unknown";
}

/// Random formulas of actual and target that can be written without a division by zero: targets are above 0.
class Formulas {
public:
  explicit Formulas(std::uint32_t seed) : random_(seed) {}

  std::uint32_t pick(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }

  std::string ratio(int depth) {
    if (depth == 0) {
      static char const* const leaves[] = {"attainment", "deviation_rate", "0.5", "1", "2", "90%", "0"};
      return leaves[pick(7)];
    }
    switch (pick(9)) {
    case 0: return "(" + ratio(depth - 1) + " + " + ratio(depth - 1) + ")";
    case 1: return "(" + ratio(depth - 1) + " - " + ratio(depth - 1) + ")";
    case 2: return "(" + ratio(depth - 1) + " * " + ratio(depth - 1) + ")";
    case 3: return "(" + ratio(depth - 1) + " / (1 + abs(" + ratio(depth - 1) + ")))";
    case 4: return "min(" + ratio(depth - 1) + ", " + ratio(depth - 1) + ")";
    case 5: return "max(" + ratio(depth - 1) + ", " + ratio(depth - 1) + ")";
    case 6:
      return "(if " + condition(depth - 1) + " then " + ratio(depth - 1) + " else " + ratio(depth - 1) + ")";
    case 7: return "round(" + ratio(depth - 1) + ", 1)";
    default:
      return "bands(" + ratio(depth - 1) + ", from 1: " + ratio(depth - 1) + ", above 0: 0.5, else: 0)";
    }
  }
  std::string condition(int depth) {
    switch (pick(5)) {
    case 0: return "(" + ratio(depth) + " < " + ratio(depth) + ")";
    case 1: return "(" + ratio(depth) + " >= " + ratio(depth) + ")";
    case 2: return "(" + ratio(depth) + " in [0.5, 1))";
    case 3: return "(not " + ratio(depth) + " = " + ratio(depth) + " and met)";
    default: return "(met or " + ratio(depth) + " > 1)";
    }
  }
  Interval set() {
    Rational const low = Rational::fraction(static_cast<std::int64_t>(pick(40)) - 10, 4);
    Rational const width = Rational::fraction(pick(12), 4);
    if (width.is_zero()) {
      return Interval::point(low);
    }
    return {{low, pick(2) == 0}, {low + width, pick(2) == 0}};
  }
  /// Some number of the set.
  Rational inside(Interval const& set) {
    if (set.low.closed && pick(4) == 0) {
      return *set.low.value;
    }
    if (set.high.closed && pick(4) == 0) {
      return *set.high.value;
    }
    Rational const step = (*set.high.value - *set.low.value) * Rational::fraction(1 + pick(99), 100);
    return *set.low.value + step;
  }

private:
  std::mt19937 random_;
};

} // namespace

TEST_CASE("Conditions are yes, no or unknown", "[rulepack][evaluate]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/expression_truths.csv")) {
    INFO("line " << row.line << ": " << row.fields[0] << " over " << row.fields[1]);
    REQUIRE(row.fields.size() == 3);
    auto const program = compiled(row.fields[0], Want::truth);
    CHECK(shown(rulepack::evaluate_truth(*program, test::facts_of(row.fields[1]))) == row.fields[2]);
  }
}

TEST_CASE("Formulas give exact numbers, and intervals with exact ends", "[rulepack][evaluate]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/expression_values.csv")) {
    INFO("line " << row.line << ": " << row.fields[0] << " over " << row.fields[1]);
    REQUIRE(row.fields.size() == 4);
    auto const program = compiled(row.fields[0], Want::number);
    auto const result = rulepack::evaluate_number(*program, test::facts_of(row.fields[1]));
    CHECK(number::text(result.value) == row.fields[2]);
    CHECK((result.enclosure ? "yes" : "no") == row.fields[3]);
  }
}

TEST_CASE("What an interval gives holds what each of its numbers gives", "[rulepack][evaluate]") {
  Formulas formulas(101);
  int sharp = 0;
  int bounds = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string const text = formulas.ratio(1 + static_cast<int>(formulas.pick(3)));
    auto const outcome = rulepack::compile(text, Want::number, {});
    if (!outcome.value) {
      continue; // too many figures folded into a division by 0, or nothing to vary
    }
    Facts facts;
    facts.number(NumberField::actual) = formulas.set();
    Interval target = formulas.set();
    target.low.value = abs(*target.low.value) + Rational(1);
    target.high.value = *target.low.value + Rational(static_cast<std::int64_t>(formulas.pick(2)));
    if (target.is_point()) {
      target = Interval::point(*target.low.value);
    }
    facts.number(NumberField::target) = target;
    facts.set(model::TruthField::met, static_cast<Truth>(formulas.pick(3)));
    INFO(text << " over " << number::text(*facts.number(NumberField::actual)) << " and "
              << number::text(target));
    auto const whole = rulepack::evaluate_number(**outcome.value, facts);
    (whole.enclosure ? bounds : sharp) += 1;
    for (int sample = 0; sample < 12; ++sample) {
      Facts point = facts;
      point.number(NumberField::actual) =
          Interval::point(formulas.inside(*facts.number(NumberField::actual)));
      point.number(NumberField::target) = Interval::point(formulas.inside(target));
      if (facts.truth(model::TruthField::met) == Truth::unknown) {
        point.set(model::TruthField::met, formulas.pick(2) == 0);
      }
      auto const one = rulepack::evaluate_number(**outcome.value, point);
      REQUIRE(one.value.is_point());
      CHECK_FALSE(one.enclosure);
      CHECK(whole.value.contains(*one.value.low.value));
    }
  }
  CHECK(sharp > 500);
  CHECK(bounds > 100);
}

TEST_CASE("Ends that are said to be exact are reached", "[rulepack][evaluate]") {
  // Over one interval the ends of a sharp result come from the ends of the interval: closed ends are reached
  // by a number of it, and beyond an open one there is nothing.
  for (std::string const text :
       {"attainment", "2 - attainment", "deviation_rate", "attainment * attainment", "min(1, attainment)",
        "attainment + 1 / (1 + attainment)", "max(0.5, attainment) * attainment"}) {
    auto const program = compiled(text, Want::number);
    for (bool const low_closed : {false, true}) {
      for (bool const high_closed : {false, true}) {
        Facts facts;
        facts.number(NumberField::target) = Interval::point(10);
        facts.number(NumberField::actual) = Interval{{Rational(6), low_closed}, {Rational(14), high_closed}};
        auto const whole = rulepack::evaluate_number(*program, facts);
        INFO(text << ' ' << number::text(whole.value));
        if (whole.enclosure) {
          continue;
        }
        Facts low = facts;
        low.number(NumberField::actual) = Interval::point(6);
        Facts high = facts;
        high.number(NumberField::actual) = Interval::point(14);
        Interval const at_low = rulepack::evaluate_number(*program, low).value;
        Interval const at_high = rulepack::evaluate_number(*program, high).value;
        Interval const ends = number::hull(at_low, at_high);
        CHECK(whole.value.low.value == ends.low.value);
        CHECK(whole.value.high.value == ends.high.value);
      }
    }
  }
}

TEST_CASE("What is decided over intervals is decided the same for each of their numbers",
          "[rulepack][evaluate]") {
  Formulas formulas(202);
  int decided = 0;
  int open = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string const text = formulas.condition(static_cast<int>(formulas.pick(3)));
    auto const outcome = rulepack::compile(text, Want::truth, {});
    if (!outcome.value) {
      continue;
    }
    Facts facts;
    facts.number(NumberField::actual) = formulas.set();
    facts.number(NumberField::target) = Interval::closed(2, 2 + static_cast<std::int32_t>(formulas.pick(2)));
    facts.set(model::TruthField::met, static_cast<Truth>(formulas.pick(3)));
    INFO(text << " over " << number::text(*facts.number(NumberField::actual)));
    Truth const whole = rulepack::evaluate_truth(**outcome.value, facts);
    (whole == Truth::unknown ? open : decided) += 1;
    for (int sample = 0; sample < 8 && whole != Truth::unknown; ++sample) {
      Facts point = facts;
      point.number(NumberField::actual) =
          Interval::point(formulas.inside(*facts.number(NumberField::actual)));
      point.number(NumberField::target) =
          Interval::point(formulas.inside(*facts.number(NumberField::target)));
      if (facts.truth(model::TruthField::met) == Truth::unknown) {
        point.set(model::TruthField::met, formulas.pick(2) == 0);
      }
      CHECK(rulepack::evaluate_truth(**outcome.value, point) == whole);
    }
  }
  CHECK(decided > 500);
  CHECK(open > 300);
}

TEST_CASE("The graph of single tests and the machine agree", "[rulepack][evaluate]") {
  // A choice between numbers is beyond the graph: asked through one, a condition goes to the machine.
  std::mt19937 random(303);
  auto const pick = [&](std::uint32_t count) { return static_cast<std::uint32_t>(random() % count); };
  std::vector<std::string> const leaves{"met",
                                        "quantity",
                                        "true",
                                        "false",
                                        "about",
                                        "level = met",
                                        "level != none",
                                        "direction = positive",
                                        "actual > 0",
                                        "actual >= 5",
                                        "target = 0",
                                        "actual < target",
                                        "actual != 5",
                                        "target <= actual",
                                        "attainment > 1",
                                        "actual in [1, 5)",
                                        "pass_threshold >= 60%",
                                        "1 < actual",
                                        "actual > -1"};
  auto const condition = [&](auto&& self, std::uint32_t depth) -> std::string {
    if (depth == 0) {
      return leaves[pick(static_cast<std::uint32_t>(leaves.size()))];
    }
    switch (pick(5)) {
    case 0: return "(" + self(self, depth - 1) + " or " + self(self, depth - 1) + ")";
    case 1: return "(not " + self(self, depth - 1) + ")";
    case 2:
      return "(if " + self(self, depth - 1) + " then " + self(self, depth - 1) + " else "
             + self(self, depth - 1) + ")";
    default: return "(" + self(self, depth - 1) + " and " + self(self, depth - 1) + ")";
    }
  };
  std::map<Truth, int> seen;
  for (int i = 0; i < 1000; ++i) {
    std::string const text = condition(condition, 1 + pick(4));
    auto const direct = compiled(text, Want::truth);
    auto const by_machine = compiled("(if " + text + " then 1 else 0) > 0.5", Want::truth);
    Facts facts;
    for (model::TruthField const field :
         {model::TruthField::met, model::TruthField::quantity, model::TruthField::about}) {
      facts.set(field, static_cast<Truth>(pick(3)));
    }
    facts.set(model::WordField::level, pick(4));
    facts.set(model::WordField::direction, pick(3));
    for (NumberField const field : {NumberField::actual, NumberField::target, NumberField::pass_threshold}) {
      Rational const low(static_cast<std::int64_t>(pick(8)) - 1);
      switch (pick(4)) {
      case 0: break;
      case 1: facts.number(field) = Interval::closed(low, low + Rational(1)); break;
      default: facts.number(field) = Interval::point(low);
      }
    }
    INFO(text);
    Truth const result = rulepack::evaluate_truth(*direct, facts);
    CHECK(result == rulepack::evaluate_truth(*by_machine, facts));
    seen[result] += 1;
  }
  CHECK(seen[Truth::yes] > 80);
  CHECK(seen[Truth::no] > 80);
  CHECK(seen[Truth::unknown] > 80);
}
