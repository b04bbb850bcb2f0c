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

} // namespace jixiao::model
