#include "engine/lowering/bracket_number.hpp"

#include "engine/lowering/number_facts.hpp"
#include "engine/vocabulary/remark.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::lowering {

using model::Dimension;
using number::Interval;
using number::Rational;

namespace {

constexpr std::string_view wide_open = "\xEF\xBC\x88";
constexpr std::string_view wide_close = "\xEF\xBC\x89";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Bracket {
  std::size_t begin = 0, end = 0; ///< with its signs
  std::string_view inner;
};

/// The next bracket of `text` from `from` on; no value without one that is closed.
std::optional<Bracket> next_bracket(std::string_view text, std::size_t from) {
  std::size_t const narrow = text.find('(', from);
  std::size_t const wide = text.find(wide_open, from);
  std::size_t const begin = std::min(narrow, wide);
  if (begin == std::string_view::npos) {
    return std::nullopt;
  }
  std::size_t const first = begin + (begin == wide ? wide_open.size() : 1);
  std::size_t const close = std::min(text.find(')', first), text.find(wide_close, first));
  if (close == std::string_view::npos) {
    return std::nullopt;
  }
  std::size_t const end = close + (text[close] == ')' ? 1 : wide_close.size());
  return Bracket{begin, end, grammar::trim(text.substr(first, close - first))};
}

/// The number that `inner` says and what it counts; without a value where it says none or several.
Part tolerance_in(std::string_view inner, Tools const& tools) {
  auto const digit = std::find_if(inner.begin(), inner.end(), is_digit);
  std::string_view const number = inner.substr(static_cast<std::size_t>(digit - inner.begin()));
  Part part = make_cell(number, tools.parser.parse(number, grammar::Role::target), tools.vocabulary).whole;
  part.reading = nullptr; // it does not outlive its cell
  return part;
}

/// From so much below the number to so much above it. Where nobody can tell how much, all numbers: each may
/// be near enough.
Interval within(Part const& tolerance, Rational const& value, Measure const& measure) {
  if (!tolerance.value) {
    return {};
  }
  Rational margin = *tolerance.value;
  bool const of_ratio = dimension(measure) == Dimension::ratio;
  if (dimension(tolerance.measure) == Dimension::ratio && !of_ratio) {
    margin = margin * full_factor(tolerance.measure) * (value.sign() < 0 ? Rational(0) - value : value);
  } else if (!tolerance.measure.bare()) {
    if (measure.bare() || dimension(tolerance.measure) != dimension(measure)) {
      return {};
    }
    margin = margin * full_factor(tolerance.measure) / full_factor(measure);
  }
  return {{value - margin, true}, {value + margin, true}};
}

} // namespace

std::string with_bracket_unit(std::string_view text, Cell const& cell, grammar::CellParser const& parser) {
  if (!cell.whole.has_number() || !cell.whole.measure.bare()) {
    return {};
  }
  auto const bracket = next_bracket(text, 0);
  if (!bracket || bracket->begin == 0 || !is_digit(text[bracket->begin - 1])) {
    return {};
  }
  auto const unit = parser.parse_unit(bracket->inner);
  if (!unit || unit->id.empty()) {
    return {};
  }
  std::string result(text.substr(0, bracket->begin));
  result += bracket->inner;
  result += text.substr(bracket->end);
  return result;
}

std::optional<BracketBound> find_bracket_bound(std::string_view text, Rational const& value,
                                               Measure const& measure, Tools const& tools) {
  for (auto bracket = next_bracket(text, 0); bracket; bracket = next_bracket(text, bracket->end)) {
    std::string_view const inner = bracket->inner;
    if (std::none_of(inner.begin(), inner.end(), is_digit)) {
      continue;
    }
    if (vocabulary::says_tolerance(tools.vocabulary, inner)) {
      return BracketBound{std::string(inner), within(tolerance_in(inner, tools), value, measure), false};
    }
    if (is_digit(inner.front()) || vocabulary::explains(tools.vocabulary, inner)) {
      continue;
    }
    Cell const cell = make_cell(inner, tools.parser.parse(inner, grammar::Role::target), tools.vocabulary);
    Part const& part = cell.whole;
    bool const same = part.measure.bare() || (part.measure.unit == measure.unit && !part.measure.rate());
    if (part.value && part.relation && part.reading->subject.empty() && same && !measure.rate()) {
      Rational const factor = part.measure.bare() ? Rational(1) : full_factor(part.measure);
      Rational const own = part.measure.bare() ? Rational(1) : full_factor(measure);
      return BracketBound{std::string(inner), set_of(*part.value * factor / own, part.relation), true};
    }
  }
  return std::nullopt;
}

} // namespace jixiao::lowering
