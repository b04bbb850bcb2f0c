// Language, streams, --out, parse from standard input, judgements: what a user sees around a run.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

std::string const example = "examples/completed-2023/completed.csv";

Json scored(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"score", example, "--format", "json", "--exact"});
  return Json::parse(run_program(arguments).output);
}

} // namespace

TEST_CASE("Chinese unless English is asked for or the locale is English") {
  auto const chinese = [](ProgramRun const& run) { return run.output.find("台账") != std::string::npos; };
  CHECK(chinese(run_program({"score", example})));
  CHECK(!chinese(run_program({"score", example, "--lang", "en"})));
  CHECK(!chinese(run_program({"score", example}, {}, {"LC_ALL=en_US.UTF-8"})));
  CHECK(chinese(run_program({"score", example, "--lang", "zh"}, {}, {"LC_ALL=en_US.UTF-8"})));
  CHECK(chinese(run_program({"score", example}, {}, {"LC_ALL=C"})));
}

TEST_CASE("a result that standard output does not take is an unreadable end, and it is said") {
  REQUIRE(std::filesystem::is_character_file("/dev/full"));
  for (char const* const format : {"csv", "table", "json"}) {
    ProgramRun const run = run_program({"score", example, "--format", format}, {}, {}, "/dev/full");
    CHECK(run.status == 3);
    CHECK(run.errors.find("标准输出") != std::string::npos);
  }
}

TEST_CASE("JSON does not depend on the language") {
  CHECK(run_program({"score", example, "--format", "json"}).output
        == run_program({"score", example, "--format", "json", "--lang", "en"}).output);
}

TEST_CASE("results go to standard output or to the file of --out, the rest to standard error") {
  std::string const folder = fresh_folder("out");
  ProgramRun const direct = run_program({"score", example});
  ProgramRun const filed = run_program({"score", example, "--out", folder + "/report.txt"});
  CHECK(direct.output == read_file(folder + "/report.txt"));
  CHECK(filed.output.empty());
  CHECK(direct.errors.find("mof-2020") != std::string::npos); // the choice of --rules auto is said
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
}

TEST_CASE("a report never replaces an input") {
  std::string const folder = fresh_folder("out-input");
  std::string const table = write_file(folder + "/x.csv", read_source(example));
  ProgramRun const run = run_program({"score", table, "--out", folder + "/./x.csv"});
  CHECK(run.status == 2);
  CHECK(!run.errors.empty());
  CHECK(read_file(table) == read_source(example));
}

TEST_CASE("a judgement that is refused when it is read is a finding of the run") {
  std::string const path =
      write_file(fresh_folder("judgement-wrong") + "/j.yaml",
                 "judgements:\n  - {row: r, digest: d, share: \"1.5\", by: a, on: 2024-01-15, why: w}\n");
  ProgramRun const run = run_program({"score", example, "--judgements", path, "--format", "json"});
  CHECK(run.status == 1);
  CHECK(run.output.find("judgement_share_outside") != std::string::npos);
}

TEST_CASE("the template is a workbook that scores without a word about its columns") {
  std::string const path = fresh_folder("template") + "/blank.xlsx";
  ProgramRun const run = run_program({"template", "--out", path});
  INFO(run.errors);
  CHECK(run.status == 0);
  CHECK(read_file(path).substr(0, 2) == "PK");
  ProgramRun const scored = run_program({"check", path, "--format", "json"});
  CHECK(scored.output.find("column_unknown") == std::string::npos);
}

TEST_CASE("the template replaces no file: a filled-in table may bear its name") {
  std::string const path = write_file(fresh_folder("template-kept") + "/table.xlsx", "important");
  ProgramRun const run = run_program({"template", "--out", path});
  CHECK(run.status == 2);
  CHECK(run.errors.find(path) != std::string::npos);
  CHECK(read_file(path) == "important");
}

