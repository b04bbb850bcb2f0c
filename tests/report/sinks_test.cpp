#include "engine/report/report.hpp"
#include "engine/report/width.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace jixiao;
using namespace jixiao::report;

namespace {

std::string written_of(Format format, Detail detail, model::ProjectEvaluation const& project,
                       vocabulary::Language language = vocabulary::Language::zh,
                       std::uint32_t page_width = 112) {
  diagnostic::SourceTable sources;
  (void)sources.add("table.csv");
  vocabulary::Messages const messages = vocabulary::Messages::embedded();
  std::string text;
  ReportOptions options;
  options.engine = "jixiao test";
  options.format = format;
  options.detail = detail;
  options.language = language;
  options.page_width = page_width;
  std::unique_ptr<Sink> const sink =
      make_sink(options, sources, messages, [&](std::string_view part) { text += part; });
  rulepack::RulePack const pack = test::sample_pack();
  sink->begin(pack);
  sink->project(project);
  sink->end({}, {}, {});
  return text;
}

std::string written(Format format, Detail detail, std::string const& name, std::string const& actual,
                    vocabulary::Language language = vocabulary::Language::zh) {
  return written_of(format, detail, test::sample_project(1, name, actual), language);
}

/// Fields of every line; quotes are taken off.
std::vector<std::vector<std::string>> csv_lines(std::string const& text) {
  std::vector<std::vector<std::string>> lines(1, std::vector<std::string>(1));
  bool quoted = false;
  for (char const c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      lines.back().emplace_back();
    } else if (c == '\n' && !quoted) {
      lines.emplace_back(1);
    } else {
      lines.back().back() += c;
    }
  }
  lines.pop_back(); // behind the last line break
  return lines;
}

std::string cell_of(std::vector<std::vector<std::string>> const& lines, std::size_t line,
                    std::string const& head) {
  auto const at = std::find(lines[0].begin(), lines[0].end(), head);
  REQUIRE(at != lines[0].end());
  return lines.at(line).at(static_cast<std::size_t>(at - lines[0].begin()));
}

} // namespace

TEST_CASE("a cell that a spreadsheet would take for a formula gets one apostrophe in CSV") {
  for (std::string const dangerous : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"}) {
    std::string const text = written(Format::csv, Detail::indicators, dangerous, dangerous);
    INFO(text);
    CHECK(text.find(",'" + dangerous) != std::string::npos);
    CHECK(text.find("," + dangerous) == std::string::npos);
  }
  std::string const quoted = written(Format::csv, Detail::indicators, "a", "=\"x\",1\r\n2");
  CHECK(quoted.find("\"'=\"\"x\"\",1\r\n2\"") != std::string::npos);
}

TEST_CASE("every CSV line has as many fields as its header") {
  for (Detail const detail : {Detail::indicators, Detail::projects}) {
    for (auto const language : {vocabulary::Language::zh, vocabulary::Language::en}) {
      std::vector<std::vector<std::string>> const lines =
          csv_lines(written(Format::csv, detail, "plain", "5", language));
      REQUIRE(lines.size() == (detail == Detail::indicators ? 3 : 2));
      for (std::vector<std::string> const& line : lines) {
        CHECK(line.size() == lines[0].size());
      }
    }
  }
}

TEST_CASE("CSV shows words in Chinese, ids beside them, and whether an end is reached") {
  model::ProjectEvaluation project = test::sample_project(1, "p", "5");
  project.indicators[1].score = {{number::Rational(6), true}, {number::Rational(8), false}};
  project.indicators[0].status = model::Status::not_applicable;
  auto const lines = csv_lines(written_of(Format::csv, Detail::indicators, project));
  auto const cell = [&](std::size_t line, std::string const& head) { return cell_of(lines, line, head); };
  CHECK(cell(2, "状态") == "待定");
  CHECK(cell(2, "状态标识") == "open");
  CHECK(cell(2, "台账") == "未作答");
  CHECK(cell(2, "台账标识") == "unanswered");
  CHECK(cell(2, "证据类别") == "没有填写实际完成值");
  CHECK(cell(2, "证据类别标识") == "no_actual");
  CHECK(cell(2, "得分下限") == "6.00");
  CHECK(cell(2, "得分上限") == "8.00");
  CHECK(cell(2, "得分区间") == "[6.00, 8.00)");
  CHECK(cell(1, "得分下限").empty()); // not applicable: no 0.00
  CHECK(cell(1, "得分区间").empty());
  auto const totals = csv_lines(written_of(Format::csv, Detail::projects, project));
  CHECK(std::find(totals[1].begin(), totals[1].end(), "差") != totals[1].end());
  CHECK(totals[0].size() == totals[1].size());
  CHECK(cell_of(totals, 1, "等级标识") == "poor");
  CHECK(cell_of(totals, 1, "来源文件").empty()); // the sample stands in none
  CHECK(cell_of(totals, 1, "缺预算执行数涉及分值").empty());
}

