#include "engine/ingest/number_format.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::ingest {

namespace {

/// The signs of the first section of a format code, literals apart.
struct Section {
  std::string signs;  ///< digit places, separators, percent sign, date letters in lower case
  std::string prefix; ///< literal text in front of the first digit place
  std::string suffix; ///< behind the last one
  bool elapsed = false;
  bool trick = false;       ///< literals between digits: the picture is not the value
  bool point = false;       ///< a point that is a literal
  std::int32_t shifted = 0; ///< digit places behind it
};

class Scanner {
public:
  explicit Scanner(std::string_view code) : code_(code) {}

  Section scan() {
    while (at_ < code_.size() && code_[at_] != ';') {
      step(code_[at_]);
    }
    return std::move(section_);
  }

private:
  void step(char c) {
    ++at_;
    switch (c) {
    case '"': literal(take_until('"')); return;
    case '\\':
    case '!': literal(take_character()); return;
    case '_':
    case '*': take_character(); return;
    case '[': bracket(take_until(']')); return;
    default: plain(c);
    }
  }

  void plain(char c) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      --at_;
      literal(take_character());
      return;
    }
    char const lower = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    bool const general = lower == 'g';
    if (lower == '0' || lower == '#' || lower == '?' || general) {
      section_.trick = section_.trick || (has_digits_ && !section_.suffix.empty());
      has_digits_ = true;
      section_.shifted += section_.point ? 1 : 0;
    }
    section_.signs += lower;
  }

  void bracket(std::string_view text) {
    bool const elapsed = !text.empty() && text.find_first_not_of("hHmMsS") == std::string_view::npos;
    if (elapsed) {
      section_.elapsed = true;
      section_.signs += static_cast<char>(text[0] | 0x20);
    }
  }

  void literal(std::string_view text) {
    // A currency sign does not say in which unit the column counts.
    bool const currency =
        text.find("\xC2\xA5") != std::string_view::npos || text.find("\xEF\xBF\xA5") != std::string_view::npos
        || text.find("\xE2\x82\xAC") != std::string_view::npos || text.find('$') != std::string_view::npos;
    if (text == "." && has_digits_ && section_.suffix.empty()) {
      section_.point = true; // "0!.0": the number without its point
    } else if (!currency) {
      (has_digits_ ? section_.suffix : section_.prefix) += text;
    }
  }

  std::string_view take_until(char close) {
    std::size_t const end = std::min(code_.find(close, at_), code_.size());
    std::string_view const text = code_.substr(at_, end - at_);
    at_ = std::min(end + 1, code_.size());
    return text;
  }

  std::string_view take_character() {
    std::size_t const begin = at_;
    at_ = std::min(at_ + 1, code_.size());
    while (at_ < code_.size() && (static_cast<unsigned char>(code_[at_]) & 0xC0) == 0x80) {
      ++at_;
    }
    return code_.substr(begin, at_ - begin);
  }

  std::string_view code_;
  std::size_t at_ = 0;
  bool has_digits_ = false;
  Section section_;
};

bool has(std::string const& signs, char sign) {
  return signs.find(sign) != std::string::npos;
}

/// Without what looks like date letters and is not.
std::string without_words(std::string signs) {
  for (std::string_view const word : {"general", "am/pm", "a/p", "e+", "e-"}) {
    for (std::size_t at = signs.find(word); at != std::string::npos; at = signs.find(word)) {
      signs.erase(at, word.size());
    }
  }
  return signs;
}

bool is_date(std::string const& signs) {
  bool const letters = signs.find_first_of("ymdhseba") != std::string::npos;
  bool const digits = signs.find_first_of("#?") != std::string::npos || (has(signs, '0') && !has(signs, 's'));
  return letters && !digits;
}

/// A run of one date letter.
struct Run {
  char letter;
  std::size_t length;
};

std::vector<Run> runs_of(std::string const& signs) {
  std::vector<Run> runs;
  char previous = '\0';
  for (char const c : signs) {
    if (has("ymdhseba", c)) {
      if (c == previous) {
        ++runs.back().length;
      } else {
        runs.push_back({c, 1});
      }
    }
    previous = c;
  }
  return runs;
}

