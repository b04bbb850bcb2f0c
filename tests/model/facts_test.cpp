#include "engine/model/facts.hpp"

#include "engine/model/raw_table.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao::model;
using jixiao::number::Interval;

TEST_CASE("facts: nothing is known before it is set", "[model]") {
  Facts const facts;
  CHECK_FALSE(facts.number(NumberField::actual));
  CHECK(facts.truth(TruthField::met) == Truth::no);
  CHECK(words_of(WordField::direction)[facts.word(WordField::direction)] == "none");
  CHECK(words_of(WordField::relation)[facts.word(WordField::relation)] == "none");
}

TEST_CASE("facts: each field keeps its own value", "[model]") {
  Facts facts;
  for (std::size_t i = 0; i < number_field_count; ++i) {
    facts.number(static_cast<NumberField>(i)) = Interval::point(static_cast<std::int64_t>(i));
  }
  facts.set(TruthField::met, true);
  facts.set(TruthField::about, Truth::unknown);
  facts.set(WordField::level, LevelVerdict::partly_met);
  facts.set(WordField::position, Position::outside);
  facts.set(WordField::relation, RelationWord::at_most);
  for (std::size_t i = 0; i < number_field_count; ++i) {
    CHECK(facts.number(static_cast<NumberField>(i)) == Interval::point(static_cast<std::int64_t>(i)));
  }
  CHECK(facts.truth(TruthField::met) == Truth::yes);
  CHECK(facts.truth(TruthField::about) == Truth::unknown);
  CHECK(facts.truth(TruthField::echo) == Truth::no);
  CHECK(words_of(WordField::level)[facts.word(WordField::level)] == "partly_met");
  CHECK(words_of(WordField::position)[facts.word(WordField::position)] == "outside");
  CHECK(words_of(WordField::relation)[facts.word(WordField::relation)] == "at_most");
  facts.set(TruthField::met, false);
  CHECK(facts.truth(TruthField::met) == Truth::no);
}

TEST_CASE("raw table: a place names the sheet column of its field", "[model]") {
  auto header = std::make_shared<Header>();
  header->source = 3;
  header->row = 2;
  header->columns[static_cast<std::size_t>(Column::target)] = 14;
  CHECK(header->has(Column::target));
  CHECK_FALSE(header->has(Column::actual));
  RawProject project;
  project.header = header;
  RawRow row;
  row.row = 9;
  row.set(Column::target, "95%");
  project.rows.push_back(row);
  CHECK(project.rows[0][Column::target] == "95%");
  CHECK(project.rows[0][Column::actual].empty());
  auto const place = project.place(project.rows[0], Column::target);
  CHECK(place.source == 3);
  CHECK(place.row == 9);
  CHECK(place.column == 14);
  CHECK(project.place(project.rows[0], Column::actual).column == 0);
}
