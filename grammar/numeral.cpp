#include "grammar/detail/digit_sum.hpp"
#include "grammar/detail/number.hpp"
#include "grammar/detail/numeral_sum.hpp"

#include <charconv>
#include <numeric>
#include <optional>

namespace jixiao::grammar::detail {

namespace {

/// Reads one side. `at` moves behind what was taken.
bool read_side(State& state, Cursor& at, Cursor end, NumeralSum& sum) {
  Roles const wanted = role_numeral | roles_of(WordClass::decimal_point);
  for (std::size_t i = 0; i < most_numeral_words; ++i) {
    if (digit_at(at, end).length != 0) {
      NumberDraft digits;
      Cursor next = at;
      if (!read_arabic(state, next, end, digits) || digits.beyond
          || !sum.digits(plain_digits(state, digits))) {
        return false;
      }
      at = next;
      continue;
    }
    Hit const word = state.words.longest(at, end, wanted);
    if (!word.found()) {
      return true;
    }
    if (word.is(roles_of(WordClass::decimal_point))) {
      Cursor const next = word.end;
      bool const digit =
          digit_at(next, end).length != 0 || state.words.longest(next, end, role_digit).found();
      if (sum.first() || !digit) {
        return true;
      }
      sum.point();
    } else if (word.is(role_multiplier)) {
      if (begins_unit(state, word, end)) {
        return true;
      }
      if (!sum.multiplier(word.entry->exponent)) {
        return false;
      }
    } else {
      sum.digit(word.entry->digit);
    }
    at = word.end;
  }
  return false;
}

std::optional<std::uint64_t> to_integer(DigitSum const& sum) {
  std::string const text = sum.text();
  std::uint64_t value = 0;
  if (!sum.integer() || text.size() > 18) {
    return std::nullopt;
  }
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// numerator / denominator as a plain decimal when it ends, else in lowest terms.
std::optional<std::string> divide(DigitSum numerator, DigitSum const& denominator) {
  std::optional<std::uint64_t> const lower = to_integer(denominator);
  if (!lower || *lower == 0) {
    return std::nullopt;
  }
  std::uint64_t rest = *lower;
  std::size_t twos = 0;
  std::size_t fives = 0;
  std::size_t tens = 0;
  for (; rest % 10 == 0; rest /= 10) {
    ++tens;
  }
  numerator.lower(tens);
  for (; rest % 2 == 0; rest /= 2) {
    ++twos;
  }
  for (; rest % 5 == 0; rest /= 5) {
    ++fives;
  }
  if (rest == 1) { // at most one of twos and fives is left: multiply up to a power of ten
    std::size_t const places = twos + fives;
    for (std::size_t i = 0; i < places; ++i) {
      DigitSum const once = numerator;
      for (std::size_t times = twos != 0 ? 5 : 2; times > 1; --times) {
        numerator.add(once);
      }
    }
    numerator.lower(places);
    std::string text = numerator.text();
    if (text.find('.') != std::string::npos) {
      text.erase(text.find_last_not_of('0') + 1);
      text.erase(text.find_last_not_of('.') + 1);
    }
    return text;
  }
  numerator.raise(tens);
  std::optional<std::uint64_t> const upper = to_integer(numerator);
  if (!upper) {
    return std::nullopt;
  }
  std::uint64_t const common = std::gcd(*upper, *lower);
  return std::to_string(*upper / common)
         + (*lower / common == 1 ? std::string() : "/" + std::to_string(*lower / common));
}

/// "parts of": the numerator behind it. The ratio of a hundred and a thousand is a unit, all others divide.
bool read_fraction(State& state, Cursor& at, Cursor end, DigitSum const& denominator, NumberDraft& number,
                   std::string& text) {
  NumeralSum side;
  Cursor const begin = at;
  if (!read_side(state, at, end, side)) {
    return false;
  }
  std::optional<DigitSum> const numerator = side.value(true);
  if (!numerator) {
    return false;
  }
  std::string const whole = denominator.text();
  if (whole == "100" || whole == "1000") {
    number.ratio = whole == "100" ? Ratio::percent : Ratio::permille;
    number.ratio_begin = number.begin;
    number.begin = begin;
    text = numerator->text();
    return true;
  }
  std::optional<std::string> const quotient = divide(*numerator, denominator);
  text = quotient.value_or("");
  return quotient.has_value();
}

} // namespace

bool begins_unit(State const& state, Hit const& multiplier, Cursor end) {
  Hit const unit = state.words.longest(multiplier.begin, end, role_unit);
  if (!unit.found() || unit.end <= multiplier.end) {
    return false;
  }
  return state.words.longest(multiplier.end, end, role_unit).end != unit.end;
}

namespace {

/// "One half" has no unit between its words: half of something, not one and a half.
bool is_one_half(State const& state, Cursor begin, Cursor at, Cursor end) {
  Hit const digit = state.words.longest(begin, end, role_digit);
  return digit.found() && digit.entry->digit == 1 && digit.end == at
         && state.words.longest(at, end, role(WordClass::half)).found();
}

} // namespace

bool read_numeral(State& state, Cursor& at, Cursor end, NumberDraft& number) {
  Cursor next = at;
  NumberDraft result;
  Hit const minus = state.words.longest(next, end, role(WordClass::minus));
  next = minus.found() ? minus.end : next;
  result.negative = minus.found();
  result.begin = next;
  Hit const half = state.words.longest(next, end, role(WordClass::half));
  if (half.found() && state.words.longest(skip_blanks(half.end, end), end, role_unit).found()) {
    result.end = at = half.end; // half a year
    result.computed = static_cast<std::int32_t>(state.computed.size());
    state.computed.emplace_back("0.5");
    number = result;
    return true;
  }
  NumeralSum sum;
  if (!read_side(state, next, end, sum) || is_one_half(state, result.begin, next, end)) {
    return false;
  }
  std::string text;
  Hit const fraction = state.words.longest(next, end, role(WordClass::fraction));
  bool const odd = state.words.longest(next, end, role_odd).found();
  std::optional<DigitSum> const value = sum.value(fraction.found() || odd);
  if (!value) {
    return false;
  }
  Cursor const whole_end = next;
  if (fraction.found()) {
    next = skip_blanks(fraction.end, end);
    if (!read_fraction(state, next, end, *value, result, text)) {
      return false;
    }
  } else {
    if (!sum.has_words() || sum.is_scaled_digits()) {
      return false;
    }
    text = value->text();
    result.trailing = sum.trailing();
    next = whole_end;
  }
  result.end = next;
  result.beyond = text.size() > state.limits.number_digits;
  if (text.size() <= 4 && text.find_first_of("./") == std::string::npos) {
    int small = 0;
    std::from_chars(text.data(), text.data() + text.size(), small);
    result.small = small;
  }
  result.computed = static_cast<std::int32_t>(state.computed.size());
  state.computed.push_back(std::move(text));
  number = result;
  at = next;
  return true;
}

namespace {

/// True when words carry the digits in front of `at` on, and not only scale them.
bool continues_in_words(State const& state, Cursor at, Cursor end) {
  if (at == end || byte_at(at) < 0x80) {
    return false;
  }
  Roles const carries = role_numeral | roles_of(WordClass::fraction, WordClass::decimal_point);
  Hit word = state.words.longest(at, end, carries);
  for (std::size_t i = 0; i < most_numeral_words && word.is(role_multiplier); ++i) {
    at = word.end;
    if (digit_at(at, end).length != 0) {
      return true;
    }
    word = state.words.longest(at, end, carries);
  }
  return word.found();
}

} // namespace

bool read_number(State& state, Cursor& at, Cursor end, NumberDraft& number) {
  Cursor const begin = skip_blanks(at, end);
  Cursor next = begin;
  bool arabic = read_arabic(state, next, end, number);
  if (!arabic && next != end && byte_at(next) >= 0x80) {
    Hit const minus = state.words.longest(next, end, role(WordClass::minus));
    Cursor digits = minus.found() ? skip_blanks(minus.end, end) : end;
    arabic = digit_at(digits, end).length != 0 && read_arabic(state, digits, end, number);
    number.negative = number.negative || arabic;
    next = arabic ? digits : next;
  }
  if (!arabic || continues_in_words(state, next, end)) {
    Cursor mixed = arabic ? number.begin : begin;
    bool const negative = arabic && number.negative;
    NumberDraft words;
    if (read_numeral(state, mixed, end, words)) {
      number = words;
      number.negative = words.negative || negative;
      next = mixed;
    } else if (!arabic) {
      return false;
    }
  }
  if (next != end && byte_at(next) >= 0x80
      && state.words.longest(next, end, role(WordClass::several)).found()) {
    return false; // ten and some: no number
  }
  if (number.ratio != Ratio::none) {
    state.mark(TokenClass::unit, number.ratio_begin, number.begin);
    state.mark(TokenClass::number, number.begin, number.end);
  } else {
    state.mark(TokenClass::number, begin, next);
  }
  at = next;
  return true;
}

} // namespace jixiao::grammar::detail
