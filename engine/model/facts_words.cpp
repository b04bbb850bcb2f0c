// Which words a rule may hold against which field. The lists are made from the enumerations themselves, so
// that the number of a word is the number of its enumerator.
#include "engine/model/facts.hpp"
#include "engine/model/reading.hpp"
#include "engine/model/unit.hpp"

#include <cstdlib>

namespace jixiao::model {

namespace {

/// Names of the enumerators from 0 to `last`.
template <class Enumeration, Enumeration last>
std::span<std::string_view const> all_names() {
  constexpr std::size_t count = static_cast<std::size_t>(last) + 1;
  static std::array<std::string_view, count> const names = [] {
    std::array<std::string_view, count> result{};
    for (std::size_t i = 0; i < count; ++i) {
      result[i] = name(static_cast<Enumeration>(i));
    }
    return result;
  }();
  return names;
}

} // namespace

std::span<std::string_view const> words_of(WordField field) {
  switch (field) {
  case WordField::target_kind:
  case WordField::actual_kind: return all_names<CellKind, CellKind::empty>();
  case WordField::relation: return all_names<RelationWord, RelationWord::about>();
  case WordField::direction: return all_names<Direction, Direction::negative>();
  case WordField::level: return all_names<LevelVerdict, LevelVerdict::not_met>();
  case WordField::position: return all_names<Position, Position::outside>();
  case WordField::level1: return all_names<Level1, Level1::department>();
  case WordField::dimension: return all_names<Dimension, Dimension::other>();
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

} // namespace jixiao::model
