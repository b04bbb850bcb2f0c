#pragma once
#include <cstdint>

namespace jixiao::number {

/// How `round` decides. half_up is the schoolbook rule: away from zero on a tie: 2.345 -> 2.35, -2.345 ->
/// -2.35.
enum class Rounding : std::uint8_t {
  half_up,   ///< to nearest, ties away from zero
  half_even, ///< to nearest, ties to the even digit
  down,      ///< towards zero
  up,        ///< away from zero
  floor,     ///< towards minus infinity
  ceiling,   ///< towards plus infinity
  never,     ///< exact, or no value at all
};

} // namespace jixiao::number
