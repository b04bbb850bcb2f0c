#pragma once
// What recognising a form may notice. The texts stand in rules/messages/forms.yaml.
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::ingest::forms::findings {

using diagnostic::Code;
using diagnostic::Severity;

// The document
inline constexpr Code form_recognised{"form_recognised", Severity::info}; ///< {0} form {1} projects {2} rows
inline constexpr Code title_not_of_form{"title_not_of_form", Severity::info}; ///< {0} title {1} form
inline constexpr Code form_unknown{"form_unknown", Severity::error};          ///< {0} heads {1} nearest form
/// {0} heads of the lower line
inline constexpr Code heads_below_unplaced{"heads_below_unplaced", Severity::error};
inline constexpr Code heads_unknown{"heads_unknown", Severity::warning}; ///< {0} heads
/// {0} heads that are left out
inline constexpr Code other_period_left_out{"other_period_left_out", Severity::warning};
inline constexpr Code other_set_left_out{"other_set_left_out", Severity::error}; ///< the same
/// {0} year {1} heads that are left out
inline constexpr Code other_year_left_out{"other_year_left_out", Severity::warning};
inline constexpr Code halves_stacked{"halves_stacked", Severity::info};        ///< {0} rows of the right half
inline constexpr Code rows_continued{"rows_continued", Severity::warning};     ///< {0} rows
inline constexpr Code form_without_rows{"form_without_rows", Severity::error}; ///< {0} form
/// {0} cells {1} lines
inline constexpr Code rows_without_header{"rows_without_header", Severity::error};
/// {0} cells {1} lines
inline constexpr Code facts_without_rows{"facts_without_rows", Severity::warning};
inline constexpr Code table_not_understood{"table_not_understood", Severity::info}; ///< {0} cells {1} lines
/// {0} cells {1} lines {2} nearest form
inline constexpr Code table_like_a_form{"table_like_a_form", Severity::warning};
inline constexpr Code columns_cut_off{"columns_cut_off", Severity::warning};           ///< {0} texts
inline constexpr Code document_without_form{"document_without_form", Severity::error}; ///< {0} first texts

// The project
inline constexpr Code label_lost{"label_lost", Severity::info};                      ///< {0} field {1} value
inline constexpr Code project_from_report{"project_from_report", Severity::warning}; ///< {0} name {1} line
inline constexpr Code short_row_taken{"short_row_taken", Severity::info};            ///< {0} name {1} points
inline constexpr Code points_of_levels{"points_of_levels", Severity::warning};   ///< {0} head {1} its column
inline constexpr Code name_may_be_unit{"name_may_be_unit", Severity::warning};   ///< {0} text
inline constexpr Code name_undecided{"name_undecided", Severity::warning};       ///< {0} text
inline constexpr Code bonus_rows{"bonus_rows", Severity::warning};               ///< {0} heading
inline constexpr Code bonus_ended{"bonus_ended", Severity::warning};             ///< {0} heading {1} level
inline constexpr Code project_name_lost{"project_name_lost", Severity::warning}; ///< {0} title
inline constexpr Code year_not_found{"year_not_found", Severity::warning};
inline constexpr Code label_without_value{"label_without_value", Severity::warning}; ///< {0} label
/// {0} field {1} and {2} amounts
inline constexpr Code amounts_contradict{"amounts_contradict", Severity::warning};
/// {0} field {1} unit printed for the other amounts
inline constexpr Code money_unit_shared{"money_unit_shared", Severity::warning};
inline constexpr Code year_from_line{"year_from_line", Severity::info}; ///< {0} year {1} text
/// {0} adjusted target {1} head of its column {2} target at first
inline constexpr Code adjusted_target_taken{"adjusted_target_taken", Severity::info};
/// {0} title {1} its year {2} year that a label says
inline constexpr Code title_of_other_year{"title_of_other_year", Severity::warning};
inline constexpr Code levels_begin_anew{"levels_begin_anew",
                                        Severity::error}; ///< {0} level {1} sum of points
/// {0} name of a row {1} sum of points
inline constexpr Code points_of_two_projects{"points_of_two_projects", Severity::error};
inline constexpr Code forms_side_by_side{"forms_side_by_side", Severity::error}; ///< {0} heads
inline constexpr Code tasks_passed_over{"tasks_passed_over", Severity::info};    ///< {0} label {1} lines
inline constexpr Code amounts_without_heads{"amounts_without_heads",
                                            Severity::warning}; ///< {0} label {1} amounts
inline constexpr Code head_cell_undecided{"head_cell_undecided", Severity::warning}; ///< {0} text
inline constexpr Code total_agrees{"total_agrees", Severity::info}; ///< {0} printed {1} field
/// {0} printed {1} field {2} rows {3} execution
inline constexpr Code total_agrees_with_execution{"total_agrees_with_execution", Severity::info};
/// {0} printed {1} computed {2} field
inline constexpr Code total_agrees_rounded{"total_agrees_rounded", Severity::info};
/// The same
inline constexpr Code total_differs{"total_differs", Severity::warning};
/// The same and {3} printed for the execution, part of {1}
inline constexpr Code total_differs_with_execution{"total_differs_with_execution", Severity::warning};

// Rows
inline constexpr Code fragment_doubtful{"fragment_doubtful", Severity::warning}; ///< {0} texts
inline constexpr Code rows_moved{"rows_moved", Severity::info}; ///< {0} rows {1} columns {2} left or right
inline constexpr Code cells_drifted{"cells_drifted", Severity::info}; ///< {0} texts
/// {0} texts
inline constexpr Code remark_passed_over{"remark_passed_over", Severity::info}; ///< {0} text
inline constexpr Code row_slipped{"row_slipped", Severity::warning};
inline constexpr Code row_cut_off{"row_cut_off", Severity::warning}; ///< {0} name {1} columns lost
inline constexpr Code fragment_joined{"fragment_joined",
                                      Severity::info}; ///< {0} fragment {1} field {2} whole
/// {0} field {1} its text {2} limit in bytes
inline constexpr Code cell_too_long_to_join{"cell_too_long_to_join", Severity::warning};
inline constexpr Code number_broken{"number_broken", Severity::warning};    ///< {0} text
inline constexpr Code points_in_lines{"points_in_lines", Severity::error};  ///< {0} text
inline constexpr Code tick_read{"tick_read", Severity::info};               ///< {0} ticked {1} not ticked
inline constexpr Code tick_undecided{"tick_undecided", Severity::warning};  ///< {0} text
inline constexpr Code remnant_left_out{"remnant_left_out", Severity::info}; ///< {0} remnant {1} whole
inline constexpr Code cells_glued{"cells_glued", Severity::warning};        ///< {0} text
inline constexpr Code cell_undecided{"cell_undecided", Severity::warning};  ///< {0} text {1} fields
inline constexpr Code name_covers_values{"name_covers_values", Severity::warning}; ///< {0} text
inline constexpr Code target_left_blank{"target_left_blank",
                                        Severity::warning}; ///< {0} name {1} text read as answer
inline constexpr Code level1_restored{"level1_restored", Severity::info};       ///< {0} word {1} level 2
inline constexpr Code level_word_as_name{"level_word_as_name", Severity::info}; ///< {0} word
inline constexpr Code level_as_name{"level_as_name", Severity::warning};        ///< {0} word
/// {0} word {1} column that it stands in {2} column that it is of
inline constexpr Code level_in_other_column{"level_in_other_column", Severity::warning};
inline constexpr Code wraps_removed{"wraps_removed", Severity::info}; ///< {0} cells
inline constexpr Code tags_removed{"tags_removed", Severity::info};   ///< {0} cells
/// {0} row {1} project that it is printed under {2} project that lacks its points
inline constexpr Code row_reassigned{"row_reassigned", Severity::warning};

} // namespace jixiao::ingest::forms::findings
