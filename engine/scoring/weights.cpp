#include "engine/scoring/weights.hpp"

#include "engine/scoring/findings.hpp"
#include "engine/scoring/item.hpp"
#include "engine/scoring/place.hpp"

namespace jixiao::scoring {
namespace {

using model::ScoredIndicator;
using model::WeightOrigin;

/// Says something about the weight of a row, at its cell.
void note(ScoredIndicator& row, model::Project const& project, diagnostic::Code const& code,
          std::vector<std::string> more = {}) {
  more.insert(more.begin(), row.indicator.name);
  row.findings.push_back(
      diagnostic::make(code, place_of(row.indicator, project, model::Column::weight), std::move(more)));
}

bool prints_weight(ScoredIndicator const& row) {
  return row.indicator.weight || row.indicator.weight_unreadable;
}

/// What the table prints.
struct Printed {
  Rational sum;
  std::uint32_t weighed = 0, known = 0, missing = 0, unreadable = 0;
  bool execution_row = false;
  std::optional<Rational> execution; ///< points that the form itself gives to the budget execution
};

/// An item of a department's form is worth what its pack says.
void take_item_points(ScoredIndicator& row, model::Project const& project, rulepack::RulePack const& pack,
                      Printed& printed) {
  rulepack::Item const* const item = find_item(row.indicator, pack);
  if (item == nullptr) {
    return;
  }
  if (!prints_weight(row)) {
    row.weight = item->points;
    row.weight_origin = WeightOrigin::distributed;
    ++printed.known;
    printed.sum += row.weight;
  } else if (row.weight_origin == WeightOrigin::printed && row.weight != item->points) {
    note(row, project, findings::item_points_differ, {points_text(row.weight), points_text(item->points)});
  }
}

Printed read_printed(model::ProjectEvaluation& evaluation, RowContext const& context) {
  Printed printed;
  for (ScoredIndicator& row : evaluation.indicators) {
    if (!is_weighed(row)) {
      continue;
    }
    ++printed.weighed;
    printed.execution_row = printed.execution_row || is_execution(row);
    bool const of_pack = context.department_form && find_item(row.indicator, context.pack) != nullptr;
    if (!prints_weight(row)) {
      printed.missing += of_pack ? 0 : 1;
    } else if (!row.indicator.weight || row.indicator.weight_unreadable) {
      ++printed.unreadable;
      note(row, evaluation.project, findings::weight_unreadable, {row.indicator.weight_text});
    } else if (row.indicator.weight->sign() < 0) {
      ++printed.unreadable;
      note(row, evaluation.project, findings::weight_negative, {row.indicator.weight_text});
    } else {
      ++printed.known;
      row.weight = *row.indicator.weight;
      row.weight_origin = WeightOrigin::printed;
      printed.sum += row.weight;
      if (row.weight.is_zero()) {
        note(row, evaluation.project, findings::weight_zero);
      }
    }
    if (of_pack) {
      take_item_points(row, evaluation.project, context.pack, printed);
    }
  }
  return printed;
}

/// The sum that the missing weights fill up to; no value when the known ones do not say.
std::optional<Rational> intended_sum(Printed const& printed, rulepack::Weights const& weights) {
  if (printed.execution) {
    Rational const rest = Rational(100) - *printed.execution;
    return rest > printed.sum ? std::optional(rest) : std::nullopt;
  }
  std::optional<Rational> intended;
  for (Rational const& accepted : weights.accepted_sums) {
    if (printed.execution_row && accepted != Rational(100)) {
      continue; // a table that has the execution score as a row adds up to 100
    }
    if (accepted == printed.sum) {
      return std::nullopt; // already complete: nothing says that more points are due
    }
    if (accepted > printed.sum && (!intended || accepted < *intended)) {
      intended = accepted;
    }
  }
  return intended;
}

/// Several rows share what is left of the sum: who got what is said once, as what it is, an assumption.
void note_shared_remainder(model::ProjectEvaluation& evaluation, Printed const& printed,
                           Rational const& intended) {
  if (printed.missing < 2) {
    return;
  }
  std::string shares;
  for (ScoredIndicator const& row : evaluation.indicators) {
    if (row.weight_origin == WeightOrigin::remainder) {
      shares +=
          (shares.empty() ? "" : ", ") + std::to_string(row.indicator.row) + ": " + points_text(row.weight);
    }
  }
  evaluation.findings.push_back(
      diagnostic::make(findings::weights_shared, place_of(evaluation.project, model::Column::weight),
                       {std::to_string(printed.missing), points_text(intended - printed.sum), shares}));
}

void fill_missing(model::ProjectEvaluation& evaluation, Printed& printed, RowContext const& context) {
  bool const supplied = context.assume != Assume::nothing && printed.unreadable == 0 && printed.known > 0
                        && printed.missing <= 2;
  std::optional<Rational> const intended =
      supplied ? intended_sum(printed, context.pack.weights) : std::nullopt;
  for (ScoredIndicator& row : evaluation.indicators) {
    if (!is_weighed(row) || prints_weight(row) || row.weight_origin != WeightOrigin::none) {
      continue;
    }
    if (intended) {
      row.weight = (*intended - printed.sum) * Rational::fraction(1, printed.missing);
      row.weight_origin = WeightOrigin::remainder;
      note(row, evaluation.project, findings::weight_from_remainder, {points_text(row.weight)});
      if (row.status == model::Status::scored) {
        row.status = model::Status::assumed;
      }
    } else {
      note(row, evaluation.project, findings::weight_missing);
    }
  }
  if (intended) {
    note_shared_remainder(evaluation, printed, *intended);
    printed.sum = *intended;
    printed.known += printed.missing;
    printed.missing = 0;
  }
}

std::string sums_text(std::vector<Rational> const& sums) {
  std::string text;
  for (Rational const& sum : sums) {
    text += text.empty() ? "" : " / ";
    text += sum.plain_text();
  }
  return text;
}

/// Weights that add up to no more than the execution score alone are shares (0.5), not points: execution
/// points beside them would decide the total.
bool is_tiny(Printed const& printed, rulepack::Weights const& weights) {
  return printed.known > 0 && printed.sum.sign() > 0 && !(printed.sum > weights.execution);
}

/// The sum that the form prints below its rows has no place for the execution.
bool sum_leaves_out(model::Project const& project, Rational const& rows, Rational const& execution) {
  for (model::ClaimedSum const& sum : project.claimed_sums) {
    if (!sum.part && sum.weight && (*sum.weight == rows || *sum.weight == rows + execution)) {
      return *sum.weight == rows;
    }
  }
  return false;
}

void check_sum(model::ProjectEvaluation& evaluation, Printed const& printed,
               rulepack::Weights const& weights) {
  bool const with_execution = printed.execution && !is_tiny(printed, weights)
                              && !sum_leaves_out(evaluation.project, printed.sum, *printed.execution);
  if (with_execution) {
    Rational const together = printed.sum + *printed.execution;
    if (together != Rational(100)) {
      evaluation.findings.push_back(diagnostic::make(
          findings::weight_sum_with_execution, evaluation.project.above->execution_points.place,
          {printed.sum.plain_text(), printed.execution->plain_text(), together.plain_text()}));
    }
    return;
  }
  for (Rational const& accepted : weights.accepted_sums) {
    if (accepted == printed.sum) {
      return;
    }
  }
  evaluation.findings.push_back(diagnostic::make(
      is_tiny(printed, weights) ? findings::weight_sum_tiny : findings::weight_sum_unexpected,
      place_of(evaluation.project, model::Column::weight),
      {printed.sum.plain_text(), sums_text(weights.accepted_sums)}));
}

/// One indicator that carries everything decides the grade alone.
void check_single(model::ProjectEvaluation& evaluation, Printed const& printed) {
  if (printed.known - (printed.execution_row ? 1 : 0) != 1 || printed.known != printed.weighed) {
    return;
  }
  for (ScoredIndicator& row : evaluation.indicators) {
    if (is_weighed(row) && !is_execution(row)) {
      note(row, evaluation.project, findings::single_row_level, {points_text(row.weight)});
    }
  }
}

void leave_outside(ScoredIndicator& row) {
  row.weight = 0;
  row.column = model::LedgerColumn::none;
  row.status = row.indicator.weight_unreadable || row.indicator.weight ? model::Status::unreadable
                                                                       : model::Status::open;
}

void sum_up(model::ProjectEvaluation& evaluation, WeightSums& sums) {
  for (ScoredIndicator& row : evaluation.indicators) {
    if (!is_weighed(row)) {
      continue;
    }
    if (row.weight_origin == WeightOrigin::none) {
      if (row.status != model::Status::not_applicable) {
        ++sums.rows_outside;
        leave_outside(row);
      }
    } else if (row.status != model::Status::not_applicable) {
      sums.max += row.weight;
    }
  }
}

/// Points that a form prints beside the amounts. A pack without points for the execution does not score it, a
/// row of its own scores it already.
std::optional<Rational> execution_of_form(model::Project const& project, Printed const& printed,
                                          RowContext const& context) {
  bool const own =
      !printed.execution_row && !context.department_form && !context.pack.weights.execution.is_zero();
  bool const stated = own && project.stated && project.stated->points && project.stated->points->sign() >= 0;
  return stated ? project.stated->points : std::nullopt;
}

/// Whether the execution score belongs to the total, and with how many points.
void settle_execution(model::Project const& project, Printed const& printed, RowContext const& context,
                      WeightSums& sums) {
  Rational const& of_pack = context.pack.weights.execution;
  bool const of_form = printed.execution && !sums.distributed;
  sums.printed = printed.sum;
  sums.execution = of_form ? *printed.execution : of_pack;
  if (printed.execution_row || context.department_form || sums.shares) {
    return;
  }
  if (of_form) {
    bool const outside = sum_leaves_out(project, printed.sum, sums.execution);
    sums.left_out = sums.execution.is_zero() ? LeftOut::stated_zero
                    : outside                ? LeftOut::form_total
                                             : LeftOut::no;
  } else if (!sums.distributed && printed.sum > Rational(100) - of_pack) {
    sums.left_out = LeftOut::no_room;
  }
  sums.execution_added = sums.left_out == LeftOut::no;
}

} // namespace

bool is_execution(ScoredIndicator const& row) {
  return row.indicator.execution_row || row.indicator.level1_id == model::Level1::execution;
}

WeightSums resolve_weights(model::ProjectEvaluation& evaluation, RowContext const& context) {
  rulepack::Weights const& weights = context.pack.weights;
  Printed printed = read_printed(evaluation, context);
  printed.execution = execution_of_form(evaluation.project, printed, context);
  WeightSums sums;
  sums.distributed = printed.known == 0 && printed.unreadable == 0 && printed.weighed > 0
                     && weights.when_missing == rulepack::WhenWeightMissing::split_equally;
  if (sums.distributed) {
    distribute_weights(evaluation, context.pack, sums);
  } else {
    if (printed.missing > 0) {
      fill_missing(evaluation, printed, context);
    }
    bool const complete = printed.missing == 0 && printed.unreadable == 0;
    if (complete && printed.known > 0) {
      check_sum(evaluation, printed, weights);
      check_single(evaluation, printed);
    }
  }
  sum_up(evaluation, sums);
  sums.max += sums.lost;
  sums.shares = is_tiny(printed, weights);
  settle_execution(evaluation.project, printed, context, sums);
  return sums;
}

} // namespace jixiao::scoring
