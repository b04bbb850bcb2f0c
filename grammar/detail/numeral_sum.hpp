#pragma once
// The value of a numeral, built word by word.
#include "grammar/detail/digit_sum.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace jixiao::grammar::detail {

/// One side of a fraction, or the whole numeral: words and digits in the order of speech.
/// 7 wan 5 qian 4 bai: each multiplier takes the number in front of it; wan and yi take all since the last
/// larger one.
class NumeralSum {
public:
  static constexpr std::size_t most_places = 200; ///< of the value; more is no number

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

} // namespace jixiao::grammar::detail