TEST_CASE("the guide in a workbook made from the template is no finding, another sheet is") {
  std::string const folder = fresh_folder("template-guide");
  for (char const* language : {"zh", "en"}) {
    std::string const path = folder + "/" + language + ".xlsx";
    CHECK(run_program({"template", "--out", path, "--lang", language}).status == 0);
    ProgramRun const run = run_program({"check", path, "--format", "json"});
    CHECK(run.output.find("header_without_rows") != std::string::npos); // the table itself is blank
    CHECK(run.output.find("sheet_without_table") == std::string::npos);
  }
  CHECK(run_program({"check", "tests/malformed/files/two-sheets.xlsx", "--format", "json"})
            .output.find("sheet_without_table")
        != std::string::npos);
}

TEST_CASE("check lists as many lines as it is asked to, and counts the rest") {
  std::string const targets = "examples/budget-targets-2023/projects.csv";
  auto const lines = [](std::string const& text) { return std::count(text.begin(), text.end(), '\n'); };
  ProgramRun const all = run_program({"check", targets});
  ProgramRun const few = run_program({"check", targets, "--findings", "3"});
  CHECK(lines(few.output) == 7); // the file, three findings, how many more, targets alone, the summary
  CHECK(lines(all.output) > 40);
  CHECK(few.output.find("未列出") != std::string::npos);
  CHECK(all.output.find("未列出") == std::string::npos);
  CHECK(few.output.substr(few.output.rfind("检查完毕")) == all.output.substr(all.output.rfind("检查完毕")));
}

TEST_CASE("that a table has targets only is said once for a file") {
  for (std::string const command : {"score", "check"}) {
    std::string const text = run_program({command, "examples/budget-targets-2023/projects.csv"}).output;
    std::size_t const at = text.find("42 个项目只有目标");
    CHECK(at != std::string::npos);
    CHECK(text.find("个项目只有目标", at + 10) == std::string::npos);
    CHECK(text.find("no_actuals") == std::string::npos);
    CHECK(text.find("总分已按百分制折算") == std::string::npos);
  }
}

TEST_CASE("rules check and rules test give JSON") {
  Json const checks = Json::parse(
      run_program({"rules", "check", "mof-2020", "tests/malformed/packs/self.yaml", "--format", "json"})
          .output);
  CHECK(checks["schema"] == "jixiao/pack-checks/1");
  CHECK(checks["packs"][0]["usable"] == true);
  CHECK(checks["packs"][0]["findings"].size() > 2); // one by one, not grouped
  CHECK(checks["packs"][1]["usable"] == false);
  CHECK(checks["packs"][1]["findings"][0]["code"] == "pack_cycle");
  ProgramRun const run = run_program({"rules", "test", "hubei", "--format", "json"});
  Json const tests = Json::parse(run.output);
  CHECK(run.status == 0);
  CHECK(tests["schema"] == "jixiao/pack-tests/1");
  CHECK(tests["failed"] == 0);
  CHECK(tests["packs"][0]["tests"].size() == tests["passed"]);
}

TEST_CASE("rules check says of overlaps what they are in one line for a pack") {
  std::string const text = run_program({"rules", "check", "mof-2020", "hubei"}).output;
  CHECK(std::count(text.begin(), text.end(), '\n') == 4); // each with its overlaps
  CHECK(text.find("rules_overlap") == std::string::npos);
}

TEST_CASE("no escape sequences when not on a terminal") {
  CHECK(run_program({"score", example}).output.find('\x1b') == std::string::npos);
}

TEST_CASE("parse reads lines from standard input, one object a line") {
  ProgramRun const run = run_program({"parse", "target", "-"}, "≥95%\n完成\r\n\n");
  CHECK(run.status == 0);
  std::vector<Json> lines;
  for (std::size_t at = 0; at < run.output.size();) {
    std::size_t const end = run.output.find('\n', at);
    lines.push_back(Json::parse(run.output.substr(at, end - at)));
    at = end + 1;
  }
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["relation"] == "at_least");
  CHECK(lines[0]["value"] == "95");
  CHECK(lines[1]["kind"] == "status");
  CHECK(lines[1]["text"] == "完成");
  CHECK(lines[2]["kind"] == "empty");
}