TEST_CASE("CSV holds claimed totals and differences against what compares with them") {
  model::ProjectEvaluation project = test::sample_project(1, "p", "5");
  auto const of_project = [&project](std::string const& head) {
    return cell_of(csv_lines(written_of(Format::csv, Detail::projects, project)), 1, head);
  };
  auto const of_row = [&project](std::size_t line) {
    return cell_of(csv_lines(written_of(Format::csv, Detail::indicators, project)), line, "自评差额");
  };
  CHECK(of_project("可比自评总分").empty());
  CHECK(of_row(1).empty());
  project.indicators[0].indicator.claimed = project.indicators[1].indicator.claimed = number::Rational(20);
  project.claimed = {number::Rational(90), "excellent", 2};
  CHECK(of_row(1) == "0");  // the same
  CHECK(of_row(2).empty()); // open: nobody can say
  CHECK(of_project("自评总分") == "90");
  CHECK(of_project("可比自评总分") == "97.61");
  CHECK(of_project("自评等级") == "优");
  CHECK(of_project("自评总分差额").empty()); // the total is open, too
  project.total.rebased = number::Interval::point(90);
  CHECK(of_project("自评总分差额") == "7.61");
  project.indicators[0].difference = number::Rational(-2);
  CHECK(of_row(1) == "'-2"); // as every text that a spreadsheet might compute
}

TEST_CASE("departments alone still say how much there is to find in their projects") {
  model::ProjectEvaluation project = test::sample_project(1, "p", "5");
  static constexpr diagnostic::Code found{"any", diagnostic::Severity::error};
  project.findings.push_back(diagnostic::make(found, {}));
  for (Format const format : {Format::table, Format::markdown}) {
    CHECK(written_of(format, Detail::departments, project).find("各项目的问题不在此列：错误 1 项")
          != std::string::npos);
    project.findings.clear();
    CHECK(written_of(format, Detail::departments, project).find("各项目的问题") == std::string::npos);
    project.findings.push_back(diagnostic::make(found, {}));
  }
}

TEST_CASE("JSON is one document and JSON lines are one object a line") {
  nlohmann::json const document = nlohmann::json::parse(written(Format::json, Detail::indicators, "p", "5"));
  CHECK(document["schema"] == "jixiao/evaluation/1");
  CHECK(document["projects"].size() == 1);
  CHECK(document["projects"][0]["total"]["low"] == "27.61");
  CHECK(document["projects"][0]["indicators"][1]["score"]["high"] == "10.00");
  std::string const lines = written(Format::jsonl, Detail::indicators, "p", "5");
  std::size_t at = 0, count = 0;
  for (; at < lines.size(); ++count) {
    std::size_t const end = lines.find('\n', at);
    CHECK(nlohmann::json::parse(lines.substr(at, end - at)).is_object());
    at = end + 1;
  }
  CHECK(count == 3);
}

TEST_CASE("JSON survives bytes that are no UTF-8") {
  CHECK_NOTHROW(nlohmann::json::parse(written(Format::json, Detail::indicators, "bad\xff", "5")));
}

TEST_CASE("the table shows ledger, grade, queue and rows") {
  std::string const text = written(Format::table, Detail::indicators, "某项目", "5次");
  INFO(text);
  for (char const* part : {"有据 27.61", "失分 2.39", "27.61~37.61", "科目调整次数", "待补材料", "76.09%"}) {
    CHECK(text.find(part) != std::string::npos);
  }
  std::string const english = written(Format::table, Detail::indicators, "p", "5", vocabulary::Language::en);
  CHECK(english.find("answered 27.61") != std::string::npos);
}

