#include "engine/rulepack/better_actual.hpp"

#include "engine/rulepack/other_actual.hpp"

#include <algorithm>

namespace jixiao::rulepack {
namespace {

using number::End;
using number::Interval;
using number::Rational;
using Kind = BetterActual::Kind;

class Search {
public:
  Search(RulePack const& pack, model::Comparison const& comparison, Rational earned)
      : row_(pack, comparison), earned_(std::move(earned)) {}

  BetterActual more() const {
    return search([&](Interval const& share) { return *share.high.value > earned_; },
                  [&](Interval const& share) {
                    return *share.low.value > earned_ || (*share.low.value == earned_ && !share.low.closed);
                  },
                  true);
  }

  BetterActual full() const {
    Rational const one = 1;
    return search([&](Interval const& share) { return *share.high.value == one && share.high.closed; },
                  [&](Interval const& share) { return *share.low.value == one; }, false);
  }

private:
  /// Better and better numbers, without an end where better has none; then, for what has gone beyond its
  /// target, back to it.
  template <class May, class All>
  BetterActual search(May may, All all, bool gradual) const {
    bool const up = row_.better_is_up();
    bool const limited = row_.is_range() || row_.is_equality();
    if (!row_.met_now()) {
      return walk(up, limited, may, all, gradual);
    }
    BetterActual const on =
        limited ? BetterActual{Kind::none, row_.target(), {}, false} : walk(up, false, may, all, gradual);
    BetterActual back{Kind::none, row_.target(), {}, false};
    if (on.kind == Kind::none && row_.now() != row_.target()) {
      back = walk(row_.now() < row_.target(), true, may, all, gradual);
    }
    return on.kind == Kind::none && back.kind != Kind::none ? back : on;
  }

  std::vector<Rational> stops(bool up, bool to_target) const {
    std::vector<Rational> ahead;
    for (Rational const& stop : row_.stops()) {
      bool const before = up ? row_.now() < stop : stop < row_.now();
      bool const inside = !to_target || (up ? stop <= row_.target() : row_.target() <= stop);
      if (before && inside) {
        ahead.push_back(stop);
      }
    }
    if (!up) {
      std::reverse(ahead.begin(), ahead.end());
    }
    return ahead;
  }

  /// Goes one way until something gives what is looked for. `may`: some of these shares do; `all`: all of
  /// them do.
  template <class May, class All>
  BetterActual walk(bool up, bool to_target, May may, All all, bool gradual) const {
    Rational from = row_.now();
    auto const between = [&](End const& to) {
      return up ? row_.share_between({from, false}, to) : row_.share_between(to, {from, false});
    };
    auto const found = [&](Interval const& share) {
      bool const at_once = gradual && from == row_.now() && !share.is_point();
      return all(share) ? BetterActual{at_once ? Kind::every_bit : Kind::beyond, from, share, to_target}
                        : BetterActual();
    };
    for (Rational const& stop : stops(up, to_target)) {
      Interval const before = between({stop, false});
      if (may(before)) {
        return found(before);
      }
      Interval const at_stop = row_.share_at(stop);
      if (may(at_stop)) {
        return all(at_stop) ? BetterActual{Kind::reach, stop, at_stop, to_target} : BetterActual();
      }
      from = stop;
    }
    if (!to_target) {
      Interval const behind = between({std::nullopt, false});
      if (may(behind)) {
        return found(behind);
      }
    }
    return {Kind::none, row_.target(), {}, to_target};
  }

  OtherActual row_;
  Rational earned_;
};

} // namespace

BetterActuals better_actuals(RulePack const& pack, model::Comparison const& comparison,
                             Interval const& share) {
  if (!OtherActual::is_possible(comparison) || !share.is_point()) {
    return {};
  }
  Search const search(pack, comparison, *share.low.value);
  return {search.more(), search.full()};
}

} // namespace jixiao::rulepack
