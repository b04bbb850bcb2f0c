#pragma once
// A file of decisions that people took on open rows, applied on top of the evidence and recorded in the
// output.
//   judgements:
//     - {row: <key>, digest: <digest>, name: ..., target: ..., tier: met | share: "0.9" | value: "96%", by:
//     ..., on: 2024-01-15, why:
//     ...}
// A share may stand beside the tier that it lies in.
#include "engine/configuration/node.hpp"
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/number/rational.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jixiao::judgement {

struct Judgement {
  std::string row, digest, by, on, why;
  std::string name, target;              ///< of the indicator, to find it when rows have moved; may be empty
  std::string tier;                      ///< id of a tier of the pack; empty when not given
  std::optional<number::Rational> share; ///< of the points, within [0, 1]; with `tier`: inside of it
  std::string value;                     ///< an actual value as people write it; empty when not given
  diagnostic::Place place;
};

/// Judgements by row key. Two for one row are an error finding when loading.
using Judgements = std::unordered_map<std::string, Judgement>;

/// Checks and reads a judgement file (YAML or JSON). `by`, `on` and `why` are required, and exactly one
/// decision. An entry that is not understood is refused with a finding; the others stand. No value when the
/// file as a whole is no list of judgements.
[[nodiscard]] diagnostic::Outcome<Judgements> load_judgements(configuration::Node const& tree,
                                                              diagnostic::SourceId source);

/// What a judgement comes to on its row. A share is final; a value has yet to be read in place of the actual.
struct Resolved {
  std::optional<number::Interval> share; ///< tier or share
  std::string value;                     ///< an actual value as people write it; empty when `share` is given
  model::AppliedJudgement applied;
};

/// A share of the points as people write it: "0.9", "90%". Empty when it is no number.
[[nodiscard]] std::optional<number::Rational> parse_share(std::string_view text);

/// Refused, with a finding, when the row is not the one that the judgement names, it has changed since it was
/// judged, the pack has no such tier, or the share does not lie in the tier that is named.
[[nodiscard]] diagnostic::Outcome<Resolved> resolve(Judgement const& judgement, model::Indicator const& row,
                                                    rulepack::RulePack const& pack);

/// Where a row of this key and name stands, without its number: unit and project. Empty when `key` does not
/// end with the name.
[[nodiscard]] std::string_view home_of(std::string_view key, std::string_view name);

/// One error finding for each judgement whose row is not among `seen`, in the order of the file.
[[nodiscard]] diagnostic::Diagnostics unknown_rows(Judgements const& judgements,
                                                   std::unordered_set<std::string> const& seen);

} // namespace jixiao::judgement
