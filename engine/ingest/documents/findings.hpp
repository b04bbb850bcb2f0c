#pragma once
// What reading a document may notice, beside the findings of tables in engine/ingest/findings.hpp. The texts
// stand in rules/messages/documents.yaml.
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::ingest::documents::findings {

using diagnostic::Code;
using diagnostic::Severity;

// The document as a whole
inline constexpr Code document_blank{"document_blank", Severity::error};
inline constexpr Code document_damaged{"document_damaged", Severity::error};     ///< {0} part
inline constexpr Code document_too_large{"document_too_large", Severity::error}; ///< {0} part {1} limit
inline constexpr Code document_too_deep{"document_too_deep", Severity::error};   ///< {0} limit
inline constexpr Code document_encrypted{"document_encrypted", Severity::error};
inline constexpr Code document_unsupported{"document_unsupported", Severity::error};     ///< {0} kind of file
inline constexpr Code document_needs_library{"document_needs_library", Severity::error}; ///< {0} library
inline constexpr Code document_not_converted{"document_not_converted", Severity::error}; ///< {0} kind of file
inline constexpr Code document_cells_cut_off{"document_cells_cut_off", Severity::error}; ///< {0} limit

// Word processors
inline constexpr Code deletions_skipped{"deletions_skipped", Severity::warning}; ///< {0} how many
inline constexpr Code hidden_text_read{"hidden_text_read", Severity::info};      ///< {0} how many rows
/// {0} how many {1} fonts and numbers
inline constexpr Code symbols_unknown{"symbols_unknown", Severity::warning};
inline constexpr Code text_left_out{"text_left_out", Severity::info};  ///< {0} how many {1} texts
inline constexpr Code page_cut_off{"page_cut_off", Severity::warning}; ///< {0} tables that are not closed
inline constexpr Code nested_table{"nested_table", Severity::info};    ///< {0} name of the outer one
inline constexpr Code text_box_read{"text_box_read", Severity::info};  ///< {0} how many
inline constexpr Code embedded_not_read{"embedded_not_read", Severity::info}; ///< {0} how many

inline constexpr Code prompts_skipped{"prompts_skipped", Severity::info}; ///< {0} how many

// Tables
inline constexpr Code covered_cells_skipped{"covered_cells_skipped",
                                            Severity::warning};             ///< {0} how many {1} texts
inline constexpr Code comments_skipped{"comments_skipped", Severity::info}; ///< {0} how many
inline constexpr Code cells_overlap{"cells_overlap", Severity::warning};    ///< {0} how many

inline constexpr Code table_for_text{"table_for_text", Severity::warning};     ///< {0} texts of the row
inline constexpr Code picture_for_text{"picture_for_text", Severity::warning}; ///< {0} texts of the row

// Pages
inline constexpr Code table_continued{"table_continued", Severity::info}; ///< {0} first {1} last page
inline constexpr Code table_without_rules{"table_without_rules", Severity::warning};
inline constexpr Code cells_joined_over_pages{"cells_joined_over_pages", Severity::info}; ///< {0} how many
inline constexpr Code row_joined_over_pages{"row_joined_over_pages", Severity::info};     ///< {0} texts
inline constexpr Code row_cut_by_page{"row_cut_by_page", Severity::warning};
inline constexpr Code pages_without_text{"pages_without_text", Severity::warning}; ///< {0} how many {1} pages
inline constexpr Code document_scanned{"document_scanned", Severity::error};       ///< {0} pages

} // namespace jixiao::ingest::documents::findings
