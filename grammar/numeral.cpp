#include "grammar/detail/digit_sum.hpp"
#include "grammar/detail/number.hpp"

#include <charconv>
#include <numeric>
#include <optional>

namespace jixiao::grammar::detail {

namespace {

constexpr std::size_t most_places = 200; ///< of its value

/// One side of a fraction, or the whole numeral: words and digits in the order of speech.
/// 7 wan 5 qian 4 bai: each multiplier takes the number in front of it; wan and yi take all since the last
/// larger one.
class Sum {
public:
  /// Digits of the other kind: `7` in a mix.
  bool digits(std::string text) {
    if (last_ == Last::digit) {
      if (current_.back() != '.') {
        return false;
      }
      current_ += text;
      return text.find('.') == std::string::npos;
    }
    current_ = std::move(text);
    last_ = Last::digit;
    run_ = 1;
    ++arabic_;
    return true;
  }

  void digit(std::uint8_t value) {
    if (last_ == Last::digit) {
      ++run_;
    } else {
      current_.clear();
      run_ = 1;
    }
    zero_ = zero_ || value == 0;
    current_ += static_cast<char>('0' + value);
    last_ = Last::digit;
    ++words_;
    ++digit_words_;
  }

  void point() {
    current_ = current_.empty() ? "0." : current_ + '.';
    point_ = true;
    run_ = 0;
    last_ = Last::digit;
    ++words_;
  }

  bool multiplier(std::uint8_t exponent) {
    if (last_ == Last::digit && spoken_pair()) {
      return false;
    }
    bool const bare = last_ != Last::digit;
    DigitSum value(bare ? "" : current_);
    if (exponent < 4) {
      if (bare && !(first() || (exponent == 1 && last_ == Last::multiplier))) {
        return false;
      }
      alone_ = bare && first() && exponent > 1;
      value = bare ? DigitSum("1") : value;
      value.raise(exponent);
      section_.add(value);
    } else {
      section_.add(value);
      if (section_.zero() && bare && first()) {
        section_ = DigitSum("1");
        alone_ = true;
      }
      if (section_.zero() || exponent > large_) {
        total_.add(section_);
        total_.raise(exponent);
      } else {
        section_.raise(exponent);
        total_.add(section_);
      }
      section_ = {};
      large_ = exponent;
    }
    current_.clear();
    last_ = Last::multiplier;
    last_exponent_ = exponent;
    zero_ = false;
    point_ = false;
    ++words_;
    return total_.size() <= most_places && section_.size() <= most_places;
  }

  /// The value; none when the words make no number. `multiplier_alone`: a multiplier alone is a number.
  [[nodiscard]] std::optional<DigitSum> value(bool multiplier_alone) const {
    if (last_ == Last::none || (alone_ && only_multiplier() && !multiplier_alone)) {
      return std::nullopt;
    }
    if (last_ == Last::digit && (spoken_pair() || current_.back() == '.')) {
      return std::nullopt;
    }
    DigitSum result = total_;
    result.add(section_);
    if (last_ == Last::digit) {
      DigitSum tail(current_);
      // "three wan five" is 35000: a lone digit behind a multiplier counts in the next lower place.
      bool const lone = run_ == 1 && current_.size() == 1 && !zero_ && last_exponent_ >= 2;
      if (lone) {
        tail.raise(last_exponent_ - 1U);
      }
      result.add(tail);
    }
    return result;
  }

  [[nodiscard]] std::uint8_t trailing() const {
    return last_ == Last::multiplier ? last_exponent_ : std::uint8_t{0};
  }
  [[nodiscard]] bool has_words() const { return words_ != 0; }
  /// Digits with scale words only.
  [[nodiscard]] bool is_scaled_digits() const {
    return arabic_ == 1 && digit_words_ == 0 && last_ == Last::multiplier;
  }
  [[nodiscard]] bool first() const { return last_ == Last::none; }

private:
  enum class Last : std::uint8_t { none, digit, multiplier };

  [[nodiscard]] bool only_multiplier() const { return words_ == 1 && arabic_ == 0; }
  /// "three four" means three or four; a row of digits is a number from three digits on or with a zero.
  [[nodiscard]] bool spoken_pair() const {
    bool const row = run_ >= 2 && !zero_ && !point_;
    return row && (run_ == 2 || last_exponent_ != 0);
  }

  DigitSum total_, section_;
  std::string current_;
  Last last_ = Last::none;
  std::uint8_t large_ = 0;
  std::uint8_t last_exponent_ = 0;
  std::size_t run_ = 0;
  std::size_t words_ = 0;
  std::size_t arabic_ = 0;
  std::size_t digit_words_ = 0;
  bool zero_ = false;
  bool point_ = false;
  bool alone_ = false;
};

/// Reads one side. `at` moves behind what was taken.
bool read_side(State& state, Cursor& at, Cursor end, Sum& sum) {
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
  Sum side;
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
  Sum sum;
  if (!read_side(state, next, end, sum)) {
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
