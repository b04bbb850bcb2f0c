#pragma once
// What holds for the tree of every text, well-formed or not. For the tests and for the fuzzer.
#include "grammar/cell.hpp"

#include <string>
#include <string_view>

namespace jixiao::test {

inline bool is_boundary(std::string_view text, std::uint32_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

inline bool inside(grammar::ByteSpan part, grammar::ByteSpan whole) {
  return whole.begin <= part.begin && part.begin <= part.end && part.end <= whole.end;
}

inline bool is_plain(std::string_view digits) {
  return !digits.empty() && digits.find_first_not_of("0123456789.-/") == std::string_view::npos
         && digits.find('-', 1) == std::string_view::npos;
}

/// What is wrong with the fields of `tree` by its kind; empty when nothing is.
inline std::string broken_fields(grammar::CellTree const& tree, std::string_view text, bool boundaries) {
  using grammar::CellKind;
  bool const time = tree.kind == CellKind::date || tree.kind == CellKind::period;
  bool const whole = inside(tree.span, {0, static_cast<std::uint32_t>(text.size())});
  if (!whole || (boundaries && (!is_boundary(text, tree.span.begin) || !is_boundary(text, tree.span.end)))) {
    return "span of the cell or part";
  }
  if ((tree.kind == CellKind::quantity) != tree.number.has_value()) {
    return "a quantity has a number, nothing else has";
  }
  if (tree.number && (!is_plain(tree.number->digits) || !inside(tree.number->span, tree.span))) {
    return "digits or span of the number";
  }
  if ((tree.kind == CellKind::range) != (tree.low.has_value() && tree.high.has_value())) {
    return "a range has two ends";
  }
  if (tree.low && (!is_plain(tree.low->number.digits) || !is_plain(tree.high->number.digits))) {
    return "digits of an end";
  }
  if (tree.unit && (tree.unit->text.empty() || !(tree.number || tree.low))) {
    return "unit";
  }
  if (time != (!tree.from.empty() || !tree.to.empty())) {
    return "dates";
  }
  if ((tree.kind == CellKind::level) != !tree.level.empty()) {
    return "level";
  }
  return "";
}

/// What is wrong with `tree` as the reading of `text`; empty when nothing is.
inline std::string broken(grammar::CellTree const& tree, std::string_view text) {
  bool const boundaries = tree.notes.empty() || tree.notes.front().code != "cell_not_utf8";
  std::uint32_t at = 0;
  for (grammar::Token const& token : tree.tokens) {
    if (token.span.begin != at || token.span.end <= at) {
      return "the tokens leave a gap, overlap or are empty";
    }
    at = token.span.end;
    if (boundaries && !is_boundary(text, at)) {
      return "a token ends inside a character";
    }
  }
  if (at != text.size()) {
    return "the tokens do not cover the text";
  }
  std::string wrong = broken_fields(tree, text, boundaries);
  if ((tree.kind == grammar::CellKind::compound) != (tree.parts.size() > 1)) {
    wrong = "a compound has parts";
  }
  std::uint32_t end = 0;
  for (grammar::CellTree const& part : tree.parts) {
    std::string const inner = broken_fields(part, text, boundaries);
    wrong = inner.empty() ? wrong : "part: " + inner;
    wrong =
        part.span.begin >= end && part.parts.empty() && part.tokens.empty() ? wrong : "order of the parts";
    end = part.span.end;
  }
  for (grammar::Note const& note : tree.notes) {
    wrong = inside(note.span, tree.span) ? wrong : "span of a note";
  }
  return wrong;
}

} // namespace jixiao::test
