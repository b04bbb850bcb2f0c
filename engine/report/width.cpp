#include "engine/report/width.hpp"

#include <algorithm>
#include <iterator>
#include <utf8proc.h>

namespace jixiao::report {
namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

struct Character {
  std::string_view bytes;
  std::size_t width = 0;
  bool control = false;
};

/// Takes the first character off `rest`; a byte that is no UTF-8 stands for itself with width 1.
Character take(std::string_view& rest) {
  utf8proc_int32_t point = 0;
  utf8proc_ssize_t const read = utf8proc_iterate(reinterpret_cast<utf8proc_uint8_t const*>(rest.data()),
                                                 static_cast<utf8proc_ssize_t>(rest.size()), &point);
  std::size_t const length = read > 0 ? static_cast<std::size_t>(read) : 1;
  Character result{rest.substr(0, length), 1, false};
  if (read > 0) {
    int const width = utf8proc_charwidth(point);
    result.width = width > 0 ? static_cast<std::size_t>(width) : 0;
    auto const category = utf8proc_category(point);
    // Format characters (direction overrides among them) could make a terminal show something else.
    result.control = category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF
                     || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
  }
  rest.remove_prefix(length);
  return result;
}

} // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  while (!utf8.empty()) {
    width += take(utf8).width;
  }
  return width;
}

std::string printable(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  while (!utf8.empty()) {
    Character const next = take(utf8);
    if (next.control) {
      result += ' ';
    } else {
      result += next.bytes;
    }
  }
  return result;
}

std::string escaped(std::string_view lines) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  result.reserve(lines.size());
  while (!lines.empty()) {
    Character const next = take(lines);
    if (!next.control || next.bytes == "\n") {
      result += next.bytes;
      continue;
    }
    utf8proc_int32_t point = 0;
    (void)utf8proc_iterate(reinterpret_cast<utf8proc_uint8_t const*>(next.bytes.data()),
                           static_cast<utf8proc_ssize_t>(next.bytes.size()), &point);
    result += "\\u";
    for (int shift = point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
      result += digits[static_cast<std::size_t>(point >> shift & 0xF)];
    }
  }
  return result;
}

std::string cut(std::string_view utf8, std::size_t columns) {
  if (display_width(utf8) <= columns) {
    return std::string(utf8);
  }
  std::string result;
  std::size_t width = 0;
  while (!utf8.empty()) {
    Character const next = take(utf8);
    if (width + next.width + 1 > columns) {
      break;
    }
    result += next.bytes;
    width += next.width;
  }
  return result += ellipsis;
}

std::string fit(std::string_view utf8, std::size_t columns, Align align) {
  std::string text = cut(printable(utf8), columns);
  std::size_t const width = display_width(text);
  std::string const fill(columns > width ? columns - width : 0, ' ');
  return align == Align::left ? text + fill : fill + text;
}

namespace {

/// A run that a line break should not cut: an ASCII word, or one character, with the opening marks before it
/// and the closing marks behind it.
struct Run {
  std::string_view bytes;
  std::size_t width = 0;
};

bool is_word(std::string_view character) {
  return character.size() == 1 && character[0] > ' ';
}

/// Marks that must not begin a line: full-width comma, stop, colon, semicolon, closing quotes and brackets,
/// percent.
bool closes(std::string_view character) {
  static constexpr std::string_view marks[] = {"\uFF0C", "\u3002", "\uFF1A", "\uFF1B", "\u3001",
                                               "\u201D", "\u300D", "\uFF09", "\u3011", "\u300B",
                                               "\uFF01", "\uFF1F", "%"};
  return std::find(std::begin(marks), std::end(marks), character) != std::end(marks);
}

/// Marks that must not end a line: opening quotes and brackets.
bool opens(std::string_view character) {
  static constexpr std::string_view marks[] = {"\u201C", "\u300C", "\uFF08", "\u3010",
                                               "\u300A", "\u3014", "(",      "["};
  return std::find(std::begin(marks), std::end(marks), character) != std::end(marks);
}

Run take_run(std::string_view& rest, std::size_t columns) {
  std::string_view const begin = rest;
  Character const first = take(rest);
  std::size_t width = first.width;
  bool word = is_word(first.bytes), open = opens(first.bytes);
  while (!rest.empty()) {
    std::string_view after = rest;
    Character const next = take(after);
    bool const joins = open || (word && is_word(next.bytes)) || closes(next.bytes);
    if (!joins || width + next.width > columns) {
      break;
    }
    word = (open || word) && is_word(next.bytes);
    open = opens(next.bytes);
    width += next.width;
    rest = after;
  }
  return {begin.substr(0, begin.size() - rest.size()), width};
}

} // namespace

std::string_view without_blanks_behind(std::string_view utf8) {
  constexpr std::string_view wide = "\u3000";
  for (;;) {
    if (!utf8.empty() && utf8.back() == ' ') {
      utf8.remove_suffix(1);
    } else if (utf8.size() >= wide.size() && utf8.substr(utf8.size() - wide.size()) == wide) {
      utf8.remove_suffix(wide.size());
    } else {
      return utf8;
    }
  }
}

std::vector<std::string> wrap(std::string_view utf8, std::size_t columns) {
  std::string const clean = printable(utf8);
  std::string_view rest = clean;
  std::vector<std::string> lines(1);
  std::size_t width = 0;
  while (!rest.empty()) {
    Run const run = take_run(rest, columns);
    if (width + run.width > columns && width > 0) {
      lines.emplace_back();
      width = 0;
      if (run.bytes == " " || run.bytes == "\u3000") {
        continue;
      }
    }
    lines.back() += run.bytes;
    width += run.width;
  }
  return lines;
}

} // namespace jixiao::report
