#include "engine/model/reading.hpp"

#include <cstdlib>

namespace jixiao::model {

std::string_view name(CellKind kind) {
  switch (kind) {
  case CellKind::quantity: return "quantity";
  case CellKind::range: return "range";
  case CellKind::date: return "date";
  case CellKind::period: return "period";
  case CellKind::level: return "level";
  case CellKind::status: return "status";
  case CellKind::text: return "text";
  case CellKind::compound: return "compound";
  case CellKind::empty: return "empty";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(Relation relation) {
  switch (relation) {
  case Relation::at_least: return "at_least";
  case Relation::at_most: return "at_most";
  case Relation::equal: return "equal";
  case Relation::more_than: return "more_than";
  case Relation::less_than: return "less_than";
  case Relation::not_equal: return "not_equal";
  case Relation::about: return "about";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

} // namespace jixiao::model
