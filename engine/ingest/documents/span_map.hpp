#pragma once
// Which cells of a grid are covered by merged cells, however large these claim to be.
#include <cstddef>
#include <cstdint>
#include <map>

namespace jixiao::ingest::documents {

class SpanMap {
public:
  struct Span {
    std::uint32_t row = 0, column = 0; ///< of its first cell
    std::uint32_t last_row = 0, last_column = 0;
  };

  /// Takes the place of a merged cell; false, and nothing is taken, when another one reaches into it. Rows
  /// must not descend.
  bool occupy(Span const& span);
  /// The merged cell over a place, its own first cell included; nullptr when there is none. Rows must not
  /// descend.
  [[nodiscard]] Span const* over(std::uint32_t row, std::uint32_t column);
  /// No merged cell reaches down to `row` or further.
  void end_above(std::uint32_t row);
  /// Occupations that were refused.
  [[nodiscard]] std::size_t overlaps() const { return overlaps_; }

private:
  std::map<std::uint32_t, Span> active_; ///< by first column; those that ended above are dropped when met
  std::size_t overlaps_ = 0;
};

} // namespace jixiao::ingest::documents
