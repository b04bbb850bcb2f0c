#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace jixiao::test {

/// Path of a file of the source tree.
[[nodiscard]] std::filesystem::path source_path(std::string const& relative);
[[nodiscard]] std::string read_file(std::filesystem::path const& path);
[[nodiscard]] std::string read_source(std::string const& relative);

/// `line` is the line in the file, for INFO.
struct CaseRow {
  std::size_t line = 0;
  std::vector<std::string> fields;
};
/// All rows of a CSV table (RFC 4180).
[[nodiscard]] std::vector<CaseRow> read_rows(std::string const& relative);
/// Rows of a CSV table of cases, without its header and without lines that begin with '#'.
[[nodiscard]] std::vector<CaseRow> read_cases(std::string const& relative);

} // namespace jixiao::test
