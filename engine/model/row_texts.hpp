#pragma once
// The texts of a row's cells, all in one storage: a row is copied, exchanged and read as one piece.
#include "engine/model/padded_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

  /// The same text.
  [[nodiscard]] PaddedText padded(std::size_t cell) const {
    Stretch const each = stretches_[cell];
    return {text_.data() + each.begin, each.size};
  }

  void set(std::size_t cell, std::string_view text) {
    auto const begin = static_cast<std::uint32_t>(used_); // what the cell had stays behind: few are set twice
    if (!fits(used_ + text.size())) {
      std::string const own(text); // it may stand in this storage
      grow(used_ + own.size());
      return set(cell, own);
    }
    if (!text.empty()) {
      std::memmove(text_.data() + used_, text.data(), text.size());
      used_ += text.size();
    }
    stretches_[cell] = {begin, static_cast<std::uint32_t>(text.size())};
  }
  void clear() {
    used_ = 0;
    stretches_.fill({});
    grow(0);
  }

  /// Takes a whole line and where its cells stand in it.
  void take_line(std::string_view line, Stretches const& cells) {
    if (!fits(line.size())) {
      grow(line.size());
    }
    std::memcpy(text_.data(), line.data(), line.size());
    used_ = line.size();
    stretches_ = cells;
  }

private:
  [[nodiscard]] bool fits(std::size_t used) const { return used + PaddedText::readable <= text_.size(); }
  void grow(std::size_t used) { text_.resize(std::max(text_.size(), used + PaddedText::readable)); }

  std::string text_ =
      std::string(PaddedText::readable, '\0'); ///< what is used, and what may be read behind it
  std::size_t used_ = 0;
  Stretches stretches_{};
};

} // namespace jixiao::model
