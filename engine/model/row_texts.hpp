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
  struct Stretch {
    std::uint32_t begin = 0, size = 0;
  };
  using Stretches = std::array<Stretch, count>;

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

  /// Takes a whole line and where its cells stand in it.
  void take_line(std::string_view line, Stretches const& cells) {
    text_.assign(line);
    stretches_ = cells;
  }

private:
  std::string text_;
  Stretches stretches_{};
};

} // namespace jixiao::model
