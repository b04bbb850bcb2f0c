#pragma once
// What reading and understanding rows can find. Texts: rules/messages/lowering.yaml.
#include "engine/diagnostic/diagnostic.hpp"

#include <string_view>

namespace jixiao::lowering::findings {

using diagnostic::Code;
using diagnostic::Severity;

// Columns that say something unknown.
inline constexpr Code level1_unknown{"level1_unknown", Severity::warning};         ///< {0} text
inline constexpr Code budget_remark{"budget_remark", Severity::info};              ///< {0} text {1} left out
inline constexpr Code level1_points{"level1_points", Severity::warning};           ///< {0} text
inline constexpr Code level2_points{"level2_points", Severity::warning};           ///< {0} text
inline constexpr Code level2_unknown{"level2_unknown", Severity::info};            ///< {0} text
inline constexpr Code relation_unknown{"relation_unknown", Severity::warning};     ///< {0} text
inline constexpr Code direction_unknown{"direction_unknown", Severity::warning};   ///< {0} text
inline constexpr Code measure_unknown{"measure_unknown", Severity::warning};       ///< {0} text
inline constexpr Code measure_missing{"measure_missing", Severity::warning};       ///< {0} name {1} target
inline constexpr Code year_unreadable{"year_unreadable", Severity::warning};       ///< {0} text
inline constexpr Code claimed_unreadable{"claimed_unreadable", Severity::warning}; ///< {0} text
inline constexpr Code threshold_unreadable{"threshold_unreadable", Severity::warning};   ///< {0} text
inline constexpr Code share_unreadable{"department_weight_unreadable", Severity::error}; ///< {0} text
inline constexpr Code budget_unreadable{"budget_unreadable", Severity::error};           ///< {0} text
inline constexpr Code amounts_differ{"amounts_differ",
                                     Severity::error}; ///< {0} first {1} other {2} row of the first
inline constexpr Code rows_disagree{"rows_disagree",
                                    Severity::warning}; ///< {0} first {1} other {2} row of the first
inline constexpr Code budget_unit_assumed{"budget_unit_assumed", Severity::info}; ///< {0} text

// Columns that contradict each other or their meaning.
inline constexpr Code level1_from_level2{"level1_from_level2", Severity::info};  ///< {0} carried {1} level 2
inline constexpr Code level1_disagrees{"level1_disagrees", Severity::warning};   ///< {0} level 1 {1} level 2
inline constexpr Code relation_disagrees{"relation_disagrees", Severity::error}; ///< {0} column {1} cell
inline constexpr Code unit_disagrees{"unit_disagrees", Severity::error};         ///< {0} column {1} cell
/// {0} actual {1} target {2} column: a bare answer beside two units
inline constexpr Code unit_of_two{"unit_of_two", Severity::warning};
inline constexpr Code direction_conflict{"direction_conflict",
                                         Severity::error}; ///< {0} direction {1} relation
/// {0} direction {1} name
inline constexpr Code direction_against_name{"direction_against_name", Severity::error};
inline constexpr Code relation_against_meaning{"relation_against_meaning",
                                               Severity::warning}; ///< {0} relation {1} name
inline constexpr Code deviation_named_rate{"deviation_named_rate", Severity::warning}; ///< {0} name
inline constexpr Code ordinal_bound{"ordinal_bound", Severity::warning};           ///< {0} name {1} target
inline constexpr Code per_period_count{"per_period_count", Severity::warning};     ///< {0} name {1} target
inline constexpr Code vacuous_target{"vacuous_target", Severity::warning};         ///< {0} target
inline constexpr Code qualitative_number{"qualitative_number", Severity::warning}; ///< {0} target
inline constexpr Code scale_word_alone{"scale_word_alone", Severity::warning};     ///< {0} text {1} reading

// Levels.
inline constexpr Code level_not_in_scale{"level_not_in_scale", Severity::warning};   ///< {0} level {1} scale
inline constexpr Code scale_defined_twice{"scale_defined_twice", Severity::warning}; ///< {0} level
inline constexpr Code state_not_measured{"state_not_measured", Severity::info};      ///< {0} text
inline constexpr Code scale_not_declared{"scale_not_declared", Severity::info};      ///< {0} level

inline constexpr Code targets_unreadable{"targets_unreadable", Severity::error}; ///< {0} name {1} targets
inline constexpr Code inputs_unreadable{"inputs_unreadable", Severity::error};   ///< {0} name {1} part

// Rows as a whole.
/// {0} ordinal of the row {1} target {2} actual
inline constexpr Code name_missing{"name_missing", Severity::error};
inline constexpr Code target_missing{"target_missing", Severity::error};             ///< {0} name
inline constexpr Code template_row{"template_row", Severity::info};                  ///< {0} name
inline constexpr Code duplicate_indicator{"duplicate_indicator", Severity::warning}; ///< {0} name {1} row

// Target and actual held against each other.
inline constexpr Code dimension_mismatch{"dimension_mismatch", Severity::error}; ///< {0} target {1} actual
// Answers outside a range: {0} name {1} target {2} actual.
inline constexpr Code range_passed{"range_passed", Severity::info};
inline constexpr Code range_limit_unclear{"range_limit_unclear", Severity::warning};
inline constexpr Code range_missed{"range_missed", Severity::warning};
inline constexpr Code classifier_refused{"classifier_refused", Severity::error};    ///< {0} target {1} actual
inline constexpr Code classifier_differs{"classifier_differs", Severity::warning};  ///< {0} target {1} actual
inline constexpr Code rate_taken_as_amount{"rate_taken_as_amount", Severity::info}; ///< {0} target {1} actual
inline constexpr Code more_than_day{"more_than_day", Severity::error};              ///< {0} target {1} actual
inline constexpr Code points_or_percent{"points_or_percent", Severity::warning};    ///< {0} target {1} actual
inline constexpr Code currency_mark_alone{"currency_mark_alone", Severity::warning}; ///< {0} text {1} unit
inline constexpr Code score_as_ratio{"score_as_ratio", Severity::info}; ///< {0} target {1} actual
inline constexpr Code digit_slip{"digit_slip", Severity::error};        ///< {0} as written {1} probably meant
inline constexpr Code fraction_for_percentage{"fraction_for_percentage",
                                              Severity::error};              ///< {0} as written {1} probably
inline constexpr Code external_target{"external_target", Severity::warning}; ///< {0} target
inline constexpr Code executed_answers{"executed_answers", Severity::info};  ///< {0} actual {1} executed
inline constexpr Code each_without_count{"each_without_count", Severity::warning};   ///< {0} target
inline constexpr Code deadline_after_year{"deadline_after_year", Severity::warning}; ///< {0} date {1} year
/// {0} date {1} year {2} target
inline constexpr Code deadline_before_year{"deadline_before_year", Severity::warning};
inline constexpr Code target_not_measurable{"target_not_measurable", Severity::warning}; ///< {0} target
inline constexpr Code part_after_year{"part_after_year", Severity::warning}; ///< {0} date {1} year {2} part
inline constexpr Code arithmetic_mismatch{"arithmetic_mismatch",
                                          Severity::warning}; ///< {0} sum found {1} as written
inline constexpr Code amounts_far_apart{"amounts_far_apart", Severity::error}; ///< {0} target {1} actual
/// {0} target {1} actual, far apart in a unit that may not be that of both
inline constexpr Code counts_far_apart{"counts_far_apart", Severity::error};
inline constexpr Code more_than_whole{"more_than_whole", Severity::error}; ///< {0} name {1} number as written
/// {0} target {1} actual, one of them a score of five or ten
inline constexpr Code scale_unclear{"scale_unclear", Severity::error};
inline constexpr Code number_unclear{"number_unclear", Severity::warning}; ///< {0} number as written
/// {0} target {1} actual: the table says no year of the deadline
inline constexpr Code deadline_without_year{"deadline_without_year", Severity::warning};
inline constexpr Code done_before_year{"done_before_year", Severity::warning}; ///< {0} target {1} actual
inline constexpr Code part_of_term{"part_of_term", Severity::warning};         ///< {0} target {1} actual
inline constexpr Code several_values{"several_values", Severity::warning};     ///< {0} one part {1} another
inline constexpr Code value_questioned{"value_questioned", Severity::warning}; ///< {0} actual
inline constexpr Code date_for_length{"date_for_length", Severity::warning};   ///< {0} actual {1} target
inline constexpr Code clock_time{"clock_time", Severity::warning};             ///< {0} target {1} actual
inline constexpr Code reduction_or_value{"reduction_or_value", Severity::warning}; ///< {0} target {1} actual
inline constexpr Code change_for_level{"change_for_level", Severity::warning};     ///< {0} target {1} actual
inline constexpr Code level_for_change{"level_for_change", Severity::warning};     ///< {0} target {1} actual
inline constexpr Code change_unclear{"change_unclear", Severity::warning};         ///< {0} actual
inline constexpr Code change_from_other{"change_from_other", Severity::warning};   ///< {0} target {1} actual
inline constexpr Code minus_unclear{"minus_unclear", Severity::warning};           ///< {0} name {1} actual
/// {0} name {1} target {2} actual, below an amount that may be a ceiling or a goal
inline constexpr Code ceiling_or_goal{"ceiling_or_goal", Severity::warning};
inline constexpr Code increase_or_value{"increase_or_value", Severity::warning};   ///< {0} target {1} actual
inline constexpr Code words_beside_value{"words_beside_value", Severity::warning}; ///< {0} actual {1} words
inline constexpr Code remark_not_scored{"remark_not_scored", Severity::warning};   ///< {0} target {1} remark
/// {0} target {1} remark {2} actual, between the number and what the remark admits
inline constexpr Code bracket_decides{"bracket_decides", Severity::warning};
inline constexpr Code dated_parts{"dated_parts", Severity::warning};      ///< {0} target
inline constexpr Code part_unanswered{"part_unanswered", Severity::info}; ///< {0} part of the target

/// The code of a note of the cell grammar (texts: rules/messages/grammar.yaml). Every code of that file has
/// one; asserts otherwise.
[[nodiscard]] Code of_grammar(std::string_view note);

} // namespace jixiao::lowering::findings
