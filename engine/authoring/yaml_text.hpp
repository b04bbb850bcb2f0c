#pragma once
// A YAML text beside its tree: how things stood on their lines, and how they are written again.
#include "engine/configuration/node.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::authoring {

class YamlText {
public:
  /// `text` must outlive this object.
  explicit YamlText(std::string_view text);

  explicit operator std::string_view() const { return text_; }
  [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// Nothing but blanks stands on `line` (1-based); false for lines that there are not.
  [[nodiscard]] bool is_empty(std::uint32_t line) const;
  /// The line on which `node` ends, as far as its parts tell.
  [[nodiscard]] std::uint32_t last_line(configuration::Node const& node) const;
  /// A scalar, or a map or list that stood in braces or brackets on one line.
  [[nodiscard]] bool is_flat(configuration::Node const& node) const;

private:
  [[nodiscard]] std::string_view line(std::uint32_t number) const;

  std::string_view text_;
  std::vector<std::size_t> starts_; ///< offset of each line
};

/// A key as it is written: quoted where it could be taken for something else.
[[nodiscard]] std::string key_text(std::string_view key);
/// Anything on one line, maps in braces and lists in brackets.
[[nodiscard]] std::string flat_text(configuration::Node const& node);

} // namespace jixiao::authoring
