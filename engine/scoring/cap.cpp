#include "engine/scoring/cap.hpp"

#include "engine/rulepack/evaluate.hpp"
#include "engine/scoring/findings.hpp"
#include "engine/scoring/points.hpp"

namespace jixiao::scoring {
namespace {

/// True when the end was lowered.
bool lower(number::End& end, Rational const& most) {
  if (!(most < *end.value)) {
    return false;
  }
  end = {most, true};
  return true;
}

} // namespace

void cap_total(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack) {
  if (pack.caps.empty()) {
    return;
  }
  model::Facts const& facts = evaluation.facts;
  Rounder const round(pack.rounding);
  model::Total& total = evaluation.total;
  Rational const before = high(total.rebased);
  for (rulepack::Rule const& cap : pack.caps) {
    model::Truth const holds = rulepack::holds(cap, facts);
    if (holds == model::Truth::no) {
      continue;
    }
    Interval const share = rulepack::share_of_rule(cap, facts);
    bool const lowered = lower(total.rebased.low, round(low(share) * Rational(100)));
    if (lowered && !total.is_capped) {
      total.cap = cap.id;
    }
    if (holds != model::Truth::yes) {
      continue;
    }
    Rational const most = round(high(share) * Rational(100));
    if (lower(total.rebased.high, most)) {
      total.is_capped = true;
      total.cap = cap.id;
      evaluation.findings.push_back(diagnostic::make(findings::total_capped, evaluation.project.place,
                                                     {cap.id, points_text(most), points_text(before)}));
      if (!cap.finding.empty()) {
        evaluation.findings.push_back({cap.finding,
                                       cap.severity,
                                       evaluation.project.place,
                                       {evaluation.project.name, points_text(most)}});
      }
    }
  }
  if (total.rebased.is_point()) {
    total.rebased.low.closed = total.rebased.high.closed = true;
  }
  total.accepted = total.accepted < high(total.rebased) ? total.accepted : high(total.rebased);
  total.accepted = low(total.rebased) < total.accepted ? total.accepted : low(total.rebased);
}

} // namespace jixiao::scoring
