// Rows made of anything: every cell ends in a reading, every row in facts that do not contradict themselves.
#include "engine/lowering/number_facts.hpp"
#include "engine/vocabulary/messages.hpp"
#include "grammar/text.hpp"
#include "tests/lowering/support.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <random>

using namespace jixiao;
using model::Column;
using model::NumberField;
using model::Position;
using model::Truth;
using model::TruthField;
using model::WordField;

namespace {

constexpr std::array<char const*, 64> pieces = {
    "5",        "98",     "0",        "-3",       "2021",   "12",     "34340.438336", "340.438336",
    "0.98",     "100",    "≥",        "≤",        "＞",     "=",      "不超过",       "以上",
    "以内",     "左右",   "余",       "约",       "%",      "个",     "次",           "万元",
    "万",       "元/人",  "小时/天",  "/全年",    "年",     "月",     "日",           "分",
    "天",       "小时",   "人",       "件",       "台(套)", "完成",   "已完成",       "通过验收",
    "高",       "中",     "满意",     "良好",     "无",     "未发生", "事故",         "市级下达任务数",
    "各",       "共计",   "《年鉴》", "《志》",   "，",     "；",     "。",           "1-12月",
    "10月底前", "满意度", "成本",     "响应时间", "收入",   "每月",   "完成时间",     "(高:甲;中:乙;低:丙)"};

class Random {
public:
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  std::string text(std::size_t most) {
    std::string result;
    for (std::size_t left = below(most + 1); left > 0; --left) {
      result += pieces[below(pieces.size())];
      result += below(4) == 0 ? " " : "";
    }
    return result;
  }

  /// One of the numbers that the pieces begin with, some with a relation.
  std::string amount() {
    std::string const relation = below(4) == 0 ? pieces[10 + below(5)] : "";
    return relation + pieces[below(10)];
  }

private:
  std::mt19937 engine_{20210101}; // the sequence is the same everywhere
};

void check_numbers(model::Facts const& facts) {
  auto const& target = facts.number(NumberField::target);
  auto const& actual = facts.number(NumberField::actual);
  REQUIRE(target);
  REQUIRE(actual);
  auto const position = static_cast<Position>(facts.word(WordField::position));
  CHECK(position != Position::none);
  CHECK((position == Position::point) == actual->is_point());
  Truth const met = facts.truth(TruthField::met);
  CHECK((met == Truth::yes)
        == (position == Position::inside || position == Position::same
            || (position == Position::point && met == Truth::yes)));
  CHECK((position != Position::outside || met == Truth::no));
  CHECK((position != Position::overlap || met == Truth::unknown));
  CHECK((position != Position::point || met != Truth::unknown));
  bool const at_limit = facts.truth(TruthField::at_limit) == Truth::yes;
  CHECK((!at_limit || (met == Truth::no && *actual == *target)));
}

} // namespace

TEST_CASE("Any row ends in readings, facts and findings that hold together", "[lowering][any]") {
  vocabulary::Messages const messages = vocabulary::Messages::embedded();
  Random random;
  std::size_t numbers = 0;
  for (int i = 0; i < 4000; ++i) {
    bool const amounts = i % 2 == 0; // they meet; anything else surprises
    std::string const unit = random.text(1);
    test::Cells const cells{{Column::name, random.text(4)},
                            {Column::level2, random.text(1)},
                            {Column::relation, random.text(1)},
                            {Column::target, amounts ? random.amount() + unit : random.text(6)},
                            {Column::measure, random.text(1)},
                            {Column::direction, random.text(1)},
                            {Column::actual, amounts ? random.amount() + unit : random.text(6)},
                            {Column::weight, random.text(1)},
                            {Column::initial_budget, "340.438336"},
                            {Column::executed, random.text(2)}};
    INFO(cells.at(Column::name) << " | " << cells.at(Column::relation) << " | " << cells.at(Column::target)
                                << " | " << cells.at(Column::measure) << " | " << cells.at(Column::actual));
    model::Indicator const row = test::lower_row(cells);
    REQUIRE(row.target != nullptr);
    REQUIRE(row.actual != nullptr);
    REQUIRE_FALSE(row.comparisons.empty());
    for (model::Comparison const& comparison : row.comparisons) {
      model::Facts const& facts = comparison.facts;
      CHECK((comparison.question.id.empty() || messages.contains(comparison.question.id)));
      if (facts.truth(TruthField::quantity) == Truth::yes) {
        check_numbers(facts);
        ++numbers;
      } else {
        CHECK(facts.word(WordField::position) != static_cast<std::uint8_t>(Position::point));
      }
      CHECK((facts.truth(TruthField::zero_event) != Truth::yes
             || facts.truth(TruthField::quantity) == Truth::no));
      CHECK((facts.truth(TruthField::period_inside) != Truth::yes
             || facts.truth(TruthField::deadline) == Truth::yes));
    }
    for (diagnostic::Diagnostic const& finding : row.findings) {
      CHECK(messages.contains(finding.code));
      CHECK(finding.where.row == 2);
      CHECK(finding.where.begin <= finding.where.end);
      CHECK(finding.where.end <= 400);
    }
    model::Indicator const again = test::lower_row(cells);
    CHECK(again.digest == row.digest);
    CHECK(again.findings == row.findings);
  }
  CHECK(numbers > 200); // the pieces do meet
}

TEST_CASE("Bytes that are no text end in text", "[lowering][any]") {
  for (std::string const text : {"\xff\xfe\xfa", "5\xe4\xb8", "\xe4\xb8\xad\xe5", "≥95%\xc3\x28",
                                 "\xf0\x9f\x98\x80 5个", "\xed\xa0\x80"}) {
    for (auto const role : {grammar::Role::target, grammar::Role::actual}) {
      model::ReadingPtr const reading = test::reader().read(text, role, {text, text, text, text, text});
      CHECK(reading->text == text);
    }
    model::Indicator const row = test::lower_row(
        {{Column::name, text}, {Column::target, text}, {Column::actual, text}, {Column::measure, text}});
    CHECK_FALSE(row.comparisons.empty());
  }
}
