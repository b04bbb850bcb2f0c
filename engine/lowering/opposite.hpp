#pragma once
// An answer that says the opposite of what is asked, or less.
#include "engine/lowering/row_words.hpp"
#include "engine/lowering/target.hpp"

#include <string_view>

namespace jixiao::lowering {

/// It fell where a rise is asked, or the other way, of the row's own thing and not of another; or, in words,
/// a word of the target is denied, or less than what is asked was done.
[[nodiscard]] bool says_opposite(Asked const& asked, Part const& answer, std::string_view name,
                                 RowWords const& words);

} // namespace jixiao::lowering
