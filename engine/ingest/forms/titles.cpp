#include "engine/ingest/forms/titles.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace jixiao::ingest::forms {
namespace {

constexpr std::size_t longest_title = 300;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Four digits, and how many bytes they take.
struct FourDigits {
  std::string digits;
  std::size_t size = 0;
};

std::optional<char> chinese_digit(std::string_view text) {
  constexpr std::pair<std::string_view, char> digits[] = {
      {"\xE3\x80\x87", '0'}, {"\xE9\x9B\xB6", '0'}, {"\xE2\x97\x8B", '0'}, {"\xE4\xB8\x80", '1'},
      {"\xE4\xBA\x8C", '2'}, {"\xE4\xB8\x89", '3'}, {"\xE5\x9B\x9B", '4'}, {"\xE4\xBA\x94", '5'},
      {"\xE5\x85\xAD", '6'}, {"\xE4\xB8\x83", '7'}, {"\xE5\x85\xAB", '8'}, {"\xE4\xB9\x9D", '9'}};
  for (auto const& [word, digit] : digits) {
    if (text.starts_with(word)) {
      return digit;
    }
  }
  return std::nullopt;
}

/// The four digits that `text` begins with, European or Chinese, and no fifth one behind them.
std::optional<FourDigits> four_digits(std::string_view text) {
  constexpr std::size_t count = 4;
  constexpr std::size_t ideograph = 3; // bytes
  FourDigits european, chinese;
  while (european.size < text.size() && is_digit(text[european.size])) {
    european.digits += text[european.size++];
  }
  while (auto const digit = chinese_digit(text.substr(std::min(chinese.size, text.size())))) {
    chinese.digits += *digit;
    chinese.size += ideograph;
  }
  for (FourDigits const& each : {european, chinese}) {
    if (each.digits.size() == count) {
      return each;
    }
  }
  return std::nullopt;
}

/// Four digits and, blanks aside, one of the words that end a year; the year and how far it goes.
struct YearFound {
  std::string year;
  std::size_t begin = 0, end = 0;
};

/// How far a month or a day goes that `text` begins with: at most two digits and the word.
std::size_t part_of_date(std::string_view text, std::string_view word) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) {
    ++digits;
  }
  return digits != 0 && digits <= 2 && text.substr(digits).starts_with(word) ? digits + word.size() : 0;
}

/// Month and day behind a year: it is that of a day, not of the table.
bool begins_with_day(std::string_view text) {
  std::size_t const month = part_of_date(text, "\xE6\x9C\x88");
  return month != 0 && part_of_date(text.substr(month), "\xE6\x97\xA5") != 0;
}

std::optional<YearFound> find_year(std::string_view text, std::span<std::string const> words) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool const inside =
        at != 0 && (is_digit(text[at - 1]) || (at >= 3 && chinese_digit(text.substr(at - 3))));
    auto const digits = inside ? std::nullopt : four_digits(text.substr(at));
    if (!digits) {
      continue;
    }
    std::size_t end = at + digits->size;
    while (std::size_t const blank = grammar::blank_length(text.substr(end))) {
      end += blank;
    }
    for (std::string const& word : words) { // the longest first
      if (text.substr(end, word.size()) == word && !begins_with_day(text.substr(end + word.size()))) {
        return YearFound{digits->digits, at, end + word.size()};
      }
    }
  }
  return std::nullopt;
}

std::optional<Title> read_title(std::string_view text, std::span<std::string const> endings,
                                std::span<std::string const> openings) {
  if (text.empty() || text.size() > longest_title) {
    return std::nullopt;
  }
  // Remarks in brackets behind the title ("(year 2023)") are no part of it.
  std::string const whole = grammar::without_blanks(text);
  std::string title = whole;
  Title result;
  if (auto const year = find_year(whole, openings)) {
    result.year = year->year;
  }
  for (std::string_view const bracket : {"(", "\xEF\xBC\x88"}) {
    std::size_t const at = title.rfind(bracket);
    bool const closed = ends_with(title, ")") || ends_with(title, "\xEF\xBC\x89");
    if (at != std::string::npos && at != 0 && closed) {
      title.erase(at);
    }
  }
  for (std::string const& ending : endings) { // the longest first
    if (ends_with(title, ending)) {
      title.erase(title.size() - ending.size());
      if (auto const year = find_year(title, openings); year && year->begin == 0) {
        title.erase(0, year->end);
      }
      if (auto const year = find_year(title, openings); year && year->end == title.size()) {
        title.erase(year->begin);
      }
      result.name = title;
      return result;
    }
  }
  return std::nullopt;
}

} // namespace

std::optional<Title> table_title(std::string_view text, vocabulary::Forms const& forms) {
  return read_title(text, forms.title_endings(), forms.title_openings());
}

std::optional<Title> report_title(std::string_view text, vocabulary::Forms const& forms) {
  return read_title(text, forms.report_endings(), forms.title_openings());
}

std::string whole_year(std::string_view text, vocabulary::Forms const& forms) {
  constexpr std::size_t longest = 40;
  if (text.size() > longest) {
    return {};
  }
  std::string year = grammar::without_blanks(grammar::fold_width(text));
  if (year.size() > 2 && year.front() == '(' && year.back() == ')') {
    year = year.substr(1, year.size() - 2);
  }
  auto const digits = four_digits(year);
  if (!digits || (digits->digits[0] != '1' && digits->digits[0] != '2')) {
    return {};
  }
  std::string_view const behind = std::string_view(year).substr(digits->size);
  bool const bare = behind.empty()
                    || std::any_of(forms.title_openings().begin(), forms.title_openings().end(),
                                   [behind](std::string const& word) { return behind == word; });
  return bare ? digits->digits : std::string();
}

std::string year_of_title(std::string_view text, vocabulary::Forms const& forms) {
  std::string year = whole_year(text, forms);
  if (year.empty() && (table_title(text, forms) || report_title(text, forms))) {
    year = year_in(text, forms);
  }
  return year;
}

bool is_date(std::string_view text) {
  std::string const whole = grammar::without_blanks(grammar::fold_width(text));
  auto const digits = four_digits(whole);
  constexpr std::string_view year = "\xE5\xB9\xB4";
  std::string_view const behind = digits ? std::string_view(whole).substr(digits->size) : std::string_view();
  return behind.starts_with(year) && begins_with_day(behind.substr(year.size()));
}

std::string year_in(std::string_view text, vocabulary::Forms const& forms) {
  auto const found = find_year(text, forms.title_openings());
  return found ? found->year : std::string();
}

} // namespace jixiao::ingest::forms
