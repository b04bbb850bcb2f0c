#include "engine/rulepack/evaluate.hpp"

#include "engine/rulepack/program.hpp"

#include <optional>
#include <utility>

namespace jixiao::rulepack {

using model::Facts;
using model::LedgerColumn;
using model::Status;
using model::Truth;
using model::Verdict;
using number::Interval;
using number::Rational;

namespace {

Evaluated clamped_share(Program const& program, Facts const& facts) {
  Evaluated result = evaluate_number(program, facts);
  result.value = number::clamp(result.value, Rational(0), Rational(1));
  return result;
}

/// The first rule that holds gives the share. A rule of which it is not known whether it holds joins its
/// share to what the later ones give.
RuleShare first_match(std::vector<Rule> const& rules, Facts const& facts) {
  std::optional<RuleShare> joined;
  for (Rule const& rule : rules) {
    Truth const matches = evaluate_truth(*rule.when, facts);
    if (matches == Truth::no) {
      continue;
    }
    Evaluated share = clamped_share(*rule.share, facts);
    if (!joined) {
      joined = RuleShare{std::move(share.value), rule.id, share.enclosure};
    } else {
      joined->share = number::hull(joined->share, share.value);
      joined->enclosure = joined->enclosure || share.enclosure;
    }
    if (matches == Truth::yes) {
      return std::move(*joined);
    }
  }
  // The checker refuses lists that leave a gap, so one of the rules that may hold does hold.
  if (joined) {
    return std::move(*joined);
  }
  return {Interval::closed(0, 1), std::string_view{}, true};
}

/// An actual that reaches over the target, cut to the side that misses it: what lies beyond meets the target
/// and needs no ratio. A bound such as "within 6" has no lower end, and a ratio over all of it says nothing.
Facts missing_side(Facts const& facts) {
  Facts result = facts;
  std::optional<Interval> const& target = facts.number(model::NumberField::target);
  std::optional<Interval>& actual = result.number(model::NumberField::actual);
  if (target && target->is_point() && actual && actual->contains(*target->low.value)) {
    auto const direction = static_cast<model::Direction>(facts.word(model::WordField::direction));
    if (direction == model::Direction::positive) {
      actual->high = target->low;
    } else if (direction == model::Direction::negative) {
      actual->low = target->low;
    }
  }
  return result;
}

/// The verdict of one class of the evidence table as if it held.
Verdict verdict_of(EvidenceClass const& evidence, RulePack const& pack, Facts const& facts) {
  Verdict verdict;
  verdict.evidence = evidence.id;
  verdict.status = evidence.status;
  verdict.column = evidence.column;
  verdict.accepts = evidence.accepts;
  switch (evidence.share) {
  case EvidenceClass::Share::none: verdict.share = Interval::point(0); break;
  case EvidenceClass::Share::fixed: {
    Evaluated share = clamped_share(*evidence.fixed, facts);
    verdict.share = std::move(share.value);
    verdict.enclosure = share.enclosure;
    break;
  }
  case EvidenceClass::Share::rules:
  case EvidenceClass::Share::at_ends: {
    bool const at_ends = evidence.share == EvidenceClass::Share::at_ends;
    RuleShare share = at_ends ? first_match(pack.score, missing_side(facts)) : first_match(pack.score, facts);
    verdict.share = std::move(share.share);
    verdict.rule = share.rule;
    verdict.enclosure = share.enclosure;
    break;
  }
  }
  bool const settled = verdict.status == Status::scored || verdict.status == Status::assumed;
  if (evidence.share == EvidenceClass::Share::at_ends || (settled && !verdict.share.is_point())) {
    verdict.status = Status::open;
  }
  return verdict;
}

bool has_points(Verdict const& verdict) {
  return verdict.status != Status::excluded && verdict.status != Status::not_applicable;
}

LedgerColumn worse(LedgerColumn left, LedgerColumn right) {
  auto const rank = [](LedgerColumn column) {
    switch (column) {
    case LedgerColumn::none: return 0;
    case LedgerColumn::answered: return 1;
    case LedgerColumn::claimed: return 2;
    case LedgerColumn::unanswered: return 3;
    }
    return 3;
  };
  return rank(left) < rank(right) ? right : left;
}

/// What remains when it is not known which of two classes holds: open, and everything that either allows. A
/// class without points allows anything, for the row may have them.
void join(Verdict& verdict, Verdict const& other) {
  verdict.status = Status::open;
  verdict.column = worse(verdict.column, other.column);
  verdict.accepts = verdict.accepts && other.accepts;
  verdict.enclosure = verdict.enclosure || other.enclosure;
  if (verdict.rule.empty()) {
    verdict.rule = other.rule;
  }
  verdict.share = has_points(other) ? number::hull(verdict.share, other.share) : Interval::closed(0, 1);
}

} // namespace

Verdict judge(RulePack const& pack, Facts const& facts) {
  std::optional<Verdict> joined;
  for (EvidenceClass const& evidence : pack.evidence) {
    Truth const matches = evaluate_truth(*evidence.when, facts);
    if (matches == Truth::no) {
      continue;
    }
    Verdict verdict = verdict_of(evidence, pack, facts);
    if (!joined) {
      if (matches == Truth::yes) {
        return verdict;
      }
      if (!has_points(verdict)) {
        verdict.share = Interval::closed(0, 1);
      }
      joined = std::move(verdict);
    } else {
      join(*joined, verdict);
    }
    if (matches == Truth::yes) {
      return std::move(*joined);
    }
  }
  // No class holds for certain: an answer that the table does not know is no answer.
  Verdict none;
  none.share = Interval::closed(0, 1);
  if (joined) {
    join(*joined, none);
    return std::move(*joined);
  }
  return none;
}

RuleShare share_by_rules(RulePack const& pack, Facts const& facts) {
  return first_match(pack.score, facts);
}

RuleShare share_of_execution(RulePack const& pack, Facts const& facts) {
  return first_match(pack.execution, facts);
}

std::vector<Rule const*> failed_checks(RulePack const& pack, Facts const& facts) {
  std::vector<Rule const*> failed;
  for (Rule const& check : pack.checks) {
    if (evaluate_truth(*check.when, facts) == Truth::yes) {
      failed.push_back(&check);
    }
  }
  return failed;
}

std::vector<TriedRule> explain_rules(RulePack const& pack, Facts const& facts) {
  std::vector<TriedRule> tried;
  for (Rule const& rule : pack.score) {
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
