#include "engine/report/difference_words.hpp"

#include "engine/report/format.hpp"

#include <algorithm>

namespace jixiao::report {
namespace {

using authoring::RowScore;
using number::Rational;

/// With its sign: a change is read by it.
std::string signed_points(Rational const& change, rulepack::RulePack const& pack) {
  return (change.sign() > 0 ? "+" : "") + points(change, pack);
}

} // namespace

std::string DifferenceWords::label(std::string_view id, std::vector<std::string> const& arguments) const {
  return context_.messages.text(id, context_.language, arguments);
}

std::string DifferenceWords::title() const {
  return label("difference_title",
               {difference_.left.id, difference_.left.title, difference_.right.id, difference_.right.title});
}

std::string DifferenceWords::counts() const {
  auto const count = [&](authoring::DifferentClause::What what) {
    return std::to_string(std::count_if(difference_.clauses.begin(), difference_.clauses.end(),
                                        [&](auto const& each) { return each.what == what; }));
  };
  using What = authoring::DifferentClause::What;
  return label("difference_counts", {count(What::only_left), count(What::only_right), count(What::changed),
                                     count(What::moved), difference_.left.id, difference_.right.id});
}

std::string DifferenceWords::batch_counts() const {
  authoring::BatchDifference const& batch = *difference_.batch;
  return label("difference_batch_counts",
               {std::to_string(batch.compared), std::to_string(batch.other_score),
                std::to_string(batch.other_grade), std::to_string(batch.projects.size())});
}

std::string DifferenceWords::what(authoring::DifferentClause const& clause) const {
  return label("difference_" + std::string(authoring::name(clause.what)),
               {difference_.left.id, difference_.right.id});
}

std::string DifferenceWords::place(std::optional<authoring::Clause> const& clause) const {
  if (!clause) {
    return {};
  }
  std::string const place = place_text(clause->place, context_.sources);
  return place.empty() ? clause->from_pack : place;
}

std::string DifferenceWords::total(std::optional<number::Interval> const& total,
                                   rulepack::RulePack const& pack) const {
  return total ? total->is_point() ? points(*total->low.value, pack) : points_set(*total, pack) : "-";
}

std::string DifferenceWords::score(RowScore const& row, rulepack::RulePack const& pack) const {
  return row.counted ? total(row.score, pack) : "-";
}

std::string DifferenceWords::change(authoring::DifferentProject const& project) const {
  if (!project.left.total || !project.right.total) {
    return "-";
  }
  std::string const low = signed_points(project.low, difference_.right);
  return project.low == project.high ? low : low + "~" + signed_points(project.high, difference_.right);
}

std::string DifferenceWords::grades(std::vector<std::string> const& ids,
                                    rulepack::RulePack const& pack) const {
  std::string names;
  for (std::string const& id : ids) {
    names += (names.empty() ? "" : label("list_separator")) + grade_name(pack, id, context_.language);
  }
  return names.empty() ? "-" : names;
}

std::string DifferenceWords::cap(authoring::ProjectScore const& score, rulepack::RulePack const& pack) const {
  for (rulepack::Rule const& cap : pack.caps) {
    if (cap.id == score.cap) {
      return label("difference_cap_of", {cap.id, cap.when_text, cap.share_text});
    }
  }
  return label("difference_none");
}

std::string DifferenceWords::not_counted(RowScore const& execution, rulepack::RulePack const& pack) const {
  if (execution.row != 0 || execution.counted) {
    return {};
  }
  std::string sums;
  for (Rational const& sum : pack.weights.accepted_sums) {
    sums += (sums.empty() ? "" : label("list_separator")) + sum.plain_text();
  }
  return label("difference_not_counted",
               {pack.id, execution.beside.plain_text(), sums, pack.weights.execution.plain_text()});
}

std::string DifferenceWords::row(RowScore const& row) const {
  return row.row == 0 ? label("difference_execution") : row.name;
}

std::string DifferenceWords::rule(RowScore const& row) {
  return row.rule.empty() ? row.evidence.empty() ? "-" : row.evidence : row.rule;
}

} // namespace jixiao::report
