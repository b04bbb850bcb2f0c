#include "engine/rulepack/evaluate.hpp"

#include "engine/rulepack/first_match.hpp"

#include <utility>

namespace jixiao::rulepack {

using model::Facts;
using model::Truth;
using number::Interval;
using number::Rational;

namespace {

bool is_share(Interval const& value) {
  static Rational const one = 1;
  return value.low.value && value.low.value->sign() >= 0 && value.high.value && *value.high.value <= one;
}

RuleShare share_of(Rule const& rule, Facts const& facts) {
  Evaluated share = clamped_share(*rule.share, facts);
  return {std::move(share.value), rule.id, share.enclosure};
}

/// From the rule at `first`, of which it is not known whether it holds, up to one that does.
RuleShare joined_match(std::vector<Rule> const& rules, std::size_t first, Facts const& facts) {
  RuleShare joined = share_of(rules[first], facts);
  for (std::size_t i = first + 1; i < rules.size(); ++i) {
    Truth const matches = evaluate_truth(*rules[i].when, facts);
    if (matches == Truth::no) {
      continue;
    }
    RuleShare const share = share_of(rules[i], facts);
    joined.share = number::hull(joined.share, share.share);
    joined.enclosure = joined.enclosure || share.enclosure;
    if (matches == Truth::yes) {
      break;
    }
  }
  // The checker refuses lists that leave a gap: when none holds for certain, one of those joined does.
  return joined;
}

} // namespace

Evaluated clamped_share(Program const& program, Facts const& facts) {
  Evaluated result = evaluate_number(program, facts);
  if (!is_share(result.value)) {
    result.value = number::clamp(result.value, Rational(0), Rational(1));
  }
  return result;
}

RuleShare first_match(std::vector<Rule> const& rules, Facts const& facts) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    switch (truth_of(*rules[i].when, facts)) {
    case Truth::no: break;
    case Truth::yes: return share_of(rules[i], facts);
    case Truth::unknown: return joined_match(rules, i, facts);
    }
  }
  return {Interval::closed(0, 1), std::string_view{}, true};
}

RuleShare share_by_rules(RulePack const& pack, Facts const& facts) {
  return first_match(pack.score, facts);
}

RuleShare share_of_execution(RulePack const& pack, Facts const& facts) {
  return first_match(pack.execution, facts);
}

RuleShare share_of_item(Item const& item, Facts const& facts) {
  return first_match(item.rules, facts);
}

namespace {

Rule const* first_certain(std::vector<Rule> const& rules, Facts const& facts) {
  for (Rule const& rule : rules) {
    switch (evaluate_truth(*rule.when, facts)) {
    case Truth::no: break;
    case Truth::yes: return &rule;
    case Truth::unknown: return nullptr;
    }
  }
  return nullptr;
}

} // namespace

std::string_view light_of(std::vector<Rule> const& rules, Facts const& facts) {
  Rule const* const rule = first_certain(rules, facts);
  return rule == nullptr || rule->light == "none" ? std::string_view() : std::string_view(rule->light);
}

LightRule light_rule(std::vector<Rule> const& rules, Facts const& facts) {
  Rule const* const rule = first_certain(rules, facts);
  return rule == nullptr ? LightRule{} : LightRule{rule, with_numbers(*rule->when, facts)};
}

model::Truth holds(Rule const& rule, Facts const& facts) {
  return evaluate_truth(*rule.when, facts);
}

Interval share_of_rule(Rule const& rule, Facts const& facts) {
  return clamped_share(*rule.share, facts).value;
}

std::vector<Rule const*> failed_checks(RulePack const& pack, Facts const& facts) {
  std::vector<Rule const*> failed;
  for (Rule const& check : pack.checks) {
    if (truth_of(*check.when, facts) == Truth::yes) {
      failed.push_back(&check);
    }
  }
  return failed;
}

std::string limit_shown(Rule const& check) {
  std::optional<number::Rational> const value = number::Rational::parse(check.limit);
  return value ? (*value * number::Rational(100)).plain_text() + "%" : std::string();
}

std::vector<Rule> const& rules_with(RulePack const& pack, std::string_view id) {
  for (Item const& item : pack.form.items) {
    for (Rule const& rule : item.rules) {
      if (rule.id.data() == id.data()) {
        return item.rules;
      }
    }
  }
  return pack.score;
}

std::vector<TriedRule> explain_rules(std::vector<Rule> const& rules, Facts const& facts) {
  std::vector<TriedRule> tried;
  for (Rule const& rule : rules) {
    TriedRule each;
    each.id = rule.id;
    each.matched = evaluate_truth(*rule.when, facts);
    each.when = rule.when_text;
    each.share = rule.share_text;
    each.cite = rule.cite;
    if (each.matched != Truth::no) {
      each.formula = with_numbers(*rule.share, facts);
    }
    tried.push_back(std::move(each));
    if (tried.back().matched == Truth::yes) {
      break;
    }
  }
  return tried;
}

} // namespace jixiao::rulepack
