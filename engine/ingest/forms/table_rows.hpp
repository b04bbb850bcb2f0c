#pragma once
// The lines below a header to projects and their rows.
#include "engine/ingest/forms/draft.hpp"
#include "engine/ingest/forms/printed_total.hpp"

#include <array>
#include <optional>
#include <vector>

namespace jixiao::ingest::forms {

/// Rows of one project, and what their lines say about it.
struct ProjectDraft {
  std::array<std::optional<DraftCell>, vocabulary::row_field_count> cells; ///< fields of the project
  std::vector<Draft> rows;
  diagnostic::Diagnostics findings;

  [[nodiscard]] std::optional<DraftCell> const& operator[](model::Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }
};

struct TableDraft {
  std::vector<ProjectDraft> projects;
  std::vector<PrintedTotal> totals;
  diagnostic::Diagnostics findings;
  diagnostic::SourceId source = 0;
  std::size_t end = 0;               ///< first line behind the rows
  bool bare_project_follows = false; ///< line `end` is the first row of a project that nothing names
};

/// Adds the line of sums to `table`.
void take_total(Line const& line, RowHeader const& header, Words const& words, diagnostic::SourceId source,
                TableDraft& table);

/// Reads the rows below `header` as far as they go, at most to line `most`. `answers`: the last cell of a row
/// says what was done. Every cell is entered in `account`.
[[nodiscard]] TableDraft read_rows(Lines const& lines, RowHeader const& header, std::size_t most,
                                   bool answers, Words const& words, diagnostic::SourceId source,
                                   Account& account);

} // namespace jixiao::ingest::forms
