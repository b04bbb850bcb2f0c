#pragma once
#include <cstdint>

namespace jixiao::cli {

/// How the program ends; documented in docs/guides/command-line.md.
enum class ExitStatus : std::uint8_t {
  clean = 0,
  findings = 1,    ///< findings of severity error (or warning with --fail-on warning), or failed rule tests
  wrong_usage = 2, ///< or a format that is not available
  unreadable = 3,  ///< an input or a pack could not be read
  internal_fault = 4,
};

/// The worse of two: 4, 2, 3, 1 in this order.
[[nodiscard]] constexpr ExitStatus worse(ExitStatus left, ExitStatus right) {
  constexpr std::uint8_t order[] = {0, 1, 3, 2, 4};
  return order[static_cast<std::uint8_t>(left)] >= order[static_cast<std::uint8_t>(right)] ? left : right;
}

} // namespace jixiao::cli
