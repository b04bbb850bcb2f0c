// The queue asks for what is missing, never for what the row says already.
#include "engine/report/question_text.hpp"

#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using namespace jixiao::report;
using vocabulary::Language;
using vocabulary::Messages;

namespace {

/// The second row of the sample, open, whose target asks `question`.
model::ProjectEvaluation asking(char const* question, std::string const& actual) {
  model::ProjectEvaluation project = test::sample_project(1, "p", actual);
  model::Comparison comparison;
  comparison.question = {question, {"保障水平"}};
  project.indicators[1].indicator.comparisons = {comparison};
  project.indicators[1].score = {{number::Rational(6), true}, {number::Rational(8), false}};
  project.queue[0].question = comparison.question;
  return project;
}

std::string text(model::ProjectEvaluation const& project, Language language = Language::zh) {
  static Messages const messages = Messages::embedded();
  return question_text(project, project.queue[0], test::sample_pack(), messages, language);
}

model::Facts& facts(model::ProjectEvaluation& project) {
  return project.indicators[1].indicator.comparisons[0].facts;
}

} // namespace

TEST_CASE("of a level that was given the point inside it is asked") {
  model::ProjectEvaluation project = asking("ask_level", "较好");
  CHECK(text(project) == "「保障水平」填达到的等级");
  facts(project).set(model::WordField::level, model::LevelVerdict::partly_met);
  CHECK(text(project)
        == "「保障水平」已填等级「较好」，请评价人在 6.00~<8.00 分之内定分，连同理由写入判定文件");
  CHECK(text(project, Language::en).find("6.00~<8.00") != std::string::npos);
}

TEST_CASE("of a promise in words that was answered with a level the point is asked, too") {
  model::ProjectEvaluation project = asking("ask_text", "达成");
  CHECK(text(project) == "「保障水平」填达成、部分达成或未达成，并附依据");
  facts(project).set(model::WordField::level, model::LevelVerdict::met);
  CHECK(text(project).find("已填等级「达成」") != std::string::npos);
  CHECK(source_row(project, project.queue[0]) == project.indicators[1].indicator.place.row);
}

TEST_CASE("of a date that is late what the delay costs is asked") {
  model::ProjectEvaluation project = asking("ask_date", "2023年8月");
  facts(project).set(model::WordField::actual_kind, model::CellKind::status);
  CHECK(text(project) == "「保障水平」填实际完成的日期");
  facts(project).set(model::WordField::actual_kind, model::CellKind::date);
  facts(project).set(model::TruthField::period_inside, model::Truth::unknown);
  CHECK(text(project) == "「保障水平」填实际完成的日期");
  facts(project).set(model::TruthField::period_inside, model::Truth::no);
  CHECK(text(project).find("不在时限内") != std::string::npos);
}

TEST_CASE("a row without name is named as blank") {
  model::ProjectEvaluation project = asking("ask_actual", "");
  project.indicators[1].indicator.name.clear();
  project.indicators[1].indicator.comparisons[0].question.arguments = {""};
  project.queue[0].question.arguments = {""};
  CHECK(text(project) == "「（未写名称）」填实际完成情况");
  project.indicators[1].indicator.level2 = "数量指标";
  CHECK(text(project) == "「（未写名称：数量指标）」填实际完成情况");
  CHECK(text(project, Language::en) == "fill in what was done for \"(no name: 数量指标)\"");
}

TEST_CASE("a row without weight has no points at stake yet") {
  model::ProjectEvaluation project = asking("ask_actual", "");
  CHECK(stake_cell(project.queue[0], test::sample_pack()) == "10.00");
  project.queue[0].points = 0;
  CHECK(stake_cell(project.queue[0], test::sample_pack()) == "-");
}

TEST_CASE("an executed amount that is missing is owed by the project, in words of its own") {
  model::ProjectEvaluation project = test::sample_project(1, "p", "x");
  CHECK(std::string(queue_title(project)) == "queue_title");
  CHECK(execution_owed(project, test::sample_pack()).empty());
  project.queue.insert(project.queue.begin(), {0, 10, {"question_executed", {}}});
  project.project.place.row = 7;
  CHECK(std::string(queue_title(project)) == "queue_title_execution");
  CHECK(std::string(queue_line(project.queue[0])) == "queue_item_execution");
  CHECK(std::string(queue_line(project.queue[1])) == "queue_item");
  CHECK(text(project).find("预算执行数一栏") != std::string::npos);
  CHECK(source_row(project, project.queue[0]) == 7);
  CHECK(execution_owed(project, test::sample_pack()) == "10.00");
}
