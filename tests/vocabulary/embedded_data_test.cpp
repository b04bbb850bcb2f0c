// The data of rules/ itself: it loads, and holds what the program and the documents need.
#include "grammar/cell.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <algorithm>
#include <map>

using namespace jixiao;
using grammar::Lexicon;
using grammar::Relation;
using grammar::RelationWord;
using grammar::WordClass;

namespace {

Lexicon const& lexicon() {
  return test::embedded_vocabulary().lexicon();
}

std::string unit_id(std::string_view text) {
  for (grammar::UnitWord const& word : lexicon().units) {
    if (word.text == text) {
      return word.id;
    }
  }
  return "";
}

RelationWord const* relation(std::string_view text, bool after) {
  for (RelationWord const& word : lexicon().relations) {
    if (word.text == text && word.after == after) {
      return &word;
    }
  }
  return nullptr;
}

} // namespace

TEST_CASE("the compiled-in vocabulary loads without a finding", "[vocabulary]") {
  auto const outcome = test::load_embedded();
  for (diagnostic::Diagnostic const& finding : outcome.diagnostics) {
    std::string arguments;
    for (std::string const& argument : finding.arguments) {
      arguments += " [" + argument + "]";
    }
    UNSCOPED_INFO("source " << finding.where.source << " line " << finding.where.row << ":"
                            << finding.where.column << " " << finding.code << arguments);
  }
  REQUIRE(outcome.diagnostics.empty());
  REQUIRE(outcome.value.has_value());
}

TEST_CASE("every unit that the documents print can be put together", "[vocabulary]") {
  std::map<std::string, std::uint8_t> multipliers;
  for (grammar::NumeralWord const& word : lexicon().numerals) {
    if (word.multiplier) {
      multipliers[word.text] = word.exponent;
    }
  }
  CHECK(multipliers["万"] == 4);
  CHECK(multipliers["亿"] == 8);
  for (test::CaseRow const& row : test::read_cases("tests/cases/document_units.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    std::string text = row.fields[0];
    if (!row.fields[1].empty()) {
      CHECK(multipliers.count(row.fields[1]) == 1);
      text = text.substr(row.fields[1].size());
    }
    std::size_t const sign = unit_id(text).empty() ? text.find_first_of("/*") : std::string::npos;
    CHECK(unit_id(text.substr(0, sign)) == row.fields[2]);
    CHECK((sign == std::string::npos ? "" : unit_id(text.substr(sign + 1))) == row.fields[3]);
    CHECK(test::embedded_vocabulary().unit(row.fields[2]) != nullptr);
  }
}

TEST_CASE("the grammar reads every unit that the documents print", "[vocabulary]") {
  grammar::CellParser const parser(lexicon());
  for (test::CaseRow const& row : test::read_cases("tests/cases/document_units.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    auto const unit = parser.parse_unit(row.fields[0]);
    REQUIRE(unit.has_value());
    CHECK(unit->text == row.fields[0]);
    CHECK(unit->per_id == row.fields[3]);
    // A unit of its own or a scale word in front of another: the same amount of the same thing.
    model::Unit const* const read = test::embedded_vocabulary().unit(unit->id);
    model::Unit const* const listed = test::embedded_vocabulary().unit(row.fields[2]);
    REQUIRE(read != nullptr);
    CHECK(read->base == listed->base);
    CHECK(read->scale * number::Rational::power_of_ten(unit->exponent)
          == listed->scale * number::Rational::power_of_ten(row.fields[1].empty() ? 0 : 4));
  }
  auto const wage = parser.parse_unit("元/人*月");
  REQUIRE(wage.has_value());
  CHECK(wage->id == "yuan");
  CHECK(wage->per_id == "人");
  CHECK(wage->per2_id == "month");
}

TEST_CASE("every unit word names a unit", "[vocabulary]") {
  for (grammar::UnitWord const& word : lexicon().units) {
    INFO(word.text);
    CHECK(test::embedded_vocabulary().unit(word.id) != nullptr);
  }
}

TEST_CASE("boundaries follow the law", "[vocabulary]") {
  // Civil Code, article 1259: these include the number, the next three do not.
  CHECK(relation("以上", true)->relation == Relation::at_least);
  CHECK(relation("以下", true)->relation == Relation::at_most);
  CHECK(relation("以内", true)->relation == Relation::at_most);
  CHECK(relation("不满", false)->relation == Relation::less_than);
  CHECK(relation("超过", false)->relation == Relation::more_than);
  CHECK(relation("以外", true)->relation == Relation::more_than);
}

TEST_CASE("openers, closers and approximate words are told apart", "[vocabulary]") {
  CHECK(relation("控制在", false)->needs_closer);
  CHECK(relation("控制在", true) == nullptr);
  CHECK_FALSE(relation("不超过", false)->needs_closer);
  CHECK(relation("余", true)->relation == Relation::at_least);
  CHECK(relation("余", true)->approximate);
  CHECK(relation("左右", true)->relation == Relation::about);
  CHECK(relation("左右", true)->approximate);
  CHECK(relation("约", false)->approximate);
  CHECK_FALSE(relation("≥", false)->approximate);
}

TEST_CASE("signs of the module and of typewriters are relations", "[vocabulary]") {
  std::map<std::string_view, Relation> const signs{
      {"≥", Relation::at_least},    {"≧", Relation::at_least},   {">=", Relation::at_least},
      {"＞＝", Relation::at_least}, {"≤", Relation::at_most},    {"≦", Relation::at_most},
      {"<=", Relation::at_most},    {"=", Relation::equal},      {"＝", Relation::equal},
      {"═", Relation::equal},       {"﹦", Relation::equal},     {">", Relation::more_than},
      {"＞", Relation::more_than},  {"〉", Relation::more_than}, {"﹥", Relation::more_than},
      {"<", Relation::less_than},   {"＜", Relation::less_than}, {"﹤", Relation::less_than},
      {"≠", Relation::not_equal},   {"≈", Relation::about}};
  for (auto const& [sign, meaning] : signs) {
    INFO(sign);
    REQUIRE(relation(sign, false) != nullptr);
    CHECK(relation(sign, false)->relation == meaning);
  }
}

TEST_CASE("level words of the scales are words of the grammar", "[vocabulary]") {
  for (std::string_view const level : {"高", "优", "良好", "满意", "达成预期指标"}) {
    INFO(level);
    CHECK(std::count_if(lexicon().words.begin(), lexicon().words.end(),
                        [&](grammar::ClassWord const& word) {
                          return word.text == level && word.word_class == WordClass::level;
                        })
          == 1);
  }
}
