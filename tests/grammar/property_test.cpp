// Properties: a printed tree is read as the same tree; mutated cells are read without harm.
#include "tests/grammar/check_tree.hpp"
#include "tests/grammar/describe.hpp"
#include "tests/grammar/print_tree.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <sstream>

using namespace jixiao;
using grammar::CellTree;
using grammar::Role;

namespace {

/// Every cell of the tables and of the documents.
std::vector<std::string> all_cells() {
  std::vector<std::string> cells;
  for (char const* const table :
       {"cell_relations", "cell_ranges", "cell_numerals", "cell_units", "cell_dates", "cell_states",
        "cell_empty", "cell_compounds", "cell_names", "cell_notes"}) {
    for (test::CaseRow const& row : test::read_cases(std::string("tests/cases/") + table + ".csv")) {
      std::string text = row.fields.at(0);
      text.erase(std::remove(text.begin(), text.end(), '_'), text.end());
      cells.push_back(std::move(text));
    }
  }
  std::istringstream lines(test::read_source("tests/cases/interpretation.jsonl"));
  for (std::string line; std::getline(lines, line);) {
    cells.push_back(nlohmann::json::parse(line)["cell"].get<std::string>());
  }
  return cells;
}

/// The tree without what only its text says: notes, and flags of prose.
std::string meaning(CellTree tree) {
  tree.notes.clear();
  return test::describe(tree);
}

/// A cell changed in a few places: characters cut, doubled, moved, replaced by pieces of other cells.
std::string mutate(std::vector<std::string> const& cells, std::mt19937& random) {
  auto const any = [&](std::size_t size) {
    return std::uniform_int_distribution<std::size_t>(0, size)(random);
  };
  std::string text = cells[any(cells.size() - 1)];
  for (std::size_t round = any(4); round-- > 0;) {
    std::string const& other = cells[any(cells.size() - 1)];
    std::size_t const at = any(text.size());
    switch (any(5)) {
    case 0: text.erase(at, any(4)); break;
    case 1: text.insert(at, other.substr(any(other.size()), any(6))); break;
    case 2: text.insert(at, text.substr(at, any(6))); break;
    case 3: text.insert(at, 1, static_cast<char>(any(255))); break;
    case 4: text += other; break;
    default: text.replace(at, std::min(text.size() - at, any(3)), "\u3000"); break;
    }
  }
  return text;
}

} // namespace

TEST_CASE("a tree printed and read again is the same tree", "[grammar][property]") {
  std::size_t count = 0;
  for (std::string const& cell : all_cells()) {
    CellTree const tree = test::cell_parser().parse(cell, Role::target);
    std::string const printed = test::print(tree, cell);
    bool const expanded = tree.number && tree.number->digits.size() > 64; // 1e64 written out has more digits
    if ((printed.empty() && !cell.empty()) || expanded) {
      continue; // a strict bound on a date has no plainer form
    }
    INFO(cell << " -> " << printed);
    CHECK(meaning(test::cell_parser().parse(printed, Role::target)) == meaning(tree));
    ++count;
  }
  CHECK(count > 450);
}

TEST_CASE("ten thousand mutated cells are read, each character in one token", "[grammar][property]") {
  std::vector<std::string> const cells = all_cells();
  std::mt19937 random(20231122);
  for (int i = 0; i < 10000; ++i) {
    std::string const text = mutate(cells, random);
    CellTree const tree = test::cell_parser().parse(text, Role::actual);
    std::string const wrong = test::broken(tree, text);
    if (!wrong.empty()) {
      INFO(text << ": " << test::describe_tokens(tree, text));
      CHECK(wrong == "");
    }
    static_cast<void>(test::cell_parser().parse_number(text));
    static_cast<void>(test::cell_parser().parse_unit(text));
    static_cast<void>(test::cell_parser().parse_relation(text));
  }
  SUCCEED("read");
}
