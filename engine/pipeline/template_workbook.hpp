#pragma once
// The blank workbook of the standard table that `jixiao template` writes.
#include "engine/vocabulary/messages.hpp"

#include <filesystem>

namespace jixiao::pipeline {

enum class TemplateResult : std::uint8_t {
  written,
  unavailable, ///< libxlsxwriter is not installed
  failed,      ///< the file could not be written
};

/// Writes the workbook to `path`: a sheet with the headers to fill in, and one that explains each column.
/// The same bytes every time. Its words stand in rules/messages/template.yaml.
[[nodiscard]] TemplateResult write_template(std::filesystem::path const& path,
                                            vocabulary::Messages const& messages,
                                            vocabulary::Language language);

} // namespace jixiao::pipeline
