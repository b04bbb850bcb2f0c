// libFuzzer: whatever a pack holds as an expression, it is read or refused with a place inside the text, and
// what compiles can be evaluated, written out with numbers and checked as a rule.
#include "engine/rulepack/program.hpp"
#include "grammar/expression.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace jixiao;

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

model::Facts some_facts(std::uint8_t seed) {
  model::Facts facts;
  facts.set(model::TruthField::quantity, true);
  facts.set(model::TruthField::met, static_cast<model::Truth>(seed % 3));
  facts.number(model::NumberField::target) = number::Interval::point(seed % 5 - 1);
  if (seed % 2 == 0) {
    facts.number(model::NumberField::actual) = number::Interval::point(seed % 7 - 2);
  } else {
    facts.number(model::NumberField::actual) = number::Interval::closed(seed % 7 - 2, seed % 7 + 1);
  }
  return facts;
}

void run(std::string_view text, rulepack::Want want, std::uint8_t seed) {
  auto const compiled = rulepack::compile(text, want, {1, 1, 1, 0, 0});
  require(compiled.value.has_value() == compiled.diagnostics.empty());
  for (diagnostic::Diagnostic const& each : compiled.diagnostics) {
    require(each.where.begin <= each.where.end && each.where.end <= text.size());
  }
  if (!compiled.value) {
    return;
  }
  model::Facts const facts = some_facts(seed);
  rulepack::Rule rule;
  rule.id = "fuzzed";
  (void)rulepack::with_numbers(**compiled.value, facts);
  if (want == rulepack::Want::truth) {
    (void)rulepack::evaluate_truth(**compiled.value, facts);
    rule.when = *compiled.value;
    rule.share = *rulepack::compile("1", rulepack::Want::number, {}).value;
  } else {
    auto const value = rulepack::evaluate_number(**compiled.value, facts).value;
    require(!value.low.value || !value.high.value || *value.low.value <= *value.high.value);
    rule.when = *rulepack::compile("true", rulepack::Want::truth, {}).value;
    rule.share = *compiled.value;
  }
  (void)rulepack::check_score_rules({rule});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
  run(text, rulepack::Want::truth, data[0]);
  run(text, rulepack::Want::number, data[0]);
  return 0;
}
