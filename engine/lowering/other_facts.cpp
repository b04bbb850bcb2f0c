#include "engine/lowering/other_facts.hpp"

#include "engine/lowering/likeness.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jixiao::lowering {

using model::CellKind;
using model::Facts;
using model::LevelVerdict;
using model::Position;
using model::Truth;
using model::TruthField;
using model::WordField;

namespace {

constexpr Day latest = std::numeric_limits<Day>::max();

/// A declared level by its word or by its description.
DeclaredLevel const* find_declared(NameMeaning const& name, std::string_view word) {
  std::string const words = bare_words(word);
  auto const found = std::find_if(name.scale.begin(), name.scale.end(), [&](DeclaredLevel const& level) {
    return level.level == word || (!words.empty() && level.description == words);
  });
  return found == name.scale.end() ? nullptr : &*found;
}

LevelVerdict verdict_of(std::uint8_t target, std::uint8_t actual) {
  if (actual <= target) {
    return LevelVerdict::met;
  }
  return actual >= 2 ? LevelVerdict::not_met : LevelVerdict::partly_met;
}

/// Scales with fewer steps are too coarse to be laid beside another: the best of three need not be excellent.
constexpr std::uint32_t fewest_steps = 4;

/// Levels of two scales (satisfied, answered by good): the ranks decide, and the same number of steps from
/// the best is the same.
std::optional<LevelVerdict> compare_across_scales(std::string_view wanted, std::string_view answer,
                                                  vocabulary::Vocabulary const& vocabulary) {
  auto const target = vocabulary.level_rank(wanted);
  auto const actual = vocabulary.level_rank(answer);
  if (!target || !actual || vocabulary.scale_steps(answer) < fewest_steps) {
    return std::nullopt;
  }
  bool const no_further = *actual < 2 && vocabulary.level_step(answer) <= vocabulary.level_step(wanted);
  return no_further ? LevelVerdict::met : verdict_of(*target, *actual);
}

std::optional<LevelVerdict> judge_level(Asked const& asked, std::string_view answer, NameMeaning const& name,
                                        vocabulary::Vocabulary const& vocabulary) {
  if (name.scale_twice) {
    return std::nullopt; // the scale says two things of one level
  }
  std::string_view const wanted = asked.reading->level;
  if (!name.scale.empty()) {
    DeclaredLevel const* const target = find_declared(name, wanted);
    DeclaredLevel const* const actual = find_declared(name, answer);
    bool const bottom = target == &name.scale.back(); // asked for the worst: which end is better is not said
    if (target != nullptr && actual != nullptr && !bottom) {
      return verdict_of(target->rank, actual->rank);
    }
    return std::nullopt; // the name says which levels there are
  }
  if (wanted.empty()) { // prose: the level says by itself how far it was reached
    auto const rank = vocabulary.level_rank(answer);
    return rank ? std::optional(verdict_of(0, *rank)) : std::nullopt;
  }
  auto const rank = vocabulary.level_rank(wanted);
  if (rank && *rank >= 2) {
    return std::nullopt; // "low" is asked: of what less is better, the scale does not say
  }
  if (auto const compared = vocabulary.compare_levels(wanted, answer)) {
    return compared;
  }
  return compare_across_scales(wanted, answer, vocabulary);
}

/// Another spelling of one of `levels` with the same rank: the one word holds the other.
bool is_spelling(std::string const& word, std::uint8_t rank,
                 std::vector<std::pair<std::uint8_t, std::string>> const& levels) {
  return std::any_of(levels.begin(), levels.end(), [&](auto const& each) {
    return each.first == rank
           && (word.find(each.second) != std::string::npos || each.second.find(word) != std::string::npos);
  });
}

/// On a scale that holds both.
bool is_better(std::string_view left, std::string_view right, vocabulary::Vocabulary const& vocabulary) {
  auto const down = vocabulary.compare_levels(left, right);
  return down && *down != LevelVerdict::met;
}

std::string joined(std::vector<std::pair<std::uint8_t, std::string>> const& levels) {
  std::string result;
  for (auto const& [rank, word] : levels) {
    result += result.empty() ? word : " / " + word;
  }
  return result;
}

} // namespace

DaySpan days_of_answer(Part const& answer, std::int32_t year) {
  DaySpan result = in_year(answer.days, year);
  if (result.from == 0 && result.to != 0 && !answer.relation) {
    bool const whole_month = result.to == last_of_month(year_of(result.to), month_of(result.to));
    result.from = whole_month ? make_day(year_of(result.to), month_of(result.to), 1) : result.to;
  }
  return result;
}

void add_time_facts(DaySpan asked, DaySpan days, Facts& facts) {
  Day const target_from = asked.from;
  Day const target_to = asked.to == 0 ? latest : asked.to;
  Day const from = days.from;
  Day const to = days.to == 0 ? latest : days.to;
  bool const same = days == asked;
  bool const inside = from >= target_from && to <= target_to;
  bool const late = from > target_to;
  bool const apart = late || to < target_from;
  facts.set(TruthField::period_inside, inside && !same);
  facts.set(TruthField::met, inside ? Truth::yes : late ? Truth::no : Truth::unknown);
  Position const position = inside ? Position::inside : apart ? Position::outside : Position::overlap;
  facts.set(WordField::position, same ? Position::same : position);
  facts.set(TruthField::restated, same);
}

bool add_level_facts(Asked const& asked, std::string_view answer, NameMeaning const& name,
                     vocabulary::Vocabulary const& vocabulary, Facts& facts) {
  auto const verdict = judge_level(asked, answer, name, vocabulary);
  if (!verdict) {
    return false;
  }
  facts.set(WordField::level, *verdict);
  facts.set(TruthField::met, *verdict == LevelVerdict::met);
  return true;
}

std::string levels_declared(NameMeaning const& name) {
  std::vector<std::pair<std::uint8_t, std::string>> levels;
  for (DeclaredLevel const& level : name.scale) {
    levels.emplace_back(std::uint8_t{0}, level.level);
  }
  return joined(levels);
}

std::string levels_beside(std::string const& wanted, vocabulary::Vocabulary const& vocabulary) {
  std::vector<std::pair<std::uint8_t, std::string>> levels;
  for (grammar::ClassWord const& word : vocabulary.lexicon().words) {
    auto const rank = vocabulary.level_rank(word.text);
    if (word.word_class == grammar::WordClass::level && rank && vocabulary.compare_levels(wanted, word.text)
        && !is_spelling(word.text, *rank, levels)) {
      auto const worse = std::find_if(levels.begin(), levels.end(), [&](auto const& each) {
        return each.first > *rank || (each.first == *rank && is_better(word.text, each.second, vocabulary));
      });
      levels.emplace(worse, *rank, word.text);
    }
  }
  return joined(levels);
}

} // namespace jixiao::lowering
