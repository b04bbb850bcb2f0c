#include "engine/ingest/forms/words.hpp"

#include "engine/ingest/head_text.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

/// Longer texts are no label, level or column head.
constexpr std::size_t longest_word = 90;
constexpr std::size_t longest_head = 120;
constexpr std::size_t most_known = 20'000;
constexpr std::size_t longest_sign = 24;
constexpr std::size_t longest_unit = 30;
/// Two ideographs: everyday words that name a level in one place and say something else in another.
constexpr std::size_t common_word = 6;

constexpr std::string_view wide_colon = "\xEF\xBC\x9A";
constexpr std::string_view label_marks = ":-._,;*";

/// Of the numbers in front of headings: one to ten, and Arabic digits.
constexpr std::string_view enumeration_digits[] = {"\xE4\xB8\x80",
                                                   "\xE4\xBA\x8C",
                                                   "\xE4\xB8\x89",
                                                   "\xE5\x9B\x9B",
                                                   "\xE4\xBA\x94",
                                                   "\xE5\x85\xAD",
                                                   "\xE4\xB8\x83",
                                                   "\xE5\x85\xAB",
                                                   "\xE4\xB9\x9D",
                                                   "\xE5\x8D\x81",
                                                   "0",
                                                   "1",
                                                   "2",
                                                   "3",
                                                   "4",
                                                   "5",
                                                   "6",
                                                   "7",
                                                   "8",
                                                   "9"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `text` without blanks, full-width forms folded, without the marks that people put around labels.
std::string label_key(std::string_view text) {
  std::string key = grammar::without_blanks(grammar::fold_width(text));
  std::size_t number = 0;
  while (number < key.size() && is_digit(key[number])) {
    ++number;
  }
  constexpr std::string_view enumeration_comma = "\xE3\x80\x81";
  if (number != 0 && number < key.size()
      && (key[number] == '.' || key.compare(number, 3, enumeration_comma) == 0)) {
    key.erase(0, number + (key[number] == '.' ? 1 : 3)); // "1. goal of the year"
  }
  key.erase(std::remove_if(key.begin(), key.end(),
                           [](char c) { return label_marks.find(c) != std::string_view::npos; }),
            key.end());
  return key;
}

std::size_t character_at(std::string_view text, std::size_t at) {
  auto const lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Ideographs and their punctuation, all of three bytes or more from U+2E80 on; not Chinese quotation marks,
/// which Western text shares.
bool is_ideographic(std::string_view character) {
  return character.size() == 4
         || (character.size() == 3
             && (static_cast<unsigned char>(character[0]) > 0xE2
                 || (static_cast<unsigned char>(character[0]) == 0xE2
                     && static_cast<unsigned char>(character[1]) >= 0xBA)));
}

std::string_view character_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  do {
    --begin;
  } while (begin != 0 && (static_cast<unsigned char>(text[begin]) & 0xC0u) == 0x80u);
  return text.substr(begin, at - begin);
}

} // namespace

bool is_bare_number(std::string_view text) {
  std::string const folded = grammar::fold_width(text);
  std::size_t at = !folded.empty() && (folded[0] == '-' || folded[0] == '+') ? 1 : 0;
  std::size_t digits = 0, points = 0;
  for (; at < folded.size(); ++at) {
    if (is_digit(folded[at])) {
      ++digits;
    } else if (folded[at] == '.' && digits != 0) {
      ++points;
    } else if (folded[at] != ',' || digits == 0 || points != 0) {
      return false;
    }
  }
  return digits != 0 && points <= 1 && is_digit(folded.back());
}

std::optional<CodedName> coded_name(std::string_view text) {
  // Codes of projects have letters among their digits.
  std::size_t digits = 0;
  while (digits < text.size()
         && (is_digit(text[digits]) || (digits != 0 && text[digits] >= 'A' && text[digits] <= 'Z'))) {
    ++digits;
  }
  std::string_view rest = text.substr(digits);
  std::size_t dashes = 0;
  for (std::string_view const dash : {"-", "\xE2\x80\x94", "\xEF\xBC\x8D", "_"}) {
    while (rest.substr(0, dash.size()) == dash) {
      rest.remove_prefix(dash.size());
      ++dashes;
    }
  }
  rest = grammar::trim(rest);
  bool const named = !rest.empty() && static_cast<unsigned char>(rest[0]) >= 0x80;
  if (digits < 3 || dashes == 0 || !named) {
    return std::nullopt;
  }
  return CodedName{std::string(text.substr(0, digits)), std::string(rest)};
}

