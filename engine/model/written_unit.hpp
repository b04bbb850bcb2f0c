#pragma once
// The unit in which a row writes its numbers, which need not be the one in which they are compared.
#include "engine/model/indicator.hpp"

#include <optional>
#include <string>

namespace jixiao::model {

struct WrittenUnit {
  std::string unit;           ///< as written; empty for bare numbers
  number::Rational factor;    ///< one of it in the unit of the comparison
  number::Rational precision; ///< the last place that the row writes; of measures, at least hundredths
};

/// Of a row with one comparison of one number with another; none where nothing says it.
[[nodiscard]] std::optional<WrittenUnit> written_unit(Indicator const& indicator);

} // namespace jixiao::model
