// rules diff, as people type it; what tables and packs say never becomes markup or a formula.
#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

constexpr char const* hostile = "tests/data/packs/hostile-words.yaml";
constexpr char const* hostile_table = "tests/data/packs/hostile-words.csv";

bool has(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

/// A pack whose total is capped where less than half is spent, and a project of which 43 % is.
struct Capped {
  std::string folder = fresh_folder("capped");
  std::string pack =
      write_file(folder + "/capped.yaml",
                 "pack: capped\ntitle: t\nextends: mof-2020\ncaps:\n"
                 "  - {id: half-spent, when: \"execution_rate < 0.5\", share: \"0.59\", cite: 某办法第九条}\n"
                 "  - {id: nothing-spent, when: \"execution_rate = 0\", share: \"0\"}\n"
                 "  - {id: all-but, when: \"execution_rate < 0.9\", share: \"0.95\"}\n");
  std::string table =
      write_file(folder + "/t.csv", "年度,项目名称,年初预算数（万元）,预算执行数（万元）,一级指标,二级指标,"
                                    "三级指标,指标值,分值,实际完成值\n"
                                    "2023,甲项目,100,43,产出指标,数量指标,次数,≥10次,90,30次\n");
};

} // namespace

TEST_CASE("rules diff wants two packs that can be read") {
  CHECK(run_program({"rules", "diff", "base", "base"}).status == 0);
  CHECK(run_program({"rules", "diff", "base", "hubei"}).status == 0);
  CHECK(run_program({"rules", "diff", "base"}).status == 2);
  CHECK(run_program({"rules", "diff", "base", "hubei", "--format", "pdf"}).status == 2);
  CHECK(run_program({"rules", "diff", "base", "no-such-pack"}).status == 3);
  CHECK(run_program({"rules", "diff", "base", "hubei", "--over", "no-such-file.csv"}).status == 3);
}

TEST_CASE("rules diff says who changes, by how much, and which rule did it") {
  ProgramRun const run = run_program({"rules", "diff", "mof-2020", "integrated-budget", "--over",
                                      "examples/completed-2023", "--format", "json"});
  CHECK(run.status == 0);
  Json const json = Json::parse(run.output);
  CHECK(json["batch"]["compared"] == 5);
  Json const& first = json["batch"]["projects"].at(0);
  CHECK(first["left"]["total"]["low"] == "96.08");
  CHECK(first["right"]["total"]["low"] == "95.41");
  CHECK(first["change"]["low"] == "-0.67");
  CHECK(first["rows"].at(0)["left"]["rule"] == "unmet-negative");
  CHECK(Json::parse(run_program({"rules", "diff", "base", "hubei", "--format", "json"}).output)["batch"]
            .is_null());
}

TEST_CASE("an execution score that counts by one pack only is said with the sums that decide it") {
  Capped const files;
  std::string const fifteen =
      write_file(files.folder + "/fifteen.yaml",
                 "pack: fifteen\ntitle: t\nextends: mof-2020\nweights: {execution: 15, output: 45, benefit: "
                 "30, satisfaction: 10, counts_as: {cost: output}, accepted_sums: [85, 100]}\n");
  std::string const said = "fifteen 没有把预算执行率计入总分：各行分值合计 90，该规则包认可的合计是 85、100";
  for (char const* format : {"text", "html"}) {
    INFO(format);
    CHECK(has(
        run_program({"rules", "diff", "mof-2020", fifteen, "--over", files.table, "--format", format}).output,
        said));
    CHECK_FALSE(
        has(run_program({"rules", "diff", "mof-2020", files.pack, "--over", files.table, "--format", format})
                .output,
            "没有把预算执行率计入总分"));
  }
}

TEST_CASE("nothing of a pack or a table becomes markup in the page of rules diff") {
  std::string const page =
      run_program({"rules", "diff", "base", hostile, "--over", hostile_table, "--format", "html"}).output;
  CHECK(page.rfind("<!DOCTYPE html>", 0) == 0);
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(has(page, "<img"));
  CHECK(has(page, "&lt;script&gt;"));
  CHECK(has(page, "&lt;img src=x&gt;"));
}

TEST_CASE("nothing of a pack or a table becomes a formula in the CSV of rules diff") {
  std::string const batch =
      run_program({"rules", "diff", "base", hostile, "--over", hostile_table, "--format", "csv"}).output;
  CHECK(has(batch, ",'=1+1 <img src=x>,"));
  CHECK_FALSE(has(batch, ",=1+1"));
  std::string const clauses = run_program({"rules", "diff", "base", hostile, "--format", "csv"}).output;
  CHECK(has(clauses, ",'=cmd"));
  CHECK_FALSE(has(clauses, ",=cmd"));
  CHECK(run_program({"rules", "diff", "base", hostile, "--format", "csv", "--bom"})
            .output.rfind("\xEF\xBB\xBF", 0)
        == 0);
}

TEST_CASE("rules diff names the cap that decided a total") {
  Capped const capped;
  std::vector<std::string> const command{"rules", "diff", "mof-2020", capped.pack, "--over", capped.table};
  auto const with = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments).output;
  };
  std::string const text = with({"--lang", "en"});
  INFO(text);
  CHECK(has(text, "cap of the total: (none) -> half-spent (when execution_rate < 0.5, at most 0.59 of 100)"));
  Json const json = Json::parse(with({"--format", "json"}));
  CHECK(json["batch"]["projects"].at(0)["right"]["total"]["high"] == "59.00");
  CHECK(json["batch"]["projects"].at(0)["right"]["cap"] == "half-spent");
  CHECK(json["batch"]["projects"].at(0)["left"]["cap"].is_null());
  CHECK(has(with({"--format", "csv"}), ",half-spent"));
  CHECK(has(with({"--format", "html", "--lang", "en"}), "half-spent (when execution_rate &lt; 0.5"));
}
