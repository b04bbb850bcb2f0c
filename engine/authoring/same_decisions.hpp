#pragma once
// Mutants that nobody can notice, because the list that they change decides as before.
#include "engine/authoring/mutants.hpp"
#include "engine/rulepack/rule_pack.hpp"

namespace jixiao::authoring {

/// True when it is certain that the mutant of a condition, or of the order of two neighbours, changes no
/// decision: in every case that can occur, with everything known, the first rule that holds is the same.
/// False for every other mutant and where the cases are too many to go through.
[[nodiscard]] bool decides_the_same(Mutant const& mutant, rulepack::RulePack const& pack);

} // namespace jixiao::authoring
