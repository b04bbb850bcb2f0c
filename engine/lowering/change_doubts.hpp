#pragma once
// Answers that may say by how much a thing changed, where it is asked what was reached.
#include "engine/lowering/compare.hpp"

namespace jixiao::lowering {

/// "Raised by 15" where it is asked what is reached: in words of change of its own, or where "from 100 to
/// 150" is asked a bare 50.
[[nodiscard]] bool says_change_of_level(Asked const& asked, Part const& answer,
                                        CompareContext const& context);

/// Raised to where it is asked to be cut to, or where a name or target of a change asks for its size, what is
/// reached.
[[nodiscard]] bool goes_other_way(Asked const& asked, Part const& answer, CompareContext const& context);

/// A fall of -3.2 % is a fall of 3.2 % or a rise, and below a ceiling that is no change a number below 0 is
/// perhaps a change.
[[nodiscard]] bool has_unclear_minus(Asked const& asked, Part const& answer, CompareContext const& context);

} // namespace jixiao::lowering
