#pragma once
// A document -> the projects of the tables in it, as the standard table gives them, with an account of every
// cell.
#include "engine/ingest/forms/account.hpp"
#include "engine/model/document.hpp"
#include "engine/model/raw_table.hpp"
#include "engine/vocabulary/forms.hpp"

#include <array>
#include <string>
#include <vector>

namespace jixiao::ingest::forms {

/// Where a cell of a row came from; line 0: it was not printed with the row.
struct CellOrigin {
  std::uint32_t line = 0;
  std::uint32_t column = 0; ///< 1-based
};
using RowOrigin = std::array<CellOrigin, model::column_count>;

struct FormProject {
  model::RawProject raw;
  std::vector<RowOrigin> origins; ///< of each row
  std::uint32_t table = 0;        ///< index into Conversion::tables
  std::string goal, goal_actual;
};

/// A table that was met.
struct FormTable {
  std::string form; ///< id; empty when it is none of the known forms
  std::string title;
  diagnostic::SourceId source = 0;
  std::uint32_t first_line = 0, last_line = 0;
};

struct Conversion {
  std::vector<FormProject> projects;
  std::vector<FormTable> tables;
  std::vector<AccountEntry> account; ///< of every cell that is not blank, in the order of the document
  diagnostic::Diagnostics findings;  ///< that belong to no project
  /// The reader of the standard table would not get the same: facts stand above the rows, cells have drifted,
  /// or there is more than one table.
  bool beyond_standard = false;
};

/// Finds the tables of known forms in `document`.
[[nodiscard]] Conversion convert(model::Document const& document, vocabulary::Vocabulary const& vocabulary,
                                 vocabulary::Forms const& forms);

} // namespace jixiao::ingest::forms
