#pragma once
// The mutants of a pack: each is the pack with one thing changed that the pack itself wrote. Whether a test
// of the pack notices is found out by pipeline/pack_mutation.hpp.
#include "engine/authoring/expression_changes.hpp"
#include "engine/configuration/edit.hpp"
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <string>
#include <vector>

namespace jixiao::authoring {

struct Mutant {
  std::string of;     ///< what is changed: "score.met.when", "grades.good.from"
  std::string change; ///< "< -> <=", "< -> <= #2" for the second such change of one thing
  std::string before, after;
  std::string entry; ///< id of the rule, class, tier or grade; empty for what has none
  std::string other; ///< of two rules that change places: id of the other one
  ChangeKind kind = ChangeKind::number;
  diagnostic::Place place; ///< of the first character that changes
  std::vector<configuration::Edit> edits;
};

/// All mutants of the pack whose file is `tree`, in the order of the file. `pack` is the same, loaded: two
/// rules are exchanged only where both can hold and then give something else.
[[nodiscard]] std::vector<Mutant> mutants_of(configuration::Node const& tree, diagnostic::SourceId source,
                                             rulepack::RulePack const& pack);

} // namespace jixiao::authoring
