#pragma once
// Facts that stand in tables of their own: authors put project, budget and goal into tables beside that of
// the indicators.
#include "engine/ingest/forms/header_line.hpp"

#include <vector>

namespace jixiao::ingest::forms {

/// The lines that say what the rows of a header are of.
struct FactLines {
  std::size_t begin = 0;          ///< where the table begins with all that belongs to it
  std::vector<std::size_t> lines; ///< from top to bottom
};

/// Those in the header's own part; when they name no project, those in the parts right above it, or `behind`
/// its rows. Between these parts may stand headings of blocks, captions and marks of pages; any other text
/// ends the search. `least`: lines before it belong to other tables.
[[nodiscard]] FactLines find_facts(Lines const& lines, RowHeader const& header, std::size_t least,
                                   bool behind, Words const& words);

/// Facts stand behind the rows: none names a project before the first `header`, and behind the last one a
/// table does.
[[nodiscard]] bool facts_stand_behind(Lines const& lines, std::size_t header, Words const& words);

/// The line says what project the rows are of.
[[nodiscard]] bool names_project(Line const& line, Words const& words);

/// Every cell of the line is a caption.
[[nodiscard]] bool is_line_of_facts(Line const& line, Words const& words);

/// A table that says of which project, and how much money or what goal it has.
[[nodiscard]] bool holds_facts(Lines const& lines, std::size_t begin, std::size_t end, Words const& words);

} // namespace jixiao::ingest::forms
