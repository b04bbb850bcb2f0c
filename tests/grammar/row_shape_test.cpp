// The row in a line of cells, wherever they have drifted to.
#include "grammar/row_shape.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <string>

using namespace jixiao::grammar;

namespace {

RowCell cell(char letter) {
  RowCell result;
  auto const set = [&](std::initializer_list<CellSort> sorts) {
    for (CellSort const sort : sorts) {
      result.set(sort);
    }
  };
  using enum CellSort;
  switch (letter) {
  case '_': set({blank}); break;
  case '1': set({text, level1}); break;
  case '2': set({text, level2}); break;
  case 'b': set({text, level1, level2}); break;
  case 'c': set({text, level1, common}); break;
  case 'd': set({text, level2, common}); break;
  case 'r': set({text, relation}); break;
  case '5': set({text, number}); break;
  case 'u': set({text, unit}); break;
  case '>': set({text, direction}); break;
  default: set({text}); break;
  }
  return result;
}

std::string shown(std::optional<std::size_t> place) {
  return place ? std::to_string(*place) : std::string();
}

} // namespace

TEST_CASE("rows by what their cells are", "[row]") {
  for (auto const& each : jixiao::test::read_cases("tests/cases/row_shapes.csv")) {
    INFO("line " << each.line << " " << each.fields[0]);
    std::vector<RowCell> cells;
    for (char const letter : each.fields[0]) {
      cells.push_back(cell(letter));
    }
    std::optional<RowShape> const shape = find_row(cells);
    std::vector<std::string> found{each.fields[0], "", "", "", "", "", "", ""};
    if (shape) {
      found = {each.fields[0],     shape->measured ? "yes" : "no", shown(shape->level1), shown(shape->level2),
               shown(shape->name), shown(shape->relation),         shown(shape->value),  shown(shape->unit)};
    }
    CHECK(found == each.fields);
  }
}
