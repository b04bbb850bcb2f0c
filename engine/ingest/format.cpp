#include "engine/ingest/encoding.hpp"
#include "engine/ingest/signature.hpp"
#include "engine/ingest/standard_table.hpp"

#include <algorithm>
#include <array>

namespace jixiao::ingest {

namespace {

bool ends_with(std::string_view name, std::string_view end) {
  auto const same = [](char left, char right) { return (left | 0x20) == (right | 0x20); };
  return name.size() >= end.size()
         && std::equal(end.begin(), end.end(), name.end() - static_cast<std::ptrdiff_t>(end.size()), same);
}

/// Bytes that no text has, so that a damaged workbook is not taken for one.
bool is_binary(std::string_view bytes) {
  return encoding_of_start(bytes).encoding == Encoding::utf8
         && encoding_of_odd_bytes(bytes) == Encoding::unknown;
}

} // namespace

Format detect_format(std::string_view first_bytes, std::string_view file_name) {
  if (signature_of(first_bytes) != Signature::text) {
    return Format::xlsx; // whatever it is: its reader says what is wrong with it
  }
  constexpr std::array<std::string_view, 5> workbooks{".xlsx", ".xlsm", ".xls", ".et", ".ods"};
  auto const is_named = [file_name](std::string_view end) { return ends_with(file_name, end); };
  if (std::any_of(workbooks.begin(), workbooks.end(), is_named) && is_binary(first_bytes)) {
    return Format::xlsx;
  }
  if (is_named(".tsv") || is_named(".tab")) {
    return Format::tsv;
  }
  // Spreadsheet programs call a table with tabs .txt, other programs call it .csv.
  auto const count = [first_bytes](char c) { return std::count(first_bytes.begin(), first_bytes.end(), c); };
  return count('\t') > count(',') ? Format::tsv : Format::csv;
}

} // namespace jixiao::ingest
