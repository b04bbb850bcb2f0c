#include "engine/lowering/bracket_clause.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

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

/// The first number of a cell; null without one.
Part const* first_number(Cell const& cell) {
  if (cell.whole.has_number()) {
    return &cell.whole;
  }
  auto const found =
      std::find_if(cell.parts.begin(), cell.parts.end(), [](Part const& part) { return part.has_number(); });
  return found == cell.parts.end() ? nullptr : &*found;
}

/// Reads one bracket after the other; brackets inside of brackets are left as they are.
class Rewriter {
public:
  Rewriter(std::string_view text, grammar::Role role, grammar::CellParser const& parser,
           vocabulary::Vocabulary const& vocabulary, Part const* asking)
      : text_(text), role_(role), parser_(parser), vocabulary_(vocabulary), asking_(asking) {
    result_.text = text;
  }

  BracketClauses run() {
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
      std::size_t const behind = close + end->bracket.size();
      std::size_t const first = at + open->bracket.size();
      std::string_view const inner = text_.substr(first, close - first);
      bool const of_which = is_of_which(text_.substr(at, behind - at));
      if (of_which || demands(inner)) {
        if (!begins_with_end(text_.substr(behind))) {
          return {{}, of_which ? std::string() : std::string(inner)}; // of such words the part knows itself
        }
        result_.text.replace(at, open->clause.size(), open->clause);
        result_.text.replace(close, end->clause.size(), end->clause);
        rewritten = true;
      }
      at = close;
    }
    if (!rewritten) {
      result_.text.clear();
    }
    return std::move(result_);
  }

private:
  [[nodiscard]] bool is_of_which(std::string_view bracket) const {
    return asking_ != nullptr
           && !vocabulary::read_remarks(vocabulary_, bracket,
                                        {asking_->reading->value, asking_->reading->unit})
                   .asks.empty();
  }

  [[nodiscard]] Cell read(std::string_view text) const {
    return make_cell(text, parser_.parse(text, role_), vocabulary_);
  }

  [[nodiscard]] std::string without_brackets() const {
    std::string result;
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text_.size();) {
      Mark const* const open = mark_at(text_.substr(at), opening);
      Mark const* const close = mark_at(text_.substr(at), closing);
      std::size_t const size = open != nullptr    ? open->bracket.size()
                               : close != nullptr ? close->bracket.size()
                                                  : 1;
      depth += open != nullptr ? 1 : 0;
      if (depth == 0) {
        result += text_.substr(at, size);
      }
      depth -= close != nullptr && depth != 0 ? 1 : 0;
      at += size;
    }
    return result;
  }

  /// What stands in a bracket says a number of another thing than the one that stands outside: of the same
  /// thing it is last year's, the most there is, a tolerance or how often.
  [[nodiscard]] bool demands(std::string_view inner) {
    if (std::none_of(inner.begin(), inner.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      return false;
    }
    Cell const inside = read(inner);
    bool const target = role_ == grammar::Role::target;
    if (target && is_deadline(inside.whole)) {
      return true;
    }
    if (first_number(inside) == nullptr) {
      return false;
    }
    if (!outside_) { // once: a cell may hold thousands of brackets
      outside_ = read(without_brackets());
    }
    Part const* const outer = first_number(*outside_);
    if (outer == nullptr) {
      return false;
    }
    if (target && is_share(inside, *outer, inner)) {
      return true;
    }
    bool const tolerance = vocabulary::says_tolerance(vocabulary_, inner);
    auto const demand = [&](Part const& part) {
      bool const number = part.relation && part.has_number() && !part.reading->approximate;
      bool const bounded = part.ends && part.kind == model::CellKind::range;
      return (number || bounded) && part.measure.unit != nullptr
             && is_other_thing(part.measure, outer->measure) && !part.reading->condition
             && !(tolerance && dimension(part.measure) == model::Dimension::ratio);
    };
    return demand(inside.whole) || std::any_of(inside.parts.begin(), inside.parts.end(), demand);
  }

  /// "By the end of June": when the number outside is to be reached.
  static bool is_deadline(Part const& part) {
    return part.kind == model::CellKind::date && part.relation && !part.reading->condition;
  }

  /// "2 of the city": so many of the number outside are to be of one kind.
  [[nodiscard]] bool is_share(Cell const& inside, Part const& outer, std::string_view inner) const {
    Part const& part = inside.whole;
    bool const number =
        part.value && outer.value && *part.value <= *outer.value && !part.reading->approximate;
    bool const same = part.measure.unit != nullptr && part.measure == outer.measure && !part.measure.rate();
    bool const bound =
        !vocabulary::read_remarks(vocabulary_, std::string(1, '(').append(inner).append(1, ')'),
                                  {outer.reading->value, outer.reading->unit})
             .says_bound.empty();
    bool const money = dimension(part.measure) == model::Dimension::money; // breaks the budget down
    return number && same && !bound && !money && !part.reading->subject.empty() && !part.reading->each
           && !part.reading->condition && !vocabulary::says_tolerance(vocabulary_, inner)
           && !vocabulary::explains(vocabulary_, inner);
  }

  static bool is_other_thing(Measure const& left, Measure const& right) {
    bool const counts = dimension(left) == model::Dimension::count;
    return left.unit != right.unit && (counts || dimension(left) != dimension(right));
  }

  std::string_view text_;
  grammar::Role role_;
  grammar::CellParser const& parser_;
  vocabulary::Vocabulary const& vocabulary_;
  std::optional<Cell> outside_; ///< what stands outside of all brackets, read
  Part const* asking_;          ///< the part that a word such as "of which" stands behind; null without one
  BracketClauses result_;
};

} // namespace

BracketClauses find_bracket_clauses(std::string_view text, grammar::Role role, Cell const& cell,
                                    grammar::CellParser const& parser,
                                    vocabulary::Vocabulary const& vocabulary) {
  bool const brackets = text.find(opening[0].bracket) != std::string_view::npos
                        || text.find(opening[1].bracket) != std::string_view::npos;
  if (!brackets || first_number(cell) == nullptr) {
    return {};
  }
  auto const asks = [](Part const& part) { return !part.remark.asks.empty(); };
  auto const part = std::find_if(cell.parts.begin(), cell.parts.end(), asks);
  Part const* const of_part = part == cell.parts.end() ? nullptr : &*part;
  return Rewriter(text, role, parser, vocabulary, asks(cell.whole) ? &cell.whole : of_part).run();
}

} // namespace jixiao::lowering
