#include "engine/ingest/unknown_heads.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/head_text.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/vocabulary/bonus.hpp"
#include "engine/vocabulary/nearest.hpp"

#include <algorithm>
#include <array>

namespace jixiao::ingest {
namespace {

using model::Column;
using vocabulary::Tolerance;
using vocabulary::Vocabulary;

constexpr std::size_t most_heads = 64;   ///< of which the meaning is looked for
constexpr std::size_t longest_head = 20; ///< in letters
constexpr std::string_view arrow = "\xE2\x86\x92";

/// What scoring cannot do without, and how far a head may be from a name of it. Amounts have names that
/// differ in their last letter only from those of rates.
struct Wanted {
  Column column;
  Tolerance tolerance;
  bool same_end = false;
};
constexpr std::array<Wanted, 9> wanted{{{Column::name, {1, 2}},
                                        {Column::target, {1, 2}},
                                        {Column::actual, {1, 2}},
                                        {Column::weight, {1, 2}},
                                        {Column::claimed, {1, 3}},
                                        {Column::level1, {1, 3}},
                                        {Column::initial_budget, {2, 5}, true},
                                        {Column::adjusted_budget, {2, 5}, true},
                                        {Column::executed, {2, 5}, true}}};

/// A head and a column that it may mean.
struct Likely {
  std::size_t head = 0;
  Column column = Column::name;
  std::size_t apart = 0, longer = 1; ///< letters
};

bool same_end(std::string_view left, std::string_view right) {
  constexpr std::size_t letter = 3; // bytes of an ideograph
  return left.size() >= letter && right.size() >= letter
         && left.substr(left.size() - letter) == right.substr(right.size() - letter);
}

std::vector<std::string> words_of(Wanted const& each, std::string const& head, Vocabulary const& vocabulary) {
  std::vector<std::string> words = vocabulary.column_words(each.column);
  if (each.column == Column::target) {
    std::vector<std::string> const& fused = vocabulary.fused_target_words();
    words.insert(words.end(), fused.begin(), fused.end());
  }
  if (each.same_end) {
    words.erase(std::remove_if(words.begin(), words.end(),
                               [&head](std::string const& word) { return !same_end(word, head); }),
                words.end());
  }
  return words;
}

/// All that any of the heads may mean, the nearest first.
std::vector<Likely> find_likely(std::vector<std::string> const& heads, model::Header const& has,
                                Vocabulary const& vocabulary) {
  std::vector<Likely> found;
  for (std::size_t i = 0; i < std::min(heads.size(), most_heads); ++i) {
    std::string const head = split_head(heads[i]).name;
    if (vocabulary::letters(head) > longest_head) {
      continue;
    }
    for (Wanted const& each : wanted) {
      if (has.has(each.column)) {
        continue;
      }
      std::string const word = vocabulary::nearest(head, words_of(each, head, vocabulary), each.tolerance);
      if (!word.empty()) {
        found.push_back({i, each.column, vocabulary::letters_apart(head, word),
                         std::max(vocabulary::letters(head), vocabulary::letters(word))});
      }
    }
  }
  std::stable_sort(found.begin(), found.end(), [](Likely const& left, Likely const& right) {
    return left.apart * right.longer < right.apart * left.longer;
  });
  return found;
}

/// Every head means one column and every column has one head.
std::vector<Likely> settle(std::vector<Likely> const& found) {
  std::vector<Likely> settled;
  for (Likely const& each : found) {
    bool const taken = std::any_of(settled.begin(), settled.end(), [&each](Likely const& other) {
      return other.head == each.head || other.column == each.column;
    });
    if (!taken) {
      settled.push_back(each);
    }
  }
  return settled;
}

std::string text_of(std::vector<Likely> const& likely, std::vector<std::string> const& heads,
                    Vocabulary const& vocabulary) {
  std::string text; // whole: there are no more of them than columns
  for (Likely const& each : likely) {
    text += (text.empty() ? "" : " | ") + heads[each.head] + std::string(arrow);
    text += vocabulary.column_name(each.column);
  }
  return text;
}

} // namespace

std::string likely_meanings(std::vector<std::string> const& heads, model::Header const& has,
                            Vocabulary const& vocabulary) {
  return text_of(settle(find_likely(heads, has, vocabulary)), heads, vocabulary);
}

UnknownHeads note_unknown_heads(Layout const& layout, Vocabulary const& vocabulary) {
  UnknownHeads result;
  model::Header const& header = *layout.header;
  diagnostic::Place const place{header.source, header.row, 0, 0, 0};
  std::vector<std::string> heads;
  for (std::size_t i = 0; i < layout.targets.size(); ++i) {
    bool const again = read_head(layout.heads[i], vocabulary).column.has_value(); // said by another finding
    if (layout.targets[i] != Layout::ignored || again) {
      continue;
    }
    if (vocabulary::heads_rules(vocabulary, split_head(layout.heads[i]).name)) {
      auto const column = static_cast<std::uint32_t>(i + 1);
      result.passed_over.push_back(diagnostic::make(
          findings::printed_rules_not_applied, {header.source, header.row, column, 0, 0}, {layout.heads[i]}));
    } else {
      heads.push_back(layout.heads[i]);
    }
  }
  if (heads.empty()) {
    return result;
  }
  std::vector<Likely> const likely = settle(find_likely(heads, header, vocabulary));
  bool const no_target = !header.has(Column::target) && !header.has(Column::targets);
  bool const target_found = std::any_of(likely.begin(), likely.end(),
                                        [](Likely const& each) { return each.column == Column::target; });
  bool const no_actual = !header.has(Column::actual) && !header.has(Column::inputs);
  if (no_target && no_actual) {
    result.doubtful.push_back(diagnostic::make(findings::target_and_actual_missing, place));
  } else if (no_target && !target_found) {
    result.doubtful.push_back(diagnostic::make(findings::target_column_missing, place));
  }
  if (!likely.empty()) {
    result.doubtful.push_back(
        diagnostic::make(findings::columns_misnamed, place,
                         {std::to_string(likely.size()), text_of(likely, heads, vocabulary)}));
  }
  Listing unknown;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    bool const said =
        std::any_of(likely.begin(), likely.end(), [i](Likely const& each) { return each.head == i; });
    if (!said) {
      unknown.add(heads[i]);
    }
  }
  if (unknown.count() != 0) {
    result.passed_over.push_back(diagnostic::make(findings::columns_unknown, place,
                                                  {std::to_string(unknown.count()), unknown.text()}));
  }
  return result;
}

} // namespace jixiao::ingest
