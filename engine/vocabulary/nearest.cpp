#include "engine/vocabulary/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace jixiao::vocabulary {
namespace {

constexpr std::size_t longest = 64; ///< in letters; longer texts are no slips

/// The letters apart; bytes that are no text stand for themselves.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    result.push_back(text.substr(at, end - at));
    at = end;
  }
  return result;
}

std::size_t distance(std::vector<std::string_view> const& left, std::vector<std::string_view> const& right) {
  std::vector<std::size_t> above(right.size() + 1), row(right.size() + 1), before;
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < left.size(); ++i) {
    before = std::exchange(above, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      std::size_t const changed = above[j] + (left[i] == right[j] ? 0 : 1);
      row[j + 1] = std::min({changed, row[j] + 1, above[j + 1] + 1});
      bool const swapped = i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j];
      if (swapped) {
        row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
      }
    }
  }
  return row.back();
}

} // namespace

std::string nearest(std::string_view text, std::vector<std::string> const& words, Tolerance tolerance) {
  std::vector<std::string_view> const of_text = split(text);
  std::string result;
  std::size_t best = longest;
  if (of_text.size() > longest) {
    return result;
  }
  for (std::string const& word : words) {
    std::vector<std::string_view> const of_word = split(word);
    std::size_t const longer = std::max(of_text.size(), of_word.size());
    std::size_t const at_least = longer - std::min(of_text.size(), of_word.size());
    if (at_least >= best || at_least * tolerance.among > longer * tolerance.of) {
      continue; // the letters that one has more alone are too many
    }
    std::size_t const apart = distance(of_text, of_word);
    if (apart < best && apart * tolerance.among <= longer * tolerance.of) {
      best = apart;
      result = word;
    }
  }
  return result;
}

std::size_t letters_apart(std::string_view left, std::string_view right) {
  return distance(split(left), split(right));
}

std::size_t letters(std::string_view text) {
  return split(text).size();
}

} // namespace jixiao::vocabulary
