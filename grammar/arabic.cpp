#include "grammar/detail/number.hpp"

namespace jixiao::grammar::detail {

namespace {

/// Length of a sign in front of digits; `negative` says which.
std::size_t sign_at(Cursor at, Cursor end, bool& negative) {
  if (std::size_t const plus = either_width(at, end, '+')) {
    negative = false;
    return plus;
  }
  std::size_t const dash = dash_at(at, end);
  negative = dash != 0 && tilde_at(at, end) == 0;
  return negative ? dash : 0;
}

/// Takes digits; says how many.
std::uint32_t take_digits(Cursor& at, Cursor end) {
  std::uint32_t count = 0;
  for (DigitHit digit = digit_at(at, end); digit.length != 0; digit = digit_at(at, end)) {
    at += digit.length;
    ++count;
  }
  return count;
}

/// Groups of three behind a comma: `1,992`. A full-width comma also ends clauses: it counts when the digits
/// are full-width too, when the number goes on with a point or a unit, or when it is all that the cell says.
std::uint32_t take_groups(State const& state, Cursor& at, Cursor end, bool full_width, bool alone) {
  std::uint32_t count = 0;
  Cursor next = at;
  bool clause_comma = false;
  while (next != end) {
    std::size_t const comma = either_width(next, end, ',');
    Cursor group = next + comma;
    if (comma == 0 || take_digits(group, end) != 3) {
      break;
    }
    clause_comma = clause_comma || comma == 3;
    next = group;
    count += 3;
  }
  bool const goes_on =
      either_width(next, end, '.') != 0
      || state.words.longest(skip_blanks(next, end), end, role_unit | role_multiplier).found()
      || (alone && skip_blanks(next, end) == state.end);
  if (clause_comma && !full_width && !goes_on) {
    return 0;
  }
  at = next;
  return count;
}

/// `e64` behind digits, unless more letters follow.
bool take_exponent(Cursor& at, Cursor end, std::uint32_t limit, bool& beyond) {
  if (at == end || (*at != 'e' && *at != 'E')) {
    return false;
  }
  Cursor next = at + 1;
  if (next != end && (*next == '+' || *next == '-')) {
    ++next;
  }
  Cursor const digits = next;
  if (take_digits(next, end) == 0 || is_ascii_letter(next, end)) {
    return false;
  }
  std::uint32_t value = 0;
  for (Cursor digit = digits; digit != next; digit += digit_at(digit, end).length) {
    value = value > 100000 ? value : value * 10 + digit_at(digit, end).value;
  }
  beyond = beyond || value > limit;
  at = next;
  return true;
}

} // namespace

bool read_arabic(State& state, Cursor& at, Cursor end, NumberDraft& number) {
  Cursor next = at;
  bool negative = false;
  next += sign_at(next, end, negative);
  Cursor const digits = next;
  std::uint32_t count = take_digits(next, end);
  Cursor const integer_end = next;
  if (state.groups && count >= 1 && count <= 3 && digit_at(digits, end).value != 0 && next != end
      && (*next == ',' || byte_at(next) == 0xEF)) {
    bool const full_width = next - digits > static_cast<std::ptrdiff_t>(count);
    count += take_groups(state, next, end, full_width, skip_blanks(state.begin, end) == digits);
  }
  bool integer = true;
  if (std::size_t const point = either_width(next, end, '.')) {
    Cursor fraction = next + point;
    if (std::uint32_t const more = take_digits(fraction, end)) {
      next = fraction;
      count += more;
      integer = false;
    }
  }
  if (count == 0) {
    return false;
  }
  bool beyond = count > state.limits.number_digits;
  integer = !take_exponent(next, end, state.limits.number_exponent, beyond) && integer;
  number = {};
  number.begin = digits;
  number.end = next;
  number.negative = negative;
  number.beyond = beyond;
  if (integer && next == integer_end && count <= 4) {
    number.small = 0;
    for (Cursor digit = digits; digit != next; digit += digit_at(digit, end).length) {
      number.small = number.small * 10 + digit_at(digit, end).value;
    }
  }
  at = next;
  return true;
}

namespace {

/// Moves the decimal point of `digits` by `exponent` places.
std::string move_point(std::string digits, std::size_t fraction, std::int64_t exponent) {
  if (exponent >= 0) {
    auto const places = static_cast<std::size_t>(exponent);
    if (places >= fraction) {
      digits.append(places - fraction, '0');
      fraction = 0;
    } else {
      fraction -= places;
    }
  } else {
    fraction += static_cast<std::size_t>(-exponent);
  }
  if (fraction != 0) {
    if (digits.size() <= fraction) {
      digits.insert(0, fraction + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - fraction, 1, '.');
  }
  return digits;
}

} // namespace

std::string plain_digits(State const& state, NumberDraft const& number) {
  if (number.in_words()) {
    return state.computed[static_cast<std::size_t>(number.computed)];
  }
  std::string digits;
  digits.reserve(static_cast<std::size_t>(number.end - number.begin));
  std::size_t fraction = 0;
  bool point = false;
  std::int64_t exponent = 0;
  for (Cursor at = number.begin; at != number.end;) {
    if (DigitHit const digit = digit_at(at, number.end); digit.length != 0) {
      digits += static_cast<char>('0' + digit.value);
      fraction += point ? 1 : 0;
      at += digit.length;
    } else if (*at == 'e' || *at == 'E') {
      bool const down = *++at == '-';
      at += *at == '-' || *at == '+' ? 1 : 0;
      for (; at != number.end; at += digit_at(at, number.end).length) {
        exponent = exponent * 10 + digit_at(at, number.end).value;
      }
      exponent = down ? -exponent : exponent;
    } else {
      point = point || either_width(at, number.end, '.') != 0;
      at += character_length(at);
    }
  }
  std::string result = move_point(std::move(digits), fraction, exponent);
  std::size_t zeros = 0;
  while (zeros + 1 < result.size() && result[zeros] == '0' && result[zeros + 1] != '.') {
    ++zeros;
  }
  result.erase(0, zeros);
  return result[0] == '.' ? "0" + result : result;
}

} // namespace jixiao::grammar::detail
