// The words that stand in JSON, in rules and in lexicon.yaml. They are public: a change here breaks files of
// users, so every list is written out.
#include "engine/model/evaluation.hpp"
#include "engine/model/raw_table.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace jixiao::model;

namespace {

using Words = std::vector<std::string>;

/// Names of the first `count` enumerators.
template <class Enumeration>
Words names(std::size_t count) {
  Words result;
  for (std::size_t i = 0; i < count; ++i) {
    result.emplace_back(name(static_cast<Enumeration>(i)));
  }
  return result;
}

/// Also checks that nothing is said twice and that all is snake_case.
template <class Enumeration>
void check_names(Words const& expected) {
  CHECK(names<Enumeration>(expected.size()) == expected);
  CHECK(std::set<std::string>(expected.begin(), expected.end()).size() == expected.size());
  for (std::string const& word : expected) {
    CHECK(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string::npos);
  }
}

Words words(WordField field) {
  auto const span = words_of(field);
  return {span.begin(), span.end()};
}

Words const cell_kinds{"quantity", "range", "date", "period", "level", "status", "text", "compound", "empty"};
Words const relations{"at_least", "at_most", "equal", "more_than", "less_than", "not_equal", "about"};
Words const dimensions{"none", "money",  "time", "ratio", "score", "data",
                       "area", "length", "mass", "count", "other"};
Words const positions{"none", "point", "inside", "same", "overlap", "outside"};
Words const level_verdicts{"none", "met", "partly_met", "not_met"};
Words const directions{"none", "positive", "negative"};
Words const first_levels{"other", "output", "benefit", "satisfaction", "cost", "execution", "department"};

} // namespace

TEST_CASE("names: what a cell is", "[model]") {
  check_names<CellKind>(cell_kinds);
  check_names<Relation>(relations);
  check_names<Dimension>(dimensions);
  check_names<Position>(positions);
  check_names<LevelVerdict>(level_verdicts);
  check_names<Direction>(directions);
  check_names<Level1>(first_levels);
}

TEST_CASE("names: columns of the standard table", "[model]") {
  check_names<Column>({"unit_code",
                       "unit",
                       "supervising_department",
                       "project_code",
                       "project",
                       "year",
                       "initial_budget",
                       "adjusted_budget",
                       "executed",
                       "level1",
                       "level2",
                       "name",
                       "relation",
                       "target",
                       "measure",
                       "weight",
                       "direction",
                       "actual",
                       "claimed",
                       "deviation_reason",
                       "pass_threshold",
                       "department_weight",
                       "targets",
                       "inputs"});
  CHECK(static_cast<std::size_t>(Column::inputs) + 1 == column_count);
  CHECK(static_cast<std::size_t>(Column::department_weight) + 1 == common_column_count);
}

TEST_CASE("names: fields that rules ask for", "[model]") {
  check_names<NumberField>({"actual", "target", "weight", "pass_threshold", "execution_rate", "budget",
                            "executed", "target_1", "target_2", "target_3", "target_4", "target_5", "elapsed",
                            "initial_budget", "adjusted_budget"});
  check_names<TruthField>(
      {"quantity",       "met",        "named",     "weighted",      "assumed",        "suspect",
       "external",       "about",      "at_limit",  "restated",      "echo",           "no_event",
       "zero_event",     "done_asked", "deadline",  "period_inside", "declared_scale", "relation_printed",
       "tier_no_effect", "each",       "unreached", "doubtful",      "scaled",         "reason_given",
       "unreadable"});
  check_names<WordField>(
      {"target_kind", "actual_kind", "relation", "direction", "level", "position", "level1", "dimension"});
  CHECK(static_cast<std::size_t>(NumberField::executed) + 1 == near_field_count);
  CHECK(static_cast<std::size_t>(NumberField::adjusted_budget) + 1 == named_number_count);
  CHECK(static_cast<std::size_t>(NumberField::input_1) == named_number_count);
  CHECK(static_cast<std::size_t>(TruthField::unreadable) + 1 == truth_field_count);
  CHECK(static_cast<std::size_t>(WordField::dimension) + 1 == word_field_count);
  for (std::size_t i = 0; i < word_field_count; ++i) {
    CHECK(words_of(static_cast<WordField>(i)).size() <= most_words);
  }
}

TEST_CASE("names: no two fields of rules share a name", "[model]") {
  std::set<std::string_view> all;
  for (std::size_t i = 0; i < number_field_count; ++i) {
    all.insert(name(static_cast<NumberField>(i)));
  }
  for (std::size_t i = 0; i < truth_field_count; ++i) {
    all.insert(name(static_cast<TruthField>(i)));
  }
  for (std::size_t i = 0; i < word_field_count; ++i) {
    all.insert(name(static_cast<WordField>(i)));
  }
  CHECK(all.size() == number_field_count + truth_field_count + word_field_count);
}

TEST_CASE("names: what comes out", "[model]") {
  check_names<Status>({"scored", "assumed", "open", "not_applicable", "excluded", "unreadable"});
  check_names<LedgerColumn>({"none", "answered", "claimed", "unanswered"});
  check_names<WeightOrigin>({"none", "printed", "distributed", "remainder", "judged"});
}

TEST_CASE("words_of: the word of a field stands at the number of its enumerator", "[model]") {
  CHECK(words(WordField::target_kind) == cell_kinds);
  CHECK(words(WordField::actual_kind) == cell_kinds);
  CHECK(words(WordField::direction) == directions);
  CHECK(words(WordField::level) == level_verdicts);
  CHECK(words(WordField::position) == positions);
  CHECK(words(WordField::level1) == first_levels);
  CHECK(words(WordField::dimension) == dimensions);
  Words with_none{"none"};
  with_none.insert(with_none.end(), relations.begin(), relations.end());
  CHECK(words(WordField::relation) == with_none);
  check_names<RelationWord>(with_none);
}
