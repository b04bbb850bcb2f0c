#include "engine/report/finding_list.hpp"

#include "engine/report/report.hpp"
#include "engine/report/target_tables.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using namespace jixiao::report;
using diagnostic::Diagnostic;
using diagnostic::Diagnostics;
using diagnostic::Severity;
using vocabulary::Language;
using vocabulary::Messages;

namespace {

Diagnostic note(diagnostic::SourceId source, std::uint32_t row, std::uint32_t column,
                std::vector<std::string> arguments) {
  return {"scale_not_declared", Severity::info, {source, row, column, 0, 0}, std::move(arguments)};
}

} // namespace

TEST_CASE("findings that say the same share a line with all their places") {
  diagnostic::SourceTable sources;
  auto const source = sources.add("a.csv"), other = sources.add("b.csv");
  Messages const messages = Messages::embedded();
  Diagnostics const findings{note(source, 2, 8, {"高"}), note(source, 3, 8, {"高"}),
                             note(source, 4, 8, {"优"}), note(other, 2, 8, {"高"})};
  std::vector<std::string> const lines = finding_lines(findings, sources, messages, {Language::zh});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find("【提示】a.csv H2、H3、b.csv H2：没有写明「高」的标准") == 0);
  CHECK(lines[1].find("【提示】a.csv H4：没有写明「优」的标准") == 0);
  std::vector<std::string> const at_home =
      finding_lines(findings, sources, messages, {Language::zh, 10, source});
  CHECK(at_home[0].find("【提示】H2、H3、b.csv H2：") == 0);
}

TEST_CASE("many places are counted, and so is what is left out") {
  diagnostic::SourceTable sources;
  auto const source = sources.add("a.csv");
  Messages const messages = Messages::embedded();
  Diagnostics findings;
  for (std::uint32_t row = 2; row < 102; ++row) {
    findings.push_back(note(source, row, 8, {"高"}));
  }
  findings.push_back(note(source, 200, 8, {"优"}));
  findings.push_back(note(source, 201, 8, {"优"}));
  findings.push_back(note(source, 202, 8, {"良"}));
  std::vector<std::string> const lines = finding_lines(findings, sources, messages, {Language::zh, 1});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find("H9 等 100 处：") != std::string::npos);
  CHECK(lines[1].find("另有 3 项未列出") != std::string::npos);
  CHECK(finding_lines(findings, sources, messages, {Language::zh, 3}).size() == 3);
}

TEST_CASE("long arguments are cut and blank ones are named") {
  diagnostic::SourceTable sources;
  auto const source = sources.add("a.csv");
  Messages const messages = Messages::embedded();
  Diagnostic const digits{
      "weight_unreadable", Severity::error, {source, 2, 4, 0, 0}, {"", std::string(10'000, '8')}};
  std::string const zh = finding_text(digits, sources, messages, Language::zh);
  CHECK(zh.size() < 400);
  CHECK(zh.find("「（未写名称）」") != std::string::npos);
  CHECK(zh.find("888…") != std::string::npos);
  CHECK(finding_text(digits, sources, messages, Language::en).find("(no name)") != std::string::npos);
}

TEST_CASE("a table of targets is said once for each file") {
  diagnostic::SourceTable sources;
  auto const source = sources.add("a.csv"), other = sources.add("b.csv");
  Messages const messages = Messages::embedded();
  TargetTables tables;
  for (auto const& [file, row] : {std::pair{source, 2u}, {source, 9u}, {other, 2u}}) {
    Diagnostics findings{note(file, row, 8, {"高"}),
                         {"no_actuals", Severity::info, {file, row, 0, 0, 0}, {"4"}}};
    tables.take(findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "scale_not_declared");
  }
  std::vector<std::string> const lines = tables.lines(sources, messages, Language::zh);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find("a.csv：2 个项目只有目标") == 0);
  CHECK(tables.lines(sources, messages, Language::en)[1].find("b.csv: 1 project has targets") == 0);
}

TEST_CASE("the name of an input is never cut") {
  diagnostic::SourceTable sources;
  std::string const name = "a/folder/with/quite/a/long/name/and/a/table.csv";
  auto const source = sources.add("b.csv");
  (void)sources.add(name);
  Diagnostic const twice{"project_in_two_files", Severity::error, {source, 2, 0, 0, 0}, {name + "x", name}};
  std::string const text = finding_text(twice, sources, Messages::embedded(), Language::zh);
  CHECK(text.find(name + " 中") != std::string::npos);
  CHECK(text.find(name + "x") == std::string::npos);
}

TEST_CASE("findings stand below their file, errors first") {
  diagnostic::SourceTable sources;
  auto const source = sources.add("a.csv"), other = sources.add("b.xlsx", "表一");
  Messages const messages = Messages::embedded();
  Diagnostics const findings{note(other, 2, 8, {"高"}),
                             note(source, 2, 8, {"高"}),
                             {"weight_unreadable", Severity::error, {source, 3, 4, 0, 0}, {"x", "y"}},
                             {"input_empty", Severity::error, {other, 0, 0, 0, 0}, {}}};
  std::string const text = findings_by_file(findings, sources, messages, {Language::zh});
  INFO(text);
  CHECK(text.find("a.csv：错误 1 项，警告 0 项，提示 1 项\n  【错误】D3：") == 0);
  CHECK(text.find("\nb.xlsx [表一]：错误 1 项，警告 0 项，提示 1 项\n  【错误】文件中没有可以读取的内容")
        != std::string::npos);
}
