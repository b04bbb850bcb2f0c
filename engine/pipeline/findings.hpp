#pragma once
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::pipeline::findings {

using diagnostic::Code;
using diagnostic::Severity;

inline constexpr Code rules_file_unreadable{"rules_file_unreadable",
                                            Severity::error};                    ///< {0} path {1} reason
inline constexpr Code rules_file_missing{"rules_file_missing", Severity::error}; ///< {0} name
inline constexpr Code rules_file_outside{"rules_file_outside",
                                         Severity::error};       ///< {0} path {1} where it leads {2} folder
inline constexpr Code pack_like{"pack_like", Severity::warning}; ///< {0} id {1} the one meant
inline constexpr Code pack_id_taken{"pack_id_taken", Severity::warning};     ///< {0} id {1} digest, shortened
inline constexpr Code input_unreadable{"input_unreadable", Severity::error}; ///< {0} path {1} reason
inline constexpr Code project_above_not_read{"project_above_not_read", Severity::warning}; ///< {0} label
inline constexpr Code folder_without_tables{"folder_without_tables", Severity::error};     ///< {0} path
inline constexpr Code file_named_twice{"file_named_twice", Severity::warning};             ///< {0} path
inline constexpr Code file_passed_over{"file_passed_over", Severity::info};                ///< {0} path
inline constexpr Code own_report{"own_report", Severity::info};                            ///< {0} path
inline constexpr Code project_in_two_files{"project_in_two_files",
                                           Severity::error}; ///< {0} project {1} first file
inline constexpr Code department_counts_twice{"department_counts_twice",
                                              Severity::error}; ///< {0} projects in two files

// Programs that read what we do not
inline constexpr Code program_missing{"program_missing", Severity::error};      ///< {0} program {1} package
inline constexpr Code program_timed_out{"program_timed_out", Severity::error};  ///< {0} program {1} seconds
inline constexpr Code program_too_much{"program_too_much", Severity::error};    ///< {0} program {1} limit
inline constexpr Code program_failed{"program_failed", Severity::error};        ///< {0} program {1} its words
inline constexpr Code rules_not_drawn{"rules_not_drawn", Severity::warning};    ///< {0} program
inline constexpr Code document_converted{"document_converted", Severity::info}; ///< {0} program

} // namespace jixiao::pipeline::findings
