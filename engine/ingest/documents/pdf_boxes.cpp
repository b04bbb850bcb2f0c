#include "engine/ingest/documents/pdf_page.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao::ingest::documents::pdf {

namespace {

constexpr Length per_point = 1000;
constexpr Length longest = 1'000'000; ///< points: no page is as long

/// The value of `name="..."` in a tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    std::size_t const begin = at + name.size() + 2;
    if (at > 0 && tag[at - 1] == ' ' && tag.substr(at + name.size(), 2) == "=\"") {
      return tag.substr(begin, tag.find('"', begin) - begin);
    }
  }
  return {};
}

void append_character(std::uint32_t point, std::string& out) {
  if (point < 0x80) {
    out += static_cast<char>(point);
    return;
  }
  if (point >= 0x10000) {
    out += static_cast<char>(0xF0 | (point >> 18));
    out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
  } else if (point >= 0x800) {
    out += static_cast<char>(0xE0 | (point >> 12));
  }
  out += static_cast<char>(point < 0x800 ? 0xC0 | (point >> 6) : 0x80 | ((point >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (point & 0x3F));
}

/// The character that an entity ("amp", "#38") stands for; false when it stands for none.
bool append_entity(std::string_view name, std::string& out) {
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") {
    out += name == "amp" ? '&' : name == "lt" ? '<' : name == "gt" ? '>' : name == "quot" ? '"' : '\'';
    return true;
  }
  bool const hexadecimal = name.substr(0, 2) == "#x";
  if (name.substr(0, 1) != "#") {
    return false;
  }
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t point = 0;
  auto const result = std::from_chars(name.data(), name.data() + name.size(), point, hexadecimal ? 16 : 10);
  bool const is_character = point != 0 && point < 0x110000 && (point < 0xD800 || point > 0xDFFF);
  if (result.ec != std::errc() || result.ptr != name.data() + name.size() || !is_character) {
    return false;
  }
  append_character(point, out);
  return true;
}

std::string decoded(std::string_view text) {
  constexpr std::size_t longest_name = 8;
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '&') {
      std::size_t const end = text.substr(0, at + longest_name + 2).find(';', at);
      if (end != std::string_view::npos && append_entity(text.substr(at + 1, end - at - 1), result)) {
        at = end;
        continue;
      }
    }
    result += text[at];
  }
  return result;
}

Word word_of(std::string_view tag, std::string_view text) {
  Word word;
  word.text = decoded(text);
  word.box = {parse_length(attribute(tag, "xMin")), parse_length(attribute(tag, "yMin")),
              parse_length(attribute(tag, "xMax")), parse_length(attribute(tag, "yMax"))};
  word.box.right = std::max(word.box.right, word.box.left);
  word.box.bottom = std::max(word.box.bottom, word.box.top);
  return word;
}

} // namespace

Length parse_length(std::string_view text) {
  bool const negative = text.substr(0, 1) == "-";
  text.remove_prefix(negative ? 1 : 0);
  Length points = 0;
  auto const result = std::from_chars(text.data(), text.data() + text.size(), points);
  if (result.ec != std::errc() || points > longest || points < 0) {
    return 0;
  }
  Length value = points * per_point;
  std::string_view rest = text.substr(static_cast<std::size_t>(result.ptr - text.data()));
  if (rest.substr(0, 1) == ".") {
    Length place = per_point / 10;
    for (std::size_t i = 1; i < rest.size() && place > 0 && '0' <= rest[i] && rest[i] <= '9';
         ++i, place /= 10) {
      value += (rest[i] - '0') * place;
    }
  }
  return negative ? -value : value;
}

std::vector<Page> parse_boxes(std::string_view xhtml, std::size_t most_words) {
  std::vector<Page> pages;
  std::size_t words = 0;
  for (std::size_t at = xhtml.find('<'); at != std::string_view::npos; at = xhtml.find('<', at)) {
    std::size_t const end = xhtml.find('>', at);
    if (end == std::string_view::npos) {
      break;
    }
    std::string_view const tag = xhtml.substr(at, end - at);
    at = end + 1;
    if (tag.substr(0, 6) == "<page ") {
      pages.emplace_back();
      pages.back().width = parse_length(attribute(tag, "width"));
    } else if (tag.substr(0, 6) == "<word " && !pages.empty() && words < most_words) {
      std::size_t const close = std::min(xhtml.find('<', at), xhtml.size());
      Word word = word_of(tag, xhtml.substr(at, close - at));
      if (!word.text.empty()) {
        pages.back().words.push_back(std::move(word));
        ++words;
      }
    }
  }
  return pages;
}

} // namespace jixiao::ingest::documents::pdf
