// Lines as people paste them.
#include "engine/pipeline/row_lines.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using model::Column;
using pipeline::RowLine;
using pipeline::RowLines;

namespace {

vocabulary::Vocabulary const& vocabulary_of_rules() {
  static diagnostic::SourceTable sources;
  static vocabulary::Vocabulary const words =
      std::move(pipeline::RulesSource({}, sources).vocabulary().value.value());
  return words;
}

model::RawRow row(RowLine const& line) {
  REQUIRE(line.kind == RowLine::Kind::row);
  REQUIRE(line.project.rows.size() == 1);
  return line.project.rows.front();
}

} // namespace

TEST_CASE("a row without a header is read by its number of cells") {
  struct Case {
    char const* line;
    char const* name;
    char const* target;
    char const* actual;
    char const* weight;
  };
  for (Case const& each :
       {Case{"≤ 5 次 | 4", "", "≤ 5 次", "4", ""}, Case{"≤5次\t4次", "", "≤5次", "4次", ""},
        Case{"≥1,000人 | 900人", "", "≥1,000人", "900人", ""}, Case{"≥1,000人", "", "≥1,000人", "", ""},
        Case{"培训 | ≥5次 | 4次", "培训", "≥5次", "4次", ""},
        Case{"| 培训 | ≥5次 | 4次 |", "培训", "≥5次", "4次", ""},
        Case{"产出指标 | 数量指标 | 培训 | ≥ | 10 | 次 | 20 | 正向指标 | 6次", "培训", "10", "6次", "20"},
        Case{"产出指标,数量指标,培训,≥,10,次,20,正向指标,6次", "培训", "10", "6次", "20"},
        Case{"产出指标 | 数量指标 | 培训 | ≥ | 10", "培训", "10", "", ""}}) {
    INFO(each.line);
    RowLine const line = RowLines(vocabulary_of_rules(), 1).read(each.line, 7);
    model::RawRow const read = row(line);
    CHECK(read.row == 7);
    CHECK(read[Column::name] == each.name);
    CHECK(read[Column::target] == each.target);
    CHECK(read[Column::actual] == each.actual);
    CHECK(read[Column::weight] == each.weight);
    CHECK(line.not_read.empty());
  }
}

TEST_CASE("a header holds for the rows below it") {
  RowLines lines(vocabulary_of_rules(), 1);
  RowLine const header = lines.read("三级指标,年度指标值,实际完成值,备注栏", 1);
  CHECK(header.kind == RowLine::Kind::header);
  CHECK(header.columns.size() == 3);
  CHECK(header.not_read == std::vector<std::string>{"备注栏"});
  model::RawRow const quoted = row(lines.read("\"培训,一期\",≥5次,\"4\"\"次\",", 2));
  CHECK(quoted[Column::name] == "培训,一期");
  CHECK(quoted[Column::target] == "≥5次");
  CHECK(quoted[Column::actual] == "4\"次");
  CHECK(row(lines.read("≥5次 | 4次", 3))[Column::actual] == "4次"); // two cells are target and actual
  RowLine const wide = lines.read("培训,5,4,x,y", 4);
  CHECK(wide.not_read == std::vector<std::string>{"x", "y"});
  lines.forget_header();
  CHECK(row(lines.read("培训,5,4", 5))[Column::target] == "培训,5,4");
  CHECK(lines.read("年度指标值 | 实际完成值", 6).kind == RowLine::Kind::header);
}
