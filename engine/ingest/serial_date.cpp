#include "engine/ingest/serial_date.hpp"

namespace jixiao::ingest {

namespace {

constexpr std::int64_t seconds_of_day = 86400;
constexpr std::int64_t last_serial = 2958465; ///< 9999-12-31, counted from 1900

struct Serial {
  std::int64_t days = 0;
  std::int64_t seconds = 0;
};

/// The decimal digit of 10^-`place` ("place" 1 is the first behind the point).
int digit_at(StoredNumber const& number, std::int32_t place) {
  std::int32_t const index = number.exponent + place - 1;
  bool const stored = index >= 0 && static_cast<std::size_t>(index) < number.digits.size();
  return stored ? number.digits[static_cast<std::size_t>(index)] - '0' : 0;
}

/// Days and seconds of a number that is not negative and not too large.
std::optional<Serial> split(StoredNumber const& number) {
  constexpr std::int32_t whole_places = 8;
  constexpr std::int32_t fraction_places = 12;
  if (number.negative || number.exponent > whole_places) {
    return std::nullopt;
  }
  Serial serial;
  for (std::int32_t place = 1 - whole_places; place <= 0; ++place) {
    serial.days = serial.days * 10 + digit_at(number, place);
  }
  std::int64_t fraction = 0;
  for (std::int32_t place = 1; place <= fraction_places; ++place) {
    fraction = fraction * 10 + digit_at(number, place);
  }
  constexpr std::int64_t one = 1'000'000'000'000; // 10^fraction_places
  serial.seconds = (fraction * seconds_of_day + one / 2) / one;
  if (serial.seconds == seconds_of_day) {
    serial.seconds = 0;
    ++serial.days;
  }
  return serial;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

struct Date {
  std::int64_t year = 0, month = 0, day = 0;
};

/// The date `days` after 1970-01-01, by the Gregorian calendar (years begin in March while counting).
Date date_of(std::int64_t days) {
  std::int64_t const shifted = days + 719468;
  std::int64_t const era = shifted / 146097;
  std::int64_t const of_era = shifted - era * 146097;
  std::int64_t const year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  std::int64_t const of_year = of_era - (365 * year + year / 4 - year / 100);
  std::int64_t const month = (5 * of_year + 2) / 153;
  Date date;
  date.day = of_year - (153 * month + 2) / 5 + 1;
  date.month = month < 10 ? month + 3 : month - 9;
  date.year = year + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

std::string date_text(Date const& date, NumberFormat const& format) {
  std::string text = padded(date.year, 4);
  bool const month = format.month || format.day || !format.year;
  bool const day = format.day || !(format.year || format.month);
  text += month ? "-" + padded(date.month, 2) : "";
  text += day ? "-" + padded(date.day, 2) : "";
  return text;
}

std::string time_text(std::int64_t seconds) {
  std::string text = padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2);
  return seconds % 60 == 0 ? text : text + ":" + padded(seconds % 60, 2);
}

} // namespace

std::optional<std::string> serial_date(StoredNumber const& number, NumberFormat const& format,
                                       bool from_1904) {
  std::optional<Serial> const serial = split(number);
  if (!serial) {
    return std::nullopt;
  }
  bool const dated = format.year || format.month || format.day || !format.time;
  if (!dated) {
    std::int64_t const days = format.elapsed ? serial->days : 0;
    return time_text(days * seconds_of_day + serial->seconds);
  }
  constexpr std::int64_t days_1900_to_1904 = 1462;
  std::int64_t const days = serial->days + (from_1904 ? days_1900_to_1904 : 0);
  // Day 60 is 1900-02-29, which never was; what comes before it is counted one day off.
  if (days < 1 || days == 60 || days > last_serial) {
    return std::nullopt;
  }
  constexpr std::int64_t serial_of_1970 = 25569;
  std::int64_t const since_1970 = days - serial_of_1970 + (days < 60 ? 1 : 0);
  std::string text = date_text(date_of(since_1970), format);
  if (format.time && serial->seconds != 0) {
    text += " " + time_text(serial->seconds);
  }
  return text;
}

} // namespace jixiao::ingest
