#include "engine/lowering/bracket_clause.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <array>

namespace jixiao::lowering {

namespace {

/// A bracket and what stands in its place in a text of clauses, of as many bytes.
struct Mark {
  std::string_view bracket, clause;
};

constexpr std::array<Mark, 2> opening{{{"(", ","}, {"\xEF\xBC\x88", "\xEF\xBC\x8C"}}};
constexpr std::array<Mark, 2> closing{{{")", " "}, {"\xEF\xBC\x89", "\xE3\x80\x80"}}};
// Comma, semicolon, full stop, in both widths, and the comma of lists.
constexpr std::array<std::string_view, 7> ends{
    ",", ";", ".", "\xEF\xBC\x8C", "\xEF\xBC\x9B", "\xE3\x80\x82", "\xE3\x80\x81"};

Mark const* mark_at(std::string_view text, std::array<Mark, 2> const& marks) {
  auto const found = std::find_if(marks.begin(), marks.end(), [&](Mark const& mark) {
    return text.substr(0, mark.bracket.size()) == mark.bracket;
  });
  return found == marks.end() ? nullptr : &*found;
}

bool begins_with_end(std::string_view text) {
  text = grammar::trim(text);
  return text.empty() || mark_at(text, opening) != nullptr
         || std::any_of(ends.begin(), ends.end(),
                        [&](std::string_view end) { return text.substr(0, end.size()) == end; });
}

bool asks(Part const& part) {
  return !part.remark.asks.empty();
}

/// Reads one bracket after the other; brackets inside of brackets are left as they are.
class Rewriter {
public:
  Rewriter(std::string_view text, vocabulary::WrittenNumber const& number,
           vocabulary::Vocabulary const& vocabulary)
      : text_(text), number_(number), vocabulary_(vocabulary), result_(text) {}

  std::string run() {
    bool rewritten = false;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      Mark const* const open = mark_at(text_.substr(at), opening);
      if (open == nullptr) {
        continue;
      }
      std::size_t close = at;
      Mark const* end = nullptr;
      while (close < text_.size() && (end = mark_at(text_.substr(close), closing)) == nullptr) {
        ++close;
      }
      if (end == nullptr) {
        break;
      }
      if (asks_in(text_.substr(at, close + end->bracket.size() - at))) {
        if (!begins_with_end(text_.substr(close + end->bracket.size()))) {
          return {};
        }
        result_.replace(at, open->clause.size(), open->clause);
        result_.replace(close, end->clause.size(), end->clause);
        rewritten = true;
      }
      at = close;
    }
    return rewritten ? std::move(result_) : std::string();
  }

private:
  [[nodiscard]] bool asks_in(std::string_view bracket) const {
    return !vocabulary::read_remarks(vocabulary_, bracket, number_).asks.empty();
  }

  std::string_view text_;
  vocabulary::WrittenNumber const& number_;
  vocabulary::Vocabulary const& vocabulary_;
  std::string result_;
};

} // namespace

std::string with_bracket_clauses(std::string_view text, Cell const& cell,
                                 vocabulary::Vocabulary const& vocabulary) {
  Part const* asking = asks(cell.whole) ? &cell.whole : nullptr;
  for (Part const& part : cell.parts) {
    asking = asking == nullptr && asks(part) ? &part : asking;
  }
  if (asking == nullptr) {
    return {};
  }
  vocabulary::WrittenNumber const number{asking->reading->value, asking->reading->unit};
  return Rewriter(text, number, vocabulary).run();
}

} // namespace jixiao::lowering
