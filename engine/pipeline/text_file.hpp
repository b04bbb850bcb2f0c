#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::pipeline {

struct TextFile {
  std::optional<std::string> text; ///< absent when it could not be read
  std::string reason;              ///< of system_reason
};

/// The whole of a small regular file, at most `limit` bytes.
[[nodiscard]] TextFile read_text_file(std::filesystem::path const& path, std::size_t limit);

/// Writes `text` beside `path` and renames it there, so that a reader never sees half a file: where a link
/// leads, and straight into what is a device or a pipe. Empty on success, else the reason (of system_reason).
[[nodiscard]] std::string write_text_file(std::filesystem::path const& path, std::string_view text);

} // namespace jixiao::pipeline