TEST_CASE("no report shows an empty placeholder") {
  for (Format const format : {Format::table, Format::markdown, Format::csv}) {
    for (auto const language : {vocabulary::Language::zh, vocabulary::Language::en}) {
      std::string const text = written(format, Detail::indicators, "p", "5", language);
      for (char const digit : std::string("0123456789")) {
        CHECK(text.find(std::string("{") + digit + "}") == std::string::npos);
      }
    }
  }
}

TEST_CASE("Markdown cannot be broken by a cell") {
  std::string const text = written(Format::markdown, Detail::indicators, "a|b", "<script>|*x*");
  INFO(text);
  CHECK(text.find("<script>") == std::string::npos);
  CHECK(text.find("\\<script\\>\\|\\*x\\*") != std::string::npos);
}

TEST_CASE("a row that was judged says by whom and why, in every form for people") {
  model::ProjectEvaluation project = test::sample_project(1, "p", "5");
  project.indicators[1].judgement =
      model::AppliedJudgement{"复核组", "2024-01-15", "查看了材料", "share", "0.9"};
  std::string const note = "人工判定：复核组，2024-01-15，得分比例为 0.9。理由：查看了材料";
  for (Format const format : {Format::table, Format::markdown, Format::csv}) {
    std::string const text = written_of(format, Detail::indicators, project);
    INFO(text);
    CHECK(text.find(note) != std::string::npos);
  }
}

TEST_CASE("why a claimed score differs stands below its row") {
  model::ProjectEvaluation project = test::sample_project(1, "p", "5");
  project.indicators[0].indicator.claimed = number::Rational(18);
  project.indicators[0].difference = number::Rational(-2);
  project.indicators[0].difference_cause = "cause_rounding";
  for (Format const format : {Format::table, Format::markdown}) {
    std::string const text = written_of(format, Detail::indicators, project);
    INFO(text);
    CHECK(text.find("自评 18.00 分，比核算少 2.00 分：四舍五入或取位不同") != std::string::npos);
  }
}

TEST_CASE("rows that do not count show a dash and no 0.00") {
  model::ProjectEvaluation project = test::sample_project(1, "p", "5");
  project.indicators[1].status = model::Status::not_applicable;
  project.indicators[1].column = model::LedgerColumn::none;
  project.indicators[1].score = number::Interval::point(0);
  project.queue.clear();
  std::string const text = written_of(Format::markdown, Detail::indicators, project);
  INFO(text);
  CHECK(text.find("| 10.00 | - | 不适用 |") != std::string::npos);
}

TEST_CASE("a claimed grade is said of 100 points only, and with what was added to reach them") {
  model::ProjectEvaluation project = test::sample_project(1, "p", "5");
  project.claimed.total = number::Rational(90);
  project.claimed.rows = 2;
  CHECK(written_of(Format::table, Detail::projects, project).find("自评得分：90.00（2 行合计，仅为填报数）")
        != std::string::npos);
  project.claimed.grade = "excellent";
  CHECK(written_of(Format::table, Detail::projects, project)
            .find("自评得分：90.00（2 行合计），加执行得分 7.61 为 97.61，优（仅为填报数，未经核实）")
        != std::string::npos);
  project.execution.added = false;
  CHECK(written_of(Format::table, Detail::projects, project)
            .find("自评得分：90.00，优（2 行合计，仅为填报数，未经核实）")
        != std::string::npos);
}

TEST_CASE("a page is as wide as it is asked to be") {
  model::ProjectEvaluation const project =
      test::sample_project(1, "p", "一个很长的实际完成值，写满了好几行字，看看会不会超出去");
  for (std::uint32_t const width : {80u, 112u, 120u}) {
    for (auto const language : {vocabulary::Language::zh, vocabulary::Language::en}) {
      std::string const text = written_of(Format::table, Detail::indicators, project, language, width);
      std::size_t widest = 0;
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK(display_width(line) <= width);
        widest = std::max(widest, display_width(line));
      }
      CHECK(widest == width);
    }
  }
}
