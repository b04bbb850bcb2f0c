#include "engine/authoring/comments.hpp"

#include <algorithm>

namespace jixiao::authoring {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view without_blanks_behind(std::string_view text) {
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// Goes through a text line by line and knows whether it stands inside a quoted or a literal text, where '#'
/// is a sign like others.
class CommentScanner {
public:
  void line(std::string_view text, std::uint32_t number, std::vector<Comment>& found) {
    bool const blank = without_blanks_behind(text).find_first_not_of(" \t") == std::string_view::npos;
    if (in_literal_ && quote_ == 0) {
      if (blank || indentation(text) > literal_indentation_) {
        return;
      }
      in_literal_ = false;
    }
    std::size_t const at = find_comment(text);
    if (at != std::string_view::npos) {
      std::string_view const before = text.substr(0, at);
      bool const alone = before.find_first_not_of(" \t") == std::string_view::npos;
      found.push_back({number, alone, alone && at > 0, std::string(without_blanks_behind(text.substr(at)))});
    }
    begin_literal(text.substr(0, at));
  }

private:
  /// Where the comment of a line begins; npos without one.
  std::size_t find_comment(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      char const c = text[i];
      if (quote_ == '"' && c == '\\') {
        ++i;
      } else if (quote_ == '\'' && c == '\'' && text.substr(i, 2) == "''") {
        ++i;
      } else if (quote_ != 0) {
        quote_ = c == quote_ ? '\0' : quote_;
      } else if (c == '#' && (i == 0 || is_blank(text[i - 1]))) {
        return i;
      } else if ((c == '"' || c == '\'') && begins_value(text, i)) {
        quote_ = c;
      }
    }
    return std::string_view::npos;
  }

  /// A quotation mark inside a plain text is a sign like others.
  static bool begins_value(std::string_view text, std::size_t at) {
    while (at > 0 && is_blank(text[at - 1])) {
      --at;
    }
    return at == 0 || std::string_view(":-,[{?").find(text[at - 1]) != std::string_view::npos;
  }

  /// "key: |" and "- >-" begin a literal text.
  void begin_literal(std::string_view text) {
    std::string_view const line = without_blanks_behind(text);
    std::size_t const last = line.find_last_not_of("+-0123456789");
    bool const sign =
        quote_ == 0 && last != std::string_view::npos && (line[last] == '|' || line[last] == '>');
    if (sign && last > 0 && is_blank(line[last - 1])) {
      in_literal_ = true;
      literal_indentation_ = indentation(line);
    }
  }

  char quote_ = 0;
  bool in_literal_ = false;
  std::size_t literal_indentation_ = 0;
};

} // namespace

std::vector<Comment> find_comments(std::string_view text) {
  std::vector<Comment> found;
  CommentScanner scanner;
  std::uint32_t number = 1;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('\n'), text.size());
    scanner.line(text.substr(0, end), number++, found);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

} // namespace jixiao::authoring
