#include "engine/ingest/forms/captions.hpp"

#include "engine/ingest/forms/titles.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

constexpr std::size_t longest_caption = 300;

/// A year or a unit of money: nothing belongs to it that stands behind it.
bool is_whole_fact(std::string_view text, Words const& words) {
  return !whole_year(text, words.forms()).empty() || !money_unit_of(text, words.vocabulary()).empty();
}

bool ends_with_colon(std::string_view text) {
  return text.ends_with(":") || text.ends_with("\xEF\xBC\x9A");
}

bool is_label_of(vocabulary::LabelField field, std::string_view text, Words const& words) {
  auto const label = words.label(text);
  return label && label->label.field == field;
}

bool is_fact(std::string_view text, Words const& words) {
  return is_whole_fact(text, words) || value_of_caption(text, words)
         || (ends_with_colon(text) && words.label(text));
}

/// From the begin of `first` to the end of `last`, both of one text.
std::string_view joined(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

/// The label of a year and a year, whatever stands between them.
bool is_labelled_year(std::string_view label, std::string_view year, Words const& words) {
  return is_label_of(vocabulary::LabelField::year, label, words) && !whole_year(year, words.forms()).empty();
}

/// The texts between blanks.
std::vector<std::string_view> between_blanks(std::string_view text) {
  std::vector<std::string_view> result;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t const blank = at == text.size() ? 1 : grammar::blank_length(text.substr(at));
    if (blank != 0) {
      if (at != begin) {
        result.push_back(text.substr(begin, at - begin));
      }
      begin = at + blank;
    }
    at += std::max<std::size_t>(blank, 1);
  }
  return result;
}

/// The same, a labelled year as one.
std::vector<std::string_view> pieces_of(std::string_view text, Words const& words) {
  std::vector<std::string_view> result;
  for (std::string_view const piece : between_blanks(text)) {
    if (!result.empty() && is_labelled_year(result.back(), piece, words)) {
      result.back() = joined(result.back(), piece);
    } else {
      result.push_back(piece);
    }
  }
  return result;
}

/// Behind the text `before`, both of one text, stands more than one blank, or a wide one.
bool stands_apart(std::string_view before, std::string_view text) {
  return text.data() - (before.data() + before.size()) > 1;
}

} // namespace

std::optional<std::size_t> value_of_caption(std::string_view text, Words const& words) {
  if (auto const value = words.value_behind_label(text)) {
    return value;
  }
  std::vector<std::string_view> const pieces = between_blanks(text);
  bool const year = pieces.size() == 2 && is_labelled_year(pieces[0], pieces[1], words);
  bool apart = pieces.size() > 1 && stands_apart(pieces[0], pieces[1]) && words.label(pieces[0])
               && !words.label(pieces[1]);
  for (std::size_t i = 2; i < pieces.size(); ++i) { // what stands apart again may be a fact of its own
    apart = apart && !stands_apart(pieces[i - 1], pieces[i]);
  }
  bool const label = (year || apart) && !words.label(text);
  return label ? std::optional(static_cast<std::size_t>(pieces[1].data() - text.data())) : std::nullopt;
}

std::vector<std::string> caption_facts(std::string_view text, Words const& words) {
  if (text.size() > longest_caption) {
    return {};
  }
  std::vector<std::string_view> facts;
  for (std::string_view const piece : pieces_of(text, words)) {
    bool const label = !facts.empty() && words.label(piece) && stands_apart(facts.back(), piece);
    if (facts.empty() || label || is_fact(piece, words) || is_whole_fact(facts.back(), words)) {
      facts.push_back(piece);
    } else {
      facts.back() = joined(facts.back(), piece);
    }
  }
  bool const all =
      std::all_of(facts.begin(), facts.end(), [&](std::string_view each) { return is_fact(each, words); });
  return all ? std::vector<std::string>(facts.begin(), facts.end()) : std::vector<std::string>();
}

} // namespace jixiao::ingest::forms
