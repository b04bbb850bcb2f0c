#pragma once
// Line and byte column of a parser -> line and column as people count them. Private to this folder.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao::configuration {

/// Counts characters in constant time per question, however long a line is: a file of one line with 200,000
/// nodes must not cost the square of its length.
class TextPosition {
public:
  /// `text` must be UTF-8 and outlive this object.
  explicit TextPosition(std::string_view text);

  /// 1-based column in characters of the byte `byte_column` (0-based) of line `line` (0-based).
  [[nodiscard]] std::uint32_t column(std::size_t line, std::size_t byte_column) const;
  /// Byte offset of that place, at most the size of the text.
  [[nodiscard]] std::size_t offset(std::size_t line, std::size_t byte_column) const;
  /// 0-based line that holds the byte at `offset`.
  [[nodiscard]] std::size_t line_of(std::size_t offset) const;
  [[nodiscard]] std::size_t line_start(std::size_t line) const;

private:
  [[nodiscard]] std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> lines_;   ///< offset of the first byte of each line
  std::vector<std::size_t> counted_; ///< characters before each block of bytes
};

} // namespace jixiao::configuration
