#pragma once
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::pipeline::findings {

using diagnostic::Code;
using diagnostic::Severity;

inline constexpr Code rules_file_unreadable{"rules_file_unreadable",
                                            Severity::error};                    ///< {0} path {1} reason
inline constexpr Code rules_file_missing{"rules_file_missing", Severity::error}; ///< {0} name
inline constexpr Code input_unreadable{"input_unreadable", Severity::error};     ///< {0} path {1} reason
inline constexpr Code folder_without_tables{"folder_without_tables", Severity::error}; ///< {0} path
inline constexpr Code file_passed_over{"file_passed_over", Severity::info};            ///< {0} path
inline constexpr Code project_in_two_files{"project_in_two_files",
                                           Severity::error}; ///< {0} project {1} first file

} // namespace jixiao::pipeline::findings
