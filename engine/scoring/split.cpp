#include "engine/scoring/split.hpp"

#include "engine/scoring/points.hpp"

namespace jixiao::scoring {
namespace {

using model::LedgerColumn;

void add(Split& split, model::Verdict const& verdict) {
  Rational const& from = low(verdict.share);
  Rational const& to = high(verdict.share);
  Rational const width = to - from;
  bool takes_high = false;
  switch (verdict.column) {
  case LedgerColumn::answered:
    if (is_undecided(verdict)) {
      split.unanswered += to;
      split.unproven += width;
      break;
    }
    split.answered += from;
    split.claimed += width;
    takes_high = true;
    break;
  case LedgerColumn::claimed:
    takes_high = verdict.accepts;
    split.claimed += takes_high ? to : from;
    split.unanswered += takes_high ? Rational(0) : width;
    split.unproven += width;
    break;
  case LedgerColumn::unanswered:
    split.unanswered += to;
    split.unproven += width;
    break;
  case LedgerColumn::none: break;
  }
  split.accepted += takes_high ? to : from;
  split.accepted_open = split.accepted_open || (takes_high && !verdict.share.high.closed);
}

} // namespace

bool is_undecided(model::Verdict const& verdict) {
  return low(verdict.share).is_zero() && high(verdict.share) == Rational(1) && verdict.share.high.closed;
}

void limit_accepted(Split& split, Rational const& least, Rational const& most) {
  Rational const& limit = most < least ? least : most;
  if (!split.settled && limit < split.accepted) {
    split.accepted = limit;
    split.accepted_open = false;
  }
}

Split split_of(model::Verdict const& verdict) {
  Split split;
  if (is_settled(verdict)) {
    split.settled = true;
  } else {
    add(split, verdict);
  }
  return split;
}

Split split_of(std::vector<model::Verdict> const& verdicts) {
  if (verdicts.size() == 1) {
    return split_of(verdicts.front());
  }
  Split split;
  std::int64_t parts = 0;
  bool settled = true;
  for (model::Verdict const& verdict : verdicts) {
    if (verdict.status != model::Status::not_applicable) {
      ++parts;
      settled = settled && is_settled(verdict);
      add(split, verdict);
    }
  }
  split.settled = settled && parts > 0;
  if (parts > 1) {
    Rational const part = Rational::fraction(1, parts);
    for (Rational* field :
         {&split.answered, &split.claimed, &split.unanswered, &split.accepted, &split.unproven}) {
      *field *= part;
    }
  }
  return split;
}

} // namespace jixiao::scoring
