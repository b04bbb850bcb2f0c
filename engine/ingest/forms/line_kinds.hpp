#pragma once
// Lines among and behind the rows that are no rows: what each of them is.
#include "engine/ingest/forms/header_line.hpp"

namespace jixiao::ingest::forms {

/// A number of a page, or "continued".
[[nodiscard]] bool is_page_mark(Line const& line, Words const& words);

/// Numbers of the columns, from 1 on, bare or in brackets, as some forms print them below the heads.
[[nodiscard]] bool is_column_numbers(Line const& line);

/// A line of sums: of points, or of a unit's projects. It has no target and no answer: what has both is an
/// indicator, whatever its name.
[[nodiscard]] bool is_total_line(Line const& line, RowHeader const& header, Words const& words);

/// A heading among the rows ("1. Outputs (50)") with the points of the rows below it, or without.
[[nodiscard]] bool is_section_line(Line const& line, RowHeader const& header, Words const& words);

/// What stands below the rows of a form: who filled it in, notes, conclusions.
[[nodiscard]] bool is_footer_line(Line const& line, RowHeader const& header, Words const& words);

/// Such a line of a text with several labels: "filled in by: ...", "telephone: ...".
[[nodiscard]] bool is_line_of_labels(Line const& line, RowHeader const& header, Words const& words);

/// A text of its own above rows that add points to those of the same project.
[[nodiscard]] bool is_bonus_heading(Line const& line, Words const& words);

/// Such a heading, and it does not say that there are none ("none" behind a colon or in brackets).
[[nodiscard]] bool begins_bonus(Line const& line, Words const& words);

/// A footer among rows, or one cell of an author's grid across name and target: a note, a heading.
[[nodiscard]] bool is_remark(Line const& line, RowHeader const& header, Words const& words);

/// Target, answer and points, each in a cell of its own: a row, whatever its first cell says. Where columns
/// drift: two values with their signs or units, and points.
[[nodiscard]] bool is_measured(Line const& line, RowHeader const& header, Words const& words);

/// The level in "outputs, subtotal": a level and a word for a sum in one cell; empty when `text` is none.
[[nodiscard]] std::string_view level_of_sum(std::string_view text, Words const& words);

/// Behind the sum of all rows: no level, no points, and no value asked for. Approvals and signatures look so.
[[nodiscard]] bool stands_below_rows(Line const& line, RowHeader const& header, Words const& words);

/// Both are words for one level.
[[nodiscard]] bool same_level(std::string_view left, std::string_view right, Words const& words);

/// The cell is a word for a level.
[[nodiscard]] bool is_level(Cell const& cell, Words const& words);

/// A cell of the line is a word for a level and nothing else: it is a row.
[[nodiscard]] bool names_level(Line const& line, Words const& words);

/// The label that a cell is, or begins with before its colon.
[[nodiscard]] std::optional<LabelRead> label_of(Cell const& cell, Words const& words);

} // namespace jixiao::ingest::forms
