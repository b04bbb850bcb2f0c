#pragma once
// "Did you mean": the word of a list that a slip of the fingers is likely to have meant.
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::pipeline {

/// The one of `words` that differs least from `text`, in at most a third of its letters; empty without one.
[[nodiscard]] std::string nearest(std::string_view text, std::vector<std::string> const& words);

} // namespace jixiao::pipeline
