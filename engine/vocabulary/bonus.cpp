#include "engine/vocabulary/bonus.hpp"

#include "engine/vocabulary/word_key.hpp"
#include "engine/vocabulary/words.hpp"

#include <algorithm>

namespace jixiao::vocabulary {
namespace {

/// Without the number in front of it: "3.", "(2)".
std::string_view unnumbered(std::string_view key) {
  constexpr std::size_t longest_number = 9; // bytes: three ideographs
  for (std::string_view const sign : {std::string_view("\xE3\x80\x81"), std::string_view(".")}) {
    std::size_t const at = key.find(sign);
    if (at != std::string_view::npos && at <= longest_number) {
      return key.substr(at + sign.size());
    }
  }
  return key;
}

/// Without the points behind it: "bonus (at most 5 points)".
std::string_view without_points(std::string_view key) {
  constexpr std::string_view full_width_bracket = "\xEF\xBC\x88";
  return key.substr(0, std::min(key.find_first_of("(:0123456789"), key.find(full_width_bracket)));
}

} // namespace

bool heads_bonus(Vocabulary const& vocabulary, std::string_view text) {
  constexpr std::size_t longest_heading = 48;
  std::string const key = word_key(text.substr(0, std::min(text.size(), longest_heading + 1)));
  auto const& headings = words_of(vocabulary).bonus_headings;
  auto const is_heading = [&](std::string_view each) {
    return std::find(headings.begin(), headings.end(), each) != headings.end();
  };
  std::string_view const bare = unnumbered(key);
  return is_heading(key) || is_heading(bare) || is_heading(without_points(bare));
}

bool heads_rules(Vocabulary const& vocabulary, std::string_view head) {
  auto const& heads = words_of(vocabulary).printed_rules;
  return std::find(heads.begin(), heads.end(), word_key(head)) != heads.end();
}

} // namespace jixiao::vocabulary
