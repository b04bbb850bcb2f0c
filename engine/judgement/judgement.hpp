#pragma once
// A file of decisions that people took on open rows, applied on top of the evidence and recorded in the
// output.
//   judgements:
//     - {row: <key>, digest: <digest>, tier: met | share: "0.9" | value: "96%", by: ..., on: 2024-01-15, why:
//     ...}
#include "engine/configuration/node.hpp"
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/number/rational.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace jixiao::judgement {

struct Judgement {
  std::string row, digest, by, on, why;
  std::string tier;                      ///< id of a tier of the pack; empty when not given
  std::optional<number::Rational> share; ///< of the points, within [0, 1]
  std::string value;                     ///< an actual value as people write it; empty when not given
  diagnostic::Place place;
};

/// Judgements by row key. Two for one row are an error finding when loading.
using Judgements = std::unordered_map<std::string, Judgement>;

/// Checks and reads a judgement file (YAML or JSON). `by`, `on` and `why` are required, and exactly one
/// decision.
[[nodiscard]] diagnostic::Outcome<Judgements> load_judgements(configuration::Node const& tree,
                                                              diagnostic::SourceId source);

} // namespace jixiao::judgement
