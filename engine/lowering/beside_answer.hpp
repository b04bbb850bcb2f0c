#pragma once
// What the other parts of an answer say about the one that was chosen: another clause, a bracket or a line of
// its own is asked the same questions as the words inside the clause.
#include "engine/lowering/row_words.hpp"
#include "engine/lowering/target.hpp"

#include <string>
#include <vector>

namespace jixiao::lowering {

struct Surroundings {
  bool denied = false;          ///< some of the answer is taken back, or all of it is a plan
  Part const* number = nullptr; ///< a number of a comparable unit that nothing explains
  Part const* words = nullptr;  ///< a clause that may make the answer one of something else
  std::string foreign;          ///< of `words`: those that the row and the lexicon do not know
};

/// What `others` say about `chosen`, the part that answers `asked`. `alone`: nothing else is asked, so all of
/// them are about it.
[[nodiscard]] Surroundings find_surroundings(Asked const& asked, Part const& chosen,
                                             std::vector<Part const*> const& others, bool alone,
                                             RowWords const& words);

/// A number can stand for the number asked: their units may be compared, or one has none.
[[nodiscard]] bool units_fit(Measure const& asked, Measure const& given,
                             vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
