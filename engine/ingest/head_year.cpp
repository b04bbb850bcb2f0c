#include "engine/ingest/head_year.hpp"

#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest {
namespace {

constexpr std::string_view year_word = "\xE5\xB9\xB4";           // year
constexpr std::string_view of_year = "\xE5\xB9\xB4\xE5\xBA\xA6"; // of the year

/// The four digits that `text` begins with when a word for years stands behind them.
std::string leading_year(std::string_view text) {
  constexpr std::size_t digits = 4;
  bool const number =
      text.size() > digits && (text[0] == '1' || text[0] == '2')
      && std::all_of(text.begin(), text.begin() + digits, [](char c) { return c >= '0' && c <= '9'; });
  return number && text.substr(digits).starts_with(year_word) ? std::string(text.substr(0, digits))
                                                              : std::string();
}

/// The only year of the columns of one meaning; empty when they name several or none.
std::string only_year(std::vector<YearColumn> const& columns, model::Column column) {
  std::string year;
  for (YearColumn const& each : columns) {
    if (each.column != column || each.year.empty()) {
      continue;
    }
    if (!year.empty() && year != each.year) {
      return {};
    }
    year = each.year;
  }
  return year;
}

} // namespace

HeadOfYear head_of_year(HeadText const& head) {
  HeadOfYear result;
  std::string const bracket = grammar::fold_width(head.bracket);
  result.year = leading_year(bracket);
  std::string_view const behind =
      result.year.empty() ? std::string_view() : std::string_view(bracket).substr(result.year.size());
  if (behind == year_word || behind == of_year) {
    result.names = {head.name};
    return result;
  }
  std::string const name = grammar::fold_width(head.name);
  result.year = leading_year(name);
  if (result.year.empty()) {
    return result;
  }
  std::string_view const rest = std::string_view(name).substr(result.year.size());
  result.names.emplace_back(rest);
  result.names.emplace_back(rest.substr(rest.starts_with(of_year) ? of_year.size() : year_word.size()));
  return result;
}

std::string year_of_heads(std::vector<YearColumn> const& columns) {
  std::string const asked = only_year(columns, model::Column::target);
  return asked.empty() ? only_year(columns, model::Column::actual) : asked;
}

} // namespace jixiao::ingest
