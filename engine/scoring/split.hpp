#pragma once
#include "engine/model/evaluation.hpp"

namespace jixiao::scoring {

/// How the points of a row divide into the columns of the ledger, as fractions of the row; what is missing
/// to 1 is lost.
///
/// An answered part puts its lower end into `answered` and the width above it into `claimed`: the row has
/// said something that would earn it. A claimed or unanswered part puts everything it can still reach into
/// its column; the width of a claim that the pack does not let anybody accept (the end of an overlapping
/// bound) waits for an answer. So answered and claimed are what the row earns when every claim is accepted,
/// the columns end at the upper end of the share, and lost is what no answer brings back.
struct Split {
  number::Rational answered, claimed, unanswered;
  number::Rational accepted;  ///< when every claim is accepted
  number::Rational unproven;  ///< width that is there only because evidence is missing
  bool accepted_open = false; ///< `accepted` is an end that cannot be reached
  bool settled = false;       ///< one number, answered: the other fields are not filled
};

/// `verdicts` that are not applicable are left out; the others share the row equally.
[[nodiscard]] Split split_of(std::vector<model::Verdict> const& verdicts);
/// The same for one verdict over the whole row.
[[nodiscard]] Split split_of(model::Verdict const& verdict);

/// One number, answered: nothing of it is to be divided.
[[nodiscard]] inline bool is_settled(model::Verdict const& verdict) {
  return verdict.column == model::LedgerColumn::answered && verdict.share.is_point();
}

/// Nobody claims more than the score that the unit gives itself: what is accepted stops at the share `most`,
/// or at the share that the row has earned already, `least`.
void limit_accepted(Split& split, number::Rational const& least, number::Rational const& most);

/// The rules leave it open from nothing to full marks: nothing is claimed by it, and nothing to be accepted.
[[nodiscard]] bool is_undecided(model::Verdict const& verdict);

} // namespace jixiao::scoring
