// The cases that the checker goes through: what they can settle, what occurs together, how they are written.
#include "engine/rulepack/cases.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace jixiao;
using rulepack::Case;
using rulepack::CaseSpace;
using rulepack::RuleKind;

namespace {

rulepack::ProgramPtr condition(char const* text) {
  auto const compiled = rulepack::compile(text, rulepack::Want::truth, {});
  INFO(text);
  REQUIRE(compiled.value);
  return *compiled.value;
}

/// Every case of a condition that can occur, as written.
void walk(CaseSpace const& space, rulepack::Program const& program, Case& given,
          std::set<std::string>& texts) {
  auto const open = space.open_question(program, given);
  if (!open) {
    texts.insert(space.text(given));
    return;
  }
  for (std::size_t choice = 0; choice < space.choices(*open); ++choice) {
    space.settle(given, *open, choice);
    if (space.can_occur(given)) {
      walk(space, program, given, texts);
    }
  }
  space.reopen(given, *open);
}

std::set<std::string> cases_of(char const* text, RuleKind kind) {
  auto const program = condition(text);
  rulepack::Program const* const list[] = {program.get()};
  CaseSpace const space(list, kind);
  Case nothing;
  std::set<std::string> texts;
  walk(space, *program, nothing, texts);
  CHECK(space.text(nothing) == "true"); // whatever was settled is open again
  return texts;
}

} // namespace

TEST_CASE("a condition has the cases between its figures", "[rulepack][cases]") {
  using Texts = std::set<std::string>;
  CHECK(cases_of("met", RuleKind::score) == Texts{"met", "not met"});
  CHECK(
      cases_of("zero_event and no_event", RuleKind::score)
      == Texts{"no_event and zero_event", "no_event and not zero_event", "not no_event and not zero_event"});
  CHECK(cases_of("weight > 5", RuleKind::score)
        == Texts{"weight = ?", "weight = 0", "weight > 0 and weight < 5", "weight = 5", "weight > 5"});
  CHECK(cases_of("budget > 5", RuleKind::execution)
        == Texts{"budget > 0 and budget < 5", "budget = 5", "budget > 5"});
  CHECK(cases_of("direction = positive", RuleKind::score)
        == Texts{"direction = none", "direction = positive", "direction = negative"});
}

TEST_CASE("actual and target of numbers are there together", "[rulepack][cases]") {
  for (std::string const& text : cases_of("quantity and actual > target", RuleKind::score)) {
    INFO(text);
    CHECK((text.find("not quantity") == 0 || text.find('?') == std::string::npos));
  }
  auto const with = cases_of("quantity and actual > target", RuleKind::score);
  CHECK(with.count("quantity and target > 0 and actual = target") == 1);
  CHECK(with.count("quantity and target = 0 and actual < 0") == 1);
}

TEST_CASE("the choices of a figure stand in ascending order, target by target", "[rulepack][cases]") {
  auto const program = condition("quantity and actual > 1.2 * target and weight > 5");
  rulepack::Program const* const list[] = {program.get()};
  CaseSpace const space(list, RuleKind::score);
  for (rulepack::Variable const figure : space.figures()) {
    for (std::vector<std::size_t> const& line : space.lines(figure)) {
      REQUIRE_FALSE(line.empty());
      std::optional<number::Interval> before;
      int turns = 0; // targets below 0 turn the order of ratios round
      for (std::size_t const choice : line) {
        Case given;
        space.settle(given, figure, choice);
        auto const field = static_cast<model::NumberField>(figure.field);
        REQUIRE(given.facts.number(field));
        number::Interval const here = *given.facts.number(field);
        if (before) {
          CHECK(number::is_disjoint(*before, here));
          bool const rises = before->high.value && here.low.value && *before->high.value <= *here.low.value;
          turns += rises ? 1 : -1;
        }
        before = here;
      }
      CHECK(static_cast<std::size_t>(std::abs(turns)) + 1 == line.size());
    }
  }
}
