// Boxes to tick in cells.
#include "engine/ingest/forms/tick_boxes.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;

namespace {

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("the text beside the only ticked box is what a cell says", "[forms][ticks]") {
  struct Case {
    std::string text, ticked;
    Texts others;
  };
  for (Case const& each : std::vector<Case>{
           {"☑90%以上 □80-90% □80%以下", "90%以上", {"80-90%", "80%以下"}},
           {"□90%以上　☑80-90%", "80-90%", {"90%以上"}},
           {"■是 □否", "是", {"否"}},
           {"○未完成；●已完成", "已完成", {"未完成"}},
           {"√已完成 □未完成", "已完成", {"未完成"}},
           {"[√]已完成 [ ]未完成", "已完成", {"未完成"}},
           {"【√】90%以上【　】80-90%", "90%以上", {"80-90%"}},
           {"（√）是 （ ）否", "是", {"否"}},
           {"90%以上☑ 80-90%□", "90%以上", {"80-90%"}},
           {"完成情况：☑ 全部完成 □ 部分完成", "全部完成", {"部分完成"}},
           {"☒95%", "95%", {}},
           {"☑95%\n□90%", "95%", {"90%"}},
           {"□90%以上 □80-90%", "", {"90%以上", "80-90%"}},
           {"☑90%以上 ☑80-90% □80%以下", "", {"80%以下"}},
           {"□90%以上", "", {"90%以上"}},
           {"已完成☑其余□未完成", "", {}},
       }) {
    INFO(each.text);
    auto const read = ingest::forms::read_boxes(each.text, test::embedded_forms().tick_signs());
    REQUIRE(read);
    CHECK(read->text == each.ticked);
    CHECK(read->others == each.others);
  }
}

TEST_CASE("ticks, bullets and zeros in a text are no boxes", "[forms][ticks]") {
  for (char const* text : {"≥95%", "√", "☑", "■完成甲 ■完成乙", "○完成甲 ○完成乙", "√已完成", "二○二三年", "",
                           "（ ）完成", "完成[1]项", "●●"}) {
    INFO(text);
    CHECK(!ingest::forms::read_boxes(text, test::embedded_forms().tick_signs()));
  }
}

TEST_CASE("targets and answers with boxes become what is ticked, or unreadable", "[forms][ticks]") {
  model::RawProject project;
  auto header = std::make_shared<model::Header>();
  header->source = 3;
  header->columns[static_cast<std::size_t>(model::Column::target)] = 4;
  header->columns[static_cast<std::size_t>(model::Column::actual)] = 5;
  project.header = header;
  project.rows.resize(2);
  project.rows[0].row = 7;
  project.rows[0].set(model::Column::target, "☑≥95% □≥90%");
  project.rows[0].set(model::Column::actual, "□95% □90%");
  project.rows[0].set(model::Column::name, "☑甲 □乙");
  project.rows[1].set(model::Column::target, "≥5次");
  ingest::forms::TickBoxReader(test::embedded_forms().tick_signs()).read(project);
  CHECK(project.rows[0][model::Column::target] == "≥95%");
  CHECK(project.rows[0][model::Column::actual] == "\xEF\xBF\xBD");
  CHECK(project.rows[0][model::Column::name] == "☑甲 □乙");
  CHECK(project.rows[1][model::Column::target] == "≥5次");
  REQUIRE(project.findings.size() == 2);
  CHECK(project.findings[0].code == "tick_read");
  CHECK(project.findings[0].severity == diagnostic::Severity::info);
  CHECK(project.findings[0].arguments == Texts{"≥95%", "≥90%"});
  CHECK(project.findings[0].where == diagnostic::Place{3, 7, 4, 0, 0});
  CHECK(project.findings[1].code == "tick_undecided");
  CHECK(project.findings[1].severity == diagnostic::Severity::warning);
  CHECK(project.findings[1].where == diagnostic::Place{3, 7, 5, 0, 0});
}
