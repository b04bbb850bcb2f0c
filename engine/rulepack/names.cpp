#include "engine/rulepack/names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::rulepack {
namespace {

constexpr std::array<std::string_view, 3> sugar_names{"attainment", "deviation", "deviation_rate"};
constexpr std::array<std::string_view, 5> function_names{"min", "max", "clamp", "abs", "round"};

std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names(sugar_names.begin(), sugar_names.end());
  for (std::size_t i = 0; i < model::number_field_count; ++i) {
    names.push_back(model::name(static_cast<model::NumberField>(i)));
  }
  for (std::size_t i = 0; i < model::truth_field_count; ++i) {
    names.push_back(model::name(static_cast<model::TruthField>(i)));
  }
  for (std::size_t i = 0; i < model::word_field_count; ++i) {
    names.push_back(model::name(static_cast<model::WordField>(i)));
  }
  return names;
}

/// Levenshtein's distance: how many letters must change to make `right` of `left`.
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = i;
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < right.size(); ++j) {
      std::size_t const substituted = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

std::string joined(std::vector<std::string_view> const& texts) {
  std::string result;
  for (std::string_view const each : texts) {
    result += result.empty() ? "" : ", ";
    result += each;
  }
  return result;
}

} // namespace

Name find_name(std::string_view text) {
  if (text == "true" || text == "false") {
    return {text == "true" ? Name::Kind::yes : Name::Kind::no, 0};
  }
  for (std::uint8_t i = 0; i < model::number_field_count; ++i) {
    if (model::name(static_cast<model::NumberField>(i)) == text) {
      return {Name::Kind::number, i};
    }
  }
  for (std::uint8_t i = 0; i < model::truth_field_count; ++i) {
    if (model::name(static_cast<model::TruthField>(i)) == text) {
      return {Name::Kind::truth, i};
    }
  }
  for (std::uint8_t i = 0; i < model::word_field_count; ++i) {
    if (model::name(static_cast<model::WordField>(i)) == text) {
      return {Name::Kind::word, i};
    }
  }
  for (std::uint8_t i = 0; i < sugar_names.size(); ++i) {
    if (sugar_names[i] == text) {
      return {Name::Kind::sugar, i};
    }
  }
  return {};
}

std::optional<std::uint8_t> find_word(model::WordField field, std::string_view text) {
  auto const words = model::words_of(field);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == text) {
      return static_cast<std::uint8_t>(i);
    }
  }
  return std::nullopt;
}

std::optional<Function> find_function(std::string_view text) {
  auto const found = std::find(function_names.begin(), function_names.end(), text);
  if (found == function_names.end()) {
    return std::nullopt;
  }
  return static_cast<Function>(found - function_names.begin());
}

std::string names_like(std::string_view text) {
  std::vector<std::string_view> names = all_names();
  std::size_t const near = std::max<std::size_t>(2, text.size() / 3);
  std::vector<std::pair<std::size_t, std::string_view>> ranked;
  for (std::string_view const each : names) {
    // A name far longer than any field is compared by its beginning only: messages must stay cheap.
    std::size_t const away = distance(text.substr(0, 32), each);
    if (away <= near) {
      ranked.emplace_back(away, each);
    }
  }
  if (ranked.empty()) {
    std::sort(names.begin(), names.end());
    return joined(names);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string_view> best;
  for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), 3); ++i) {
    best.push_back(ranked[i].second);
  }
  return joined(best);
}

std::string words_as_text(model::WordField field) {
  auto const words = model::words_of(field);
  return joined({words.begin(), words.end()});
}

} // namespace jixiao::rulepack
