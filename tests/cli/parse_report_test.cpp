// parse --report, as people type it.
#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

constexpr char const* words = "tests/data/words/words.csv";

bool has(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("parse --report counts what is understood and ranks what is not") {
  ProgramRun const run = run_program({"parse", "--report", words, "--format", "json"});
  CHECK(run.status == 0);
  CHECK(run.errors.empty());
  Json const json = Json::parse(run.output);
  CHECK(json["schema"] == "jixiao/vocabulary-report/1");
  CHECK(json["files"] == 1);
  CHECK(json["projects"] == 1);
  CHECK(json["rows"] == 9);
  CHECK(json["not_listed"] == 0);
  CHECK(json["kinds"].at(0) == Json{{"kind", "head"}, {"cells", 12}, {"understood", 11}});
  Json const& unknown = json["unknown"];
  CHECK(unknown.at(0)["kind"] == "level2");
  CHECK(unknown.at(0)["count"] == 3); // blanks make no other word, and what is carried down is one cell
  CHECK(unknown.at(0)["first"] == Json{{"file", words}, {"sheet", nullptr}, {"row", 2}, {"column", 3}});
  std::uint64_t last = 3;
  for (Json const& each : unknown) {
    CHECK(each["count"] <= last);
    last = each["count"];
  }
}

TEST_CASE("parse --report names the known word that is near") {
  ProgramRun const run = run_program({"parse", "--report", words, "--format", "csv"});
  CHECK(run.status == 0);
  for (char const* line :
       {"kind,text,count,nearest,file,sheet,row,column\n", "level2,数量类,3,数量,",
        "relation,大与等于,1,大于等于,", "measure,平方公理,1,平方公里,", "direction,正相,1,正,",
        "target,优良中,2,,", "target,提升,1,,", "target,恰似5场,1,", "actual,'=HYPERLINK(1),1,,",
        "claimed,'=1+1,1,,", "head,备注栏,1,,"}) {
    INFO(line);
    CHECK(has(run.output, line));
  }
  CHECK_FALSE(has(run.output, "举办讲座")); // the words are the row's own
  CHECK_FALSE(has(run.output, "未完成"));   // says that it was not done
}

TEST_CASE("parse --report is the same for people, who see the most frequent lines first") {
  std::string const page = run_program({"parse", "--report", words, "--findings", "2"}).output;
  CHECK(has(page, "文件 1 个，项目 1 个，指标 9 行"));
  CHECK(has(page, std::string(words) + " C2"));
  CHECK(has(page, "另有 14 种写法未列出"));
  CHECK_FALSE(has(page, "HYPERLINK"));
  auto const english = [](char const* path) {
    return run_program({"parse", "--report", path, "--lang", "en"}).output;
  };
  CHECK(has(english("tests/data/tables/distances.csv"), "All of them are understood."));
  CHECK(has(english("examples/rule-pack"), "No cell was read.")); // no table stands there
}

TEST_CASE("words stand before sentences of the same count") {
  std::string const lines = run_program({"parse", "--report", words, "--format", "csv"}).output;
  std::size_t const sentence = lines.find("按照年初");
  REQUIRE(sentence != std::string::npos);
  CHECK(lines.find('\n', sentence) == lines.size() - 1); // the last line
}

TEST_CASE("parse --report goes on when a file cannot be read") {
  ProgramRun const run = run_program({"parse", "--report", "no-such-file.csv", words, "--format", "json"});
  CHECK(run.status == 3);
  CHECK(has(run.errors, "no-such-file.csv"));
  CHECK(Json::parse(run.output)["files"] == 1);
  CHECK(run_program({"parse", "--report", "examples/commands.csv"}).status == 1); // no table in it
}

TEST_CASE("parse --report never replaces what it reads") {
  std::string const file = write_file(fresh_folder("parse-report") + "/table.csv", "a,b\n");
  CHECK(run_program({"parse", "--report", file, "--out", file}).status == 2);
}

TEST_CASE("heads of forms are reported, of those that are not recognised as well") {
  std::string const form = "2023年度项目支出绩效自评表,,,,,,,\n"
                           "项目名称,城区绿化养护,,实施单位,某市园林所,,,\n"
                           "预算数,300,执行数,270.1,,,,\n"
                           "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,责任科室\n"
                           "产出指标,数量指标,养护面积,≥50万平方米,52万平方米,20,20,一科\n"
                           ",质量指标,成活率,≥95%,97%,10,10,二科\n"
                           "总分,,,,,30,30,\n";
  std::string const file = write_file(fresh_folder("parse-report-form") + "/form.csv", form);
  Json const json = Json::parse(run_program({"parse", "--report", file, "--format", "json"}).output);
  CHECK(json["kinds"].at(0) == Json{{"kind", "head"}, {"cells", 8}, {"understood", 7}});
  REQUIRE(json["unknown"].size() == 1);
  CHECK(json["unknown"].at(0)["text"] == "责任科室");
  CHECK(json["unknown"].at(0)["first"]["row"] == 4);
  CHECK(json["unknown"].at(0)["first"]["column"] == 8);

  std::string other = form;
  other.replace(other.find("年度指标值"), std::string("年度指标值").size(), "目标任务");
  write_file(file, other);
  ProgramRun const run = run_program({"parse", "--report", file, "--format", "json"});
  INFO(run.output);
  CHECK(has(run.output, "\"text\": \"目标任务\""));
}

TEST_CASE("what was not to happen and did not is understood") {
  std::string const file = write_file(
      fresh_folder("parse-report-zero") + "/zero.csv",
      "项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n"
      "演示,产出指标,质量指标,安全事故,不发生,50,未发生\n演示,产出指标,质量指标,安全事故数,0起,40,未发生\n");
  ProgramRun const run = run_program({"parse", "--report", file, "--format", "json"});
  INFO(run.output);
  CHECK(Json::parse(run.output)["unknown"].empty());
}

TEST_CASE("what could not be read is not said to be understood") {
  std::string const folder = fresh_folder("parse-report-unreadable");
  std::string const missing = folder + "/missing.csv";
  ProgramRun const none = run_program({"parse", "--report", missing, "--lang", "en"});
  CHECK(none.status == 3);
  CHECK_FALSE(has(none.output, "understood."));
  CHECK(has(none.output, "1 file could not be read"));
  CHECK(has(none.output, "No cell was read."));
  ProgramRun const some =
      run_program({"parse", "--report", missing, "tests/data/tables/distances.csv", "--lang", "en"});
  CHECK(some.status == 3);
  CHECK_FALSE(has(some.output, "All of them are understood"));
  CHECK(has(some.output, "1 file could not be read"));
  Json const json = Json::parse(run_program({"parse", "--report", missing, "--format", "json"}).output);
  CHECK(json["unreadable"] == 1);
  CHECK(json["files"] == 0);
}
