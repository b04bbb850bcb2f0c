#include "engine/report/report.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace jixiao;
using namespace jixiao::report;

namespace {

std::string written(Format format, Detail detail, std::string const& name, std::string const& actual,
                    vocabulary::Language language = vocabulary::Language::zh) {
  diagnostic::SourceTable sources;
  diagnostic::SourceId const source = sources.add("table.csv");
  vocabulary::Messages const messages = vocabulary::Messages::embedded();
  std::string text;
  ReportOptions options;
  options.engine = "jixiao test";
  options.format = format;
  options.detail = detail;
  options.language = language;
  std::unique_ptr<Sink> const sink =
      make_sink(options, sources, messages, [&](std::string_view part) { text += part; });
  rulepack::RulePack const pack = test::sample_pack();
  sink->begin(pack);
  sink->project(test::sample_project(source, name, actual));
  sink->end({}, {}, {});
  return text;
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
    std::string const text = written(Format::csv, detail, "plain", "5");
    std::size_t const first =
        std::count(text.begin(), text.begin() + static_cast<long>(text.find('\n')), ',');
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size(); ++lines) {
      std::size_t const end = text.find('\n', at);
      CHECK(static_cast<std::size_t>(
                std::count(text.begin() + static_cast<long>(at), text.begin() + static_cast<long>(end), ','))
            == first);
      at = end + 1;
    }
    CHECK(lines == (detail == Detail::indicators ? 3 : 2));
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
