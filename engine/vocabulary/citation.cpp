#include "engine/vocabulary/citation.hpp"

#include "engine/vocabulary/words.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <array>

namespace jixiao::vocabulary {

namespace {

constexpr std::array<std::string_view, 6> separators{",",           ";", "\n", "\xEF\xBC\x8C", "\xEF\xBC\x9B",
                                                     "\xE3\x80\x82"};

/// Where the last clause begins, and where what stands before it ends; no clause before it: both 0.
struct LastClause {
  std::size_t before = 0, begin = 0;
};

LastClause last_clause(std::string_view cell) {
  LastClause result;
  for (std::string_view const separator : separators) {
    std::size_t const at = cell.rfind(separator);
    if (at != std::string_view::npos && at + separator.size() > result.begin
        && !grammar::trim(cell.substr(at + separator.size())).empty()) {
      result = {at, at + separator.size()};
    }
  }
  return result;
}

} // namespace

std::string_view without_citation(Vocabulary const& vocabulary, std::string_view cell) {
  LastClause const last = last_clause(cell);
  std::string_view const before = grammar::trim(cell.substr(0, last.before));
  std::string const clause = word_key(cell.substr(last.begin));
  auto const& words = words_of(vocabulary).citations;
  bool const cites = std::any_of(words.begin(), words.end(),
                                 [&](std::string const& word) { return clause.starts_with(word); });
  return cites && !before.empty() ? before : cell;
}

} // namespace jixiao::vocabulary
