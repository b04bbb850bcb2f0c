#pragma once
// Lines above a table that say several things at once: who filled it in, for which year, in which unit of
// money.
#include "engine/ingest/forms/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ingest::forms {

/// The facts in `text` when it holds nothing else: labels with their values, a year, a unit of money, blanks
/// between them. Empty when it is no caption.
[[nodiscard]] std::vector<std::string> caption_facts(std::string_view text, Words const& words);

/// Where the value begins in a caption: behind a label with a colon, or with more than one blank; a year
/// behind any blank.
[[nodiscard]] std::optional<std::size_t> value_of_caption(std::string_view text, Words const& words);

} // namespace jixiao::ingest::forms
