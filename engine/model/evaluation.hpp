#pragma once
// What comes out: scores with their reasons. Every number is exact; rounding has happened where the pack says
// so.
#include "engine/model/indicator.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::model {

enum class Status : std::uint8_t { scored, assumed, open, not_applicable, excluded, unreadable };
/// Column of the ledger that the points of a row stand in. `none`: the row has no points.
enum class LedgerColumn : std::uint8_t { none, answered, claimed, unanswered };
enum class WeightOrigin : std::uint8_t { none, printed, distributed, remainder, judged };

[[nodiscard]] std::string_view name(Status status);
[[nodiscard]] std::string_view name(LedgerColumn column);
[[nodiscard]] std::string_view name(WeightOrigin origin);

/// Verdict on one comparison: which evidence class, which rule, which share of the points.
struct Verdict {
  std::string_view evidence; ///< id of the evidence class; lives as long as the pack
  std::string_view rule;     ///< id of the scoring rule that gave the share; empty when the class gives it
  Status status = Status::open;
  LedgerColumn column = LedgerColumn::unanswered;
  number::Interval share; ///< within [0, 1]
  bool accepts = false;   ///< `--assume claims-met` may take it as met
  bool enclosure = false; ///< the share is a bound of the exact set, not the set itself
};

/// A person's decision on one row, as it was applied.
struct AppliedJudgement {
  std::string by, on, why;
  std::string what;   ///< "tier", "share" or "value"
  std::string text;   ///< as written in the file
  std::string tier{}; ///< id of the tier; of a share the one that was named beside it; empty for none
};

struct ScoredIndicator {
  Indicator indicator;
  std::vector<Verdict> verdicts; ///< one for each comparison
  Status status = Status::open;
  LedgerColumn column = LedgerColumn::unanswered;
  std::string_view evidence; ///< of the comparison that weighs most on the result (the worst column)
  number::Rational weight;   ///< points of the row after distribution; 0 when excluded or unknown
  WeightOrigin weight_origin = WeightOrigin::none;
  number::Interval share;    ///< of the points
  number::Interval exact;    ///< share * weight, unrounded
  number::Interval score;    ///< as it counts: rounded where the pack rounds at the indicator
  number::Rational accepted; ///< score when every claim is accepted
  std::optional<AppliedJudgement> judgement;
  std::optional<number::Rational> difference; ///< claimed - score, when the score is one number
  std::string difference_cause;               ///< message id; empty when there is no difference
  std::string_view light;                     ///< of monitoring; empty when there is none
  diagnostic::Diagnostics findings;           ///< of scoring; those of reading stand in the indicator
};

/// actual / target of two numbers, target above 0.
[[nodiscard]] std::optional<number::Interval> attainment_of(Facts const& facts);
/// The same of a row with a single comparison; none for a row that nobody filled in.
[[nodiscard]] std::optional<number::Interval> attainment_of(ScoredIndicator const& row);

struct Execution {
  bool applicable = false;
  std::optional<number::Rational> rate; ///< executed / denominator, not capped
  number::Interval share;
  number::Interval score;
  number::Rational max;
  std::optional<number::Rational> claimed; ///< score that the form claims for it
  bool added = false;                      ///< counts into the total
  std::string_view rule;
  std::string_view light; ///< of monitoring; empty when there is none
};

/// Of the points of the total: where they stand. The four add up to the maximum.
struct Ledger {
  number::Rational answered, claimed, unanswered, lost;
};

struct Total {
  number::Interval exact; ///< unrounded
  number::Interval value; ///< rounded as the pack says
  number::Rational max;
  number::Interval rebased;  ///< on the scale of 100, rounded; equal to value when max is 100
  number::Rational accepted; ///< rebased total when every claim is accepted
  bool is_rebased = false;
  bool is_capped = false;  ///< a cap of the pack has lowered `rebased`
  std::string_view cap;    ///< id of the cap that decided it, or that may lower its lower end alone
  bool incomplete = false; ///< a row without weight, or beyond the limit, stays outside: no grade
};

struct QueueItem {
  std::uint32_t row = 0;   ///< within the project; 0: the executed amount, which is of the project as a whole
  number::Rational points; ///< at stake: high - low of the score of the row or of the execution
  Question question;
};

struct ClaimedTotal {
  /// Sum of the claimed scores; with that of the execution where the form claims one.
  std::optional<number::Rational> total;
  std::string_view grade; ///< id of the grade of that sum; empty when there is none
  std::uint32_t rows = 0; ///< rows that claim a score
};

struct ProjectEvaluation {
  Project project; ///< its indicators have moved into `indicators`
  Execution execution;
  Facts facts; ///< of the project as a whole, as its rules saw them
  std::vector<ScoredIndicator> indicators;
  bool scored = false; ///< false: targets without any actuals; no total and no grade
  Ledger ledger;
  Total total;
  std::vector<std::string_view> grades; ///< ids that the total touches, best first
  bool unproven = false; ///< the headline is "not proven", never the worst grade for lack of evidence
  ClaimedTotal claimed;
  std::vector<QueueItem> queue; ///< by points, largest first; ties by row
  std::uint32_t month = 0;      ///< of monitoring; 0: none
  std::string_view light;       ///< the worst of the rows and of the execution; empty when none has one
  diagnostic::Diagnostics findings;
};

enum class DepartmentWeighting : std::uint8_t { by_budget, equally, given };

struct DepartmentEvaluation {
  std::string code, name;
  bool has_namesake = false;         ///< another department has the same name: only the code tells them apart
  std::uint32_t projects = 0;        ///< all
  std::uint32_t scored_projects = 0; ///< that have a total
  std::uint32_t without_weight = 0;  ///< that have nothing to be weighted by and stay outside
  std::uint32_t incomplete_projects = 0; ///< whose total is incomplete; with any of them there is no grade
  number::Rational budget;               ///< of all projects, yuan
  DepartmentWeighting weighting = DepartmentWeighting::by_budget;
  number::Rational covered;              ///< share of the weights that belongs to scored projects
  std::optional<number::Interval> total; ///< rounded
  std::optional<number::Interval> exact;
  Ledger ledger; ///< mean of the projects' ledgers on the scale of 100
  std::vector<std::string_view> grades;
  bool unproven = false; ///< as for a project: the worst grade is possible only for lack of evidence
  std::vector<std::pair<std::string_view, std::uint32_t>> grade_counts; ///< projects with exactly this grade;
                                                                        ///< id "" counts those with several
  std::uint32_t ungraded_projects = 0; ///< with none: not scored, or incomplete
  diagnostic::Diagnostics findings;
};

} // namespace jixiao::model
