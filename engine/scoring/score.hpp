#pragma once
// Pure scoring: project and pack in, evaluation out. No clock, file, locale, global.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/judge.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace jixiao::scoring {

enum class Assume : std::uint8_t {
  as_is,      ///< the evidence table as it stands
  claims_met, ///< what the ledger calls claimed earns its `accept` share, as assumed
  nothing,    ///< every assumed row is reopened, for a re-check
};

/// A decision on one row, already resolved against the pack. Filled by the pipeline from a judgement file.
struct Decision {
  std::optional<number::Interval> share;      ///< tier or share
  std::optional<model::Indicator> with_value; ///< the row lowered again with the judged actual value
  model::AppliedJudgement applied;
};
/// The decision for a row key; no value when there is none.
using DecisionFinder = std::function<std::optional<Decision>(model::Indicator const&)>;

/// `month`: monitored at the end of this month; 0: not.
[[nodiscard]] model::ProjectEvaluation score(model::Project project, rulepack::RulePack const& pack,
                                             Assume assume, DecisionFinder const& decide = {},
                                             std::uint32_t month = 0);

/// Scores in place the project and the rows that stand in `evaluation`; everything else of it is written
/// anew, in the storage that it has from the project before. What `judge` remembers changes no result.
void score(model::ProjectEvaluation& evaluation, rulepack::Judge& judge, Assume assume,
           DecisionFinder const& decide = {}, std::uint32_t month = 0);

/// Adds projects up to departments, keyed by unit code (or unit name). Memory is O(departments).
class DepartmentRollUp {
public:
  DepartmentRollUp(rulepack::RulePack const& pack, model::DepartmentWeighting weighting);
  ~DepartmentRollUp();
  void add(model::ProjectEvaluation const& project);
  /// In the order in which the departments first appeared.
  [[nodiscard]] std::vector<model::DepartmentEvaluation> finish() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace jixiao::scoring
