// Cells that are read without the grammar: a plain number, a plain number and a percent sign.
#include "engine/lowering/cell.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Reading;
using number::Rational;

std::optional<Rational> plain_number(std::string_view text) {
  constexpr std::size_t most_digits = 17;
  std::size_t at = 0;
  bool const negative = !text.empty() && text[0] == '-';
  at += negative ? 1 : 0;
  std::size_t const whole = at;
  std::size_t point = text.size();
  std::int64_t value = 0;
  for (; at < text.size(); ++at) {
    char const c = text[at];
    if (c == '.' && point == text.size() && at > whole) {
      point = at;
    } else if (c >= '0' && c <= '9' && at - whole <= most_digits) {
      value = value * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  std::size_t const whole_digits = point - whole;
  bool const leading_zero = whole_digits > 1 && text[whole] == '0';
  if (whole_digits == 0 || leading_zero || point + 1 == text.size()) {
    return std::nullopt; // nothing, 007 or `5.`: the grammar knows what they are
  }
  std::int64_t scale = 1;
  for (std::size_t i = point; i + 1 < text.size(); ++i) {
    scale *= 10;
  }
  value = negative ? -value : value;
  return scale == 1 ? Rational(value) : Rational::fraction(value, scale);
}

std::shared_ptr<Reading> make_plain_reading(std::string_view text, Rational const& value) {
  auto result = std::make_shared<Reading>();
  fill_plain_reading(text, value, *result);
  return result;
}

void fill_plain_reading(std::string_view text, Rational const& value, Reading& reading) {
  reading.text = text;
  reading.value = text;
  reading.kind = CellKind::quantity;
  if (!reading.quantity) {
    reading.quantity.emplace();
  }
  reading.quantity->value = value;
  reading.span = {0, static_cast<std::uint32_t>(text.size())};
}

Cell make_percent_cell(grammar::CellParser const& parser, vocabulary::Vocabulary const& vocabulary) {
  constexpr std::string_view sample = "7%"; // any number would do
  Cell cell = make_cell(sample, parser.parse(sample, grammar::Role::actual), vocabulary);
  bool const as_usual = cell.whole.kind == CellKind::quantity && cell.whole.value == Rational(7)
                        && !cell.whole.relation && cell.reading->unit == "%"
                        && cell.reading->tokens.size() == 2 && cell.reading->findings.empty();
  return as_usual ? std::move(cell) : Cell();
}

void fill_percent_reading(std::string_view text, Rational const& value, Rational const& factor,
                          Reading const& sample, Reading& reading) {
  if (reading.tokens.empty()) { // not used yet
    reading = sample;
  }
  auto const size = static_cast<std::uint32_t>(text.size());
  reading.text = text;
  reading.value = text.substr(0, size - 1);
  reading.quantity->value = value * factor;
  reading.span = {0, size};
  reading.tokens[0].span = {0, size - 1};
  reading.tokens[1].span = {size - 1, size};
}

Cell make_plain_cell(model::ReadingPtr reading, Rational value) {
  Cell result;
  result.whole.kind = CellKind::quantity;
  result.whole.value = std::move(value);
  result.whole.reading = reading.get();
  result.reading = std::move(reading);
  return result;
}

} // namespace jixiao::lowering
