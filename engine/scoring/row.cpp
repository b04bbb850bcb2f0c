#include "engine/scoring/row.hpp"

#include "engine/scoring/assume.hpp"
#include "engine/scoring/findings.hpp"
#include "engine/scoring/inputs.hpp"
#include "engine/scoring/item.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <vector>

namespace jixiao::scoring {
namespace {

using model::LedgerColumn;
using model::NumberField;
using model::ScoredIndicator;
using model::Status;
using model::Verdict;

Verdict not_due() {
  Verdict verdict;
  verdict.evidence = evidence_not_due;
  verdict.status = Status::not_applicable;
  verdict.column = LedgerColumn::none;
  verdict.share = Interval::point(0);
  return verdict;
}

/// What the row adds or takes away nobody can compute: it has no part in the full marks.
Verdict beside_full_marks() {
  Verdict verdict = not_due();
  verdict.evidence = evidence_bonus;
  verdict.status = Status::excluded;
  return verdict;
}

/// The row that prints the execution rate is scored by the execution rules, over the budget itself.
Verdict execution_verdict(model::Execution const& execution) {
  Verdict verdict;
  verdict.evidence = evidence_execution_row;
  verdict.rule = execution.rule;
  verdict.status = execution.share.is_point() ? Status::scored : Status::open;
  verdict.column = LedgerColumn::answered;
  verdict.share = execution.share;
  return verdict;
}

void judge_comparison(model::Comparison& comparison, ScoredIndicator& row, RowContext const& context,
                      Verdict& verdict) {
  if (comparison.not_due) {
    verdict = not_due();
    return;
  }
  model::Indicator const& indicator = row.indicator;
  if (!indicator.inputs.empty()) {
    add_inputs(row, context.pack, comparison.facts);
  }
  if (indicator.weight && !comparison.facts.number(NumberField::weight)) {
    comparison.facts.set(NumberField::weight, *indicator.weight);
  }
  context.judge.judge(comparison.facts, verdict);
}

/// A worse column explains an open row better than a better one.
int weight_of(LedgerColumn column) {
  switch (column) {
  case LedgerColumn::unanswered: return 3;
  case LedgerColumn::claimed: return 2;
  case LedgerColumn::answered: return 1;
  case LedgerColumn::none: break;
  }
  return 0;
}

int weight_of(Status status) {
  switch (status) {
  case Status::unreadable: return 4;
  case Status::open: return 3;
  case Status::assumed: return 2;
  case Status::scored: return 1;
  case Status::not_applicable:
  case Status::excluded: break;
  }
  return 0;
}

/// Several verdicts as one: the mean of the parts that are due, the worst status and column.
void combine(ScoredIndicator& row) {
  Verdict const* decisive = &row.verdicts.front();
  Status status = decisive->status;
  Interval sum = Interval::point(0);
  std::int64_t parts = 0;
  for (Verdict const& verdict : row.verdicts) {
    decisive = weight_of(verdict.column) > weight_of(decisive->column) ? &verdict : decisive;
    status = weight_of(verdict.status) > weight_of(status) ? verdict.status : status;
    if (verdict.status != Status::not_applicable) {
      add(sum, verdict.share);
      ++parts;
    }
  }
  row.evidence = decisive->evidence;
  row.column = decisive->column;
  row.status = status;
  row.share = parts > 1 ? scaled(sum, Rational::fraction(1, parts)) : std::move(sum);
}

void take_over(ScoredIndicator& row) {
  if (row.verdicts.size() > 1) {
    combine(row);
    return;
  }
  Verdict const& verdict = row.verdicts.front();
  row.evidence = verdict.evidence;
  row.column = verdict.column;
  row.status = verdict.status;
  if (verdict.share.is_point()) {
    row.share.set_point(low(verdict.share));
  } else {
    row.share = verdict.share;
  }
}

/// A judged value replaces what was read; where the row stands and what it claims stay as they are.
void replace(model::Indicator& indicator, model::Indicator judged) {
  judged.row = indicator.row;
  judged.place = indicator.place;
  judged.key = std::move(indicator.key);
  judged.digest = std::move(indicator.digest);
  judged.weight = std::move(indicator.weight);
  judged.weight_unreadable = indicator.weight_unreadable;
  judged.claimed = std::move(indicator.claimed);
  indicator = std::move(judged);
}

/// Where the row was read it was said that only a person can judge it (a code of lowering): one has.
void drop_call_for_person(model::Indicator& indicator) {
  constexpr std::string_view call = "state_not_measured";
  std::vector<diagnostic::Diagnostic>& said = indicator.findings;
  said.erase(std::remove_if(said.begin(), said.end(),
                            [&](diagnostic::Diagnostic const& each) { return each.code == call; }),
             said.end());
}

Split judged_share(ScoredIndicator& row, Interval const& share) {
  drop_call_for_person(row.indicator);
  Verdict verdict;
  verdict.share = share;
  verdict.column = LedgerColumn::answered;
  row.evidence = evidence_judgement;
  row.column = LedgerColumn::answered;
  row.status = share.is_point() ? Status::scored : Status::open;
  row.share = share;
  return split_of(verdict);
}

/// A person may know better than the rules, but not without its being said.
void compare_with_rules(ScoredIndicator& row, Interval const& judged) {
  if (row.status == Status::open && !number::is_subset(judged, row.share)) {
    std::string const text = judged.is_point() ? judged.low.value->plain_text() : number::text(judged);
    row.findings.push_back(diagnostic::make(findings::judgement_outside_rules, row.indicator.place,
                                            {row.indicator.name, text, number::text(row.share)}));
  }
}

void judge_comparisons(ScoredIndicator& row, RowContext const& context, Assume assume) {
  assert(!row.indicator.comparisons.empty());
  if (row.indicator.bonus && !row.indicator.unused) {
    row.verdicts.assign(1, beside_full_marks());
  } else if (context.department_form && !row.indicator.unused) {
    row.verdicts.assign(1, judge_form_row(row, context));
  } else if (row.indicator.execution_row && context.execution.rate) {
    row.verdicts.assign(1, execution_verdict(context.execution));
  } else {
    std::vector<model::Comparison>& comparisons = row.indicator.comparisons;
    row.verdicts.resize(comparisons.size());
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
      judge_comparison(comparisons[i], row, context, row.verdicts[i]);
    }
  }
  if (assume != Assume::as_is) {
    for (Verdict& verdict : row.verdicts) {
      apply(assume, verdict);
    }
  }
  take_over(row);
}

/// What accepting gives ends with the points that the department claims; what share of the row they are is
/// known with its weight.
bool waits_for_weight(ScoredIndicator const& row, RowContext const& context) {
  return context.assume == Assume::claims_met && row.indicator.claimed && !context.department_form;
}

Assume assume_now(ScoredIndicator const& row, RowContext const& context) {
  return waits_for_weight(row, context) ? Assume::as_is : context.assume;
}

/// What a person has decided takes the place of what the rules gave.
void apply_decision(Decision decision, ScoredIndicator& row, Split& split, RowContext const& context) {
  if (!counts(row)) {
    row.findings.push_back(
        diagnostic::make(findings::judgement_without_points, row.indicator.place, {row.indicator.name}));
    return;
  }
  row.judgement = std::move(decision.applied);
  if (decision.share) {
    compare_with_rules(row, *decision.share);
    split = judged_share(row, number::clamp(*decision.share, 0, 1));
  } else if (decision.with_value) {
    replace(row.indicator, std::move(*decision.with_value));
    // What a person has decided is not reopened or accepted a second time.
    judge_comparisons(row, context, Assume::as_is);
    split = split_of(row.verdicts);
  }
}

} // namespace

