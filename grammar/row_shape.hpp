#pragma once
// The cells of a table row by what they are: a level, a sign, a number. Finds the row in a line of a
// published table wherever its cells have drifted to.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace jixiao::grammar {

/// What a cell can be; several at once ("satisfaction" is a level 1, a level 2 and a name).
enum class CellSort : std::uint8_t {
  blank,     ///< no text
  level1,    ///< names a level 1
  level2,    ///< names a level 2
  relation,  ///< a sign or word of comparison and nothing else, or "qualitative"
  number,    ///< digits and nothing else
  unit,      ///< a unit of measure
  direction, ///< more is better, less is better
  common,    ///< a word of everyday language: names a level beside another level only
  text,      ///< anything that is not blank
};

struct RowCell {
  std::uint16_t sorts = 0;

  [[nodiscard]] constexpr bool is(CellSort sort) const {
    return (sorts >> static_cast<unsigned>(sort) & 1u) != 0;
  }
  constexpr void set(CellSort sort) {
    sorts = static_cast<std::uint16_t>(sorts | 1u << static_cast<unsigned>(sort));
  }
};

/// Which cells of a line are what; indices into the cells given. What no field names is for the columns to
/// decide.
struct RowShape {
  std::optional<std::size_t> level1, level2, name, relation, value, unit;
  bool measured = false; ///< the row has a relation cell: name and value are known by it
};

/// The row in `cells`, blank cells included. No value when they are no row of indicators by what they are: no
/// level and no relation stands in them.
[[nodiscard]] std::optional<RowShape> find_row(std::span<RowCell const> cells);

} // namespace jixiao::grammar
