#pragma once
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::configuration::findings {

using diagnostic::Code;
using diagnostic::Severity;

inline constexpr Code yaml_not_utf8{"yaml_not_utf8", Severity::error};
inline constexpr Code yaml_syntax{"yaml_syntax", Severity::error};         ///< {0} what the parser says
inline constexpr Code yaml_null_value{"yaml_null_value", Severity::error}; ///< {0} key
inline constexpr Code yaml_empty_key{"yaml_empty_key", Severity::error};
inline constexpr Code yaml_complex_key{"yaml_complex_key", Severity::error}; ///< a key that is no plain word
inline constexpr Code yaml_duplicate_key{"yaml_duplicate_key",
                                         Severity::error}; ///< {0} key {1} line of the first
inline constexpr Code yaml_alias{"yaml_alias", Severity::error};
inline constexpr Code yaml_tag{"yaml_tag", Severity::error}; ///< {0} tag
inline constexpr Code yaml_several_documents{"yaml_several_documents", Severity::error};
inline constexpr Code yaml_empty_document{"yaml_empty_document", Severity::error};
inline constexpr Code yaml_control_character{"yaml_control_character",
                                             Severity::error};   ///< {0} its number, U+0004
inline constexpr Code yaml_limit{"yaml_limit", Severity::error}; ///< {0} which limit {1} its value

} // namespace jixiao::configuration::findings
