#include "engine/lowering/name.hpp"

#include "engine/lowering/likeness.hpp"
#include "engine/vocabulary/bonus.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace jixiao::lowering {

using model::Dimension;
using number::Rational;

namespace {

constexpr std::string_view opening_title = "\xe3\x80\x8a";   // U+300A
constexpr std::string_view opening_bracket = "\xef\xbc\x88"; // U+FF08

std::uint32_t count_titles(std::string_view name) {
  std::uint32_t result = 0;
  for (std::size_t at = name.find(opening_title); at != std::string_view::npos;
       at = name.find(opening_title, at + opening_title.size())) {
    ++result;
  }
  return result;
}

/// `every` directly followed by a unit of time, at the beginning of the name.
bool begins_with_period(std::string_view name, vocabulary::Vocabulary const& vocabulary) {
  grammar::Lexicon const& lexicon = vocabulary.lexicon();
  for (grammar::ClassWord const& word : lexicon.words) {
    if (word.word_class != grammar::WordClass::each || word.text.empty() || name.rfind(word.text, 0) != 0) {
      continue;
    }
    std::string_view const rest = name.substr(word.text.size());
    for (grammar::UnitWord const& unit : lexicon.units) {
      if (!unit.text.empty() && rest.rfind(unit.text, 0) == 0) {
        model::Unit const* const known = vocabulary.unit(unit.id);
        if (known != nullptr && known->dimension == Dimension::time) {
          return true;
        }
      }
    }
  }
  return false;
}

void add_scale(std::string_view name, vocabulary::Vocabulary const& vocabulary, NameMeaning& meaning) {
  grammar::ScaleTree const tree = grammar::parse_scale(name, vocabulary.lexicon());
  meaning.scale_twice = tree.duplicate;
  if (tree.levels.size() < 2 || tree.duplicate) {
    return;
  }
  for (grammar::ScaleLevel const& level : tree.levels) {
    meaning.scale.push_back({level.level, bare_words(level.description), 0});
  }
  auto const first = vocabulary.level_rank(meaning.scale.front().level);
  auto const last = vocabulary.level_rank(meaning.scale.back().level);
  if (first && last && *first > *last) {
    std::reverse(meaning.scale.begin(), meaning.scale.end());
  }
  for (std::size_t i = 0; i < meaning.scale.size(); ++i) {
    bool const worst = i + 1 == meaning.scale.size();
    meaning.scale[i].rank = i == 0 ? 0 : worst ? 2 : 1;
    if (meaning.scale[i].rank == 1 && vocabulary.hints(meaning.scale[i].description).no_effect) {
      meaning.partly_means_nothing = true;
    }
  }
}

/// The last three characters before a bracket: where a Chinese name says what it measures.
std::string_view last_word(std::string_view name) {
  constexpr std::size_t bytes = 9; // three bytes a character
  std::string_view const head =
      grammar::trim(name.substr(0, std::min(name.find('('), name.find(opening_bracket))));
  return head.size() > bytes ? head.substr(head.size() - bytes) : head;
}

/// All the numbers of the name are amounts of money.
bool lists_money(Cell const& cell) {
  bool found = false;
  for (Part const& part : cell.parts) {
    if (part.value && dimension(part.measure) != Dimension::money) {
      return false;
    }
    found = found || part.value.has_value();
  }
  return found || (cell.whole.value && dimension(cell.whole.measure) == Dimension::money);
}

} // namespace

bool NameMeaning::has_numbers() const {
  return cell.whole.value.has_value()
         || std::any_of(cell.parts.begin(), cell.parts.end(),
                        [](Part const& part) { return part.value.has_value(); });
}

Part const* NameMeaning::unit_for(Rational const& value) const {
  auto const fits = [&](Part const& part) {
    return part.value && part.measure.unit != nullptr && *part.value == value;
  };
  if (fits(cell.whole)) {
    return &cell.whole;
  }
  auto const found = std::find_if(cell.parts.begin(), cell.parts.end(), fits);
  if (found != cell.parts.end()) {
    return &*found;
  }
  if (!lists_money(cell)) {
    return nullptr;
  }
  auto const amount = std::find_if(cell.parts.begin(), cell.parts.end(),
                                   [](Part const& part) { return part.value.has_value(); });
  return amount == cell.parts.end() ? &cell.whole : &*amount;
}

NameMeaning make_name(std::string_view name, vocabulary::Vocabulary const& vocabulary,
                      grammar::CellParser const& parser) {
  NameMeaning result;
  result.hints = vocabulary.hints(name);
  result.execution = vocabulary.level1(name) == model::Level1::execution;
  result.deviation_named_rate = result.hints.deviation && vocabulary.hints(last_word(name)).higher_is_better;
  result.bonus = vocabulary::heads_bonus(vocabulary, name);
  result.per_period = begins_with_period(name, vocabulary);
  result.titles = count_titles(name);
  result.cell = make_cell(name, parser.parse(name, grammar::Role::target), vocabulary);
  add_scale(name, vocabulary, result);
  return result;
}

} // namespace jixiao::lowering
