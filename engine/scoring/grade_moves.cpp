#include "engine/scoring/grade_moves.hpp"

#include "engine/model/written_unit.hpp"
#include "engine/rulepack/nearest_actual.hpp"
#include "engine/scoring/grade.hpp"
#include "engine/scoring/points.hpp"
#include "engine/scoring/row.hpp"
#include "engine/scoring/score.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using model::GradeMove;
using model::ScoredIndicator;

/// A copy of the project that is scored again and again, each row with the share that it has, but one.
class Trial {
public:
  Trial(model::ProjectEvaluation const& project, rulepack::RulePack const& pack)
      : project_(project), pack_(pack), judge_(pack), copy_(project) {}

  /// False when scoring with the shares that the rows have does not give the project back.
  bool holds() { return place_of(project_.indicators.size(), 0) && total() == low(project_.total.rebased); }

  /// Where among the grades of the pack the project stands with this share of the row; none: nowhere.
  std::optional<std::size_t> place_of(std::size_t row, Rational const& share) {
    DecisionFinder const decide = [&](model::Indicator const& indicator) {
      return decision(indicator, row, share);
    };
    score(copy_, judge_, Assume::as_is, decide);
    if (copy_.grades.size() != 1 || !copy_.total.rebased.is_point()) {
      return std::nullopt;
    }
    return place(copy_.grades.front());
  }

  Rational const& total() const { return low(copy_.total.rebased); }
  std::string_view grade() const { return copy_.grades.front(); }
  Rational const& points(std::size_t row) const { return low(copy_.indicators[row].score); }

  std::size_t place(std::string_view grade) const {
    auto const at = std::find_if(pack_.grades.begin(), pack_.grades.end(),
                                 [&](rulepack::Grade const& each) { return each.id == grade; });
    return static_cast<std::size_t>(at - pack_.grades.begin());
  }

private:
  std::optional<Decision> decision(model::Indicator const& indicator, std::size_t row,
                                   Rational const& share) const {
    auto const at = std::find_if(copy_.indicators.begin(), copy_.indicators.end(),
                                 [&](ScoredIndicator const& each) { return &each.indicator == &indicator; });
    auto const index = static_cast<std::size_t>(at - copy_.indicators.begin());
    ScoredIndicator const& original = project_.indicators[index];
    if (!counts(original)) {
      return std::nullopt;
    }
    return Decision{index == row ? Interval::point(share) : original.share, std::nullopt, {}};
  }

  model::ProjectEvaluation const& project_;
  rulepack::RulePack const& pack_;
  rulepack::Judge judge_;
  model::ProjectEvaluation copy_;
};

/// One row and one way for the grade to go.
class Mover {
public:
  Mover(Trial& trial, model::ProjectEvaluation const& project, rulepack::RulePack const& pack, bool up)
      : trial_(trial), pack_(pack), own_(trial.place(project.grades.front())), up_(up) {}

  std::optional<GradeMove> move(ScoredIndicator const& row, std::size_t index) {
    bool const has_points =
        row.weight.sign() > 0 && counts(row) && row.share.is_point() && !row.indicator.execution_row;
    passing_.reset();
    failing_.reset();
    if (!has_points || !moves(index, up_ ? 1 : 0)) {
      return std::nullopt;
    }
    if (row.judgement) {
      return by_points(row, index, GradeMove::By::judgement);
    }
    return by_actual(row, index);
  }

private:
  /// Whether this share of the row moves the grade. Grades only rise with shares, so what is known of one
  /// share is known of those behind it.
  bool moves(std::size_t index, Rational const& share) {
    auto const beyond = [&](Rational const& left, Rational const& right) {
      return up_ ? left >= right : left <= right;
    };
    if (passing_ && beyond(share, *passing_)) {
      return true;
    }
    if (failing_ && beyond(*failing_, share)) {
      return false;
    }
    std::optional<std::size_t> const place = trial_.place_of(index, share);
    bool const moved = place && (up_ ? *place < own_ : *place > own_);
    (moved ? passing_ : failing_) = share;
    return moved;
  }

