#include "engine/rulepack/nearest_actual.hpp"

#include "engine/number/rounding.hpp"
#include "engine/rulepack/other_actual.hpp"

#include <algorithm>

namespace jixiao::rulepack {
namespace {

using number::Interval;
using number::Rational;
using number::Rounding;
using Kind = NearestActual::Kind;

/// Sets that are too wide are cut in halves; where that does not end, nothing is said.
constexpr int evaluations_at_most = 4000;
/// A million times the last figure of the rules: no table writes more.
constexpr int doublings_at_most = 20;

Rational whole(Rational const& value, Rounding mode) {
  return number::round(value, 0, mode).value_or(value);
}

/// The multiples of a step on one side of the actual.
class Walk {
public:
  Walk(OtherActual const& row, Rational const& step, bool up, bool more, Enough const& enough)
      : row_(row), step_(up ? step : -step), up_(up), more_(more), enough_(enough) {}

  /// As far as `limit`, included; without one, as far as any number goes.
  NearestActual find(std::optional<Rational> const& limit) {
    Rational at = whole(row_.now() / step_, Rounding::floor) + Rational(1); // the first multiple ahead
    for (Rational const& stop : stops(limit)) {
      Rational const place = stop / step_;
      Rational const last = whole(place, Rounding::ceiling) - Rational(1);
      if (Found const found = among(at, last)) {
        return answer(found);
      }
      if (place.is_integer() && at <= place && is_enough(row_.share_at(stop))) {
        return given_up_ ? NearestActual{} : NearestActual{Kind::found, stop};
      }
      at = std::max(at, whole(place, Rounding::floor) + Rational(1));
    }
    return limit ? NearestActual{Kind::none, {}} : behind(at);
  }

private:
  using Found = std::optional<Rational>;

  /// From the multiple `at` on, behind the last stop: wider and wider, as long as something may be there.
  NearestActual behind(Rational at) {
    number::End const open{std::nullopt, false};
    Rational width = std::max(number::abs(at), Rational(1));
    for (int i = 0; i < doublings_at_most; ++i) {
      number::End const from{at * step_, true};
      if (!may(up_ ? row_.share_between(from, open) : row_.share_between(open, from))) {
        return {Kind::none, {}};
      }
      if (Found const found = among(at, at + width)) {
        return answer(found);
      }
      at += width + Rational(1);
      width += width;
    }
    return {};
  }

  NearestActual answer(Found const& multiple) const {
    return given_up_ ? NearestActual{} : NearestActual{Kind::found, *multiple * step_};
  }

  std::vector<Rational> stops(std::optional<Rational> const& limit) const {
    std::vector<Rational> ahead;
    for (Rational const& stop : row_.stops()) {
      bool const inside = !limit || (up_ ? stop <= *limit : *limit <= stop);
      if ((up_ ? row_.now() < stop : stop < row_.now()) && inside) {
        ahead.push_back(stop);
      }
    }
    if (!up_) {
      std::reverse(ahead.begin(), ahead.end());
    }
    return ahead;
  }

  /// Whether one of the shares of a set may be enough: the ask is monotone, so its better end tells.
  bool may(Interval const& share) { return enough_(more_ ? *share.high.value : *share.low.value); }

  bool is_enough(Interval const& share) {
    given_up_ = given_up_ || (!share.is_point() && may(share));
    return given_up_ || (share.is_point() && enough_(*share.low.value));
  }

  /// The first of the multiples `from` to `to`, all between two stops, with enough. When given up, any.
  Found among(Rational const& from, Rational const& to) {
    if (to < from) {
      return std::nullopt;
    }
    given_up_ = given_up_ || ++evaluations_ > evaluations_at_most;
    if (given_up_) {
      return from;
    }
    if (from == to) {
      return is_enough(row_.share_at(from * step_)) ? Found(from) : std::nullopt;
    }
    Rational const first = from * step_, last = to * step_;
    Interval const share = up_ ? row_.share_between({first, true}, {last, true})
                               : row_.share_between({last, true}, {first, true});
    if (!may(share)) {
      return std::nullopt;
    }
    Rational const middle = whole((from + to) / Rational(2), Rounding::floor);
    Found const nearer = among(from, middle);
    return nearer ? nearer : among(middle + Rational(1), to);
  }

  OtherActual const& row_;
  Rational step_; ///< towards where it looks
  bool up_, more_;
  Enough const& enough_;
  bool given_up_ = false;
  int evaluations_ = 0;
};

/// Where numbers end: at 0 for what is not below it.
std::optional<Rational> floor_of(OtherActual const& row, bool up) {
  bool const negative = row.now().sign() < 0 || row.target().sign() < 0;
  return up || negative ? std::nullopt : std::optional(Rational(0));
}

NearestActual better(OtherActual const& row, Rational const& step, Enough const& enough) {
  bool const up = row.better_is_up();
  bool const limited = row.is_range() || row.is_equality();
  if (limited && row.now() == row.target()) {
    return {Kind::none, {}};
  }
  NearestActual const on =
      Walk(row, step, up, true, enough).find(limited ? std::optional(row.target()) : floor_of(row, up));
  if (on.kind != Kind::none || !row.met_now() || row.now() == row.target()) {
    return on;
  }
  return Walk(row, step, row.now() < row.target(), true, enough).find(row.target());
}

NearestActual worse(OtherActual const& row, Rational const& step, Enough const& enough) {
  if (row.is_range()) { // nothing is known of what lies behind its other end
    bool const up = row.now() > row.target();
    return Walk(row, step, up, false, enough).find(floor_of(row, up));
  }
  NearestActual const below = Walk(row, step, false, false, enough).find(floor_of(row, false));
  NearestActual const above = Walk(row, step, true, false, enough).find(std::nullopt);
  if (below.kind == Kind::unknown || above.kind == Kind::unknown) {
    return {};
  }
  if (below.kind == Kind::none || above.kind == Kind::none) {
    return below.kind == Kind::none ? above : below;
  }
  return above.actual - row.now() < row.now() - below.actual ? above : below;
}

} // namespace

NearestActual nearest_actual(RulePack const& pack, model::Comparison const& comparison, Rational const& step,
                             bool more, Enough const& enough) {
  if (!OtherActual::is_possible(comparison) || step.sign() <= 0) {
    return {};
  }
  OtherActual const row(pack, comparison);
  return more ? better(row, step, enough) : worse(row, step, enough);
}

number::Interval share_with_actual(RulePack const& pack, model::Comparison const& comparison,
                                   Rational const& actual) {
  return OtherActual(pack, comparison).share_at(actual);
}

} // namespace jixiao::rulepack
