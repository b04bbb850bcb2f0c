#pragma once
// Digits of a number that fits 64 bits: for the .cpp files of this folder.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jixiao::number {

/// "00", "01" ... "99": two digits at a time halve the divisions.
inline constexpr auto digit_pairs = [] {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < pairs.size(); i += 2) {
    pairs[i] = static_cast<char>('0' + i / 20);
    pairs[i + 1] = static_cast<char>('0' + i / 2 % 10);
  }
  return pairs;
}();

/// The text of `units` of 10^-places, places from 0 to 18; lives as long as this object.
class FixedDigits {
public:
  FixedDigits(bool negative, std::uint64_t units, std::int32_t places) {
    std::int32_t left = places;
    for (; left >= 2; left -= 2) {
      put_pair(units % 100);
      units /= 100;
    }
    if (left == 1) {
      put(units % 10);
      units /= 10;
    }
    if (places > 0) {
      digits_[--begin_] = '.';
    }
    for (; units >= 100; units /= 100) {
      put_pair(units % 100);
    }
    if (units >= 10) {
      put_pair(units);
    } else {
      put(units);
    }
    if (negative) {
      digits_[--begin_] = '-';
    }
  }
  [[nodiscard]] std::string_view text() const { return {&digits_[begin_], digits_.size() - begin_}; }

private:
  void put(std::uint64_t digit) { digits_[--begin_] = static_cast<char>('0' + digit); }
  void put_pair(std::uint64_t pair) {
    digits_[--begin_] = digit_pairs[2 * pair + 1];
    digits_[--begin_] = digit_pairs[2 * pair];
  }

  std::array<char, 24> digits_; // NOLINT: 20 digits, a point and a sign, written from the end
  std::size_t begin_ = 24;
};

} // namespace jixiao::number
