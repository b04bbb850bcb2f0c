#pragma once
// Rows for tests of lowering: single rows written as cells, and whole tables of examples/.
#include "engine/lowering/lower.hpp"
#include "engine/model/indicator.hpp"
#include "engine/model/raw_table.hpp"

#include <map>
#include <string>
#include <vector>

namespace jixiao::test {

using Cells = std::map<model::Column, std::string>;

/// A project of `rows` below a header that has the columns of the first row and `extra`; the header stands in
/// row 1 and column n of the table is the n-th of model::Column.
[[nodiscard]] model::RawProject raw_project(std::vector<Cells> const& rows,
                                            std::vector<model::Column> const& extra = {},
                                            std::map<model::Column, std::string> const& units = {});

/// Lowers one row beside a budget block in ten thousand yuan.
[[nodiscard]] model::Indicator lower_row(Cells cells, std::string const& year = "2021");

/// The projects of a CSV file of the source tree, as the standard table reads it.
[[nodiscard]] std::vector<model::RawProject> read_table(std::string const& relative);

/// One reader for all tests of the program.
[[nodiscard]] lowering::Reader const& reader();

/// Codes of the findings, in their order, joined by blanks.
[[nodiscard]] std::string codes(diagnostic::Diagnostics const& findings);

/// Checks one token of a table: `assumed`, `!assumed`, `met?` for truths, `relation=at_least` for words,
/// `target=5` or `actual=[98, 100)` for numbers, `unit=x` for the common unit, `label=x` for the part. The
/// empty text when it holds, else what stands there instead.
[[nodiscard]] std::string check_token(model::Comparison const& comparison, std::string const& token);

/// Tokens of a cell of the table: separated by blanks, brackets hold together.
[[nodiscard]] std::vector<std::string> split_tokens(std::string const& text, char separator = ' ');

} // namespace jixiao::test
