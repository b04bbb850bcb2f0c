#include "engine/ingest/documents/html_tags.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace jixiao::ingest::documents {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, std::array<std::string_view, N> const& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
  char const lower = static_cast<char>(c | 0x20);
  return 'a' <= lower && lower <= 'z';
}

std::size_t after_blanks(std::string_view page, std::size_t at) {
  while (at < page.size() && is_blank(page[at])) {
    ++at;
  }
  return at;
}

std::size_t after_value(std::string_view page, std::size_t at) {
  if (at < page.size() && (page[at] == '"' || page[at] == '\'')) {
    return std::min(page.find(page[at], at + 1), page.size() - 1) + 1;
  }
  while (at < page.size() && !is_blank(page[at]) && page[at] != '>') {
    ++at;
  }
  return at;
}

} // namespace

bool is_unshown(std::string_view element) {
  constexpr std::array<std::string_view, 6> elements{"script", "style",    "title",
                                                     "iframe", "template", "object"};
  return is_one_of(element, elements);
}

bool is_left_out(std::string_view element, HtmlEvents::Attributes const& attributes) {
  constexpr std::array<std::string_view, 3> struck{"del", "s", "strike"};
  if (is_one_of(element, struck)) {
    return true;
  }
  for (auto const& [name, value] : attributes) {
    if (name == "hidden") {
      return true;
    }
    if (name == "style") {
      std::string style;
      for (char const c : value) {
        style += is_blank(c) ? std::string() : std::string(1, is_letter(c) ? static_cast<char>(c | 0x20) : c);
      }
      return style.find("display:none") != std::string::npos
             || style.find("visibility:hidden") != std::string::npos
             || style.find("line-through") != std::string::npos;
    }
  }
  return false;
}

bool is_block(std::string_view element) {
  constexpr std::array<std::string_view, 31> elements{
      "p",     "div",    "h1",      "h2",   "h3",     "h4",      "h5",        "h6",
      "li",    "ul",     "ol",      "hr",   "dl",     "dt",      "dd",        "tr",
      "td",    "th",     "section", "form", "main",   "article", "header",    "footer",
      "aside", "option", "address", "nav",  "legend", "center",  "blockquote"};
  return is_one_of(element, elements);
}

bool is_row_group(std::string_view element) {
  return element == "thead" || element == "tbody" || element == "tfoot";
}

std::string_view value_of(HtmlEvents::Attributes const& attributes, std::string_view name) {
  auto const found = std::find_if(attributes.begin(), attributes.end(),
                                  [name](auto const& each) { return each.first == name; });
  return found == attributes.end() ? std::string_view() : found->second;
}

bool has(HtmlEvents::Attributes const& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(),
                     [name](auto const& each) { return each.first == name; });
}

std::uint32_t count_of(HtmlEvents::Attributes const& attributes, std::string_view name,
                       std::uint32_t otherwise) {
  std::string_view text = value_of(attributes, name);
  text.remove_prefix(after_blanks(text, 0));
  std::uint32_t value = 0;
  auto const result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec == std::errc::result_out_of_range) {
    return 0xFFFFFFFF;
  }
  return result.ec == std::errc() ? value : otherwise;
}

bool is_shown_input(HtmlEvents::Attributes const& attributes) {
  constexpr std::array<std::string_view, 5> types{"", "text", "number", "date", "month"};
  return is_one_of(value_of(attributes, "type"), types);
}

bool is_ornament(HtmlEvents::Attributes const& attributes) {
  return has(attributes, "alt") && value_of(attributes, "alt").empty();
}

std::size_t unclosed_tables(std::string_view page) {
  auto const begins = [page](std::size_t at, std::string_view word) {
    return page.size() - at >= word.size()
           && std::equal(
               word.begin(), word.end(), page.begin() + static_cast<std::ptrdiff_t>(at),
               [](char w, char p) { return w == (is_letter(p) ? static_cast<char>(p | 0x20) : p); });
  };
  std::size_t open = 0;
  for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at + 1)) {
    std::size_t end = at;
    if (begins(at, "<!--")) {
      end = page.find("-->", at);
    } else if (begins(at, "<script")) {
      end = page.find("</", at);
    } else if (begins(at, "<table")) {
      ++open;
    } else if (begins(at, "</table")) {
      open -= open == 0 ? 0 : 1;
    }
    if (end == std::string_view::npos) {
      break;
    }
    at = end;
  }
  return open;
}

bool has_endless_tag(std::string_view page) {
  constexpr std::size_t most_attributes = 4000;
  for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
    if (++at == page.size() || !is_letter(page[at])) {
      continue;
    }
    std::size_t attributes = 0;
    while (at < page.size() && page[at] != '>') {
      while (at < page.size() && !is_blank(page[at]) && page[at] != '=' && page[at] != '>') {
        ++at;
      }
      at = after_blanks(page, at);
      if (at < page.size() && page[at] == '=') {
        at = after_value(page, after_blanks(page, at + 1));
        at = after_blanks(page, at);
      }
      if (++attributes > most_attributes) {
        return true;
      }
    }
  }
  return false;
}

} // namespace jixiao::ingest::documents
