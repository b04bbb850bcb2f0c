#pragma once
// What the checker of rules remembers of a case, so that it does not go through the same again. Private to
// this folder.
#include "engine/rulepack/cases.hpp"

#include <array>
#include <cstdint>

namespace jixiao::rulepack {

/// What has been asked at a rule in a case: enough to know that the rest would be asked again.
using CaseKey = std::array<std::uint64_t, 3 + (model::number_field_count + 1) / 2>;
struct CaseKeyHash {
  std::size_t operator()(CaseKey const& key) const {
    std::uint64_t hash = 0;
    for (std::uint64_t const word : key) {
      hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29U;
    }
    return static_cast<std::size_t>(hash);
  }
};

/// What a rule and those after it may ask. Fields that hang together: a rule that asks one of them needs what
/// is settled of the others.
struct Asked {
  std::uint32_t truths = 0, words = 0, numbers = 0;

  void add(Program const& program);
};

[[nodiscard]] CaseKey key_of(std::size_t at, Asked const& asked, Case const& given);

} // namespace jixiao::rulepack
