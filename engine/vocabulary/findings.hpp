#pragma once
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::vocabulary::findings {

using diagnostic::Code;
using diagnostic::Severity;

inline constexpr Code vocabulary_not_a_map{"vocabulary_not_a_map", Severity::error};   ///< {0} where
inline constexpr Code vocabulary_not_a_list{"vocabulary_not_a_list", Severity::error}; ///< {0} where
inline constexpr Code vocabulary_not_a_word{"vocabulary_not_a_word", Severity::error}; ///< {0} where
inline constexpr Code vocabulary_unknown_key{"vocabulary_unknown_key",
                                             Severity::error}; ///< {0} key {1} known
inline constexpr Code vocabulary_missing_key{"vocabulary_missing_key",
                                             Severity::error}; ///< {0} key {1} where
/// {0} word {1} line where it stands already
inline constexpr Code vocabulary_duplicate_word{"vocabulary_duplicate_word", Severity::error};
/// {0} word {1} what it should name {2} the known ones
inline constexpr Code vocabulary_unknown_name{"vocabulary_unknown_name", Severity::error};
inline constexpr Code vocabulary_bad_scale{"vocabulary_bad_scale", Severity::error};   ///< {0} text
inline constexpr Code vocabulary_bad_border{"vocabulary_bad_border", Severity::error}; ///< {0} text {1} key
inline constexpr Code vocabulary_bad_number{"vocabulary_bad_number", Severity::error}; ///< {0} text {1} most
inline constexpr Code vocabulary_unknown_unit{"vocabulary_unknown_unit", Severity::error}; ///< {0} unit
inline constexpr Code vocabulary_missing_unit{"vocabulary_missing_unit", Severity::error}; ///< {0} unit
/// {0} word {1} line of the scale that ranks it otherwise
inline constexpr Code vocabulary_level_conflict{"vocabulary_level_conflict", Severity::error};

} // namespace jixiao::vocabulary::findings
