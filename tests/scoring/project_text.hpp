#pragma once
// Projects for tests, written as short texts, and what scoring makes of them as short texts.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <string>

namespace jixiao::test {

/// The compiled-in pack with this id; the same object at every call.
[[nodiscard]] rulepack::RulePack const& pack(std::string const& id);

/// A project of rows separated by ';', each `WEIGHT [@LEVEL] PARTS [=CLAIMED] [!]`:
///   WEIGHT   points, `-` none printed, `?` not readable
///   LEVEL    o output, b benefit, s satisfaction, c cost, x execution row, u unknown (o without)
///   PARTS    joined by `+`:
///            v:A/T value, more is better     r:A/T value, less is better     a:A/T value with an assumption
///            p:A/T percentage, more is better  m:A/T money in yuan, less is better
///            >:A/T strict, more is better    about:A/T around the target     over:A/T bound that overlaps
///            met part not (levels)   claim (status word)   bound (the target's bound repeated)
///            late (a date behind the deadline)
///            none (no actual)   unreadable (an actual is there)   prose (on a number)   early (not due)
///            empty (unused row)
///   =CLAIMED self-evaluated score, `!` a deviation reason is given
[[nodiscard]] model::Project project(std::string const& rows);
/// The same with a budget and an executed amount in ten thousands of yuan ("100/95", "100/", "/95", "").
[[nodiscard]] model::Project project(std::string const& rows, std::string const& budget);

/// "[65.61, 97.61]", "[6, 8)" or "20" with the pack's places.
[[nodiscard]] std::string points(number::Interval const& value);
[[nodiscard]] std::string points(number::Rational const& value);
/// "answered / claimed / unanswered / lost".
[[nodiscard]] std::string text(model::Ledger const& ledger);
/// "excellent good".
[[nodiscard]] std::string text(std::vector<std::string_view> const& ids);
/// "2: 30, 1: 10".
[[nodiscard]] std::string text(std::vector<model::QueueItem> const& queue);
/// Codes of the project's and its rows' findings, sorted, each once: "low_execution weight_missing".
[[nodiscard]] std::string codes(model::ProjectEvaluation const& evaluation);
/// "scored", "assumed", ... of every row.
[[nodiscard]] std::string statuses(model::ProjectEvaluation const& evaluation);
/// The score of every row, separated by blanks.
[[nodiscard]] std::string scores(model::ProjectEvaluation const& evaluation);

} // namespace jixiao::test
