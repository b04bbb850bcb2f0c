#pragma once
// Tries every mutant of a pack against the tests of the pack.
#include "engine/authoring/mutation.hpp"
#include "engine/rulepack/load.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <string>

namespace jixiao::pipeline {

/// A pack whose mutants are tried: its file, loaded, and the files that it extends.
struct MutatedPack {
  rulepack::PackFile const& file;
  rulepack::RulePack const& pack;
  rulepack::PackFinder const& find;
};

/// The result does not depend on `threads`. `filter`: only mutants whose `of` contains it. Everything passed
/// must outlive the call, not the result.
[[nodiscard]] authoring::Mutation mutate_pack(MutatedPack const& pack,
                                              vocabulary::Vocabulary const& vocabulary,
                                              std::string const& filter, std::uint32_t threads);

} // namespace jixiao::pipeline
