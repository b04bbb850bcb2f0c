// rules/lexicon.yaml: number_doubts.
#include "engine/vocabulary/findings.hpp"
#include "engine/vocabulary/loaders.hpp"
#include "engine/vocabulary/section.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace jixiao::vocabulary {

using number::Rational;

namespace {

constexpr std::string_view where = "number_doubts";

struct RatioName {
  std::string_view name;
  Rational NumberDoubts::*value;
};

constexpr std::array<RatioName, 13> ratios{{
    {"amounts_apart", &NumberDoubts::amounts_apart},
    {"counts_apart", &NumberDoubts::counts_apart},
    {"smaller_unit", &NumberDoubts::smaller_unit},
    {"short_scale", &NumberDoubts::short_scale},
    {"short_scale_ratio", &NumberDoubts::short_scale_ratio},
    {"fraction_most", &NumberDoubts::fraction_most},
    {"share_ratio", &NumberDoubts::share_ratio},
    {"thousandth_ratio", &NumberDoubts::thousandth_ratio},
    {"shares_target", &NumberDoubts::shares_target},
    {"shares_actual", &NumberDoubts::shares_actual},
    {"high_share", &NumberDoubts::high_share},
    {"rounding_slack", &NumberDoubts::rounding_slack},
    {"open_money_least", &NumberDoubts::open_money_least},
}};

struct CountName {
  std::string_view name;
  std::uint32_t NumberDoubts::*value;
};

constexpr std::array<CountName, 2> counts{{
    {"slip_figures", &NumberDoubts::slip_figures},
    {"slip_figures_of_percentage", &NumberDoubts::slip_figures_of_percentage},
}};

/// A small whole number; no value when it is none.
std::optional<std::uint32_t> small_count(Rational const& value) {
  for (std::uint32_t count = 1; count <= 20; ++count) {
    if (value == Rational(std::int64_t{count})) {
      return count;
    }
  }
  return std::nullopt;
}

} // namespace

void load_number_doubts(Node const& root, diagnostic::SourceId source, Words& words,
                        diagnostic::Diagnostics& findings) {
  Node const* const node = root.is_map() ? root.find(where) : nullptr;
  if (node == nullptr) {
    return;
  }
  Section section(source, findings);
  std::vector<std::string_view> names;
  std::transform(ratios.begin(), ratios.end(), std::back_inserter(names),
                 [](RatioName const& each) { return each.name; });
  std::transform(counts.begin(), counts.end(), std::back_inserter(names),
                 [](CountName const& each) { return each.name; });
  for (Node::Entry const& entry : section.map(*node, where)) {
    auto const index = section.name(entry.key, entry.line, entry.column, where, names);
    auto const text = index ? section.word(entry.value, entry.key) : std::nullopt;
    if (!text) {
      continue;
    }
    auto const value = Rational::parse(*text);
    bool const ratio = *index < ratios.size();
    std::optional<std::uint32_t> const count = value && !ratio ? small_count(*value) : std::nullopt;
    if (!value || value->sign() <= 0 || (!ratio && !count)) {
      section.refuse(entry.value, findings::vocabulary_bad_border, {std::string(*text), entry.key});
    } else if (ratio) {
      words.doubts.*ratios[*index].value = *value;
    } else {
      words.doubts.*counts[*index - ratios.size()].value = *count;
    }
  }
}

void find_least_ratio(Words& words) {
  constexpr std::int64_t hours_of_day = 24; // the smallest step from one unit of time or data to the next
  NumberDoubts& doubts = words.doubts;
  Rational root = 1; // at most the square root of what a unit counts that is looked at again
  while (root * root * Rational(4) <= doubts.counts_apart) {
    root = root * Rational(2);
  }
  doubts.least_ratio = std::min({doubts.amounts_apart, doubts.counts_apart, doubts.thousandth_ratio, root,
                                 doubts.smaller_unit * Rational(hours_of_day),
                                 doubts.high_share * Rational(100) / doubts.fraction_most});
  for (auto const& [id, unit] : words.units) {
    if (unit.dimension == model::Dimension::area && unit.scale > Rational(1)) {
      doubts.least_ratio = std::min(doubts.least_ratio, doubts.smaller_unit * unit.scale);
    }
  }
}

NumberDoubts const& number_doubts(Vocabulary const& vocabulary) {
  return words_of(vocabulary).doubts;
}

} // namespace jixiao::vocabulary
