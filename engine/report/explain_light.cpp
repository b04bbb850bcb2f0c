#include "engine/report/explain_light.hpp"

#include "engine/report/headline.hpp"
#include "engine/rulepack/evaluate.hpp"

namespace jixiao::report {
namespace {

using vocabulary::Language;
using vocabulary::Messages;

constexpr std::int64_t months = 12;

std::string line(std::string_view id, std::vector<std::string> const& arguments, Messages const& messages,
                 Language language) {
  return messages.text(id, language, arguments) + "\n";
}

/// The rule with the numbers that it saw; empty when it is not known which one holds.
std::string rule_text(std::vector<rulepack::Rule> const& rules, model::Facts facts, std::uint32_t month,
                      Messages const& messages, Language language) {
  facts.number(model::NumberField::elapsed) =
      number::Interval::point(number::Rational::fraction(static_cast<std::int64_t>(month), months));
  rulepack::LightRule const rule = rulepack::light_rule(rules, facts);
  return rule.rule == nullptr
             ? std::string()
             : line("explain_light_rule", {rule.rule->id, rule.rule->when_text, rule.condition}, messages,
                    language);
}

} // namespace

std::string explain_light(model::ProjectEvaluation const& project, std::size_t index,
                          rulepack::RulePack const& pack, Messages const& messages, Language language) {
  model::ScoredIndicator const& row = project.indicators[index];
  if (project.month == 0) {
    return {};
  }
  std::string text =
      line("explain_light", {std::to_string(project.month), light_text(row.light, pack, messages, language)},
           messages, language);
  // A row in parts has the worst of their lights; one part says it all.
  if (!row.light.empty() && row.indicator.comparisons.size() == 1) {
    text += rule_text(pack.monitoring.indicators, row.indicator.comparisons.front().facts, project.month,
                      messages, language);
  }
  return text;
}

std::string explain_execution_light(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
                                    Messages const& messages, Language language) {
  if (project.month == 0 || !project.execution.rate) {
    return {};
  }
  std::string text =
      line("explain_execution_light",
           {std::to_string(project.month), light_text(project.execution.light, pack, messages, language),
            light_text(project.light, pack, messages, language)},
           messages, language);
  if (!project.execution.light.empty()) {
    text += rule_text(pack.monitoring.execution, project.facts, project.month, messages, language);
  }
  return text;
}

} // namespace jixiao::report
