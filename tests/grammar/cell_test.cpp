// Tables of cells: one for each production, accepted and refused, and with blanks where people put them.
#include "tests/grammar/check_tree.hpp"
#include "tests/grammar/describe.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <set>

using namespace jixiao;
using grammar::Role;

namespace {

std::string with(std::string text, std::string const& blank) {
  for (std::size_t at = text.find('_'); at != std::string::npos; at = text.find('_', at + blank.size())) {
    text.replace(at, 1, blank);
  }
  return text;
}

std::string const tables[] = {"cell_relations", "cell_ranges", "cell_numerals",  "cell_units", "cell_dates",
                              "cell_states",    "cell_empty",  "cell_compounds", "cell_names", "cell_notes"};

} // namespace

TEST_CASE("cells are read as the tables say, whatever blanks stand in them", "[grammar][cell]") {
  for (std::string const& table : tables) {
    auto const rows = test::read_cases("tests/cases/" + table + ".csv");
    REQUIRE(rows.size() >= 3);
    for (test::CaseRow const& row : rows) {
      std::string const variants[] = {"", " ", "\u3000", " \u00A0"};
      for (std::string const& blank : variants) {
        std::string const text = with(row.fields.at(0), blank);
        INFO(table << ":" << row.line << " " << text);
        grammar::CellTree const tree = test::cell_parser().parse(text, Role::target);
        CHECK(test::describe(tree) == row.fields.at(1));
        CHECK(test::broken(tree, text) == "");
        CHECK(test::describe(test::cell_parser().parse(text, Role::actual)) == row.fields.at(1));
      }
    }
  }
}

TEST_CASE("every note of the grammar is made by some cell of the tables", "[grammar][cell]") {
  std::set<std::string> seen;
  for (std::string const& table : tables) {
    for (test::CaseRow const& row : test::read_cases("tests/cases/" + table + ".csv")) {
      for (grammar::Note const& note :
           test::cell_parser().parse(with(row.fields.at(0), ""), Role::target).notes) {
        seen.insert(note.code);
      }
    }
  }
  // The limits have tests of their own.
  seen.insert({"cell_not_utf8", "cell_too_long", "cell_too_many_parts"});
  CHECK(seen
        == std::set<std::string>{"cell_not_utf8", "cell_too_long", "cell_too_many_parts", "date_invalid",
                                 "date_month_assumed", "deadline_includes_span", "number_beyond_limits",
                                 "number_indefinite", "number_negated", "numbers_adjacent", "range_reversed",
                                 "relation_conflict", "unit_unknown"});
}

TEST_CASE("tokens say what each run of characters is", "[grammar][cell]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/cell_tokens.csv")) {
    INFO(row.line << " " << row.fields.at(0));
    grammar::CellTree const tree = test::cell_parser().parse(row.fields.at(0), Role::target);
    CHECK(test::describe_tokens(tree, row.fields.at(0)) == row.fields.at(1));
    CHECK(tree.subject == row.fields.at(2));
  }
}
