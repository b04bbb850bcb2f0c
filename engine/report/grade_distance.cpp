#include "engine/report/grade_distance.hpp"

#include "engine/rulepack/evaluate.hpp"

#include <algorithm>

namespace jixiao::report {

using number::Rational;
using State = GradeDistance::State;

namespace {

/// The least total that a report can show from `from` on.
Rational least_shown(Rational const& from, rulepack::RoundingPolicy const& rounding) {
  return number::round(from, rounding.places, number::Rounding::ceiling).value_or(from);
}

/// The most that the caps leave a total, whatever its rows earn; none where no cap surely holds.
std::optional<Rational> most_of(model::ProjectEvaluation const& project, rulepack::RulePack const& pack) {
  std::optional<Rational> most;
  for (rulepack::Rule const& cap : pack.caps) {
    if (rulepack::holds(cap, project.facts) != model::Truth::yes) {
      continue;
    }
    Rational const exact = *rulepack::share_of_rule(cap, project.facts).high.value * Rational(100);
    Rational const each = number::round(exact, pack.rounding.places, pack.rounding.mode).value_or(exact);
    most = most && *most < each ? most : each;
  }
  return most;
}

} // namespace

GradeDistance grade_distance(model::ProjectEvaluation const& project, rulepack::RulePack const& pack) {
  model::Total const& total = project.total;
  if (!project.scored || project.grades.empty()) {
    return {};
  }
  if (!total.rebased.is_point() || total.is_capped) {
    return {total.is_capped && total.rebased.is_point() ? State::capped : State::open, nullptr, {}, {}, {}};
  }
  auto const own = std::find_if(pack.grades.begin(), pack.grades.end(), [&](rulepack::Grade const& each) {
    return each.id == project.grades.front();
  });
  if (own == pack.grades.end()) {
    return {};
  }
  if (pack.rounding.mode == number::Rounding::never) {
    return {State::unrounded, &*own, {}, {}, {}};
  }
  Rational const& points = *total.rebased.low.value;
  GradeDistance distance{State::settled, &*own, {}, {}, {}};
  if (own != pack.grades.begin()) {
    rulepack::Grade const& better = *std::prev(own);
    Rational const at = least_shown(better.from, pack.rounding);
    distance.up = GradeStep{&better, at - points, at};
    std::optional<Rational> const most = most_of(project, pack);
    if (most && *most < at) {
      distance.up.reset();
      distance.most = most;
    }
  }
  if (std::next(own) != pack.grades.end()) {
    Rational unit = 1;
    for (std::int32_t place = 0; place < pack.rounding.places; ++place) {
      unit = unit / Rational(10);
    }
    Rational const at = least_shown(own->from, pack.rounding) - unit;
    distance.down = GradeStep{&*std::next(own), points - at, at};
  }
  return distance;
}

} // namespace jixiao::report
