#include "engine/pipeline/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace jixiao::pipeline {
namespace {

/// Letters to add, leave out or exchange, and pairs of them that changed places.
std::size_t distance(std::string_view left, std::string_view right) {
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

std::string nearest(std::string_view text, std::vector<std::string> const& words) {
  constexpr std::size_t longest = 64;
  std::string result;
  std::size_t best = std::min(text.size(), longest) / 3 + 1;
  for (std::string const& word : words) {
    std::size_t const apart = text.size() > longest ? best : distance(text, word);
    if (apart < best) {
      best = apart;
      result = word;
    }
  }
  return result;
}

} // namespace jixiao::pipeline
