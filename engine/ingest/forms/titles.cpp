#include "engine/ingest/forms/titles.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <span>

namespace jixiao::ingest::forms {
namespace {

constexpr std::size_t longest_title = 300;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Four digits and, blanks aside, one of the words that end a year; the year and how far it goes.
struct YearFound {
  std::string year;
  std::size_t begin = 0, end = 0;
};

std::optional<YearFound> find_year(std::string_view text, std::span<std::string const> words) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    bool const four = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                  text.begin() + static_cast<std::ptrdiff_t>(at + 4), is_digit);
    bool const alone = at == 0 || !is_digit(text[at - 1]);
    if (!four || !alone) {
      continue;
    }
    std::size_t end = at + 4;
    while (std::size_t const blank = grammar::blank_length(text.substr(end))) {
      end += blank;
    }
    for (std::string const& word : words) { // the longest first
      if (text.substr(end, word.size()) == word) {
        return YearFound{std::string(text.substr(at, 4)), at, end + word.size()};
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
  constexpr std::size_t digits = 4;
  if (text.size() > longest) {
    return {};
  }
  std::string year = grammar::without_blanks(grammar::fold_width(text));
  if (year.size() > 2 && year.front() == '(' && year.back() == ')') {
    year = year.substr(1, year.size() - 2);
  }
  bool const plausible = year.size() >= digits && std::all_of(year.begin(), year.begin() + digits, is_digit)
                         && (year[0] == '1' || year[0] == '2');
  bool bare = year.size() == digits;
  for (std::string const& word : forms.title_openings()) {
    bare = bare || year.substr(std::min(digits, year.size())) == word;
  }
  return plausible && bare ? year.substr(0, digits) : std::string();
}

std::string year_in(std::string_view text, vocabulary::Forms const& forms) {
  auto const found = find_year(text, forms.title_openings());
  return found ? found->year : std::string();
}

} // namespace jixiao::ingest::forms
