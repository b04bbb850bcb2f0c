// What a reader remembers is what it would read anew.
#include "engine/lowering/memory.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

using namespace jixiao;
using namespace jixiao::lowering;

namespace {

/// Everything that comparing reads from a thing asked, as text.
std::string text_of(Asked const& asked) {
  std::string result(model::name(asked.kind));
  auto const add = [&](std::string_view text) { result.append(1, ' ').append(text); };
  add(asked.settled.relation ? model::name(*asked.settled.relation) : "none");
  add(std::to_string(static_cast<int>(asked.settled.relation_origin)));
  add(model::name(asked.settled.direction));
  add(std::to_string(static_cast<int>(asked.settled.direction_origin)));
  add(asked.settled.because);
  add(asked.about ? "about" : "-");
  add(asked.value ? asked.value->text() : "-");
  add(asked.measure.unit == nullptr ? "-" : asked.measure.unit->id);
  add(asked.measure.per == nullptr ? "-" : asked.measure.per->id);
  add(std::to_string(asked.measure.exponent));
  add(std::to_string(static_cast<int>(asked.unit_origin)));
  add(asked.money ? "money" : "-");
  add(iso_text(asked.days.from) + '/' + iso_text(asked.days.to));
  add(asked.done_asked ? "done" : "-");
  add(asked.not_due ? "not_due" : "-");
  add(asked.label);
  return result;
}

std::string text_of(model::Reading const& reading) {
  std::string result = reading.text + '|' + reading.value + '|' + reading.unit;
  result += reading.quantity ? '|' + reading.quantity->value.text() + reading.quantity->unit : "|none";
  if (reading.implied) {
    model::Implied const& implied = *reading.implied;
    result += '|' + (implied.kind ? std::string(model::name(*implied.kind)) : "-");
    result += '|' + (implied.relation ? std::string(model::name(*implied.relation)) : "-");
    result += '|' + implied.unit + '|' + implied.from + '|' + implied.to + '|' + implied.because;
    for (std::string const& argument : implied.arguments) {
      result += ',' + argument;
    }
  }
  return result;
}

} // namespace

TEST_CASE("A plain number beside a remembered target is what reading it anew gives", "[lowering][memory]") {
  Memory memory(test::embedded_vocabulary());
  std::size_t shared = 0;
  std::size_t whole = 0;
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_rows.csv")) {
    auto const& f = row.fields;
    for (std::string const number : {"1", "7", "12", "0", "-3", "2024", "24", "151", "365", "0.5", "98.60"}) {
      for (std::string const& level2 : {f[1], std::string("成本指标")}) {
        MoneyLevel const level = memory.levels({}, level2).money;
        for (std::int32_t const year : {0, 2021}) {
          TargetTexts const texts{number, f[2], level2, f[3], f[5], f[6]};
          INFO("line " << row.line << ": " << number << " beside " << f[2]);
          std::shared_ptr<Target const> const anew = memory.target(texts, level, year);
          for (int turn = 0; turn < 2; ++turn) {
            RowTarget const found = memory.row_target(texts, memory.frame({}, texts), year);
            CHECK(text_of(found.first) == text_of(anew->asked.front()));
            CHECK(text_of(*found.reading) == text_of(*anew->reading));
            CHECK(found.first.reading->text == number);
            CHECK(found.target.relation_printed == anew->relation_printed);
            CHECK(found.target.compound == anew->compound);
            REQUIRE(found.target.findings.size() == anew->findings.size());
            for (std::size_t i = 0; i < anew->findings.size(); ++i) {
              CHECK(found.target.findings[i].code.id == anew->findings[i].code.id);
              CHECK(found.target.findings[i].column == anew->findings[i].column);
              CHECK(found.target.findings[i].span == anew->findings[i].span);
              CHECK(found.target.findings[i].arguments == anew->findings[i].arguments);
            }
            ++(&found.target != anew.get() ? shared : whole);
          }
        }
      }
    }
  }
  CHECK(shared > 1000); // both ways were tried
  CHECK(whole > 1000);
}
