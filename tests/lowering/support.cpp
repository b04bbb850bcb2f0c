#include "tests/lowering/support.hpp"

#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <stdexcept>

namespace jixiao::test {

using model::Column;

namespace {

template <class Field>
std::optional<Field> find_field(std::string_view word, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (name(static_cast<Field>(i)) == word) {
      return static_cast<Field>(i);
    }
  }
  return std::nullopt;
}

std::string word_text(model::Facts const& facts, model::WordField field) {
  return std::string(model::words_of(field)[facts.word(field)]);
}

/// `[5, 5]` is written 5 in the tables.
std::string number_text(std::optional<number::Interval> const& value) {
  if (!value) {
    return "none";
  }
  return value->is_point() ? value->low.value->plain_text() : number::text(*value);
}

std::string compare(std::string const& found, std::string const& wanted) {
  return found == wanted ? std::string() : "found " + found;
}

} // namespace

lowering::Reader const& reader() {
  static lowering::Reader const result(embedded_vocabulary());
  return result;
}

model::RawProject raw_project(std::vector<Cells> const& rows, std::vector<Column> const& extra,
                              std::map<Column, std::string> const& units) {
  auto header = std::make_shared<model::Header>();
  header->source = 1;
  header->row = 1;
  auto const add = [&](Column column) {
    header->columns[static_cast<std::size_t>(column)] = static_cast<std::uint32_t>(column) + 1;
  };
  for (auto const& [column, text] : rows.front()) {
    add(column);
  }
  for (Column const column : extra) {
    add(column);
  }
  for (auto const& [column, unit] : units) {
    header->units[static_cast<std::size_t>(column)] = unit;
  }
  model::RawProject result;
  result.header = std::move(header);
  std::uint32_t row = 1;
  for (Cells const& cells : rows) {
    model::RawRow& raw = result.rows.emplace_back();
    raw.row = ++row;
    for (auto const& [column, text] : cells) {
      raw.set(column, text);
    }
  }
  return result;
}

model::Indicator lower_row(Cells cells, std::string const& year) {
  cells[Column::year] = year;
  for (Column const column : {Column::relation, Column::measure, Column::direction}) {
    if (cells[column].empty()) {
      cells.erase(column); // a table without this column
    }
  }
  model::RawProject raw = raw_project({cells}, {Column::target, Column::actual},
                                      {{Column::initial_budget, "万元"}, {Column::executed, "万元"}});
  return reader().lower(std::move(raw), "").indicators.at(0);
}

std::vector<model::RawProject> read_table(std::string const& relative) {
  vocabulary::Vocabulary const& words = embedded_vocabulary();
  std::string const text = read_source(relative);
  std::vector<Column> columns;
  auto header = std::make_shared<model::Header>();
  header->source = 1;
  header->row = 1;
  for (std::string label : split_tokens(text.substr(0, text.find_first_of("\r\n")), ',')) {
    std::string unit;
    if (auto const bracket = label.find("（"); bracket != std::string::npos) {
      unit = label.substr(bracket + 3, label.rfind("）") - bracket - 3);
      label.resize(bracket);
    }
    if (label.rfind("\xef\xbb\xbf", 0) == 0) {
      label.erase(0, 3);
    }
    bool const fused = words.is_fused_target(label);
    auto const column = fused ? std::optional(Column::target) : words.column(label);
    if (!column) {
      throw std::runtime_error("unknown column " + label + " in " + relative);
    }
    header->fused_target = header->fused_target || fused;
    header->units[static_cast<std::size_t>(*column)] = unit;
    columns.push_back(*column);
    header->columns[static_cast<std::size_t>(*column)] = static_cast<std::uint32_t>(columns.size());
  }
  std::vector<model::RawProject> result;
  for (CaseRow const& line : read_cases(relative)) {
    model::RawRow raw;
    raw.row = static_cast<std::uint32_t>(line.line);
    for (std::size_t i = 0; i < columns.size() && i < line.fields.size(); ++i) {
      raw.set(columns[i], line.fields[i]);
    }
    bool const another =
        !raw[Column::project].empty()
        && (result.empty() || result.back().rows.front()[Column::project] != raw[Column::project]);
    if (another) {
      result.emplace_back().header = header;
    }
    result.back().rows.push_back(std::move(raw));
  }
  return result;
}

std::string codes(diagnostic::Diagnostics const& findings) {
  std::string result;
  for (diagnostic::Diagnostic const& finding : findings) {
    result += result.empty() ? "" : " ";
    result += finding.code;
  }
  return result;
}

std::string check_token(model::Comparison const& comparison, std::string const& token) {
  model::Facts const& facts = comparison.facts;
  auto const equals = token.find('=');
  if (equals == std::string::npos) {
    bool const no = token.front() == '!';
    bool const unknown = token.back() == '?';
    std::string const word = token.substr(no ? 1 : 0, token.size() - (no || unknown ? 1 : 0));
    auto const field = find_field<model::TruthField>(word, model::truth_field_count);
    if (!field) {
      throw std::runtime_error("no such truth: " + token);
    }
    static char const* const names[] = {"no", "yes", "unknown"};
    return compare(names[static_cast<std::size_t>(facts.truth(*field))], no        ? "no"
                                                                         : unknown ? "unknown"
                                                                                   : "yes");
  }
  std::string const left = token.substr(0, equals);
  std::string const right = token.substr(equals + 1);
  if (left == "unit") {
    return compare(comparison.unit, right);
  }
  if (left == "label") {
    return compare(comparison.label, right);
  }
  if (auto const field = find_field<model::WordField>(left, model::word_field_count)) {
    return compare(word_text(facts, *field), right);
  }
  if (auto const field = find_field<model::NumberField>(left, model::number_field_count)) {
    return compare(number_text(facts.number(*field)), right);
  }
  throw std::runtime_error("no such field: " + token);
}

std::vector<std::string> split_tokens(std::string const& text, char separator) {
  std::vector<std::string> result;
  std::string token;
  int brackets = 0;
  for (char const c : text) {
    brackets += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
    if (c == separator && brackets == 0) {
      if (!token.empty()) {
        result.push_back(token);
      }
      token.clear();
    } else {
      token += c;
    }
  }
  if (!token.empty()) {
    result.push_back(token);
  }
  return result;
}

} // namespace jixiao::test
