#pragma once
#include "engine/number/rational.hpp"

namespace jixiao::number {

/// Adds up fractions most of which end after a few decimals, as points do: the same as `+=`, but without a
/// common divisor for each of them.
class DecimalSum {
public:
  void add(Rational const& term);
  [[nodiscard]] Rational total() const;

private:
  std::int64_t units_ = 0; ///< of the terms that are whole units of 10^-places
  Rational rest_;          ///< of all others
};

} // namespace jixiao::number
