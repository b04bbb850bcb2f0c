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

bool is_fact(std::string_view text, Words const& words) {
  return is_whole_fact(text, words) || words.value_behind_label(text)
         || (ends_with_colon(text) && words.label(text));
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

/// From the begin of `first` to the end of `last`, both of one text.
std::string_view joined(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

} // namespace

std::vector<std::string> caption_facts(std::string_view text, Words const& words) {
  if (text.size() > longest_caption) {
    return {};
  }
  std::vector<std::string_view> facts;
  for (std::string_view const piece : between_blanks(text)) {
    if (facts.empty() || is_fact(piece, words) || is_whole_fact(facts.back(), words)) {
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
