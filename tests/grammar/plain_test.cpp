// The short way for common cells and the X3 rules read the same.
#include "grammar/detail/build.hpp"
#include "tests/grammar/describe.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

using namespace jixiao;
using namespace jixiao::grammar::detail;
using grammar::CellKind;
using grammar::CellTree;

namespace {

std::string reading(State const& state, BoundDraft const& bound, Cursor at) {
  CellTree tree;
  tree.kind = CellKind::quantity;
  fill_quantity(state, bound, tree);
  return test::describe(tree) + " up to " + std::to_string(at - state.begin);
}

} // namespace

TEST_CASE("the short way and the grammar read one quantity alike", "[grammar][plain]") {
  WordTable const words(test::embedded_vocabulary().lexicon());
  grammar::Limits const limits;
  std::size_t count = 0;
  for (char const* const table : {"cell_relations", "cell_numerals", "cell_units"}) {
    for (test::CaseRow const& row : test::read_cases(std::string("tests/cases/") + table + ".csv")) {
      for (std::string const& blank : {std::string(), std::string("\u3000")}) {
        std::string text = row.fields.at(0);
        for (std::size_t at = text.find('_'); at != std::string::npos; at = text.find('_', at)) {
          text.replace(at, 1, blank);
        }
        Cursor const end = text.data() + text.size();
        State short_way(words, limits, text.data(), end);
        State grammar_way(words, limits, text.data(), end);
        BoundDraft bound;
        QuantityDraft quantity;
        Cursor at = text.data();
        if (!read_plain_bound(short_way, at, end, bound) || bound.measure.number.beyond || at != end) {
          continue; // not a cell of the common form
        }
        INFO(text);
        Cursor other = text.data();
        REQUIRE(read_quantity(grammar_way, other, end, quantity));
        CHECK(quantity.form == RangeForm::none);
        CHECK(reading(short_way, bound, at) == reading(grammar_way, quantity.first, other));
        CHECK(short_way.piece_count == grammar_way.piece_count);
        ++count;
      }
    }
  }
  CHECK(count > 150);
}
