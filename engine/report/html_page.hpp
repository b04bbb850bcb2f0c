#pragma once
// Pages that stand for themselves: no script, no other file, and nothing of a table becomes markup.
#include "engine/vocabulary/messages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::report {

/// Text as it must stand in a page, in an attribute too.
[[nodiscard]] std::string html_text(std::string_view text);

/// Everything up to the heading, which is the title.
[[nodiscard]] std::string html_begin(std::string_view title, vocabulary::Language language);
[[nodiscard]] std::string html_end();

/// A row of a table; every cell is text. `cell`: "td" or "th"; `style`: a class of the page ("yes", "no"), or
/// empty.
[[nodiscard]] std::string html_row(std::vector<std::string> const& cells, std::string_view cell = "td",
                                   std::string_view style = {});

} // namespace jixiao::report
