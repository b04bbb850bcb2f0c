#pragma once
// What the compiler and the checker of rules say; the texts stand in rules/messages/expression.yaml.
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::rulepack::findings {

using diagnostic::Code;
using diagnostic::Severity;

// Reading. The place of each is where reading stopped.
inline constexpr Code expression_too_long{"expression_too_long", Severity::error}; ///< {0} limit in bytes
inline constexpr Code expression_too_deep{"expression_too_deep", Severity::error}; ///< {0} limit
inline constexpr Code expression_too_complex{"expression_too_complex", Severity::error};
inline constexpr Code expression_expects_value{"expression_expects_value", Severity::error};   ///< {0} found
inline constexpr Code expression_expects_number{"expression_expects_number", Severity::error}; ///< {0} found
inline constexpr Code expression_expects_operation{"expression_expects_operation",
                                                   Severity::error}; ///< {0} found
inline constexpr Code expression_expects_token{"expression_expects_token",
                                               Severity::error}; ///< {0} found {1} tokens that could stand
inline constexpr Code expression_ends_before_value{"expression_ends_before_value", Severity::error};
inline constexpr Code expression_ends_before_token{"expression_ends_before_token",
                                                   Severity::error}; ///< {0} tokens that could stand

// Names, types and dimensions. The place of each is the operand that does not fit.
inline constexpr Code expression_unknown_name{"expression_unknown_name",
                                              Severity::error}; ///< {0} name {1} names that exist
inline constexpr Code expression_unknown_word{"expression_unknown_word",
                                              Severity::error}; ///< {0} word {1} field {2} its words
inline constexpr Code expression_unknown_function{"expression_unknown_function",
                                                  Severity::error}; ///< {0} name
inline constexpr Code expression_arguments{"expression_arguments",
                                           Severity::error}; ///< {0} function {1} wanted {2} given
inline constexpr Code expression_places{"expression_places", Severity::error};             ///< {0} text
inline constexpr Code expression_needs_truth{"expression_needs_truth", Severity::error};   ///< {0} text
inline constexpr Code expression_needs_number{"expression_needs_number", Severity::error}; ///< {0} text
inline constexpr Code expression_word_alone{"expression_word_alone",
                                            Severity::error}; ///< {0} field {1} its words
inline constexpr Code expression_truth_compared{"expression_truth_compared", Severity::error}; ///< {0} text
inline constexpr Code expression_interval_misplaced{"expression_interval_misplaced",
                                                    Severity::error}; ///< {0} text
inline constexpr Code expression_interval_reversed{"expression_interval_reversed",
                                                   Severity::error}; ///< {0} low {1} high
inline constexpr Code expression_band_order{"expression_band_order",
                                            Severity::error}; ///< {0} edge {1} edge before it
inline constexpr Code expression_point_count{"expression_point_count",
                                             Severity::error};                         ///< {0} most {1} given
inline constexpr Code expression_point_kind{"expression_point_kind", Severity::error}; ///< {0} point
inline constexpr Code expression_point_order{"expression_point_order",
                                             Severity::error}; ///< {0} point {1} point before it
inline constexpr Code expression_result_kind{"expression_result_kind", Severity::error}; ///< {0} result
inline constexpr Code expression_result_order{"expression_result_order",
                                              Severity::error}; ///< {0} result {1} result before it
inline constexpr Code expression_dimensions{
    "expression_dimensions", Severity::error}; ///< {0} left {1} its dimension {2} right {3} its dimension
inline constexpr Code expression_share_dimension{"expression_share_dimension",
                                                 Severity::error};                         ///< {0} dimension
inline constexpr Code expression_number_limit{"expression_number_limit", Severity::error}; ///< {0} digits
inline constexpr Code expression_divides_by_zero{"expression_divides_by_zero",
                                                 Severity::error}; ///< {0} divisor

// Lists of rules. `case` is a combination of facts, written as the language writes them.
inline constexpr Code rules_empty{"rules_empty", Severity::error};
inline constexpr Code rules_division_by_zero{"rules_division_by_zero",
                                             Severity::error}; ///< {0} rule {1} division {2} case
inline constexpr Code rules_gap{"rules_gap", Severity::error}; ///< {0} last rule {1} case
inline constexpr Code rules_unreachable{"rules_unreachable",
                                        Severity::warning}; ///< {0} rule {1} rules before it that hold there
inline constexpr Code rules_never_hold{"rules_never_hold", Severity::warning}; ///< {0} rule
inline constexpr Code rules_always_full{"rules_always_full",
                                        Severity::warning}; ///< {0} rule {1} share, never below 1
inline constexpr Code rules_always_nothing{"rules_always_nothing",
                                           Severity::warning};        ///< {0} rule {1} share, never above 0
inline constexpr Code rules_overlap{"rules_overlap", Severity::info}; ///< {0} rule {1} rules before it
inline constexpr Code rules_band_gap{"rules_band_gap",
                                     Severity::info}; ///< {0} {1} rules {2} inherited rule between {3} case
inline constexpr Code rules_cap_idle{"rules_cap_idle", Severity::warning};     ///< {0} cap {1} share
inline constexpr Code rules_cap_hidden{"rules_cap_hidden", Severity::warning}; ///< {0} cap {1} other cap
inline constexpr Code rules_cap_gap{"rules_cap_gap", Severity::info};          ///< {0} cap {1} cap {2} case
inline constexpr Code rules_share_range{"rules_share_range", Severity::error}; ///< {0} rule {1} figure
inline constexpr Code rules_share_of_points{"rules_share_of_points",
                                            Severity::warning}; ///< {0} rule {1} formula {2} a value of it
inline constexpr Code rules_percent_slip{
    "rules_percent_slip", Severity::warning}; ///< {0} rule {1} figures {2} the first {3} as a part of 1
inline constexpr Code rules_need_guard{"rules_need_guard",
                                       Severity::error}; ///< {0} rule {1} field {2} condition to ask for
inline constexpr Code rules_never_first{"rules_never_first", Severity::warning}; ///< {0} rule
inline constexpr Code rules_pairs_not_all_checked{"rules_pairs_not_all_checked",
                                                  Severity::info}; ///< {0} limit
inline constexpr Code rules_not_all_checked{"rules_not_all_checked",
                                            Severity::warning}; ///< {0} cases checked

} // namespace jixiao::rulepack::findings
