#include "engine/report/explain_execution.hpp"

#include "engine/report/format.hpp"
#include "engine/report/report.hpp"
#include "engine/report/tried_rules.hpp"
#include "engine/rulepack/evaluate.hpp"

#include <algorithm>

namespace jixiao::report {
namespace {

using model::Truth;
using rulepack::Rule;
using vocabulary::Language;

std::string set_text(number::Interval const& value) {
  return value.is_point() ? value.low.value->plain_text() : number::text(value);
}

class ExecutionText {
public:
  ExecutionText(rulepack::RulePack const& pack, diagnostic::SourceTable const& sources,
                vocabulary::Messages const& messages, Language language)
      : pack_(pack), sources_(sources), messages_(messages), language_(language) {}

  std::string text(model::ProjectEvaluation const& project) {
    if (!pack_.weights.execution.is_zero() || project.execution.applicable) {
      execution(project);
    }
    if (!pack_.caps.empty()) {
      caps(project);
    }
    return std::move(text_);
  }

private:
  void say(std::string_view id, std::vector<std::string> const& arguments = {}) {
    text_ += messages_.text(id, language_, arguments) + "\n";
  }

  void execution(model::ProjectEvaluation const& project) {
    model::Execution const& execution = project.execution;
    say("explain_execution_title");
    if (!execution.applicable) {
      return say("explain_execution_none");
    }
    auto const& budget = project.facts.number(model::NumberField::budget);
    if (execution.rate && budget && project.project.budget.executed) {
      say("explain_execution_rate",
          {percent(*execution.rate), ten_thousands(*project.project.budget.executed),
           ten_thousands(*budget->low.value)});
    } else {
      say("explain_execution_unknown");
    }
    if (!execution.rule.empty()) {
      std::vector<rulepack::TriedRule> tried = rulepack::explain_rules(pack_.execution, project.facts);
      for (rulepack::TriedRule& each : tried) {
        each.cite = {}; // said with the place, below
      }
      text_ += tried_rules_text(tried, messages_, language_);
      for (Rule const& rule : pack_.execution) {
        if (rule.id == execution.rule) {
          written(rule, "execution");
        }
      }
    }
    say("explain_share", {set_text(execution.share)});
    say("explain_score", {set_text(execution.share), execution.max.plain_text(),
                          set_text(number::Interval{
                              {*execution.share.low.value * execution.max, execution.share.low.closed},
                              {*execution.share.high.value * execution.max, execution.share.high.closed}}),
                          points(execution.score, pack_)});
    if (!execution.added) {
      say("explain_execution_outside");
    }
  }

  void caps(model::ProjectEvaluation const& project) {
    say("explain_caps_title");
    for (TriedCap const& cap : tried_caps(project, pack_)) {
      Rule const& rule = *cap.rule;
      if (cap.holds == Truth::no) {
        say("explain_cap_no", {rule.id, rule.when_text});
        continue;
      }
      say(cap.holds == Truth::yes ? "explain_cap_yes" : "explain_cap_unknown",
          {rule.id, rule.when_text, set_text(cap.most)});
      written(rule, "caps");
      if (cap.decided) {
        say("explain_cap_decides", {points_set(project.total.rebased, pack_)});
      } else if (cap.holds == Truth::yes) {
        say("explain_cap_above");
      }
    }
  }

  void written(Rule const& rule, std::string_view section) {
    std::string const cite = cite_of(rule, section, pack_);
    if (!cite.empty()) {
      say("explain_cite", {cite});
    }
    say("explain_written", {place_text(rule.place, sources_)});
  }

  rulepack::RulePack const& pack_;
  diagnostic::SourceTable const& sources_;
  vocabulary::Messages const& messages_;
  Language language_;
  std::string text_;
};

} // namespace

std::vector<TriedCap> tried_caps(model::ProjectEvaluation const& project, rulepack::RulePack const& pack) {
  std::vector<TriedCap> tried;
  for (Rule const& rule : pack.caps) {
    TriedCap cap{&rule, rulepack::holds(rule, project.facts), number::Interval::point(0), false};
    if (cap.holds != Truth::no) {
      number::Interval const share = rulepack::share_of_rule(rule, project.facts);
      number::Rational const whole = 100;
      cap.most = {{*share.low.value * whole, share.low.closed},
                  {*share.high.value * whole, share.high.closed}};
      cap.decided = project.total.cap == rule.id;
    }
    tried.push_back(std::move(cap));
  }
  return tried;
}

std::string cite_of(Rule const& rule, std::string_view section, rulepack::RulePack const& pack) {
  rulepack::Basis const* const basis =
      rule.cite.empty() ? rulepack::basis_of(pack, section, rule.from_pack) : nullptr;
  return basis != nullptr ? basis->cite : rule.cite;
}

std::string explain_execution(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
                              diagnostic::SourceTable const& sources, vocabulary::Messages const& messages,
                              Language language) {
  return ExecutionText(pack, sources, messages, language).text(project);
}

} // namespace jixiao::report
