#include "engine/rulepack/names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::rulepack {
namespace {

constexpr std::array<std::string_view, 4> sugar_names{"attainment", "deviation", "deviation_rate",
                                                      "percentage_points"};
constexpr std::array<std::string_view, 5> function_names{"min", "max", "clamp", "abs", "round"};

constexpr std::size_t name_count =
    2 + model::named_number_count + model::truth_field_count + model::word_field_count + sugar_names.size();
struct NamedField {
  std::string_view text;
  Name name;
};

/// All names but those of words and functions, sorted.
std::array<NamedField, name_count> const& fields() {
  static std::array<NamedField, name_count> const sorted = [] {
    std::array<NamedField, name_count> result{};
    std::size_t count = 0;
    auto const add = [&](std::string_view text, Name::Kind kind, std::size_t field) {
      result[count++] = {text, {kind, static_cast<std::uint8_t>(field)}};
    };
    add("true", Name::Kind::yes, 0);
    add("false", Name::Kind::no, 0);
    for (std::size_t i = 0; i < model::named_number_count; ++i) {
      add(model::name(static_cast<model::NumberField>(i)), Name::Kind::number, i);
    }
    for (std::size_t i = 0; i < model::truth_field_count; ++i) {
      add(model::name(static_cast<model::TruthField>(i)), Name::Kind::truth, i);
    }
    for (std::size_t i = 0; i < model::word_field_count; ++i) {
      add(model::name(static_cast<model::WordField>(i)), Name::Kind::word, i);
    }
    for (std::size_t i = 0; i < sugar_names.size(); ++i) {
      add(sugar_names[i], Name::Kind::sugar, i);
    }
    std::sort(result.begin(), result.end(),
              [](NamedField const& left, NamedField const& right) { return left.text < right.text; });
    return result;
  }();
  return sorted;
}

/// What may stand where a number or a truth is wanted: everything but true and false, sorted.
std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names;
  for (NamedField const& each : fields()) {
    if (each.name.kind != Name::Kind::yes && each.name.kind != Name::Kind::no) {
      names.push_back(each.text);
    }
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

} // namespace

Name find_name(std::string_view text) {
  auto const& known = fields();
  auto const found =
      std::lower_bound(known.begin(), known.end(), text,
                       [](NamedField const& left, std::string_view right) { return left.text < right; });
  return found != known.end() && found->text == text ? found->name : Name{};
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

std::string joined(std::span<std::string_view const> texts) {
  std::string result;
  for (std::string_view const each : texts) {
    result += result.empty() ? "" : ", ";
    result += each;
  }
  return result;
}

std::string nearest_of(std::string_view text, std::span<std::string_view const> names) {
  std::size_t const near = std::max<std::size_t>(2, text.size() / 3);
  std::vector<std::pair<std::size_t, std::string_view>> ranked;
  for (std::string_view const each : names) {
    // A name far longer than any field is compared by its beginning only: messages must stay cheap.
    std::size_t const away = distance(text.substr(0, 32), each);
    if (away <= near) {
      ranked.emplace_back(away, each);
    }
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string_view> best;
  for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), 3); ++i) {
    best.push_back(ranked[i].second);
  }
  return joined(best);
}

std::string names_like(std::string_view text) {
  std::vector<std::string_view> const names = all_names();
  std::string near = nearest_of(text, names);
  return near.empty() ? joined(names) : near;
}

std::string words_as_text(model::WordField field) {
  auto const words = model::words_of(field);
  return joined(words);
}

} // namespace jixiao::rulepack
