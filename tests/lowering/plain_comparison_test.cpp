// Plain numbers compared by a template are compared as every other answer is.
#include "engine/lowering/memory.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

using namespace jixiao;
using namespace jixiao::lowering;

namespace {

constexpr char const* targets[] = {"1", "7", "12", "100", "0.95", "98.6", "34340.438336", "1000"};
constexpr char const* answers[] = {"0",  "1",          "7",     "6.9", "0.96", "95", "100",    "1200",
                                   "-3", "340.438336", "34343", "96%", "0.5%", "1%", "98.60%", "-2%"};

/// Whether both found out the same.
void check_same(model::Comparison const& one, model::Comparison const& other) {
  CHECK(one.facts.numbers == other.facts.numbers);
  CHECK(one.facts.truths == other.facts.truths);
  CHECK(one.facts.words == other.facts.words);
  CHECK(one.label == other.label);
  CHECK(one.unit == other.unit);
  CHECK(one.relation == other.relation);
  CHECK(one.relation_origin == other.relation_origin);
  CHECK(one.unit_origin == other.unit_origin);
  CHECK(one.not_due == other.not_due);
  CHECK(one.question.id == other.question.id);
  CHECK(one.question.arguments == other.question.arguments);
}

} // namespace

TEST_CASE("A template of plain numbers says what comparing them says", "[lowering][memory]") {
  bool const no_slips = GENERATE(false, true); // other doubts do not wait for the border of slips
  Memory memory(test::embedded_vocabulary());
  if (no_slips) {
    memory.use_slip_ratio(1'000'000);
  }
  Tools const tools = memory.tools();
  BudgetFigures budget;
  budget.budget = 340;
  budget.executed = 339;
  budget.block = tools.units.ten_thousand_yuan;
  std::size_t by_template = 0;
  std::size_t refused = 0;
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_rows.csv")) {
    auto const& f = row.fields;
    for (std::string const target : targets) {
      for (std::string const answer : answers) {
        INFO("line " << row.line << ": " << target << " beside " << f[2] << ", answered by " << answer);
        RowActual const actual = memory.actual(answer);
        TargetTexts const texts{target, f[2], f[1], f[3], f[5], f[6]};
        RowTarget const found = memory.row_target(texts, memory.frame({}, texts), 2021);
        PlainComparison const* const plain = found.with(actual.form);
        model::Comparison quick;
        bool const done = plain != nullptr
                          && compare_plain(*plain, found.first.settled, *found.first.value,
                                           *actual.cell.whole.value, budget, tools, quick);
        if (!done) {
          ++refused;
          continue;
        }
        ++by_template;
        model::Comparison whole;
        RowNotes notes;
        compare(found.first, {&actual.cell.whole, false, false},
                {found.target, f[2], f[5], budget, tools, memory.none_words()}, whole, notes);
        check_same(quick, whole);
        CHECK(notes.findings.empty());
        CHECK(notes.target_why.empty());
        CHECK(notes.actual_why.empty());
        CHECK(notes.suspect_target.empty());
        CHECK(notes.suspect_actual.empty());
      }
    }
  }
  CHECK(by_template > 1000); // both ways were tried
  CHECK(refused > 1000);
}

TEST_CASE("Names share a pattern only when nothing hangs on their text", "[lowering][memory]") {
  Memory memory(test::embedded_vocabulary());
  auto const target_of = [&](std::string_view name, std::string_view relation, std::string_view measure) {
    TargetTexts const texts{"5", name, "", relation, measure, ""};
    return &memory.row_target(texts, memory.frame({}, texts), 2021).target;
  };
  CHECK(target_of("培训人次", "≥", "次") == target_of("课题研究数量", "≥", "次"));
  CHECK(target_of("培训人次", "≥", "次") != target_of("培训人次", "≤", "次"));
  CHECK(target_of("培训人次", "≥", "次") != target_of("培训投诉次数", "≥", "次")); // less is better there
  // What is implied names the indicator; a unit may mean another one beside some names.
  CHECK(target_of("群众满意度", "", "") != target_of("企业满意度", "", ""));
  CHECK(target_of("系统响应时间", "≤", "分") != target_of("考核成绩", "≤", "分"));
  // A number in the name may give its unit, but not where a column says one.
  CHECK(target_of("建设点位", "≥", "个") == target_of("建设120个点位", "≥", "个"));
  CHECK(target_of("建设点位", "≥", "") != target_of("建设120个点位", "≥", ""));
}

TEST_CASE("Percentages read without the grammar are what the grammar reads", "[lowering][reading]") {
  vocabulary::Vocabulary const& words = test::embedded_vocabulary();
  grammar::CellParser const parser(words.lexicon());
  Memory memory(words);
  for (int turn = 0; turn < 2; ++turn) { // the second time in storage that others have left
    for (std::string const text : {"0%", "5%", "98%", "0.5%", "22.50%", "100%", "120.125%", "-5%", "-0.30%",
                                   "12345678901234567%", "0.00000000000001%"}) {
      INFO(text);
      RowActual const quick = memory.actual(text);
      REQUIRE(quick.form == AnswerForm::percent);
      Cell const read = make_cell(text, parser.parse(text, grammar::Role::actual), words);
      CHECK(quick.cell.whole.kind == read.whole.kind);
      CHECK(quick.cell.whole.value == read.whole.value);
      CHECK(quick.cell.whole.relation == read.whole.relation);
      CHECK(quick.cell.whole.measure == read.whole.measure);
      CHECK(quick.cell.whole.reading == quick.reading.get());
      model::Reading const& one = *quick.reading;
      model::Reading const& other = *read.reading;
      CHECK(one.text == other.text);
      CHECK(one.kind == other.kind);
      CHECK(one.value == other.value);
      CHECK(one.unit == other.unit);
      REQUIRE(other.quantity);
      CHECK(one.quantity->value == other.quantity->value);
      CHECK(one.quantity->unit == other.quantity->unit);
      CHECK(one.quantity->dimension == other.quantity->dimension);
      CHECK(one.quantity->unit_known == other.quantity->unit_known);
      CHECK(one.span == other.span);
      REQUIRE(one.tokens.size() == other.tokens.size());
      for (std::size_t i = 0; i < one.tokens.size(); ++i) {
        CHECK(one.tokens[i].token_class == other.tokens[i].token_class);
        CHECK(one.tokens[i].span == other.tokens[i].span);
      }
      CHECK(one.findings.empty());
      CHECK(other.findings.empty());
    }
  }
  for (std::string const text : {"%", "5%%", "5 %", "12.3.4%", "007%", "5.%", "+5%", "5‰", "5％"}) {
    CHECK(memory.actual(text).form == AnswerForm::any);
  }
}