TEST_CASE("a context fills implied and leaves the cell's own fields alone") {
  Json const bare = Json::parse(run_program({"parse", "target", "12"}).output);
  Json const known = Json::parse(
      run_program({"parse", "target", "12", "--name", "完成时间1-12月", "--year", "2021"}).output);
  CHECK(bare["value"] == known["value"]);
  CHECK(known["kind"] == "quantity");
  CHECK(known["implied"]["kind"] == "date");
  CHECK(known["implied"]["to"] == "2021-12-31");
}

TEST_CASE("scoring twice gives the same bytes") {
  CHECK(run_program({"score", "examples/self-evaluation-2021", "--format", "json"}).output
        == run_program({"score", "examples/self-evaluation-2021", "--format", "json"}).output);
}

TEST_CASE("a judgement decides its row, and is refused when the row has changed") {
  Json const before = scored({});
  Json open_row;
  for (Json const& indicator : before["projects"][1]["indicators"]) {
    if (indicator["status"] == "open") {
      open_row = indicator;
      break;
    }
  }
  REQUIRE(open_row.is_object());
  std::string const folder = fresh_folder("judgements");
  auto const file = [&](std::string const& digest, std::string const& decision) {
    return write_file(folder + "/j.yaml", "judgements:\n  - {row: \"" + open_row["key"].get<std::string>()
                                              + "\", digest: \"" + digest + "\", " + decision
                                              + ", by: 复核组, on: 2024-01-15, why: 查看了佐证材料}\n");
  };
  std::string const digest = open_row["digest"];
  std::size_t const at = open_row["row"].get<std::size_t>() - 1;
  Json const shared =
      scored({"--judgements", file(digest, "share: \"0.9\"")})["projects"][1]["indicators"][at];
  CHECK(shared["judgement"]["by"] == "复核组");
  CHECK(shared["score"]["low"] == shared["score"]["high"]);
  Json const tiered = scored({"--judgements", file(digest, "tier: met")})["projects"][1]["indicators"][at];
  CHECK(tiered["judgement"]["tier"] == "met");
  Json const named =
      scored({"--judgements", file(digest, "tier: 部分达成")})["projects"][1]["indicators"][at];
  CHECK(named["judgement"]["tier"] == "partly_met");
  std::string const own = write_file(
      folder + "/own.yaml",
      "pack: own\ntitle: t\nextends: base\ntiers: [{id: met, share: \"[0.8, 1]\"}, {id: rather, share: "
      "\"[0.6, 0.8)\"}, {id: not_met, share: \"[0, 0.6)\"}]\n");
  Json const by_own =
      scored({"--rules", own, "--judgements", file(digest, "tier: rather")})["projects"][1]["indicators"][at];
  CHECK(by_own["judgement"]["tier"] == "rather");
  Json const unknown = scored({"--rules", own, "--judgements", file(digest, "tier: 部分达成")});
  CHECK(unknown["projects"][1]["indicators"][at]["judgement"].is_null());
  bool quoted = false;
  for (Json const& finding : unknown["projects"][1]["findings"]) {
    quoted = quoted
             || (finding["code"] == "judgement_unknown_tier"
                 && finding.dump().find("部分达成") != std::string::npos
                 && finding.dump().find("met, rather, not_met") != std::string::npos);
  }
  CHECK(quoted);
  Json const valued =
      scored({"--judgements", file(digest, "value: \"12345\"")})["projects"][1]["indicators"][at];
  CHECK(valued["judgement"]["value"] == "12345");
  CHECK(valued["actual"]["text"] == "12345"); // read and scored in place of what the table says
  ProgramRun const explained =
      run_program({"explain", example, "--project", before["projects"][1]["name"].get<std::string>()});
  CHECK(explained.output.find(digest) != std::string::npos);
  Json const refused = scored({"--judgements", file("0000", "share: \"0.9\"")});
  CHECK(refused["projects"][1]["indicators"][at]["judgement"].is_null());
  CHECK(refused.dump().find("judgement_stale") != std::string::npos);
}

