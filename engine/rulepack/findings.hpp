#pragma once
// What the loader of packs says; the texts stand in rules/messages/rulepack.yaml.
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::rulepack::findings {

using diagnostic::Code;
using diagnostic::Severity;

// One key or value.
inline constexpr Code pack_expected_map{"pack_expected_map", Severity::error};   ///< {0} what {1} found
inline constexpr Code pack_expected_list{"pack_expected_list", Severity::error}; ///< {0} what {1} found
inline constexpr Code pack_expected_text{"pack_expected_text", Severity::error}; ///< {0} what {1} found
inline constexpr Code pack_unknown_key{"pack_unknown_key",
                                       Severity::error}; ///< {0} key {1} section {2} keys that exist
inline constexpr Code pack_missing_key{"pack_missing_key", Severity::error}; ///< {0} key {1} section
inline constexpr Code pack_bad_number{"pack_bad_number", Severity::error};   ///< {0} what {1} text
inline constexpr Code pack_out_of_range{"pack_out_of_range",
                                        Severity::error}; ///< {0} what {1} text {2} range
inline constexpr Code pack_unknown_word{"pack_unknown_word",
                                        Severity::error}; ///< {0} what {1} word {2} words
inline constexpr Code pack_unknown_message{"pack_unknown_message",
                                           Severity::error};           ///< {0} what {1} id {2} ids like it
inline constexpr Code pack_bad_date{"pack_bad_date", Severity::error}; ///< {0} what {1} text
inline constexpr Code pack_bad_id{"pack_bad_id", Severity::error};     ///< {0} what {1} text
inline constexpr Code pack_empty_text{"pack_empty_text", Severity::error}; ///< {0} what
inline constexpr Code pack_limit{"pack_limit", Severity::error};           ///< {0} what {1} limit

// Inheritance.
inline constexpr Code pack_other_id{"pack_other_id",
                                    Severity::error}; ///< {0} id in the file {1} id asked for
inline constexpr Code pack_unknown_parent{"pack_unknown_parent", Severity::error}; ///< {0} id
inline constexpr Code pack_cycle{"pack_cycle", Severity::error};                   ///< {0} chain of ids
inline constexpr Code pack_too_deep{"pack_too_deep", Severity::error};             ///< {0} limit
inline constexpr Code pack_missing_section{"pack_missing_section",
                                           Severity::error}; ///< {0} section that no pack of the line gives

// Lists of rules.
inline constexpr Code pack_duplicate_id{"pack_duplicate_id", Severity::error}; ///< {0} id {1} line of first
inline constexpr Code pack_rule_without_place{"pack_rule_without_place",
                                              Severity::error};                  ///< {0} id {1} list
inline constexpr Code pack_place_unknown{"pack_place_unknown", Severity::error}; ///< {0} id {1} neighbour
inline constexpr Code pack_place_twice{"pack_place_twice", Severity::error};     ///< {0} id
inline constexpr Code pack_place_not_needed{"pack_place_not_needed", Severity::error}; ///< {0} id
inline constexpr Code pack_evidence_counts{"pack_evidence_counts",
                                           Severity::error}; ///< {0} id {1} what does not go together
inline constexpr Code pack_evidence_tail{"pack_evidence_tail", Severity::error}; ///< {0} id of the last class

// Cross-checks.
inline constexpr Code pack_dates_reversed{"pack_dates_reversed", Severity::error}; ///< {0} from {1} to
inline constexpr Code pack_weights_sum{"pack_weights_sum", Severity::error};       ///< {0} sum {1} of what
inline constexpr Code pack_sums_without_own{"pack_sums_without_own",
                                            Severity::error}; ///< {0} the sum that is not accepted
inline constexpr Code pack_limit_shown{"pack_limit_shown", Severity::error};   ///< {0} limit {1} condition
inline constexpr Code pack_counts_as{"pack_counts_as", Severity::error};       ///< {0} level {1} level
inline constexpr Code pack_grades_order{"pack_grades_order", Severity::error}; ///< {0} grade {1} grade above
inline constexpr Code pack_grades_floor{"pack_grades_floor",
                                        Severity::error}; ///< {0} last grade {1} its bound
inline constexpr Code pack_grade_unnamed{"pack_grade_unnamed", Severity::error}; ///< {0} id
inline constexpr Code pack_tiers_order{"pack_tiers_order", Severity::error};     ///< {0} tier {1} tier above
inline constexpr Code pack_tier_share{"pack_tier_share", Severity::error}; ///< {0} tier {1} share as written
inline constexpr Code pack_tier_differs{"pack_tier_differs",
                                        Severity::warning}; ///< {0} tier {1} its share {2} rule {3} its share
inline constexpr Code pack_tier_missing{"pack_tier_missing",
                                        Severity::warning}; ///< {0} level {1} rule {2} its share {3} tiers
inline constexpr Code pack_tier_judged{"pack_tier_judged", Severity::info}; ///< {0} ids of tiers
inline constexpr Code pack_tiers_hole{"pack_tiers_hole",
                                      Severity::warning}; ///< {0} tier {1} tier above {2} the hole
inline constexpr Code pack_unsure_with_region{"pack_unsure_with_region",
                                              Severity::error}; ///< {0} what is marked K? {1} region
inline constexpr Code pack_test_expects_nothing{"pack_test_expects_nothing", Severity::error}; ///< {0} name
inline constexpr Code pack_test_mixed{"pack_test_mixed", Severity::error}; ///< {0} name {1} keys that exclude
inline constexpr Code pack_test_needs_rows{"pack_test_needs_rows", Severity::error}; ///< {0} name {1} key
inline constexpr Code pack_test_cells{"pack_test_cells", Severity::error}; ///< {0} name {1} cells found
inline constexpr Code pack_input_id{"pack_input_id", Severity::error};     ///< {0} id
inline constexpr Code pack_item_level{"pack_item_level", Severity::error}; ///< {0} level
inline constexpr Code pack_item_points{"pack_item_points",
                                       Severity::error}; ///< {0} level {1} its points {2} sum of its items
inline constexpr Code pack_not_filled_in{"pack_not_filled_in", Severity::warning}; ///< {0} key {1} its text
inline constexpr Code rule_without_basis{"rule_without_basis", Severity::info};    ///< {0} rule {1} section
inline constexpr Code pack_without_basis{"pack_without_basis", Severity::info};    ///< {0} section
inline constexpr Code pack_cap_asks_row{"pack_cap_asks_row", Severity::error}; ///< {0} cap {1} fields of rows
inline constexpr Code pack_without_tests{"pack_without_tests", Severity::warning}; ///< {0} pack

} // namespace jixiao::rulepack::findings
