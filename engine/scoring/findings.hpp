#pragma once
#include "engine/diagnostic/diagnostic.hpp"

namespace jixiao::scoring::findings {

using diagnostic::Code;
using diagnostic::Severity;

// Weights.
inline constexpr Code weight_missing{"weight_missing", Severity::error}; ///< {0} name
inline constexpr Code weight_from_remainder{"weight_from_remainder",
                                            Severity::warning}; ///< {0} name {1} points
/// {0} rows {1} points {2} "row: points" of each
inline constexpr Code weights_shared{"weights_shared", Severity::warning};
inline constexpr Code weight_unreadable{"weight_unreadable", Severity::error}; ///< {0} name {1} as printed
inline constexpr Code weight_negative{"weight_negative", Severity::error};     ///< {0} name {1} as printed
inline constexpr Code weight_zero{"weight_zero", Severity::warning};           ///< {0} name
inline constexpr Code weight_sum_tiny{"weight_sum_tiny", Severity::error};     ///< {0} sum {1} accepted sums
inline constexpr Code weight_sum_unexpected{"weight_sum_unexpected",
                                            Severity::warning}; ///< {0} sum {1} accepted sums
/// {0} of the rows {1} of the execution {2} together
inline constexpr Code weight_sum_with_execution{"weight_sum_with_execution", Severity::warning};
inline constexpr Code no_weights{"no_weights", Severity::error};                  ///< nothing carries points
inline constexpr Code weights_distributed{"weights_distributed", Severity::info}; ///< {0} rows {1} points
inline constexpr Code level_not_understood{"level_not_understood", Severity::error}; ///< {0} name {1} level 1
inline constexpr Code levels_unknown{"levels_unknown", Severity::warning};           ///< {0} rows {1} points
inline constexpr Code level_absent{"level_absent", Severity::info};                  ///< {0} points moved
inline constexpr Code level_points_lost{"level_points_lost", Severity::warning};     ///< {0} points lost
inline constexpr Code single_row_level{"single_row_level", Severity::warning};       ///< {0} name {1} points

// Execution.
inline constexpr Code over_budget{"over_budget", Severity::error}; ///< {0} rate {1} executed {2} budget
/// {0} rate {1} executed {2} budget {3} limit
inline constexpr Code low_execution{"low_execution", Severity::warning};
/// The same and {4} the reason given
inline constexpr Code low_execution_explained{"low_execution_explained", Severity::info};
inline constexpr Code deviation_explained{"deviation_explained",
                                          Severity::info}; ///< {0} name {1} attainment {2} the reason given
inline constexpr Code budget_missing{"budget_missing", Severity::warning};
inline constexpr Code budget_not_known{"budget_not_known", Severity::warning};       ///< {0} points
inline constexpr Code budget_not_positive{"budget_not_positive", Severity::warning}; ///< {0} budget
inline constexpr Code budget_negative{"budget_negative", Severity::error}; ///< {0} budget {1} points
/// {0} executed of a budget of nothing
inline constexpr Code executed_without_budget{"executed_without_budget", Severity::error};
/// {0} rate {1} executed {2} budget {3} points
inline constexpr Code execution_absurd{"execution_absurd", Severity::error};
inline constexpr Code executed_missing{"executed_missing", Severity::warning}; ///< {0} points
inline constexpr Code executed_negative{"executed_negative", Severity::error}; ///< {0} executed
inline constexpr Code execution_left_out{"execution_left_out",
                                         Severity::info}; ///< {0} of the rows {1} of the execution {2} room
inline constexpr Code execution_without_points{"execution_without_points", Severity::info};
/// {0} of the rows {1} of the execution
inline constexpr Code execution_outside_sum{"execution_outside_sum", Severity::warning};
/// {0} printed {1} of the pack {2} used
inline constexpr Code execution_points_differ{"execution_points_differ", Severity::warning};
/// {0} printed {1} computed {2} executed {3} budget
inline constexpr Code execution_rate_differs{"execution_rate_differs", Severity::warning};
/// {0} claimed {1} score {2} difference
inline constexpr Code execution_claimed_differs{"execution_claimed_differs", Severity::warning};
/// {0} claimed {1} low {2} high
inline constexpr Code execution_claimed_outside{"execution_claimed_outside", Severity::warning};
inline constexpr Code cost_repeats_execution{"cost_repeats_execution", Severity::info}; ///< {0} name
inline constexpr Code execution_row_alone{"execution_row_alone", Severity::info};       ///< {0} name
inline constexpr Code execution_row_differs{"execution_row_differs",
                                            Severity::warning}; ///< {0} stated {1} computed

// Total.
inline constexpr Code no_actuals{"no_actuals", Severity::info}; ///< {0} rows
inline constexpr Code total_incomplete{"total_incomplete_rows",
                                       Severity::error};                 ///< {0} rows outside {1} points
inline constexpr Code total_capped{"total_capped", Severity::warning};   ///< {0} cap {1} points {2} total
inline constexpr Code total_rebased{"total_rebased", Severity::warning}; ///< {0} points counted

inline constexpr Code bonus_not_counted{"bonus_not_counted", Severity::error}; ///< {0} rows {1} their names

// Claimed scores.
inline constexpr Code claimed_above_weight{"claimed_above_weight",
                                           Severity::error}; ///< {0} name {1} claimed {2} weight
inline constexpr Code claimed_negative{"claimed_negative", Severity::error}; ///< {0} name {1} claimed
inline constexpr Code claimed_without_reason{"claimed_without_reason",
                                             Severity::warning}; ///< {0} name {1} claimed {2} weight
inline constexpr Code claimed_differs{"claimed_differs",
                                      Severity::warning}; ///< {0} name {1} claimed {2} score {3} difference
inline constexpr Code claimed_outside{"claimed_outside",
                                      Severity::warning}; ///< {0} name {1} claimed {2} low {3} high
inline constexpr Code claimed_partly{"claimed_partly", Severity::info}; ///< {0} rows that claim {1} rows
inline constexpr Code claimed_total_differs{"claimed_total_differs",
                                            Severity::warning}; ///< {0} claimed {1} low {2} high
inline constexpr Code claimed_sum_differs{"claimed_sum_differs",
                                          Severity::warning}; ///< {0} label {1} printed {2} of the rows
inline constexpr Code claimed_sum_outside_total{"claimed_sum_outside_total",
                                                Severity::warning}; ///< {0} label {1} printed {2} total

// Judgements.
inline constexpr Code judgement_without_points{"judgement_without_points", Severity::error}; ///< {0} name
/// {0} name {1} the share judged {2} the share that the rules leave open
inline constexpr Code judgement_outside_rules{"judgement_outside_rules", Severity::warning};

// Figures that rules call by name, and items of a department's form.
inline constexpr Code input_unknown{"input_unknown", Severity::warning}; ///< {0} name {1} figure {2} known
inline constexpr Code input_refused{"input_refused", Severity::error};   ///< {0} name {1} figure
inline constexpr Code input_twice{"input_twice", Severity::error};       ///< {0} name {1} figure
inline constexpr Code item_points_differ{"item_points_differ",
                                         Severity::warning}; ///< {0} name {1} as printed {2} of the pack

// Departments.
inline constexpr Code department_budget_missing{"department_budget_missing",
                                                Severity::warning}; ///< {0} projects {1} of all
inline constexpr Code department_weight_missing{"department_weight_missing",
                                                Severity::warning}; ///< {0} projects {1} of all
inline constexpr Code department_budget_doubtful{"department_budget_doubtful",
                                                 Severity::warning}; ///< {0} projects {1} of all
/// {0} a percentage {1} its row {2} a number above 1 {3} its row
inline constexpr Code department_weights_mixed{"department_weights_mixed", Severity::error};
/// {0} name {1} codes {2} projects without a code
inline constexpr Code department_code_missing{"department_code_missing", Severity::warning};
/// {0} code {1} name {2} another name
inline constexpr Code department_names_differ{"department_names_differ", Severity::warning};
inline constexpr Code department_equally{"department_equally", Severity::warning}; ///< {0} projects
inline constexpr Code department_incomplete{"department_incomplete",
                                            Severity::error}; ///< {0} projects {1} of all
inline constexpr Code department_partly_covered{"department_partly_covered",
                                                Severity::warning}; ///< {0} scored {1} of all

} // namespace jixiao::scoring::findings
