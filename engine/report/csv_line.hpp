#pragma once
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
    if (fields_++ > 0) {
      text_ += ',';
    }
    bool const formula = !text.empty() && begins_formula(text.front());
    if (!needs_quotes(text)) {
      text_.append(formula ? "'" : "").append(text);
      return *this;
    }
    text_.append(formula ? "\"'" : "\"");
    for (char const c : text) {
      text_.append(c == '"' ? 2 : 1, c);
    }
    text_ += '"';
    return *this;
  }
  /// Digits, points and signs, which need no quotes.
  CsvLine& add_number(std::string_view text) {
    if (fields_++ > 0) {
      text_ += ',';
    }
    if (!text.empty() && begins_formula(text.front())) {
      text_ += '\'';
    }
    text_.append(text);
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
    while (text.size() >= 8 && is_plain(text.data())) {
      text.remove_prefix(8);
    }
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
