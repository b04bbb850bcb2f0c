#include "engine/lowering/change_from.hpp"

#include "engine/lowering/likeness.hpp"
#include "engine/lowering/relation.hpp"
#include "engine/vocabulary/clause_words.hpp"

#include <cstddef>

namespace jixiao::lowering {

using vocabulary::Trend;

namespace {

/// A printed relation must not say the contrary.
bool agrees(Part const& goal, Trend trend) {
  using model::Direction;
  Direction const direction = goal.relation ? direction_of(*goal.relation) : Direction::none;
  return direction == Direction::none || (direction == Direction::positive) == (trend == Trend::rise);
}

/// The second number lies beyond the first, on the side that the words say.
bool leads_to(Part const& base, Part const& goal, Trend trend) {
  bool const one_unit = base.measure == goal.measure || base.measure.bare();
  if (!base.value || !goal.value || base.relation || !one_unit || base.value == goal.value) {
    return false;
  }
  return (*base.value < *goal.value) == (trend == Trend::rise) && agrees(goal, trend);
}

} // namespace

void mark_changes(Cell& cell, vocabulary::Vocabulary const& vocabulary) {
  if (cell.whole.value) {
    std::string const& said = cell.whole.reading->text;
    cell.whole.reached = vocabulary::find_reached(vocabulary, said);
    return;
  }
  std::string_view const text = cell.whole.reading->text;
  for (std::size_t i = 0; i + 1 < cell.parts.size(); ++i) {
    Part& base = cell.parts[i];
    Part& goal = cell.parts[i + 1];
    if (!base.value || !vocabulary::says_start(vocabulary, bare_words(base.reading->subject))) {
      continue;
    }
    // The verb may stand in either clause: "from 10 days reduced to | 5 days".
    grammar::ByteSpan const from = base.reading->span;
    grammar::ByteSpan const to = goal.reading->span;
    Trend const trend = vocabulary::find_reached(vocabulary, text.substr(from.begin, to.end - from.begin));
    if (trend != Trend::none && leads_to(base, goal, trend)) {
      base.base = true;
      goal.reached = trend;
    }
  }
}

} // namespace jixiao::lowering
