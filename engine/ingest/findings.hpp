#pragma once
// What reading a table may notice. The texts stand in rules/messages/ingest.yaml.
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::ingest::findings {

using diagnostic::Code;
using diagnostic::Severity;

// The input as a whole
inline constexpr Code input_empty{"input_empty", Severity::error};
inline constexpr Code input_too_large{"input_too_large", Severity::error}; ///< {0} limit in bytes
inline constexpr Code not_a_table{"not_a_table", Severity::error};         ///< {0} kind of file
inline constexpr Code not_a_workbook{"not_a_workbook", Severity::error};
inline constexpr Code encoding_unknown{"encoding_unknown", Severity::error};
inline constexpr Code encoding_detected{"encoding_detected", Severity::info}; ///< {0} encoding
inline constexpr Code text_replaced{"text_replaced", Severity::warning};      ///< {0} how many times
inline constexpr Code findings_left_out{"findings_left_out", Severity::info}; ///< {0} how many {1} code

// Workbooks
inline constexpr Code workbook_unsupported{"workbook_unsupported", Severity::error};
inline constexpr Code workbook_legacy{"workbook_legacy", Severity::error};
inline constexpr Code workbook_encrypted{"workbook_encrypted", Severity::error};
inline constexpr Code workbook_damaged{"workbook_damaged", Severity::error};     ///< {0} part
inline constexpr Code workbook_too_large{"workbook_too_large", Severity::error}; ///< {0} part {1} limit
inline constexpr Code too_many_sheets{"too_many_sheets", Severity::error};       ///< {0} found {1} limit
inline constexpr Code too_many_cells{"too_many_cells", Severity::error};         ///< {0} limit
inline constexpr Code sheet_hidden{"sheet_hidden", Severity::warning};           ///< {0} sheet
inline constexpr Code sheet_not_cells{"sheet_not_cells", Severity::info};        ///< {0} sheet
inline constexpr Code sheet_without_table{"sheet_without_table",
                                          Severity::info};                 ///< {0} texts of the first rows
inline constexpr Code external_links{"external_links", Severity::warning}; ///< {0} how many
inline constexpr Code hidden_rows{"hidden_rows", Severity::info};          ///< {0} how many
inline constexpr Code hidden_columns{"hidden_columns", Severity::info};    ///< {0} how many {1} their numbers

// Headers
inline constexpr Code separator_unknown{"separator_unknown", Severity::error}; ///< {0} sign {1} heads
inline constexpr Code text_in_one_column{"text_in_one_column",
                                         Severity::error}; ///< {0} texts of the first rows
inline constexpr Code cells_run_together{"cells_run_together", Severity::error}; ///< {0} heads
inline constexpr Code header_missing{"header_missing", Severity::error}; ///< {0} texts of the first rows
inline constexpr Code header_without_name{"header_without_name", Severity::error}; ///< {0} columns found
inline constexpr Code header_without_rows{"header_without_rows", Severity::error};
inline constexpr Code header_repeated{"header_repeated", Severity::info};
inline constexpr Code titles_skipped{"titles_skipped", Severity::info};   ///< {0} texts
inline constexpr Code columns_unknown{"columns_unknown", Severity::info}; ///< {0} how many {1} headers
inline constexpr Code columns_misnamed{"columns_misnamed",
                                       Severity::warning}; ///< {0} how many {1} "head -> column" of each
inline constexpr Code target_column_missing{"target_column_missing", Severity::warning};
inline constexpr Code target_and_actual_missing{"target_and_actual_missing", Severity::error};
inline constexpr Code column_duplicate{"column_duplicate", Severity::error}; ///< {0} header {1} first column
inline constexpr Code columns_of_other_year{"columns_of_other_year",
                                            Severity::warning}; ///< {0} year of the table {1} heads
inline constexpr Code heads_of_other_year{"heads_of_other_year",
                                          Severity::error}; ///< {0} year of the heads {1} of the project
inline constexpr Code printed_rules_not_applied{"printed_rules_not_applied", Severity::warning}; ///< {0} head
inline constexpr Code unit_above_header{"unit_above_header", Severity::info};                    ///< {0} unit

// Rows
inline constexpr Code row_too_long{"row_too_long", Severity::error};         ///< {0} bytes
inline constexpr Code too_many_columns{"too_many_columns", Severity::error}; ///< {0} found {1} limit
inline constexpr Code rows_short{"rows_short", Severity::warning};           ///< {0} how many
inline constexpr Code cells_outside{"cells_outside", Severity::warning};     ///< {0} how many {1} texts
inline constexpr Code cells_carried{"cells_carried", Severity::info};        ///< {0} how many
inline constexpr Code row_total{"row_total", Severity::info};                ///< {0} texts
inline constexpr Code foot_line{"foot_line", Severity::info};                ///< {0} texts
inline constexpr Code row_without_indicator{"row_without_indicator", Severity::warning}; ///< {0} texts
/// {0} project {1} its year in the row before {2} its year from this row on
inline constexpr Code project_of_two_years{"project_of_two_years", Severity::warning};
inline constexpr Code project_again{"project_again", Severity::error}; ///< {0} project {1} first row
inline constexpr Code project_unnamed{"project_unnamed", Severity::warning};
inline constexpr Code project_names_differ{"project_names_differ", Severity::warning}; ///< {0} and {1}
inline constexpr Code project_too_long{"project_too_long", Severity::error}; ///< {0} limit {1} rows left out

// Cells
inline constexpr Code table_cell_too_long{"table_cell_too_long", Severity::error}; ///< {0} bytes {1} limit
inline constexpr Code quote_not_closed{"quote_not_closed", Severity::error};
inline constexpr Code text_after_quote{"text_after_quote", Severity::warning};
inline constexpr Code nul_removed{"nul_removed", Severity::warning};
inline constexpr Code text_damaged{"text_damaged", Severity::warning};
inline constexpr Code formula_without_value{"formula_without_value", Severity::error}; ///< {0} formula
inline constexpr Code error_value{"error_value", Severity::error};                     ///< {0} "#REF!"
inline constexpr Code shared_text_missing{"shared_text_missing", Severity::error};     ///< {0} index
inline constexpr Code number_rounded{"number_rounded", Severity::info};              ///< {0} stored {1} shown
inline constexpr Code number_scaled{"number_scaled", Severity::warning};             ///< {0} stored {1} shown
inline constexpr Code number_unreadable{"number_unreadable", Severity::warning};     ///< {0} stored
inline constexpr Code date_unreadable{"date_unreadable", Severity::warning};         ///< {0} stored
inline constexpr Code merged_points_shared{"merged_points_shared", Severity::error}; ///< {0} points
inline constexpr Code merged_value_repeated{"merged_value_repeated", Severity::warning}; ///< {0} range

} // namespace jixiao::ingest::findings
