// Cells that are read without the grammar: a plain number, a plain number and a percent sign.
#include "engine/lowering/assign_text.hpp"
#include "engine/lowering/cell.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Reading;
using number::Rational;

std::optional<Rational> plain_number(std::string_view text) {
  constexpr std::size_t most_characters = 18; // behind the sign: so many digits fit 64 bits
  std::size_t const whole = !text.empty() && text[0] == '-' ? 1 : 0;
  if (text.size() <= whole || text.size() - whole > most_characters) {
    return std::nullopt;
  }
  std::size_t point = text.size();
  std::int64_t value = 0;
  for (std::size_t at = whole; at < text.size(); ++at) {
    char const c = text[at];
    if (c >= '0' && c <= '9') {
      value = value * 10 + (c - '0');
    } else if (c == '.' && point == text.size() && at > whole) {
      point = at;
    } else {
      return std::nullopt;
    }
  }
  bool const leading_zero = point - whole > 1 && text[whole] == '0';
  if (leading_zero || point + 1 == text.size()) {
    return std::nullopt; // 007 or `5.`: the grammar knows what they are
  }
  value = whole == 1 ? -value : value;
  if (point == text.size()) {
    return Rational(value);
  }
  std::int64_t scale = 1;
  for (std::size_t i = point; i + 1 < text.size(); ++i) {
    scale *= 10;
  }
  return Rational::fraction(value, scale);
}

std::shared_ptr<Reading> make_plain_reading(std::string_view text, Rational const& value) {
  auto result = std::make_shared<Reading>();
  fill_plain_reading(text, value, *result);
  return result;
}

void fill_plain_reading(std::string_view text, Rational const& value, Reading& reading) {
  assign_text(reading.text, text);
  assign_text(reading.value, text);
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
  assign_text(reading.text, text);
  assign_text(reading.value, text.substr(0, size - 1));
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
