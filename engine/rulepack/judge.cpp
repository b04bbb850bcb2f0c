// What an answer counts for: the evidence table of a pack over the facts of one comparison.
#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/first_match.hpp"
#include "engine/rulepack/verdict_of.hpp"

#include <optional>
#include <utility>

namespace jixiao::rulepack {

using model::Facts;
using model::LedgerColumn;
using model::Status;
using model::Truth;
using model::Verdict;
using number::Interval;

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

Verdict verdict_with(EvidenceClass const& evidence, RuleShare share) {
  Verdict verdict;
  verdict.evidence = evidence.id;
  verdict.status = evidence.status;
  verdict.column = evidence.column;
  verdict.accepts = evidence.accepts;
  verdict.share = std::move(share.share);
  verdict.rule = share.rule;
  verdict.enclosure = share.enclosure;
  bool const settled = verdict.status == Status::scored || verdict.status == Status::assumed;
  if (evidence.share == EvidenceClass::Share::at_ends || (settled && !verdict.share.is_point())) {
    verdict.status = Status::open;
  }
  return verdict;
}

Verdict verdict_of(EvidenceClass const& evidence, RulePack const& pack, Facts const& facts) {
  switch (evidence.share) {
  case EvidenceClass::Share::none: break;
  case EvidenceClass::Share::fixed: {
    Evaluated share = clamped_share(*evidence.fixed, facts);
    return verdict_with(evidence, {std::move(share.value), {}, share.enclosure});
  }
  case EvidenceClass::Share::rules: return verdict_with(evidence, first_match(pack.score, facts));
  case EvidenceClass::Share::at_ends:
    return verdict_with(evidence, first_match(pack.score, missing_side(facts)));
  }
  return verdict_with(evidence, {Interval::point(0), {}, false});
}

namespace {

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

/// An answer of a kind that the table does not know is no answer.
Verdict no_answer() {
  Verdict verdict;
  verdict.share = Interval::closed(0, 1);
  return verdict;
}

/// From the class at `first`, of which it is not known whether it holds: never guessed, but left open between
/// it and the later ones.
Verdict joined_verdict(RulePack const& pack, std::size_t first, Facts const& facts) {
  Verdict joined = verdict_of(pack.evidence[first], pack, facts);
  if (!has_points(joined)) {
    joined.share = Interval::closed(0, 1);
  }
  for (std::size_t i = first + 1; i < pack.evidence.size(); ++i) {
    Truth const matches = evaluate_truth(*pack.evidence[i].when, facts);
    if (matches != Truth::no) {
      join(joined, verdict_of(pack.evidence[i], pack, facts));
    }
    if (matches == Truth::yes) {
      return joined;
    }
  }
  join(joined, no_answer());
  return joined;
}

} // namespace

Verdict judge(RulePack const& pack, Facts const& facts) {
  for (std::size_t i = 0; i < pack.evidence.size(); ++i) {
    switch (truth_of(*pack.evidence[i].when, facts)) {
    case Truth::no: break;
    case Truth::yes: return verdict_of(pack.evidence[i], pack, facts);
    case Truth::unknown: return joined_verdict(pack, i, facts);
    }
  }
  return no_answer();
}

} // namespace jixiao::rulepack