TEST_CASE("a judgement outside of what the rules leave open is scored, and that is said") {
  std::string const folder = fresh_folder("judged-outside");
  std::string const table =
      write_file(folder + "/t.csv", "项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n"
                                    "甲,效益指标,社会效益指标,服务水平,高,10,中\n");
  auto const json = [&](std::vector<std::string> const& more) {
    std::vector<std::string> arguments{"score", table, "--rules", "base", "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Json::parse(run_program(arguments).output);
  };
  Json const row = json({})["projects"][0]["indicators"][0];
  CHECK(row["status"] == "open");
  struct Case {
    char const* decision;
    bool said;
  };
  for (Case const& each :
       {Case{"share: \"0.95\"", true}, Case{"share: \"0.7\"", false}, Case{"tier: met", true},
        Case{"tier: partly_met", false}, Case{"value: 高", false}}) {
    INFO(each.decision);
    std::string const judged = write_file(
        folder + "/j.yaml", "judgements:\n  - {row: \"" + row["key"].get<std::string>() + "\", digest: \""
                                + row["digest"].get<std::string>() + "\", " + each.decision
                                + ", by: 复核组, on: 2024-01-15, why: 现场查看}\n");
    Json const now = json({"--judgements", judged})["projects"][0]["indicators"][0];
    CHECK(now["judgement"].is_object());
    CHECK((now["findings"].dump().find("judgement_outside_rules") != std::string::npos) == each.said);
  }
}

TEST_CASE("parse row tells the fields of a row apart") {
  Json const row =
      Json::parse(run_program({"parse", "row", "产出指标 | 数量指标 | 培训 | ≥ | 5 | 次 | 10"}).output);
  CHECK(row["level1"] == "产出指标");
  CHECK(row["name"] == "培训");
  CHECK(row["target"]["value"] == "5");
  CHECK(row["weight"] == "10");
}

TEST_CASE("findings of projects reach who asks for CSV, on standard error") {
  std::string const folder = fresh_folder("csv-findings");
  std::string const table =
      write_file(folder + "/t.csv", "\xE9\xA1\xB9\xE7\x9B\xAE\xE5\x90\x8D\xE7\xA7\xB0,"
                                    "\xE4\xB8\x89\xE7\xBA\xA7\xE6\x8C\x87\xE6\xA0\x87,"
                                    "\xE6\x8C\x87\xE6\xA0\x87\xE5\x80\xBC,\xE6\x9D\x83\xE9\x87\x8D,"
                                    "\xE5\xAE\x9E\xE9\x99\x85\xE5\xAE\x8C\xE6\x88\x90\xE5\x80\xBC\n"
                                    "p,a,>=3,0.2,3\n");
  ProgramRun const run = run_program({"score", table, "--format", "csv", "--lang", "en"});
  CHECK(run.errors.find("weight_sum_tiny") != std::string::npos);
  CHECK(run.output.find("weight_sum_tiny") == std::string::npos);
  ProgramRun const few = run_program({"score", table, "--format", "csv", "--lang", "en", "--findings", "0"});
  CHECK(few.errors.find("weight_sum_tiny") == std::string::npos);
}

TEST_CASE("the example of the guide on judgements is a judgement of a row of the examples") {
  for (char const* guide : {"docs/guides/judgements.md", "docs/guides/judgements.zh-CN.md"}) {
    INFO(guide);
    std::string const text = read_source(guide);
    std::size_t const begin = text.find("```yaml\n") + 8;
    std::string const path = write_file(fresh_folder("judgements-guide") + "/judgements.yaml",
                                        text.substr(begin, text.find("```", begin) - begin));
    ProgramRun const run = run_program({"score", example, "--judgements", path});
    CHECK(run.status == 0);
    CHECK(run.output.find("人工判定：复核组 王某，2024-01-15，完成值认定为 96%。理由：")
          != std::string::npos);
    CHECK(run.output.find("judgement_") == std::string::npos);
  }
}

TEST_CASE("explain names the rows there are when asked for one there is not") {
  ProgramRun const run = run_program({"explain", example, "--project", "没有这个项目"});
  CHECK(run.status == 2);
  CHECK(run.errors.find("日常公用经费") != std::string::npos);
  CHECK(run_program({"explain", example, "--project", "日常公用经费", "--row", "99"}).status == 2);
}

TEST_CASE("rules are listed, shown, checked and tested") {
  ProgramRun const list = run_program({"rules", "list"});
  for (char const* id : {"base", "mof-2020", "mof-2021", "integrated-budget", "hubei"}) {
    CHECK(list.output.find(id) != std::string::npos);
    CHECK(run_program({"rules", "check", id}).status == 0);
    ProgramRun const tested = run_program({"rules", "test", id});
    INFO(tested.output);
    CHECK(tested.status == 0);
    CHECK(run_program({"rules", "show", id}).output.find("otherwise") != std::string::npos);
  }
}

TEST_CASE("rules-dir replaces single files") {
  std::string const folder = fresh_folder("rules-dir");
  std::filesystem::create_directories(folder + "/packs");
  write_file(folder + "/packs/strict.yaml",
             "pack: strict\ntitle: 从严\nextends: mof-2020\n"
             "score:\n  - {id: unmet-positive, when: \"quantity and direction = positive\", share: \"0\"}\n"
             "tests:\n  - {row: \"产出指标 | 数量指标 | 培训次数 | ≥ | 5 | 次 | 20 | 正向指标\", actual: "
             "4次, score: \"0.00\"}\n");
  ProgramRun const run = run_program({"rules", "test", "strict", "--rules-dir", folder});
  INFO(run.output << run.errors);
  CHECK(run.status == 0);
  CHECK(run_program({"rules", "list", "--rules-dir", folder}).output.find("strict") != std::string::npos);
}

TEST_CASE("a changed copy of a built-in pack is not taken for it") {
  std::string const folder = fresh_folder("rules-copy");
  std::string const text = read_source("rules/packs/hubei.yaml");
  std::string const same = write_file(folder + "/same.yaml", text);
  std::string const changed = write_file(folder + "/changed.yaml", text + "# changed\n");
  CHECK(run_program({"score", example, "--rules", same}).errors.find("pack_id_taken") == std::string::npos);
  CHECK(run_program({"score", example, "--rules", changed}).errors.find("pack_id_taken")
        != std::string::npos);
}

TEST_CASE("a mistyped pack is met with the one that was meant") {
  ProgramRun const run = run_program({"score", example, "--rules", "mof2020"});
  CHECK(run.status == 3);
  CHECK(run.errors.find("mof-2020") != std::string::npos);
  CHECK(run.errors.find("pack_like") != std::string::npos);
}

TEST_CASE("CSV begins with a byte order mark where it is asked for") {
  std::string const mark = "\xEF\xBB\xBF";
  CHECK(run_program({"score", example, "--format", "csv"}).output.rfind(mark, 0) == std::string::npos);
  CHECK(run_program({"score", example, "--format", "csv", "--bom"}).output.rfind(mark, 0) == 0);
  CHECK(run_program({"convert", example, "--bom"}).output.rfind(mark, 0) == 0);
  CHECK(run_program({"convert", example, "--to", "json", "--bom"}).status == 2);
}
