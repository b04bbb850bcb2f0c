#include "engine/report/format.hpp"

#include "engine/number/fixed_text.hpp"
#include "engine/report/width.hpp"

#include <algorithm>

namespace jixiao::report {

using number::Rational;
using number::Rounding;

std::string points(Rational const& value, rulepack::RulePack const& pack) {
  return number::format_fixed(value, pack.rounding.places, Rounding::half_up);
}

std::string points(number::Interval const& value, rulepack::RulePack const& pack) {
  std::string const low = value.low.value ? points(*value.low.value, pack) : "-inf";
  if (value.is_point()) {
    return low;
  }
  std::string const high = value.high.value ? points(*value.high.value, pack) : "inf";
  return (value.low.closed ? "" : ">") + low + "~" + (value.high.closed ? "" : "<") + high;
}

std::string points_set(number::Interval const& value, rulepack::RulePack const& pack) {
  if (value.is_point() || !value.low.value || !value.high.value) {
    return points(value, pack);
  }
  return (value.low.closed ? "[" : "(") + points(*value.low.value, pack) + ", "
         + points(*value.high.value, pack) + (value.high.closed ? "]" : ")");
}

std::string target_text(model::Indicator const& indicator) {
  // A word needs a blank behind it, a sign does not.
  bool const word = display_width(indicator.relation_text) > 2;
  std::string const& target = indicator.target_text;
  std::string const& unit = indicator.measure_text;
  bool const printed = target.size() > unit.size() && target.substr(target.size() - unit.size()) == unit;
  return indicator.relation_text + (word && !target.empty() ? " " : "") + target
         + (printed ? std::string() : unit); // 95% in a column of % is not 95%%
}

std::string percent(Rational const& value) {
  std::string text;
  number::append_percent(text, value, 2, Rounding::half_up);
  return text;
}

std::string ten_thousands(Rational const& yuan) {
  Rational const value = yuan / Rational(10'000);
  std::string const plain = value.plain_text();
  auto const point = plain.find('.');
  bool const short_enough = point == std::string::npos || plain.size() - point - 1 < 2;
  bool const endless = plain.find('/') != std::string::npos;
  return short_enough || endless ? number::format_fixed(value, 2, Rounding::half_up) : plain;
}

std::string grade_name(rulepack::RulePack const& pack, std::string_view id, vocabulary::Language language) {
  for (rulepack::Grade const& grade : pack.grades) {
    if (grade.id == id) {
      return language == vocabulary::Language::zh ? grade.zh : grade.en;
    }
  }
  return std::string(id);
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters += static_cast<char>('A' + (column - 1) % 26);
  }
  std::reverse(letters.begin(), letters.end());
  return letters;
}

bool is_lines_of_text(std::string_view file) {
  auto const ends_with = [file](std::string_view ending) {
    return file.size() >= ending.size() && file.substr(file.size() - ending.size()) == ending;
  };
  return ends_with(".yaml") || ends_with(".yml") || ends_with(".json");
}

std::string place_text(diagnostic::Place const& where, diagnostic::SourceTable const& sources) {
  diagnostic::Source const& source = sources.at(where.source);
  std::string text = source.file;
  if (where.row > 0 && is_lines_of_text(source.file)) {
    text += ":" + std::to_string(where.row);
    return where.column > 0 ? text + ":" + std::to_string(where.column) : text;
  }
  if (!source.sheet.empty()) {
    text += " [" + source.sheet + "]";
  }
  if (where.row > 0) {
    text += where.column > 0 ? " " + column_letters(where.column) + std::to_string(where.row)
                             : ":" + std::to_string(where.row);
  }
  return text;
}

std::string day_text(std::int32_t day) {
  if (day == 0) {
    return {};
  }
  auto const padded = [](std::int32_t value, std::size_t width) {
    std::string const digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(day / 10000, 4) + "-" + padded(day / 100 % 100, 2) + "-" + padded(day % 100, 2);
}

} // namespace jixiao::report
