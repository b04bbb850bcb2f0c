#include "tests/support/files.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace jixiao::test {

std::filesystem::path source_path(std::string const& relative) {
  return std::filesystem::path(JIXIAO_SOURCE_DIR) / relative;
}

std::string read_file(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw std::runtime_error("cannot read " + path.string());
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string read_source(std::string const& relative) {
  return read_file(source_path(relative));
}

std::vector<CaseRow> read_rows(std::string const& relative) {
  std::string const text = read_source(relative);
  std::vector<CaseRow> rows;
  CaseRow row{1, {""}};
  bool quoted = false;
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char const c = text[at];
    if (c == '\n') {
      ++line;
    }
    if (quoted) {
      if (c != '"') {
        row.fields.back() += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        row.fields.back() += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"' && row.fields.back().empty()) {
      quoted = true;
    } else if (c == ',') {
      row.fields.emplace_back();
    } else if (c == '\n') {
      rows.push_back(std::move(row));
      row = CaseRow{line, {""}};
    } else if (c != '\r') {
      row.fields.back() += c;
    }
  }
  return rows;
}

std::vector<CaseRow> read_cases(std::string const& relative) {
  std::vector<CaseRow> rows = read_rows(relative);
  std::vector<CaseRow> result;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    bool const blank = rows[i].fields.size() == 1 && rows[i].fields[0].empty();
    if (!blank && rows[i].fields[0].rfind('#', 0) != 0) {
      result.push_back(std::move(rows[i]));
    }
  }
  return result;
}

} // namespace jixiao::test
