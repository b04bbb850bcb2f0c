#pragma once
// The lines that people write below the indicators: who filled the table in, remarks, what is to be improved.
#include "engine/vocabulary/vocabulary.hpp"

#include <string_view>

namespace jixiao::vocabulary {

/// `text`, without what follows its colon, is a label of such a line.
[[nodiscard]] bool is_foot_label(Vocabulary const& vocabulary, std::string_view text);

} // namespace jixiao::vocabulary