void read_date(std::string const& signs, NumberFormat& format) {
  std::vector<Run> const runs = runs_of(signs);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    switch (runs[i].letter) {
    case 'y':
    case 'e':
    case 'b': format.year = true; break;
    case 'd': format.day = format.day || runs[i].length <= 2; break; // longer ones are days of the week
    case 'h':
    case 's': format.time = true; break;
    case 'm': {
      bool const minutes = (i > 0 && runs[i - 1].letter == 'h')
                           || (i + 1 < runs.size() && runs[i + 1].letter == 's') || format.elapsed;
      (minutes ? format.time : format.month) = true;
      break;
    }
    default: break;
    }
  }
}

/// Each comma behind the digits in front of the point, or behind the last digit, divides by a thousand.
std::int32_t commas_behind(std::string const& signs, std::size_t end) {
  std::size_t const last = signs.find_last_of("0#?", end);
  std::int32_t count = 0;
  for (std::size_t at = last + 1; last != std::string::npos && at < signs.size() && signs[at] == ','; ++at) {
    ++count;
  }
  return count;
}

std::int32_t scale_of(std::string const& signs, Section const& section) {
  std::size_t const point = signs.find('.');
  std::int32_t const commas =
      commas_behind(signs, std::string::npos)
      + (point == std::string::npos || point == 0 ? 0 : commas_behind(signs, point - 1));
  return 3 * commas + section.shifted;
}

/// The power of ten of the scale word that `text` begins with; 0 without one.
std::int32_t scale_word(std::string_view text) {
  struct Word {
    std::string_view text;
    std::int32_t power;
  };
  // Ten, hundred, thousand; ten thousand, hundred million.
  constexpr Word small[] = {{"\xE5\x8D\x81", 1}, {"\xE7\x99\xBE", 2}, {"\xE5\x8D\x83", 3}};
  constexpr Word large[] = {{"\xE4\xB8\x87", 4}, {"\xE4\xBA\xBF", 8}};
  std::int32_t power = 0;
  auto const take = [&](Word const& word) {
    bool const found = text.substr(0, word.text.size()) == word.text;
    power += found ? word.power : 0;
    text.remove_prefix(found ? word.text.size() : 0);
    return found;
  };
  static_cast<void>(std::any_of(std::begin(small), std::end(small), take));
  static_cast<void>(std::any_of(std::begin(large), std::end(large), take));
  return power;
}

} // namespace

NumberFormat parse_number_format(std::string_view code) {
  NumberFormat format;
  std::string const text = grammar::repair_utf8(code); // its words become part of the cells
  Section section = Scanner(text).scan();
  std::string const signs = without_words(section.signs);
  if (is_date(signs)) {
    format.kind = NumberFormat::Kind::date;
    format.elapsed = section.elapsed;
    read_date(signs, format);
    return format;
  }
  format.kind = has(signs, '%') ? NumberFormat::Kind::percent : NumberFormat::Kind::plain;
  bool const has_places = signs.find_first_of("0#?") != std::string::npos || has(section.signs, 'g');
  bool const scientific =
      section.signs.find("e+") != std::string::npos || section.signs.find("e-") != std::string::npos;
  if (has_places && !section.trick && !has(signs, '/') && !scientific) {
    format.scale = scale_of(signs, section);
    format.scale_named = format.scale != 0 && scale_word(section.suffix) == format.scale;
    format.prefix = std::move(section.prefix);
    format.suffix = std::move(section.suffix);
  }
  return format;
}

NumberFormat builtin_number_format(std::uint32_t id) {
  auto const within = [id](std::uint32_t first, std::uint32_t last) { return first <= id && id <= last; };
  if (id == 9 || id == 10) {
    return parse_number_format("0%");
  }
  if (within(18, 21) || within(32, 35) || within(55, 56)) {
    return parse_number_format("h:mm:ss");
  }
  if (within(45, 47)) {
    return parse_number_format(id == 46 ? "[h]:mm:ss" : "mm:ss");
  }
  if (id == 17 || id == 27 || id == 36 || id == 50 || id == 52 || id == 57) {
    return parse_number_format("yyyy-mm");
  }
  if (id == 22) {
    return parse_number_format("yyyy-mm-dd h:mm");
  }
  bool const date = within(14, 16) || within(28, 31) || id == 51 || within(53, 54) || id == 58;
  return date ? parse_number_format("yyyy-mm-dd") : NumberFormat();
}

} // namespace jixiao::ingest
