#include "engine/rulepack/instruction.hpp"
#include "engine/rulepack/program.hpp"

namespace jixiao::rulepack {
namespace {

/// A number as people write it in a formula; a set as its interval; `?` for what is not known at all.
std::string shown(model::Facts const& facts, model::NumberField field) {
  auto const& value = facts.number(field);
  if (!value) {
    return "?";
  }
  return value->is_point() ? value->low.value->plain_text() : number::text(*value);
}

/// In brackets when it would bind otherwise than one number does.
std::string bound(std::string text) {
  bool const single = text.find('/') == std::string::npos && text.front() != '-';
  return single || text.front() == '[' || text.front() == '(' ? text : "(" + text + ")";
}

std::string replacement(Mention const& mention, model::Facts const& facts) {
  std::string const actual = shown(facts, model::NumberField::actual);
  std::string const target = shown(facts, model::NumberField::target);
  std::string formula;
  switch (mention.formula) {
  case Mention::Formula::attainment: formula = bound(actual) + " / " + bound(target); break;
  case Mention::Formula::deviation: formula = bound(actual) + " - " + bound(target); break;
  case Mention::Formula::deviation_rate:
    formula = "(" + bound(actual) + " - " + bound(target) + ") / " + bound(target);
    break;
  case Mention::Formula::percentage_points:
    formula = "(" + bound(actual) + " - " + bound(target) + ") * 100";
    break;
  case Mention::Formula::input:
  case Mention::Formula::field: {
    std::string text = shown(facts, mention.field);
    return mention.alone ? text : bound(std::move(text));
  }
  }
  return mention.alone ? formula : "(" + formula + ")";
}

} // namespace

std::string with_numbers(Program const& program, model::Facts const& facts) {
  std::string result;
  std::size_t at = 0;
  for (Mention const& mention : program.mentions) {
    result.append(program.text, at, mention.span.begin - at);
    result += replacement(mention, facts);
    at = mention.span.end;
  }
  return result.append(program.text, at);
}

} // namespace jixiao::rulepack
