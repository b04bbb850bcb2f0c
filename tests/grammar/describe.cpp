#include "tests/grammar/describe.hpp"

#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <array>

namespace jixiao::test {

namespace {

using namespace grammar;

std::string unit_of(CellTree const& tree) {
  return tree.unit ? ' ' + tree.unit->text : std::string();
}

std::string own(CellTree const& tree) {
  std::string text = name_of(tree.kind);
  if (tree.relation) {
    text += ' ' + name_of(*tree.relation);
  }
  if (tree.number) {
    text += ' ' + tree.number->digits;
  }
  if (tree.low && tree.high) {
    text += std::string(" ") + (tree.low->closed ? '[' : '(') + tree.low->number.digits + ','
            + tree.high->number.digits + (tree.high->closed ? ']' : ')');
  }
  text += unit_of(tree);
  if (!tree.from.empty() || !tree.to.empty()) {
    text += ' ' + tree.from + ".." + tree.to;
  }
  if (!tree.level.empty()) {
    text += ' ' + tree.level;
  }
  text += tree.approximate ? " ~" : "";
  text += tree.each ? " each" : "";
  text += tree.total ? " total" : "";
  text += tree.condition ? " condition" : "";
  text += tree.no_event ? " no_event" : "";
  text += tree.external ? " external" : "";
  return text;
}

} // namespace

std::string name_of(CellKind kind) {
  constexpr std::array<char const*, 9> names{"quantity", "range", "date",     "period", "level",
                                             "status",   "text",  "compound", "empty"};
  return names[static_cast<std::size_t>(kind)];
}

std::string name_of(Relation relation) {
  constexpr std::array<char const*, 7> names{"at_least",  "at_most",   "equal", "more_than",
                                             "less_than", "not_equal", "about"};
  return names[static_cast<std::size_t>(relation)];
}

std::string describe(CellTree const& tree) {
  std::string text = own(tree);
  if (!tree.parts.empty()) {
    text += " {";
    for (CellTree const& part : tree.parts) {
      text += (&part == &tree.parts.front() ? " " : " | ") + own(part);
    }
    text += " }";
  }
  for (Note const& note : tree.notes) {
    text += " !" + note.code;
  }
  return text;
}

std::string describe_tokens(CellTree const& tree, std::string_view text) {
  constexpr std::array<char const*, 10> names{"relation", "number",  "unit", "date",  "level",
                                              "status",   "subject", "text", "blank", "mark"};
  std::string result;
  for (Token const& token : tree.tokens) {
    result += result.empty() ? "" : " ";
    result += names[static_cast<std::size_t>(token.token_class)];
    result += ':';
    result += text.substr(token.span.begin, token.span.size());
  }
  return result;
}

CellParser const& cell_parser() {
  static CellParser const parser(embedded_vocabulary().lexicon());
  return parser;
}

} // namespace jixiao::test
