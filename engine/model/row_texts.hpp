#pragma once
// The texts of a row's cells, all in one storage: a row is copied, exchanged and read as one piece.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::model {

template <std::size_t count>
class RowTexts {
public:
  /// Lives until a text of this row is set. Constant, so that nobody assigns to it in vain.
  [[nodiscard]] std::string_view const operator[](std::size_t cell) const {
    Stretch const each = stretches_[cell];
    return {text_.data() + each.begin, each.size};
  }
  [[nodiscard]] static constexpr std::size_t size() { return count; }

  void set(std::size_t cell, std::string_view text) {
    auto const begin = static_cast<std::uint32_t>(text_.size());
    text_.append(text); // what the cell had stays behind: few cells are set twice
    stretches_[cell] = {begin, static_cast<std::uint32_t>(text.size())};
  }
  void clear() {
    text_.clear();
    stretches_.fill({});
  }

  /// Takes a whole line, of which `point` then tells the cells; those that it does not tell have what they
  /// had before only if they were blank.
  void take_line(std::string_view line) { text_.assign(line); }
  /// `cell` is the part of the line that begins at `begin`.
  void point(std::size_t cell, std::size_t begin, std::size_t size) {
    stretches_[cell] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size)};
  }

private:
  struct Stretch {
    std::uint32_t begin = 0, size = 0;
  };

  std::string text_;
  std::array<Stretch, count> stretches_{};
};

} // namespace jixiao::model
