#include "engine/lowering/duration.hpp"

#include "engine/lowering/bracket_clause.hpp"
#include "engine/lowering/bracket_number.hpp"
#include "engine/lowering/change_from.hpp"
#include "engine/lowering/working_days.hpp"
#include "grammar/notes.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jixiao::lowering {

using number::Rational;

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `text` cut in front of each number but the first; blanks go. Empty when it is no row of numbers.
std::vector<std::string> pieces_of(std::string_view text) {
  constexpr std::size_t longest = 64; // nobody writes a longer one
  if (text.size() > longest) {
    return {};
  }
  std::string const words = grammar::without_blanks(text);
  std::vector<std::string> pieces(1);
  bool number = false; // of this piece has begun
  for (std::size_t at = 0; at < words.size(); ++at) {
    bool const begins =
        is_digit(words[at]) && (at == 0 || (!is_digit(words[at - 1]) && words[at - 1] != '.'));
    if (begins && number) {
      pieces.emplace_back();
    }
    number = number || begins;
    pieces.back() += words[at];
  }
  return pieces;
}

/// Base units that one of the unit counts; no value: no plain unit of time. Points are minutes here.
std::optional<Rational> seconds_in(Part const& part, vocabulary::Vocabulary const& vocabulary) {
  Measure measure = part.measure;
  if (measure.unit != nullptr && measure.unit == vocabulary.unit("point")) {
    measure.unit = vocabulary.unit("minute");
  }
  bool const time = part.kind == model::CellKind::quantity && part.value && part.value->sign() >= 0
                    && dimension(measure) == model::Dimension::time && !measure.rate()
                    && measure.exponent == 0;
  return time ? std::optional(numerator_factor(measure)) : std::nullopt;
}

/// "1 hour 20 minutes" as "80 minutes"; empty when the text is no length of time.
std::string in_smallest_unit(std::string_view text, grammar::Role role, grammar::CellParser const& parser,
                             vocabulary::Vocabulary const& vocabulary) {
  std::vector<std::string> const pieces = pieces_of(text);
  if (pieces.size() < 2) {
    return {};
  }
  Rational sum = 0;
  std::optional<Rational> unit;
  bool points = false;
  for (std::string const& piece : pieces) {
    Cell const cell = make_cell(piece, parser.parse(piece, role), vocabulary);
    std::optional<Rational> const seconds = seconds_in(cell.whole, vocabulary);
    if (!seconds || (unit && (*cell.whole.value * *seconds >= *unit || !(*unit / *seconds).is_integer()))) {
      return {};
    }
    points = dimension(cell.whole.measure) != model::Dimension::time;
    unit = seconds;
    sum += *cell.whole.value * *seconds;
  }
  std::string const& first = pieces.front();
  std::string const& last = pieces.back();
  auto const is_of_number = [](char c) { return is_digit(c) || c == '.'; };
  auto const begin = std::find_if(first.begin(), first.end(), is_of_number);
  auto const end = std::find_if_not(last.begin(), last.end(), is_of_number);
  std::string result(first.begin(), begin);
  result += (sum / *unit).plain_text();
  std::string rest(end, last.end());
  if (points) {
    constexpr std::string_view minutes = "\xE5\x88\x86\xE9\x92\x9F"; // its first character is the point
    rest.replace(0, minutes.size() / 2, minutes);
  }
  return result + rest;
}

/// `text` read as `plain`, which says the same in other words; `cell` where that is no number.
Cell read_other(std::string_view text, std::string_view plain, Cell const& cell, grammar::Role role,
                grammar::CellParser const& parser, vocabulary::Vocabulary const& vocabulary) {
  Cell read = make_cell(plain, parser.parse(plain, role), vocabulary);
  if (!read.whole.has_number()) {
    return cell;
  }
  auto reading = std::make_shared<model::Reading>(*read.reading);
  reading->text = text;
  reading->tokens.clear(); // they are those of the other text
  reading->span = {0, static_cast<std::uint32_t>(text.size())};
  for (model::CellFinding& found : reading->findings) {
    found.span = reading->span; // places in the other text are none in the cell
    for (std::string& quoted : found.arguments) {
      quoted = text.find(quoted) == std::string_view::npos ? std::string(text) : quoted;
    }
  }
  read.whole.reading = reading.get();
  read.reading = std::move(reading);
  return read;
}

Cell read_unmarked(std::string_view text, grammar::Role role, grammar::CellParser const& parser,
                   vocabulary::Vocabulary const& vocabulary) {
  Cell cell = make_cell(text, parser.parse(text, role), vocabulary);
  BracketClauses const clauses = find_bracket_clauses(text, role, cell, parser, vocabulary);
  if (!clauses.text.empty()) {
    Cell parts = make_cell(text, parser.parse(clauses.text, role), vocabulary);
    return parts.whole.kind == model::CellKind::compound ? parts : cell;
  }
  if (cell.whole.value && cell.whole.remark.asks.empty()) {
    cell.whole.remark.asks = clauses.asks;
  }
  if (role == grammar::Role::target) {
    if (std::string const unit = with_bracket_unit(text, cell, parser); !unit.empty()) {
      return read_other(text, unit, cell, role, parser, vocabulary);
    }
  }
  if (std::string const days = with_working_days(text, cell, vocabulary); !days.empty()) {
    return read_other(text, days, cell, role, parser, vocabulary);
  }
  auto const& findings = cell.reading->findings;
  bool const adjacent = std::any_of(findings.begin(), findings.end(), [](model::CellFinding const& found) {
    return found.code.id == grammar::notes::numbers_adjacent;
  });
  if (!adjacent || cell.whole.kind != model::CellKind::text) {
    return cell;
  }
  std::string const plain = in_smallest_unit(text, role, parser, vocabulary);
  return plain.empty() ? cell : read_other(text, plain, cell, role, parser, vocabulary);
}

} // namespace

Cell read_cell(std::string_view text, grammar::Role role, grammar::CellParser const& parser,
               vocabulary::Vocabulary const& vocabulary) {
  Cell cell = read_unmarked(text, role, parser, vocabulary);
  mark_change(cell, vocabulary);
  return cell;
}

bool has_clock_time(std::string_view text) {
  constexpr std::string_view full_width_colon = "\xEF\xBC\x9A";
  if (text.find(':') == std::string_view::npos && text.find(full_width_colon) == std::string_view::npos) {
    return false;
  }
  std::string const folded = grammar::without_blanks(grammar::fold_width(text));
  auto const digit_at = [&](std::size_t at) { return at < folded.size() && is_digit(folded[at]); };
  for (std::size_t at = folded.find(':'); at != std::string::npos; at = folded.find(':', at + 1)) {
    bool const hour = at > 0 && is_digit(folded[at - 1]);
    if (hour && digit_at(at + 1) && digit_at(at + 2) && !digit_at(at + 3) && folded[at + 1] < '6') {
      return true;
    }
  }
  return false;
}

} // namespace jixiao::lowering
