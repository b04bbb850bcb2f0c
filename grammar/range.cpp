#include "grammar/detail/range.hpp"
#include "grammar/detail/quantity.hpp"

namespace jixiao::grammar::detail {

namespace {

enum class Side : std::uint8_t { none, lower, upper };

Side side_of(RelationDraft const& relation) {
  if (!relation.found || relation.conflict) {
    return Side::none;
  }
  switch (relation.relation) {
  case Relation::at_least:
  case Relation::more_than: return Side::lower;
  case Relation::at_most:
  case Relation::less_than: return Side::upper;
  case Relation::equal:
  case Relation::not_equal:
  case Relation::about: return Side::none;
  }
  return Side::none;
}

bool is_closed(Relation relation) {
  return relation == Relation::at_least || relation == Relation::at_most;
}

RelationDraft whole_relation(BoundDraft const& draft) {
  RelationDraft result = draft.before;
  join(result, draft.after);
  return result;
}

} // namespace

bool same_unit(State const& state, MeasureDraft const& low, MeasureDraft const& high) {
  if (low.number.ratio != high.number.ratio) {
    return low.number.ratio == Ratio::none && !low.unit.found();
  }
  if (!low.unit.found() || !high.unit.found()) {
    return true;
  }
  return state.words.unit(low.unit.unit.entry->unit).id == state.words.unit(high.unit.unit.entry->unit).id;
}

bool make_range(State const& state, RangeDraft const& candidate, QuantityDraft& result) {
  BoundDraft const& first = result.first;
  // Alternatives that failed may have left their form behind; only a second number makes a range.
  if (!candidate.bound.measure.number.found() || !same_unit(state, first.measure, candidate.bound.measure)) {
    return false;
  }
  Relation const last = whole_relation(candidate.bound).relation;
  switch (candidate.form) {
  case RangeForm::none:
  case RangeForm::interval: return false;
  case RangeForm::joined:
    if (first.after.found || first.measure.is_odd() || candidate.bound.before.found) {
      return false;
    }
    break;
  case RangeForm::enclosed: {
    // 80% <= x: the sign in front of the letter says "at most" and makes 80% a lower end.
    Side const left = side_of(candidate.left);
    if (left == Side::none || side_of(candidate.bound.before) != left || first.before.found) {
      return false;
    }
    result.low_closed = is_closed(candidate.left.relation);
    result.high_closed = is_closed(last);
    result.reversed = left == Side::lower;
    break;
  }
  case RangeForm::two_bounds: {
    RelationDraft const left = whole_relation(first);
    Side const one = side_of(left);
    Side const two = side_of(whole_relation(candidate.bound));
    if (one == Side::none || two == Side::none || one == two) {
      return false;
    }
    result.low_closed = is_closed(left.relation);
    result.high_closed = is_closed(last);
    result.reversed = one == Side::upper;
    break;
  }
  }
  result.form = candidate.form;
  result.second = candidate.bound;
  return true;
}

void collapse(QuantityDraft& quantity) {
  if (quantity.form != RangeForm::joined) {
    return;
  }
  RelationDraft relation = quantity.first.before;
  join(relation, quantity.second.after);
  Side const side = side_of(relation);
  if (side == Side::none) {
    return;
  }
  if (side == Side::upper) {
    quantity.first.measure = quantity.second.measure;
  } else if (!quantity.first.measure.unit.found()) {
    quantity.first.measure.unit = quantity.second.measure.unit;
    quantity.first.measure.scale = quantity.second.measure.scale;
    quantity.first.measure.tail = quantity.second.measure.tail;
  }
  quantity.first.after = quantity.second.after;
  quantity.second = {};
  quantity.form = RangeForm::none;
}

} // namespace jixiao::grammar::detail
