#pragma once
// Which part of an answer answers which part of a target.
#include "engine/lowering/target.hpp"

#include <vector>

namespace jixiao::lowering {

struct Answer {
  Part const* part = nullptr; ///< null: nothing answers it
  bool chosen = false;        ///< one of several candidates, or parts of the target were set aside
  bool whole = false;         ///< the whole of a compound answer, read as prose
};

/// One answer for each thing that `target` asks.
[[nodiscard]] std::vector<Answer> match_parts(Target const& target, Cell const& actual,
                                              vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
