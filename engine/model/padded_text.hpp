#pragma once
// A text that can be read in steps which do not depend on its length.
#include "engine/model/unreadable_cell.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace jixiao::model {

/// A text behind whose begin so many bytes may be read, whatever its size: what lies beyond it means nothing.
/// Lengths change from cell to cell, and a processor that guesses them wrong waits longer than the work
/// takes.
struct PaddedText {
  static constexpr std::size_t readable = 32;
  char const* data;
  std::size_t size;

  [[nodiscard]] std::string_view view() const { return {data, size}; }
};

/// The text that a cell says, as for a plain text.
[[nodiscard]] inline PaddedText said_text(PaddedText cell) {
  return {cell.data, said_text(cell.view()).size()};
}

/// `to = from`; of a short text always as many bytes are copied. `from` must not be part of `to`.
inline void assign_text(std::string& to, PaddedText from) {
  if (from.size > PaddedText::readable) {
    to.assign(from.data, from.size);
    return;
  }
  to.assign(from.data, PaddedText::readable);
  to.resize(from.size);
}

} // namespace jixiao::model
