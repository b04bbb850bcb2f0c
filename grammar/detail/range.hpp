#pragma once
// What makes a range of two bounds.
#include "grammar/detail/state.hpp"

namespace jixiao::grammar::detail {

/// What follows a first bound and makes a range of it.
struct RangeDraft {
  RangeForm form = RangeForm::none;
  RelationDraft left; ///< enclosed: the sign in front of the letter
  BoundDraft bound;
};

/// Two ends of one range are given in one unit, or the first leaves it to the second.
[[nodiscard]] bool same_unit(State const& state, MeasureDraft const& low, MeasureDraft const& high);

/// True when `candidate` makes a range of the first bound of `result`; fills `result` then.
[[nodiscard]] bool make_range(State const& state, RangeDraft const& candidate, QuantityDraft& result);

/// "Within 5-7 days" is at most 7, "3-5 times and more" at least 3: a bound with a range in it is a bound.
void collapse(QuantityDraft& quantity);

} // namespace jixiao::grammar::detail
