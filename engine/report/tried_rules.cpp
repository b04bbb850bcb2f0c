#include "engine/report/tried_rules.hpp"

namespace jixiao::report {

std::string tried_rules_text(std::vector<rulepack::TriedRule> const& tried,
                             vocabulary::Messages const& messages, vocabulary::Language language) {
  std::string passed_over, text;
  auto const say = [&](std::string_view id, std::vector<std::string> const& arguments) {
    text += messages.text(id, language, arguments) + "\n";
  };
  for (rulepack::TriedRule const& rule : tried) {
    if (rule.matched == model::Truth::no) {
      passed_over +=
          (passed_over.empty() ? "" : messages.text("list_separator", language)) + std::string(rule.id);
    }
  }
  if (!passed_over.empty()) {
    say("explain_rules_no", {passed_over});
  }
  bool unknown = false;
  for (rulepack::TriedRule const& rule : tried) {
    if (rule.matched == model::Truth::no) {
      continue;
    }
    unknown = unknown || rule.formula.find('?') != std::string::npos;
    std::string const id = rule.matched == model::Truth::yes ? "explain_rule_yes" : "explain_rule_unknown";
    std::vector<std::string> const arguments{std::string(rule.id), rule.when, rule.share, rule.formula};
    say(rule.share == rule.formula ? id + "_plain" : id, arguments);
    if (!rule.cite.empty()) {
      say("explain_cite", {std::string(rule.cite)});
    }
  }
  if (unknown) {
    say("explain_unknown_number", {});
  }
  return text;
}

} // namespace jixiao::report