std::string points_of(std::string_view text) {
  std::string const bracket = grammar::fold_width(split_head(text).bracket);
  std::size_t digits = 0;
  while (digits < bracket.size() && (is_digit(bracket[digits]) || (digits != 0 && bracket[digits] == '.'))) {
    ++digits;
  }
  return bracket.substr(0, digits);
}

std::string_view without_points(std::string_view text) {
  if (points_of(text).empty()) {
    return text;
  }
  // The bracket as it stands, found from the end: widths differ.
  std::size_t const narrow = text.rfind('('), wide = text.rfind("\xEF\xBC\x88");
  std::size_t const begin = narrow == std::string_view::npos ? wide
                            : wide == std::string_view::npos ? narrow
                                                             : std::max(narrow, wide);
  bool const found = begin != std::string_view::npos && begin != 0;
  return found ? grammar::trim(text.substr(0, begin)) : text;
}

std::string_view without_enumeration(std::string_view text) {
  constexpr std::string_view opening = "\xEF\xBC\x88", closing = "\xEF\xBC\x89";
  constexpr std::string_view marks[] = {".", "\xE3\x80\x81", "\xEF\xBC\x8E"};
  std::string_view rest = text;
  bool const bracket = rest.starts_with(opening) || rest.starts_with("(");
  if (bracket) {
    rest.remove_prefix(rest.starts_with("(") ? 1 : opening.size());
  }
  std::size_t const before = rest.size();
  for (bool more = true; more;) {
    more = false;
    for (std::string_view const digit : enumeration_digits) {
      if (rest.starts_with(digit)) {
        rest.remove_prefix(digit.size());
        more = true;
      }
    }
  }
  if (rest.size() == before) {
    return text;
  }
  if (bracket && (rest.starts_with(closing) || rest.starts_with(")"))) {
    return grammar::trim(rest.substr(rest.starts_with(")") ? 1 : closing.size()));
  }
  for (std::string_view const mark : marks) {
    if (!bracket && rest.starts_with(mark)) {
      return grammar::trim(rest.substr(mark.size()));
    }
  }
  return text;
}

Words::Known const& Words::known(std::string_view text) const {
  std::string key(text);
  auto const found = known_.find(key);
  if (found != known_.end()) {
    return found->second;
  }
  if (known_.size() >= most_known) {
    known_.clear();
  }
  Known const fresh{find_head(text), find_label(text), find_sorts(text)};
  return known_.emplace(std::move(key), fresh).first->second;
}

std::optional<FieldHead> Words::field_head(std::string_view text) const {
  return text.size() > longest_head ? std::nullopt : known(text).head;
}

std::optional<LabelRead> Words::label(std::string_view text) const {
  return text.size() > longest_head ? std::nullopt : known(text).label;
}

grammar::RowCell Words::sorts(std::string_view text) const {
  return text.size() > longest_head ? find_sorts(text) : known(text).sorts;
}

std::optional<FieldHead> Words::find_head(std::string_view text) const {
  if (text.empty() || text.size() > longest_head) {
    return std::nullopt;
  }
  ColumnHead const head = read_head(text, vocabulary_);
  if (head.column) {
    return FieldHead{vocabulary::row_field(*head.column), head.fused_target, head.unit, head.year};
  }
  HeadText const parts = split_head(text);
  for (std::string const* name : {&parts.whole, &parts.name}) {
    if (auto const field = forms_.column(*name)) {
      return FieldHead{*field, false, {}};
    }
  }
  return std::nullopt;
}

std::optional<LabelRead> Words::find_label(std::string_view text) const {
  if (text.empty() || text.size() > longest_word) {
    return std::nullopt;
  }
  if (auto const label = forms_.label(label_key(text))) {
    return LabelRead{*label, {}};
  }
  std::string_view name = text;
  for (std::string_view const colon : {std::string_view(":"), wide_colon}) {
    bool const ends = name.size() > colon.size() && name.substr(name.size() - colon.size()) == colon;
    name.remove_suffix(ends ? colon.size() : 0);
  }
  HeadText const parts = split_head(name);
  auto const label = parts.bracket.empty() ? std::nullopt : forms_.label(label_key(parts.name));
  return label ? std::optional(LabelRead{*label, parts.bracket}) : std::nullopt;
}

