#pragma once
// Facts written as a line of text, for tables of cases.
#include "engine/model/facts.hpp"

#include <string>

namespace jixiao::test {

/// "target_kind=quantity quantity met? target=5 actual=[98,]": field=word, field=number or [low,high] with an
/// end left out for none and a round bracket at an open end, a bare name for a truth that holds and name? for
/// one that is not known. A field that does not exist throws.
[[nodiscard]] model::Facts facts_of(std::string const& text);

} // namespace jixiao::test
