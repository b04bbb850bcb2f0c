#include "engine/ingest/number_format.hpp"

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
  bool trick = false; ///< literals between digits or forced by '!': the picture is not the value
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
    case '\\': literal(take_character()); return;
    case '!':
      section_.trick = true;
      take_character();
      return;
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
    if (!currency) {
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

/// A comma behind the last digit divides by a thousand.
bool is_scaled(std::string const& signs) {
  std::size_t const last = signs.find_last_of("0#?");
  return last != std::string::npos && signs.find(',', last) != std::string::npos;
}

} // namespace

NumberFormat parse_number_format(std::string_view code) {
  NumberFormat format;
  Section section = Scanner(code).scan();
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
  if (has_places && !section.trick && !is_scaled(signs) && !has(signs, '/') && !scientific) {
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
