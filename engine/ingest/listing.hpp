#pragma once
// Texts listed in a finding: all are counted, the first ones are shown.
#include <cstddef>
#include <string>
#include <string_view>

namespace jixiao::ingest {

class Listing {
public:
  void add(std::string_view text);
  void add(Listing const& other);
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The texts, separated by " | "; "..." stands for those that are not shown.
  [[nodiscard]] std::string text() const { return shown_ < count_ ? text_ + " | ..." : text_; }

private:
  std::string text_;
  std::size_t count_ = 0;
  std::size_t shown_ = 0;
};

/// The front of `text` as UTF-8, cut between characters, with "..." when it was cut.
[[nodiscard]] std::string shortened(std::string_view text);

} // namespace jixiao::ingest
