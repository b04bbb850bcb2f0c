#include "grammar/detail/digit_sum.hpp"

#include <algorithm>

namespace jixiao::grammar::detail {

DigitSum::DigitSum(std::string const& digits) {
  bool point = false;
  for (char const digit : digits) {
    if (digit == '.') {
      point = true;
    } else {
      digits_ += digit;
      fraction_ += point ? 1 : 0;
    }
  }
}

void DigitSum::add(DigitSum const& other) {
  DigitSum right = other;
  std::size_t const fraction = std::max(fraction_, right.fraction_);
  digits_.append(fraction - fraction_, '0');
  right.digits_.append(fraction - right.fraction_, '0');
  fraction_ = fraction;
  std::size_t const size = std::max(digits_.size(), right.digits_.size()) + 1;
  digits_.insert(0, size - digits_.size(), '0');
  right.digits_.insert(0, size - right.digits_.size(), '0');
  int carry = 0;
  for (std::size_t i = size; i-- > 0;) {
    int const sum = (digits_[i] - '0') + (right.digits_[i] - '0') + carry;
    digits_[i] = static_cast<char>('0' + sum % 10);
    carry = sum / 10;
  }
  std::size_t const first = digits_.find_first_not_of('0');
  digits_.erase(0, std::min(first, digits_.size() - fraction_));
}

void DigitSum::raise(std::size_t places) {
  std::size_t const taken = std::min(places, fraction_);
  fraction_ -= taken;
  digits_.append(places - taken, '0');
}

void DigitSum::lower(std::size_t places) {
  fraction_ += places;
}

bool DigitSum::zero() const {
  return digits_.find_first_not_of('0') == std::string::npos;
}

std::string DigitSum::text() const {
  std::string result = digits_;
  if (result.size() <= fraction_) {
    result.insert(0, fraction_ + 1 - result.size(), '0');
  }
  if (fraction_ != 0) {
    result.insert(result.size() - fraction_, 1, '.');
  }
  std::size_t zeros = 0;
  while (zeros + 1 < result.size() && result[zeros] == '0' && result[zeros + 1] != '.') {
    ++zeros;
  }
  return result.substr(zeros);
}

} // namespace jixiao::grammar::detail
