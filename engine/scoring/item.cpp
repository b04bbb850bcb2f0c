#include "engine/scoring/item.hpp"

#include "engine/rulepack/evaluate.hpp"
#include "engine/scoring/inputs.hpp"
#include "engine/scoring/project_facts.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using model::LedgerColumn;
using model::NumberField;
using model::Status;
using model::TruthField;
using model::Verdict;

/// Nobody gives a department's form more than it claims for itself, and a claim proves nothing.
void cut_at_claim(model::ScoredIndicator const& row, Rational const& points, Verdict& verdict) {
  if (!row.indicator.claimed || points.sign() <= 0) {
    return;
  }
  Rational const claimed = high(number::clamp(Interval::point(*row.indicator.claimed / points), 0, 1));
  if (claimed < low(verdict.share)) {
    return; // it claims less than its figures prove
  }
  verdict.evidence = evidence_department_claim;
  verdict.column = LedgerColumn::claimed;
  verdict.accepts = true;
  if (claimed < high(verdict.share)) {
    verdict.share.high = {claimed, true};
  }
  verdict.share.low.closed = verdict.share.low.closed || verdict.share.is_point();
}

/// A number that is perhaps not the one asked for is not counted with.
void drop_doubtful(model::Facts& facts) {
  for (TruthField const field : {TruthField::suspect, TruthField::doubtful, TruthField::unreached}) {
    if (facts.truth(field) == model::Truth::yes) {
      facts.number(NumberField::actual).reset();
    }
  }
}

} // namespace

rulepack::Item const* find_item(model::Indicator const& indicator, rulepack::RulePack const& pack) {
  for (rulepack::Item const& item : pack.form.items) {
    if (std::find(item.names.begin(), item.names.end(), indicator.name) != item.names.end()) {
      return &item;
    }
  }
  return nullptr;
}

Verdict judge_form_row(model::ScoredIndicator& row, RowContext const& context) {
  Verdict verdict;
  verdict.evidence = evidence_department_item;
  verdict.share = Interval::closed(0, 1);
  rulepack::Item const* const item = find_item(row.indicator, context.pack);
  Rational const points = row.indicator.weight ? *row.indicator.weight
                          : item != nullptr    ? item->points
                                               : Rational(0);
  if (item == nullptr) {
    cut_at_claim(row, points, verdict);
    return verdict;
  }
  model::Facts& facts = row.indicator.comparisons.front().facts; // explanations show what stands there
  add_project_facts(context.budget, context.execution, context.pack, facts);
  for (rulepack::Input const& input : context.pack.inputs) {
    facts.number(input.field) = Interval::at_least(0); // all that is known of a figure that is not given
  }
  add_inputs(row, context.pack, facts);
  drop_doubtful(facts);
  rulepack::RuleShare share = rulepack::share_of_item(*item, facts);
  verdict.rule = share.rule;
  verdict.share = std::move(share.share);
  verdict.enclosure = share.enclosure;
  if (verdict.share.is_point()) {
    bool const supplied = facts.truth(TruthField::assumed) == model::Truth::yes;
    verdict.evidence = evidence_department_rule;
    verdict.status = supplied ? Status::assumed : Status::scored;
    verdict.column = LedgerColumn::answered;
  } else {
    cut_at_claim(row, points, verdict);
  }
  return verdict;
}

} // namespace jixiao::scoring
