#include "engine/scoring/apportion.hpp"

#include <algorithm>
#include <cassert>

namespace jixiao::scoring {
namespace {

Rational down(Rational const& value, Rounder const& round) {
  return *number::round(value, round.places(), number::Rounding::floor);
}

struct Share {
  Rational value, remainder, floor;
};

/// Hands out `units` single units, one part after the other in `order`; negative: takes them back.
void hand_out(std::vector<Share>& shares, std::vector<std::size_t> const& order, Rational left,
              Rational const& unit) {
  bool moved = true;
  while (!left.is_zero() && moved) {
    moved = false;
    for (std::size_t k = 0; k < order.size() && left.sign() > 0; ++k) {
      Rational const step = left < unit ? left : unit;
      shares[order[k]].value += step;
      left -= step;
      moved = true;
    }
    for (std::size_t k = order.size(); k-- > 0 && left.sign() < 0;) {
      Share& share = shares[order[k]];
      Rational const step = -left < unit ? -left : unit;
      if (!(share.value - step < share.floor)) {
        share.value -= step;
        left += step;
        moved = true;
      }
    }
  }
}

} // namespace

std::vector<Rational> apportion(std::vector<Rational> const& parts, std::vector<Rational> const& floors,
                                Rational const& whole, Rounder const& round) {
  std::vector<Share> shares;
  std::vector<std::size_t> order;
  Rational left = whole;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Share share;
    share.value = down(parts[i], round);
    share.floor = floors.empty() ? Rational(0) : floors[i];
    share.value = share.value < share.floor ? share.floor : share.value;
    share.remainder = parts[i] - share.value;
    left -= share.value;
    order.push_back(i);
    shares.push_back(std::move(share));
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left_index, std::size_t right_index) {
    return shares[left_index].remainder > shares[right_index].remainder;
  });
  hand_out(shares, order, std::move(left), round.unit());
  std::vector<Rational> rounded;
  rounded.reserve(shares.size());
  for (Share& share : shares) {
    rounded.push_back(std::move(share.value));
  }
  return rounded;
}

std::vector<Interval> apportion(std::vector<Interval> const& parts, Interval const& whole,
                                Rounder const& round) {
  if (round.keeps_exact()) {
    return parts;
  }
  // The settled parts first, to their own rounded sum: they must not differ between the two ends.
  std::vector<Rational> settled, lows, highs;
  Rational settled_sum;
  for (Interval const& part : parts) {
    if (part.is_point()) {
      settled.push_back(low(part));
      settled_sum += low(part);
    } else {
      lows.push_back(low(part));
      highs.push_back(high(part));
    }
  }
  Rational const settled_whole = lows.empty() ? low(whole) : round(settled_sum);
  settled = apportion(settled, {}, settled_whole, round);
  lows = apportion(lows, {}, low(whole) - settled_whole, round);
  highs = apportion(highs, lows, high(whole) - settled_whole, round);
  std::vector<Interval> rounded;
  rounded.reserve(parts.size());
  std::size_t next_settled = 0;
  std::size_t next_open = 0;
  for (Interval const& part : parts) {
    Interval interval = part;
    if (part.is_point()) {
      interval.low.value = interval.high.value = settled[next_settled++];
    } else {
      interval.low.value = lows[next_open];
      interval.high.value = highs[next_open++];
      if (*interval.low.value == *interval.high.value) {
        interval.low.closed = interval.high.closed = true;
      }
    }
    rounded.push_back(std::move(interval));
  }
  return rounded;
}

} // namespace jixiao::scoring
