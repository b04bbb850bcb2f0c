#pragma once
#include "engine/number/rational.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::model {

/// What a number measures. All counts share one dimension; classifiers that differ compare with a warning,
/// and the pairs listed in units.yaml refuse.
enum class Dimension : std::uint8_t {
  none,
  money,
  time,
  ratio,
  score,
  data,
  area,
  length,
  mass,
  count,
  other
};

/// One unit of units.yaml. A number in this unit times `scale` is the number in the dimension's base unit
/// (yuan, second, 1 for ratios; for counts the classifier itself).
struct Unit {
  std::string id;
  Dimension dimension = Dimension::none;
  number::Rational scale = 1;
  std::string base; ///< name of the base unit as shown
};

[[nodiscard]] std::string_view name(Dimension dimension); ///< "money", for JSON and rules

/// A number in base units. `per` and `per2` are the denominators of a rate, `none` when it is not one.
struct Quantity {
  number::Rational value;
  std::string unit; ///< base unit as shown, `yuan/person` forms for rates
  Dimension dimension = Dimension::none;
  Dimension per = Dimension::none;
  Dimension per2 = Dimension::none;
  bool unit_known = false; ///< false: a bare number, dimension `none`
};

} // namespace jixiao::model
