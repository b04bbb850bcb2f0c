#include "engine/scoring/assume.hpp"

#include "engine/scoring/points.hpp"
#include "engine/scoring/split.hpp"

namespace jixiao::scoring {
namespace {

void accept(model::Verdict& verdict) {
  using model::LedgerColumn;
  bool const claim = verdict.column == LedgerColumn::claimed && verdict.accepts;
  bool const width = verdict.column == LedgerColumn::answered && !is_undecided(verdict);
  if ((claim || width) && !verdict.share.is_point() && verdict.share.high.closed) {
    verdict.share = Interval::point(high(verdict.share));
    verdict.status = model::Status::assumed;
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

void apply(Assume assume, model::Verdict& verdict) {
  switch (assume) {
  case Assume::as_is: break;
  case Assume::claims_met: accept(verdict); break;
  case Assume::nothing: reopen(verdict); break;
  }
}

} // namespace jixiao::scoring
