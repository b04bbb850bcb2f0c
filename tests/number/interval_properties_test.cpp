// Interval operations beside what single numbers do: every pair of intervals over a few ends, each interval
// represented by numbers at, just beside and between its ends. "Just beside" and "far out" make the limits
// visible: an open end is approached, never reached; an unbounded side is left behind by any number.
#include "engine/number/interval.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <functional>
#include <vector>

using namespace jixiao::number;

namespace {

Rational const beside = Rational::fraction(1, 1'000'000);
Rational const far_out(1'000'000);
Rational const near_limit = Rational::fraction(1, 1000);
Rational const past_limit(1000);

struct Sampled {
  Interval interval;
  std::vector<Rational> values;
};

std::vector<Rational> samples(Interval const& interval) {
  std::vector<Rational> candidates{far_out, -far_out};
  for (std::int64_t halves = -4; halves <= 4; ++halves) {
    Rational const value = Rational::fraction(halves, 2);
    candidates.insert(candidates.end(), {value - beside, value, value + beside});
  }
  std::vector<Rational> values;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(values),
               [&](Rational const& value) { return interval.contains(value); });
  return values;
}

std::vector<Sampled> const& all_intervals() {
  static std::vector<Sampled> const all = [] {
    std::vector<End> ends{{std::nullopt, false}};
    for (std::int64_t value = -2; value <= 2; ++value) {
      ends.push_back({Rational(value), true});
      ends.push_back({Rational(value), false});
    }
    std::vector<Sampled> result;
    for (End const& low : ends) {
      for (End const& high : ends) {
        bool const empty =
            low.value && high.value
            && (*low.value > *high.value || (*low.value == *high.value && !(low.closed && high.closed)));
        if (!empty) {
          Interval const interval{low, high};
          result.push_back({interval, samples(interval)});
        }
      }
    }
    return result;
  }();
  return all;
}

/// `result` holds all of `values`, and neither end could be drawn in.
void check_exact(Interval const& result, std::vector<Rational> const& values) {
  auto const [lowest, highest] = std::minmax_element(values.begin(), values.end());
  bool const holds_all = result.contains(*lowest) && result.contains(*highest);
  REQUIRE(holds_all);
  bool const low_reached = !result.low.value   ? *lowest < -past_limit
                           : result.low.closed ? *lowest == *result.low.value
                                               : *lowest - *result.low.value < near_limit;
  REQUIRE(low_reached);
  bool const high_reached = !result.high.value   ? *highest > past_limit
                            : result.high.closed ? *highest == *result.high.value
                                                 : *result.high.value - *highest < near_limit;
  REQUIRE(high_reached);
}

using Operation = std::function<Rational(Rational const&, Rational const&)>;

std::vector<Rational> apply(Sampled const& left, Sampled const& right, Operation const& operation) {
  std::vector<Rational> values;
  for (Rational const& x : left.values) {
    for (Rational const& y : right.values) {
      values.push_back(operation(x, y));
    }
  }
  return values;
}

} // namespace

TEST_CASE("interval properties: arithmetic is exact over every pair", "[number][interval]") {
  for (Sampled const& left : all_intervals()) {
    for (Sampled const& right : all_intervals()) {
      INFO(text(left.interval) << " and " << text(right.interval));
      check_exact(left.interval + right.interval, apply(left, right, std::plus<>()));
      check_exact(left.interval - right.interval, apply(left, right, std::minus<>()));
      check_exact(left.interval * right.interval, apply(left, right, std::multiplies<>()));
      std::optional<Interval> const quotient = divide(left.interval, right.interval);
      REQUIRE(quotient.has_value() != right.interval.contains(0));
      if (quotient) {
        check_exact(*quotient, apply(left, right, std::divides<>()));
      }
    }
  }
}

TEST_CASE("interval properties: sets", "[number][interval]") {
  for (Sampled const& left : all_intervals()) {
    check_exact(left.interval, left.values);
    for (Sampled const& right : all_intervals()) {
      INFO(text(left.interval) << " and " << text(right.interval));
      auto const in_left = [&](Rational const& value) { return left.interval.contains(value); };
      auto const in_right = [&](Rational const& value) { return right.interval.contains(value); };
      REQUIRE(is_subset(left.interval, right.interval)
              == std::all_of(left.values.begin(), left.values.end(), in_right));
      bool const meet = std::any_of(left.values.begin(), left.values.end(), in_right)
                        || std::any_of(right.values.begin(), right.values.end(), in_left);
      REQUIRE(is_disjoint(left.interval, right.interval) != meet);
      std::vector<Rational> both = left.values;
      both.insert(both.end(), right.values.begin(), right.values.end());
      check_exact(hull(left.interval, right.interval), both);
    }
  }
}

TEST_CASE("interval properties: clamp is the clamp of every number", "[number][interval]") {
  for (Sampled const& one : all_intervals()) {
    for (std::int64_t low = -2; low <= 2; ++low) {
      for (std::int64_t high = low; high <= 2; ++high) {
        INFO(text(one.interval) << " to " << low << ", " << high);
        std::vector<Rational> values;
        for (Rational const& value : one.values) {
          values.push_back(std::clamp(value, Rational(low), Rational(high)));
        }
        check_exact(clamp(one.interval, low, high), values);
      }
    }
  }
}
