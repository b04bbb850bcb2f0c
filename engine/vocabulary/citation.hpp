#pragma once
// "Done, see annex 3": a clause that says where the proof stands says nothing of what was done.
#include "engine/vocabulary/vocabulary.hpp"

#include <string_view>

namespace jixiao::vocabulary {

/// `cell` without its last clause where that cites a proof; all of it where nothing else would be left.
[[nodiscard]] std::string_view without_citation(Vocabulary const& vocabulary, std::string_view cell);

} // namespace jixiao::vocabulary
