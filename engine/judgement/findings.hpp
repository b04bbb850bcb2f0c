#pragma once
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::judgement::findings {

using diagnostic::Code;
using diagnostic::Severity;

// Loading.
inline constexpr Code judgements_not_a_list{"judgements_not_a_list", Severity::error};
inline constexpr Code judgement_not_a_map{"judgement_not_a_map", Severity::error};
inline constexpr Code judgement_unknown_key{"judgement_unknown_key", Severity::error}; ///< {0} key
inline constexpr Code judgement_missing_key{"judgement_missing_key", Severity::error}; ///< {0} key
inline constexpr Code judgement_not_text{"judgement_not_text", Severity::error};       ///< {0} key
inline constexpr Code judgement_decisions{"judgement_decisions",
                                          Severity::error}; ///< {0} how many stand there
inline constexpr Code judgement_share_unreadable{"judgement_share_unreadable", Severity::error}; ///< {0} text
inline constexpr Code judgement_share_outside{"judgement_share_outside", Severity::error};       ///< {0} text
inline constexpr Code judgement_date{"judgement_date", Severity::error};                         ///< {0} text
inline constexpr Code judgement_twice{"judgement_twice", Severity::error}; ///< {0} row {1} line of the first

inline constexpr Code judgement_row_and_name{"judgement_row_and_name", Severity::error}; ///< {0} row {1} name

// Applying.
/// {0} row {1} name or target in the file {2} that of the row
inline constexpr Code judgement_other_row{"judgement_other_row", Severity::error};
/// {0} row {1} name of the indicator
inline constexpr Code judgement_of_twins{"judgement_of_twins", Severity::error};
inline constexpr Code judgement_row_moved{"judgement_row_moved", Severity::info}; ///< {0} row {1} row now
inline constexpr Code judgement_stale{"judgement_stale", Severity::error};        ///< {0} row {1} digest now
inline constexpr Code judgement_unknown_tier{"judgement_unknown_tier",
                                             Severity::error}; ///< {0} tier {1} tiers of the pack
inline constexpr Code judgement_share_outside_tier{
    "judgement_share_outside_tier", Severity::error}; ///< {0} share {1} tier {2} shares of the tier
inline constexpr Code judgement_unknown_row{"judgement_unknown_row", Severity::error}; ///< {0} row

} // namespace jixiao::judgement::findings
