#pragma once
#include "engine/number/fixed_text.hpp"
#include "engine/report/report.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace jixiao::report {

/// One line of CSV, built field by field.
class CsvLine {
public:
  /// A cell that a spreadsheet would take for a formula gets one apostrophe in front; our reader takes
  /// exactly one away again.
  CsvLine& add(std::string_view text) {
    separate();
    if (text.empty()) {
      return *this;
    }
    bool const formula = begins_formula(text.front());
    if (needs_quotes(text)) {
      add_quoted(text, formula);
      return *this;
    }
    if (formula) {
      text_ += '\'';
    }
    text_.append(text);
    return *this;
  }
  /// Digits, points and signs, which need no quotes.
  CsvLine& add_number(std::string_view text) {
    separate();
    if (!text.empty() && begins_formula(text.front())) {
      text_ += '\'';
    }
    text_.append(text);
    return *this;
  }
  /// `value` with so many decimals, rounded as reports round.
  CsvLine& add_number(number::Rational const& value, std::int32_t places) {
    separate();
    std::size_t const begin = text_.size();
    number::append_fixed(text_, value, places, number::Rounding::half_up);
    return mark_formula(begin);
  }
  /// The same of a share, in percent: "76.09%".
  CsvLine& add_percent(number::Rational const& share, std::int32_t places) {
    separate();
    std::size_t const begin = text_.size();
    number::append_percent(text_, share, places, number::Rounding::half_up);
    return mark_formula(begin);
  }
  CsvLine& add_blank() {
    separate();
    return *this;
  }
  /// The line so far, and an empty one after it: the storage stays.
  void finish(Writer const& write) {
    text_ += '\n';
    write(text_);
    text_.clear();
    fields_ = 0;
  }

private:
  void separate() {
    if (fields_++ > 0) {
      text_ += ',';
    }
  }
  void add_quoted(std::string_view text, bool formula) {
    text_.append(formula ? "\"'" : "\"");
    for (char const c : text) {
      text_.append(c == '"' ? 2 : 1, c);
    }
    text_ += '"';
  }
  CsvLine& mark_formula(std::size_t begin) {
    if (begins_formula(text_[begin])) {
      text_.insert(begin, 1, '\'');
    }
    return *this;
  }
  static bool begins_formula(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
  }
  /// Whether eight bytes lie above the comma: letters, digits and all of Chinese do.
  static bool is_plain(char const* eight) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    std::uint64_t word = 0;
    std::memcpy(&word, eight, sizeof word);
    return ((word - ones * (',' + 1)) & ~word & ones * 0x80) == 0; // no byte below 0x2D borrows
  }
  static bool needs_quotes(std::string_view text) {
    constexpr std::size_t eight = 8;
    if (text.size() < eight) {
      return has_special(text);
    }
    for (std::size_t at = 0; at + eight < text.size(); at += eight) {
      if (!is_plain(text.data() + at)) {
        return has_special(text);
      }
    }
    return !is_plain(text.data() + text.size() - eight) && has_special(text); // some of it once more
  }
  static bool has_special(std::string_view text) {
    for (char const c : text) {
      // The first test answers for nearly every character: letters, digits and all of Chinese lie above.
      if (static_cast<unsigned char>(c) <= ',' && (c == ',' || c == '"' || c == '\r' || c == '\n')) {
        return true;
      }
    }
    return false;
  }

  std::string text_;
  std::size_t fields_ = 0;
};

} // namespace jixiao::report