void judge_row(ScoredIndicator& row, Split& split, RowContext const& context) {
  judge_comparisons(row, context, assume_now(row, context));
  if (row.verdicts.size() == 1 && is_settled(row.verdicts.front())) { // nearly every row
    split.settled = true;
  } else {
    split = split_of(row.verdicts);
  }
  if (context.decide) {
    if (std::optional<Decision> decision = context.decide(row.indicator)) {
      apply_decision(std::move(*decision), row, split, context);
    }
  }
}

void judge_with_weight(ScoredIndicator& row, Split& split, RowContext const& context) {
  bool by_rule = false;
  for (std::size_t i = 0; i < row.verdicts.size() && i < row.indicator.comparisons.size(); ++i) {
    model::Facts& facts = row.indicator.comparisons[i].facts;
    bool const without = !facts.number(NumberField::weight);
    by_rule = by_rule || (without && !row.verdicts[i].rule.empty());
    facts.number(NumberField::weight) = Interval::point(row.weight);
  }
  if (!by_rule || row.evidence == evidence_judgement || row.evidence == evidence_execution_row) {
    return;
  }
  judge_comparisons(row, context, row.judgement ? Assume::as_is : assume_now(row, context));
  split = split_of(row.verdicts);
}

void accept_claim(ScoredIndicator& row, Split& split, RowContext const& context) {
  if (row.judgement || !waits_for_weight(row, context)) {
    return;
  }
  Rational const most = row.weight.sign() > 0 ? *row.indicator.claimed / row.weight : Rational(1);
  if (accept_up_to(most, row.verdicts)) {
    take_over(row);
    split = split_of(row.verdicts);
  }
}

} // namespace jixiao::scoring
