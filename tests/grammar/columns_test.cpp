// What stands alone in the other columns: numbers, units, relations; and scales declared in names.
#include "grammar/scale.hpp"
#include "tests/grammar/describe.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

using namespace jixiao;
using grammar::CellParser;

TEST_CASE("a number alone, in digits, words or a mix", "[grammar][number]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/parse_number.csv")) {
    INFO(row.line << " " << row.fields.at(0));
    auto const number = test::cell_parser().parse_number(row.fields.at(0));
    std::string const digits = !number ? "-" : number->beyond_limits ? "beyond" : number->digits;
    CHECK(digits == row.fields.at(1));
    CHECK((number && number->approximate) == (row.fields.at(2) == "approximate"));
  }
}

TEST_CASE("a unit alone, with scale words and denominators", "[grammar][unit]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/parse_unit.csv")) {
    INFO(row.line << " " << row.fields.at(0));
    auto const unit = test::cell_parser().parse_unit(row.fields.at(0));
    REQUIRE(unit.has_value() == (row.fields.at(1) != "-"));
    if (unit) {
      CHECK(unit->text == row.fields.at(1));
      CHECK(std::to_string(unit->exponent) == row.fields.at(2));
      CHECK(unit->id == row.fields.at(3));
      CHECK(unit->per_id == row.fields.at(4));
      CHECK(unit->per2_id == row.fields.at(5));
      CHECK(unit->span.end <= row.fields.at(0).size());
    }
  }
}

TEST_CASE("a relation alone, sign or word", "[grammar][relation]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/parse_relation.csv")) {
    INFO(row.line << " " << row.fields.at(0));
    auto const relation = test::cell_parser().parse_relation(row.fields.at(0));
    CHECK((relation ? test::name_of(*relation) : "-") == row.fields.at(1));
  }
}

TEST_CASE("a scale in the name of an indicator, in both orders", "[grammar][scale]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/scales.csv")) {
    std::string const& name = row.fields.at(0);
    INFO(row.line << " " << name);
    grammar::ScaleTree const scale = grammar::parse_scale(name, test::embedded_vocabulary().lexicon());
    std::string levels;
    for (grammar::ScaleLevel const& level : scale.levels) {
      levels += (levels.empty() ? "" : " | ") + level.level + "=" + level.description;
    }
    CHECK(levels == row.fields.at(1));
    CHECK(name.substr(scale.span.begin, scale.span.size()) == row.fields.at(2));
    CHECK(scale.duplicate == (row.fields.at(3) == "duplicate"));
  }
}
