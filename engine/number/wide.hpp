#pragma once
// Integers of 128 bits and the greatest common divisor: for the .cpp files of this folder.
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace jixiao::number {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

/// |value|, right for the lowest value as well.
[[nodiscard]] constexpr std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}
[[nodiscard]] constexpr UnsignedWide magnitude(Wide value) {
  return value < 0 ? UnsignedWide{0} - static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

[[nodiscard]] constexpr bool fits(Wide value) {
  return value == static_cast<Wide>(static_cast<std::int64_t>(value));
}

/// Greatest common divisor; of 0 and n it is n. One remainder of the larger first, so that operands of
/// unequal length (a sum of money and a divisor of 100, a weight and a target) do not cost one step a bit.
[[nodiscard]] constexpr std::uint64_t common_divisor(std::uint64_t left, std::uint64_t right) {
  if (left < right) {
    std::uint64_t const larger = right;
    right = left;
    left = larger;
  }
  if (right == 0) {
    return left;
  }
  left %= right;
  if (left == 0) {
    return right;
  }
  int const twos = std::countr_zero(left | right);
  left >>= std::countr_zero(left);
  right >>= std::countr_zero(right);
  // The zeros of the difference are counted before its sign is known, which shortens the chain of a step.
  while (left != right) {
    std::uint64_t const difference = left - right;
    int const zeros = std::countr_zero(difference);
    bool const above = left > right;
    right = above ? right : left;
    left = (above ? difference : std::uint64_t{0} - difference) >> zeros;
  }
  return left << twos;
}

inline constexpr std::int32_t small_power_limit = 18;

/// 10^exponent for exponents from 0 to small_power_limit.
inline constexpr auto small_powers_of_ten = [] {
  std::array<std::int64_t, small_power_limit + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) {
    powers[i] = powers[i - 1] * 10;
  }
  return powers;
}();

/// 5^exponent for the same exponents.
inline constexpr auto small_powers_of_five = [] {
  std::array<std::int64_t, small_power_limit + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) {
    powers[i] = powers[i - 1] * 5;
  }
  return powers;
}();

} // namespace jixiao::number
