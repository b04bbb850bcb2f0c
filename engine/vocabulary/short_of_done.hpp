#pragma once
// Answers in words that say less than done: barely, in the main, an earlier stage of the project.
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <string_view>

namespace jixiao::vocabulary {

/// Whether the words `said` say that less was done than `target`, or `name` where the target names no stage,
/// asks for. What these two say themselves is not less. `year`: of the budget, 0 when unknown.
[[nodiscard]] bool falls_short(Vocabulary const& vocabulary, std::string_view said, std::string_view target,
                               std::string_view name, std::int32_t year);

/// False where `falls_short` is false of `said` whatever target and name are: of nearly all answers.
[[nodiscard]] bool may_fall_short(Vocabulary const& vocabulary, std::string_view said);

/// The last of `words` is one of a stage: finished, handed over, under construction.
[[nodiscard]] bool ends_with_stage(Vocabulary const& vocabulary, std::string_view words);

} // namespace jixiao::vocabulary
