#include "engine/model/evaluation.hpp"

#include <cstdlib>

namespace jixiao::model {

std::string_view name(Status status) {
  switch (status) {
  case Status::scored: return "scored";
  case Status::assumed: return "assumed";
  case Status::open: return "open";
  case Status::not_applicable: return "not_applicable";
  case Status::excluded: return "excluded";
  case Status::unreadable: return "unreadable";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(LedgerColumn column) {
  switch (column) {
  case LedgerColumn::none: return "none";
  case LedgerColumn::answered: return "answered";
  case LedgerColumn::claimed: return "claimed";
  case LedgerColumn::unanswered: return "unanswered";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(WeightOrigin origin) {
  switch (origin) {
  case WeightOrigin::none: return "none";
  case WeightOrigin::printed: return "printed";
  case WeightOrigin::distributed: return "distributed";
  case WeightOrigin::remainder: return "remainder";
  case WeightOrigin::judged: return "judged";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::optional<number::Interval> attainment_of(Facts const& facts) {
  std::optional<number::Interval> const& actual = facts.number(NumberField::actual);
  std::optional<number::Interval> const& target = facts.number(NumberField::target);
  if (!actual || !target || facts.truth(TruthField::quantity) != Truth::yes || !target->is_point()
      || target->low.value->sign() <= 0) {
    return std::nullopt;
  }
  return number::divide(*actual, *target);
}

std::optional<number::Interval> attainment_of(ScoredIndicator const& row) {
  if (row.status == Status::excluded || row.indicator.comparisons.size() != 1) {
    return std::nullopt;
  }
  return attainment_of(row.indicator.comparisons.front().facts);
}

} // namespace jixiao::model
