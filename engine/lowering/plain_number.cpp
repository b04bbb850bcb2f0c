// Cells that are read without the grammar: a plain number, a plain number and a percent sign.
#include "engine/lowering/cell.hpp"
#include "engine/model/short_text.hpp"

#include <bit>
#include <cstddef>
#include <cstring>
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

constexpr std::uint64_t in_each_byte = 0x0101010101010101U;
constexpr std::uint64_t high_bits = in_each_byte << 7U;

/// The number that eight digits write, the first in the lowest byte.
std::uint64_t eight_digits(std::uint64_t bytes) {
  bytes = (bytes & in_each_byte * 0x0F) * 2561 >> 8U;     // pairs: 10 * the first + the second
  bytes = (bytes & 0x00FF00FF00FF00FFU) * 6553601 >> 16U; // fours
  return (bytes & 0x0000FFFF0000FFFFU) * 42949672960001 >> 32U;
}

} // namespace

/// Up to eight characters, taken as one word: digits and points stand elsewhere in every cell.
std::optional<Rational> plain_number(model::PaddedText text) {
  constexpr std::size_t word = sizeof(std::uint64_t);
  if (text.size - 1 >= word || std::endian::native != std::endian::little) {
    return plain_number(text.view());
  }
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data, word);
  std::size_t const unused = word - text.size; // become zeros in front of the text
  bytes <<= 8 * unused;
  bytes |= in_each_byte * '0' >> 1U >> (8 * text.size - 1);
  // The lowest byte that is a point has its bit here, and none below it; without a point: none at all.
  std::uint64_t const other = bytes ^ in_each_byte * '.';
  std::uint64_t const points = (other - in_each_byte) & ~other & high_bits;
  std::size_t const integer_end = points == 0 ? word : static_cast<std::size_t>(std::countr_zero(points)) / 8;
  std::size_t const places = points == 0 ? 0 : word - 1 - integer_end;
  std::uint64_t const in_front = points ^ (points - 1); // with the point itself; all ones without
  std::uint64_t const digits =
      points == 0 ? bytes : ((bytes & in_front >> 8U) << 8U) | (bytes & ~in_front) | '0';
  bool const all_digits =
      (((digits + in_each_byte * (0x7F - '9')) | (digits - in_each_byte * '0')) & high_bits) == 0;
  bool const leading_zero = text.data[0] == '0' && integer_end - unused > 1;
  bool const whole = all_digits && !leading_zero && integer_end != unused && (points == 0 || places != 0);
  if (!whole) {
    return plain_number(text.view()); // a sign, or no plain number
  }
  return Rational::decimal(static_cast<std::int64_t>(eight_digits(digits)),
                           static_cast<std::int32_t>(places));
}

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
