#include "engine/lowering/change_from.hpp"

#include "engine/lowering/likeness.hpp"
#include "engine/lowering/relation.hpp"
#include "engine/vocabulary/change.hpp"
#include "engine/vocabulary/clause_words.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace jixiao::lowering {

using vocabulary::Trend;

namespace {

/// Takes `front` off `text`; false when it begins otherwise.
bool take(std::string_view& text, std::string_view front) {
  if (text.substr(0, front.size()) != front) {
    return false;
  }
  text.remove_prefix(front.size());
  return true;
}

/// Takes the number and unit of `part` off `text`, as they are written.
bool take_number(std::string_view& text, Part const& part) {
  std::string const& digits = part.reading->value;
  return !digits.empty() && take(text, digits) && take(text, grammar::without_blanks(part.reading->unit));
}

/// A printed relation must not say the contrary.
bool agrees(Part const& goal, Trend trend) {
  using model::Direction;
  Direction const direction = goal.relation ? direction_of(*goal.relation) : Direction::none;
  return direction == Direction::none || (direction == Direction::positive) == (trend == Trend::rise);
}

/// The second number lies beyond the first, on the side that the verb says.
bool leads_to(Part const& base, Part const& goal, Trend trend) {
  bool const one_unit = base.measure == goal.measure && !goal.measure.bare();
  return one_unit && !base.relation && !base.reading->approximate && !goal.reading->approximate
         && *base.value != *goal.value && (*base.value < *goal.value) == (trend == Trend::rise)
         && agrees(goal, trend);
}

/// Marks the numbers of a plain change; false when the cell is none.
bool mark_plain(Cell& cell, vocabulary::Vocabulary const& vocabulary) {
  constexpr std::size_t longest = 96; // bytes: prose is no such cell
  if (cell.parts.size() != 2 || cell.whole.kind != model::CellKind::compound || !cell.parts[0].value
      || !cell.parts[1].value || cell.whole.reading->text.size() > longest) {
    return false;
  }
  Part& base = cell.parts[0];
  Part& goal = cell.parts[1];
  std::string const words = grammar::without_blanks(cell.whole.reading->text);
  std::string_view rest = words;
  if (!vocabulary::take_start(vocabulary, rest) || !take_number(rest, base)) {
    return false;
  }
  Trend const trend = vocabulary::take_changed_to(vocabulary, rest);
  bool const plain = trend != Trend::none && take_number(rest, goal) && vocabulary::is_bound(vocabulary, rest)
                     && leads_to(base, goal, trend);
  if (plain) {
    base.begins_change = true;
    goal.from = base.value;
    goal.reached = trend;
  }
  return plain;
}

/// Behind "from": where a change began.
bool is_beginning(Part const& part, vocabulary::Vocabulary const& vocabulary) {
  if (!part.has_number()) {
    return false;
  }
  std::string const words = grammar::without_blanks(part.reading->text);
  std::size_t const number = words.find(part.reading->value);
  return vocabulary::ends_with_start(vocabulary, bare_words(part.reading->subject))
         || (number != std::string::npos
             && vocabulary::ends_with_start(vocabulary, std::string_view(words).substr(0, number)));
}

} // namespace

void mark_change(Cell& cell, vocabulary::Vocabulary const& vocabulary) {
  if (mark_plain(cell, vocabulary)) {
    return;
  }
  auto const begins = [&](Part const& part) { return is_beginning(part, vocabulary); };
  bool const odd = begins(cell.whole) || std::any_of(cell.parts.begin(), cell.parts.end(), begins);
  cell.whole.odd_change = odd;
  for (Part& part : cell.parts) {
    part.odd_change = odd;
  }
}

} // namespace jixiao::lowering
