#include "engine/model/unit.hpp"

#include <cstdlib>

namespace jixiao::model {

std::string_view name(Dimension dimension) {
  switch (dimension) {
  case Dimension::none: return "none";
  case Dimension::money: return "money";
  case Dimension::time: return "time";
  case Dimension::ratio: return "ratio";
  case Dimension::score: return "score";
  case Dimension::data: return "data";
  case Dimension::area: return "area";
  case Dimension::length: return "length";
  case Dimension::mass: return "mass";
  case Dimension::count: return "count";
  case Dimension::other: return "other";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

} // namespace jixiao::model
