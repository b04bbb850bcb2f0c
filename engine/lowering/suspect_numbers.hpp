#pragma once
// Numbers that are probably not what they say: digits typed twice, a fraction where percentages stand,
// another unit, digits of a date. Each marks the comparison as suspect, notes a finding and asks.
#include "engine/lowering/align.hpp"
#include "engine/lowering/compare.hpp"

namespace jixiao::lowering {

/// Two numbers brought to one unit, and where to write what is suspected of them.
struct SuspectPair {
  Asked const& asked;
  Part const& part; ///< of the answer
  CompareContext const& context;
  Alignment const& alignment;
  bool unit_unknown; ///< both sides have one that nobody knows
  model::Comparison& result;
  RowNotes& notes;
};

/// `target` and `answer` in base units.
void suspect_points(SuspectPair const& pair, number::Rational const& target, number::Interval const& answer);
/// The same for a target with two ends.
void suspect_range(SuspectPair const& pair, number::Interval const& ends, number::Interval const& answer);
/// "<= 6" in a column of months is June or half a year: neither is a ratio.
void suspect_date(SuspectPair const& pair);

/// The same of a target that nobody has answered: more than all there is.
void suspect_target(Asked const& asked, CompareContext const& context, RowNotes& notes);

} // namespace jixiao::lowering
