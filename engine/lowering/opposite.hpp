#pragma once
// An answer that says the opposite of what is asked, or less, or where a thing stands instead of how it
// changed.
#include "engine/lowering/row_words.hpp"
#include "engine/lowering/target.hpp"

#include <string_view>

namespace jixiao::lowering {

/// It fell where a rise is asked, or the other way, of the row's own thing and not of another; or, in words,
/// a word of the target is denied, or less than what is asked was done.
[[nodiscard]] bool says_opposite(Asked const& asked, Part const& answer, std::string_view name,
                                 RowWords const& words);

/// Neither target nor answer is a number, and the target is no time.
[[nodiscard]] inline bool asked_in_words(Asked const& asked, Part const& answer) {
  return !asked.is_number() && !asked.is_time() && !answer.has_number();
}

/// False where `says_opposite` is false whatever is asked, unless it is asked in words.
[[nodiscard]] bool may_say_opposite(Part const& answer, vocabulary::Vocabulary const& vocabulary);

/// A percentage without a word of a rise: how much more, or how much there is now. All of it is no rise.
/// `hints` are of the row's name.
[[nodiscard]] bool may_be_level(Asked const& asked, Part const& answer, vocabulary::NameHints const& hints,
                                vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
