#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace jixiao::ingest::documents {

/// Text as a web page flows it: runs of blanks and line breaks of the file are one blank, lines break where
/// elements say so.
class FlowingText {
public:
  void add(std::string_view piece, bool as_written) {
    for (char const c : piece) {
      bool const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (as_written && c == '\n') {
        break_line();
      } else if (as_written && c != '\r') {
        text_ += c;
      } else if (!blank) {
        text_ += pending_ ? " " : "";
        text_ += c;
        pending_ = false;
      } else {
        pending_ = !text_.empty() && text_.back() != '\n';
      }
    }
  }
  /// Blank lines are not kept.
  void break_line() {
    pending_ = false;
    if (!text_.empty() && text_.back() != '\n') {
      text_ += '\n';
    }
  }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  /// The text, which is begun anew.
  [[nodiscard]] std::string take() {
    pending_ = false;
    if (!text_.empty() && text_.back() == '\n') {
      text_.pop_back();
    }
    return std::exchange(text_, {});
  }

private:
  std::string text_;
  bool pending_ = false; ///< a blank that is written when a word follows
};

} // namespace jixiao::ingest::documents
