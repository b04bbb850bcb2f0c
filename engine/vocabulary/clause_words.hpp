#pragma once
// What the words of a clause say about the number that stands in another one.
#include "engine/vocabulary/vocabulary.hpp"

#include <string>
#include <string_view>

namespace jixiao::vocabulary {

/// `clause` without the words that only compare: "more than last year" says nothing of last year's number.
[[nodiscard]] std::string without_comparison(Vocabulary const& vocabulary, std::string_view clause);

/// Its number is compared with another one: how much more than last year.
[[nodiscard]] bool says_comparison(Vocabulary const& vocabulary, std::string_view clause);

/// Its number is a part of another one: of these, including.
[[nodiscard]] bool says_share(Vocabulary const& vocabulary, std::string_view clause);

/// The words of a part without those for a class of things that counts all the same: online, rural.
[[nodiscard]] std::string without_kinds(Vocabulary const& vocabulary, std::string_view words);

/// It says where a thing stands now, after a change.
[[nodiscard]] bool says_reached(Vocabulary const& vocabulary, std::string_view clause);

/// `words` are those before the number that a change began with: from.
[[nodiscard]] bool says_start(Vocabulary const& vocabulary, std::string_view words);

/// It says that something was done or reached, whatever else it says.
[[nodiscard]] bool says_achieved(Vocabulary const& vocabulary, std::string_view clause);

/// It names an act or a thing, but none that says that something is done, that the lists of `apart` tell from
/// what `own` names; both without blanks and punctuation.
[[nodiscard]] bool names_other(Vocabulary const& vocabulary, std::string_view clause, std::string_view own);

/// What the name asks for is to be given all the time: a service, a rent. Half of it is not done in time.
[[nodiscard]] bool asks_for_service(Vocabulary const& vocabulary, std::string_view name);

/// `said` is nothing but "did not happen", perhaps with the noun, where `asked` is that one thing must not
/// happen. Without a noun in `asked` the name says it.
[[nodiscard]] bool says_nothing_happened(Vocabulary const& vocabulary, std::string_view said,
                                         std::string_view asked, std::string_view name);

/// `words` end with where a change begins: "planned from", perhaps with the verb behind its number.
[[nodiscard]] bool ends_with_start(Vocabulary const& vocabulary, std::string_view words);

/// The unit counts percentage points.
[[nodiscard]] bool is_percentage_points(Vocabulary const& vocabulary, std::string_view unit);

/// Words beside a number say a year, a half, a quarter or a month, or that it is a sum: what it was counted
/// over.
[[nodiscard]] bool names_period(Vocabulary const& vocabulary, std::string_view words);

/// The words of a target without those that say neither how much nor until when: soon, step by step.
[[nodiscard]] std::string without_vague(Vocabulary const& vocabulary, std::string_view words);

} // namespace jixiao::vocabulary
