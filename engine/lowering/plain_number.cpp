// Cells that are read without the grammar: a plain number, a plain number and a percent sign.
#include "engine/lowering/cell.hpp"
#include "engine/model/short_text.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace jixiao::lowering {

using model::assign_text;
using model::CellKind;
using model::Reading;
using number::Rational;

namespace {

/// Reads digits into `value`, behind those it has; where they end.
char const* read_digits(char const* at, char const* end, std::int64_t& value) {
  for (; at != end; ++at) {
    unsigned const digit = static_cast<unsigned char>(*at) - unsigned{'0'};
    if (digit > 9) {
      break;
    }
    value = value * 10 + static_cast<std::int64_t>(digit);
  }
  return at;
}

} // namespace

std::optional<Rational> plain_number(std::string_view text) {
  constexpr std::ptrdiff_t most_characters = 18; // behind the sign: so many digits fit 64 bits
  char const* begin = text.data();
  char const* const end = begin + text.size();
  bool const negative = begin != end && *begin == '-';
  begin += negative ? 1 : 0;
  if (begin == end || end - begin > most_characters) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  char const* const point = read_digits(begin, end, value);
  bool const leading_zero = point - begin > 1 && *begin == '0';
  if (leading_zero || point == begin) {
    return std::nullopt; // 007: the grammar knows what it is
  }
  if (point == end) {
    return Rational(negative ? -value : value);
  }
  if (*point != '.' || point + 1 == end || read_digits(point + 1, end, value) != end) {
    return std::nullopt;
  }
  return Rational::decimal(negative ? -value : value, static_cast<std::int32_t>(end - point - 1));
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