  std::optional<GradeMove> by_actual(ScoredIndicator const& row, std::size_t index) {
    std::optional<model::WrittenUnit> const unit = model::written_unit(row.indicator);
    bool const by_rules = row.verdicts.size() == 1 && row.indicator.comparisons.size() == 1 && unit
                          && &rulepack::rules_with(pack_, row.verdicts.front().rule) == &pack_.score;
    if (!by_rules) {
      return by_points(row, index, GradeMove::By::points);
    }
    model::Comparison const& comparison = row.indicator.comparisons.front();
    rulepack::NearestActual const nearest =
        rulepack::nearest_actual(pack_, comparison, unit->factor * unit->precision, up_,
                                 [&](Rational const& share) { return moves(index, share); });
    if (nearest.kind == rulepack::NearestActual::Kind::none) {
      return std::nullopt;
    }
    if (nearest.kind == rulepack::NearestActual::Kind::unknown) {
      bool const number = comparison.facts.word(model::WordField::position)
                          == static_cast<std::uint8_t>(model::Position::point);
      return by_points(row, index, number ? GradeMove::By::unknown : GradeMove::By::points);
    }
    trial_.place_of(index, share_of(comparison, nearest.actual));
    return GradeMove{index,          GradeMove::By::actual, nearest.actual, trial_.points(index),
                     trial_.total(), trial_.grade()};
  }

  Rational share_of(model::Comparison const& comparison, Rational const& actual) const {
    return low(rulepack::share_with_actual(pack_, comparison, actual));
  }

  /// The nearest points of the row, in steps of the pack, that move the grade.
  GradeMove by_points(ScoredIndicator const& row, std::size_t index, GradeMove::By by) {
    Rational const step = pack_.rounding.mode == number::Rounding::never ? Rational::power_of_ten(-2)
                                                                         : Rounder(pack_.rounding).unit();
    auto const share = [&](Rational const& points) {
      return std::clamp(points / row.weight, Rational(0), Rational(1));
    };
    Rational near = low(row.exact), far = up_ ? row.weight : Rational(0);
    auto const floor = [](Rational const& value) {
      return number::round(value, 0, number::Rounding::floor).value_or(value);
    };
    Rational no = floor(near / step), yes = floor(far / step);
    yes = up_ && yes * step < far ? yes + Rational(1) : yes; // full marks finer than a step
    while (up_ ? yes - no > Rational(1) : no - yes > Rational(1)) {
      Rational const middle = floor((no + yes) / Rational(2));
      (moves(index, share(middle * step)) ? yes : no) = middle;
    }
    trial_.place_of(index, share(yes * step));
    return {index, by, std::nullopt, trial_.points(index), trial_.total(), trial_.grade()};
  }

  Trial& trial_;
  rulepack::RulePack const& pack_;
  std::size_t own_;
  bool up_;
  std::optional<Rational> passing_, failing_; ///< the nearest share that moves, the farthest that does not
};

} // namespace

model::GradeMoves grade_moves(model::ProjectEvaluation const& project, rulepack::RulePack const& pack) {
  model::GradeMoves moves;
  bool const settled = project.scored && project.grades.size() == 1 && project.total.rebased.is_point()
                       && !project.total.is_capped && !project.project.department_form;
  if (settled && project.indicators.size() > moved_rows_at_most) {
    moves.too_many = moved_rows_at_most;
  }
  if (!settled || moves.too_many != 0) {
    return moves;
  }
  Trial trial(project, pack);
  if (!trial.holds()) {
    return moves;
  }
  moves.known = true;
  for (bool const up : {true, false}) {
    Mover mover(trial, project, pack, up);
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      if (auto move = mover.move(project.indicators[i], i)) {
        (up ? moves.up : moves.down).push_back(std::move(*move));
      }
    }
  }
  return moves;
}

} // namespace jixiao::scoring
