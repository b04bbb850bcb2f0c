#pragma once
#include <string_view>

namespace jixiao::ingest::forms {

/// A line ends in a digit and the next begins with one: a number that was wrapped, or two. "2." that begins a
/// line counts what follows, "2.5" does not.
[[nodiscard]] bool is_broken_number(std::string_view text);

} // namespace jixiao::ingest::forms
