#include "engine/scoring/assume.hpp"

#include "engine/scoring/points.hpp"
#include "engine/scoring/split.hpp"

namespace jixiao::scoring {
namespace {

/// A claim that may be accepted, or the width that an answer leaves.
bool is_acceptable(model::Verdict const& verdict) {
  using model::LedgerColumn;
  bool const claim = verdict.column == LedgerColumn::claimed && verdict.accepts;
  bool const width = verdict.column == LedgerColumn::answered && !is_undecided(verdict);
  return (claim || width) && !verdict.share.is_point();
}

void give(model::Verdict& verdict, Rational const& share) {
  verdict.share = Interval::point(share);
  verdict.status = model::Status::assumed;
}

void accept(model::Verdict& verdict) {
  if (is_acceptable(verdict) && verdict.share.high.closed) {
    give(verdict, Rational(high(verdict.share)));
  }
}

void reopen(model::Verdict& verdict) {
  if (verdict.status == model::Status::assumed) {
    verdict.status = model::Status::open;
    verdict.column = model::LedgerColumn::claimed;
    verdict.share = Interval::closed(0, 1);
    verdict.accepts = true;
  }
}

} // namespace

bool accept_up_to(Rational const& most, std::vector<model::Verdict>& verdicts) {
  Rational left; // of what is claimed, above what is earned
  for (model::Verdict const& verdict : verdicts) {
    if (verdict.status != model::Status::not_applicable) {
      left += most - low(verdict.share);
    }
  }
  left = left.sign() < 0 ? Rational(0) : left;
  bool changed = false;
  for (model::Verdict& verdict : verdicts) {
    if (!is_acceptable(verdict)) {
      continue;
    }
    Rational const width = high(verdict.share) - low(verdict.share);
    bool const whole = width <= left;
    if (!whole || verdict.share.high.closed) {
      Rational const given = whole ? width : left;
      give(verdict, low(verdict.share) + given);
      left -= given;
      changed = true;
    }
  }
  return changed;
}

void apply(Assume assume, model::Verdict& verdict) {
  switch (assume) {
  case Assume::as_is: break;
  case Assume::claims_met: accept(verdict); break;
  case Assume::nothing: reopen(verdict); break;
  }
}

} // namespace jixiao::scoring
