#include "engine/lowering/digit_slip.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace jixiao::lowering {

using number::Rational;

namespace {

bool is_plain(std::string_view digits) {
  return !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.';
  });
}

/// The figures that carry information: without point, leading and trailing zeros.
std::string figures(std::string_view digits) {
  std::string result;
  std::copy_if(digits.begin(), digits.end(), std::back_inserter(result), [](char c) { return c != '.'; });
  std::size_t const first = result.find_first_not_of('0');
  if (first == std::string::npos) {
    return {};
  }
  return result.substr(first, result.find_last_not_of('0') - first + 1);
}

/// `longer` with one run of characters taken out is `shorter`.
bool holds_extra_run(std::string_view longer, std::string_view shorter) {
  if (longer.size() <= shorter.size()) {
    return false;
  }
  std::size_t front = 0;
  while (front < shorter.size() && longer[front] == shorter[front]) {
    ++front;
  }
  std::size_t back = 0;
  while (back < shorter.size() && longer[longer.size() - 1 - back] == shorter[shorter.size() - 1 - back]) {
    ++back;
  }
  return front + back >= shorter.size();
}

} // namespace

bool far_above(Rational const& large, Rational const& small, Rational const& ratio) {
  return large > small && Rational::compare_with_product(large, ratio, small) >= 0;
}

bool looks_like_slip(std::string_view written, std::string_view meant, Rational const& ratio,
                     std::size_t least_figures) {
  if (!is_plain(written) || !is_plain(meant)) {
    return false;
  }
  std::string const key = figures(meant);
  if (key.size() < least_figures) {
    return false;
  }
  auto const large = Rational::parse(written);
  auto const small = Rational::parse(meant);
  if (!large || !small || !far_above(*large, *small, ratio)) {
    return false;
  }
  return figures(written) == key || holds_extra_run(written, meant);
}

} // namespace jixiao::lowering
