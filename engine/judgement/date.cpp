#include "engine/judgement/date.hpp"

namespace jixiao::judgement {
namespace {

/// The number that `text` writes in digits alone; -1 otherwise.
int number_of(std::string_view text) {
  int value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') {
      return -1;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

int days_of(int year, int month) {
  bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) {
    return leap ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

} // namespace

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return false;
  }
  int const year = number_of(text.substr(0, 4));
  int const month = number_of(text.substr(5, 2));
  int const day = number_of(text.substr(8, 2));
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

} // namespace jixiao::judgement
