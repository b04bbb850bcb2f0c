// libFuzzer: whatever bytes stand in a cell, the tree covers them, each in one token, and its fields fit its
// kind. The lexicon is the program's own.
#include "grammar/scale.hpp"
#include "tests/grammar/check_tree.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace jixiao;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static grammar::CellParser const parser(test::embedded_vocabulary().lexicon());
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  grammar::CellTree const tree = parser.parse(text, grammar::Role::target);
  if (!test::broken(tree, text).empty()) {
    std::abort();
  }
  auto const number = parser.parse_number(text);
  if (number && !number->beyond_limits && !test::is_plain(number->digits)) {
    std::abort();
  }
  auto const unit = parser.parse_unit(text);
  if (unit && (unit->text.empty() || unit->span.end > size)) {
    std::abort();
  }
  static_cast<void>(parser.parse_relation(text));
  grammar::ScaleTree const scale = grammar::parse_scale(text, test::embedded_vocabulary().lexicon());
  if (scale.levels.size() == 1 || scale.span.end > size) {
    std::abort();
  }
  return 0;
}
