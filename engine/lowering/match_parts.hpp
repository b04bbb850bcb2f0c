#pragma once
// Which part of an answer answers which part of a target.
#include "engine/lowering/row_words.hpp"
#include "engine/lowering/target.hpp"

#include <string>
#include <vector>

namespace jixiao::lowering {

struct Answer {
  Part const* part = nullptr;   ///< null: nothing answers it
  bool chosen = false;          ///< one of several candidates, or parts of the target were set aside
  bool whole = false;           ///< the whole of a compound answer, read as prose
  bool of_several = false;      ///< parts of the answer
  bool denied = false;          ///< another part of the answer takes some of it back
  Part const* rival = nullptr;  ///< another part that fits as well, or a number that nothing explains
  Part const* beside = nullptr; ///< a clause that may make the answer one of something else
  std::string foreign = {};     ///< the words of `beside` that do
};

/// One answer for each thing that `target` asks. A number or date is an answer only when the words beside it
/// are those of the row.
[[nodiscard]] std::vector<Answer> match_parts(Target const& target, Cell const& actual,
                                              RowWords const& words);

/// "50 % by June, 100 % by December": numbers of one thing, each with a deadline of its own.
[[nodiscard]] bool asks_by_dates(Target const& target);

} // namespace jixiao::lowering