std::optional<std::size_t> Words::value_behind_label(std::string_view text) const {
  std::size_t const narrow = text.find(':'), wide = text.find(wide_colon);
  std::size_t const at = std::min(narrow, wide);
  std::size_t const begin = at + (at == narrow ? 1 : wide_colon.size());
  bool const found = at != std::string_view::npos && !grammar::trim(text.substr(begin)).empty()
                     && !label(text) && label(text.substr(0, at));
  return found ? std::optional(begin) : std::nullopt;
}

model::Level1 Words::level1(std::string_view text) const {
  return text.size() > longest_word ? model::Level1::other : vocabulary_.level1(without_points(text));
}

std::optional<vocabulary::Level2> Words::level2(std::string_view text) const {
  return text.size() > longest_word ? std::nullopt : vocabulary_.level2(without_points(text));
}

grammar::RowCell Words::find_sorts(std::string_view text) const {
  using grammar::CellSort;
  grammar::RowCell result;
  if (text.empty()) {
    result.set(CellSort::blank);
    return result;
  }
  result.set(CellSort::text);
  if (is_bare_number(text)) {
    result.set(CellSort::number);
    return result;
  }
  if (text.size() > longest_word) {
    return result;
  }
  bool const first = level1(text) != model::Level1::other, second = level2(text).has_value();
  if (first) {
    result.set(CellSort::level1);
  }
  if (second) {
    result.set(CellSort::level2);
  }
  if (first || second) {
    if (grammar::without_blanks(text).size() <= common_word) {
      result.set(CellSort::common);
    }
    return result;
  }
  if (text.size() <= longest_sign
      && (vocabulary_.is_qualitative_mark(text) || cells_.parse_relation(text).has_value())) {
    result.set(CellSort::relation);
  } else if (vocabulary_.direction(text) != model::Direction::none) {
    result.set(CellSort::direction);
  } else if (text.size() <= longest_unit && is_unit(text)) {
    result.set(CellSort::unit);
  }
  return result;
}

bool Words::is_amount(std::string_view text) const {
  if (is_bare_number(text)) {
    return true;
  }
  if (text.size() > longest_word) {
    return false;
  }
  grammar::CellTree const tree = cells_.parse(text, grammar::Role::actual);
  if (tree.kind != grammar::CellKind::quantity || !tree.unit || tree.relation) {
    return false;
  }
  model::Unit const* const unit = vocabulary_.unit(tree.unit->id);
  return unit == nullptr ? tree.unit->exponent != 0 : unit->dimension == model::Dimension::money;
}

bool Words::is_value(std::string_view text) const {
  if (is_bare_number(text)) {
    return true;
  }
  if (text.size() > longest_word) {
    return false;
  }
  grammar::CellTree const tree = cells_.parse(text, grammar::Role::target);
  return (tree.kind == grammar::CellKind::quantity || tree.kind == grammar::CellKind::range) && tree.number
         && (tree.relation || tree.number->span.begin == 0);
}

bool Words::is_total(std::string_view text) const {
  auto const read = label(text);
  return read && read->label.field == vocabulary::LabelField::total;
}

bool is_wrap(std::string_view text, std::size_t at) {
  std::size_t const length = grammar::blank_length(text.substr(at));
  std::size_t const end = at + length;
  bool const one = length == 1 || (length == 2 && text[at] == '\r');
  return one && at != 0 && end < text.size() && is_ideographic(character_before(text, at))
         && is_ideographic(text.substr(end, character_at(text, end)));
}

bool is_glued(std::string_view text) {
  return text.find("   ") != std::string_view::npos;
}

std::string without_wraps(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (is_wrap(text, at)) {
      while (std::size_t const blank = grammar::blank_length(text.substr(at))) {
        at += blank;
      }
      continue;
    }
    std::size_t const length = std::min(character_at(text, at), text.size() - at);
    result += text.substr(at, length);
    at += length;
  }
  return result;
}

std::string without_line_breaks(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n') {
      result += text[at];
      continue;
    }
    while (!result.empty() && (result.back() == ' ' || result.back() == '\t' || result.back() == '\r')) {
      result.pop_back();
    }
    std::string_view const rest = grammar::trim(text.substr(at));
    auto const ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    bool const apart = !result.empty() && !rest.empty() && ascii(result.back()) && ascii(rest.front());
    result += apart ? " " : "";
    at = static_cast<std::size_t>(rest.data() - text.data()) - 1;
    if (rest.empty()) {
      break;
    }
  }
  return result;
}

bool has_wrap(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at)) {
    if (is_wrap(text, at)) {
      return true;
    }
  }
  return false;
}

} // namespace jixiao::ingest::forms
