// rules coverage and the choice of a pack, as people type them.
#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

#include <set>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

constexpr char const* example = "examples/completed-2023/completed.csv";

} // namespace

TEST_CASE("rules coverage leaves with status 1 below its threshold alone") {
  CHECK(run_program({"rules", "coverage", "india-rfd"}).status == 0);
  CHECK(run_program({"rules", "coverage", "india-rfd", "--threshold", "0"}).status == 0);
  ProgramRun const refused = run_program({"rules", "coverage", "hubei", "--threshold", "101"});
  CHECK(refused.status == 1);
  CHECK(refused.errors.find("101%") != std::string::npos);
}

TEST_CASE("rules coverage gives text, JSON and a page that stands for itself") {
  Json const json = Json::parse(run_program({"rules", "coverage", "hubei", "--format", "json"}).output);
  CHECK(json["schema"] == "jixiao/pack-coverage/1");
  CHECK(json["packs"][0]["pack"] == "hubei");
  CHECK(json["packs"][0]["entries"].size() > 40);
  std::string const page = run_program({"rules", "coverage", "hubei", "--format", "html"}).output;
  CHECK(page.rfind("<!DOCTYPE html>", 0) == 0);
  CHECK(page.find("</html>") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("http") == std::string::npos);
  CHECK(run_program({"rules", "coverage", "hubei"}).output.find("hubei") != std::string::npos);
}

TEST_CASE("a pack that writes nothing that tests could reach has no percentage") {
  ProgramRun const text = run_program({"rules", "coverage", "zhejiang", "--threshold", "100"});
  CHECK(text.status == 0);
  CHECK(text.output.find("全部继承自 base、integrated-budget") != std::string::npos);
  CHECK(text.output.find('%') == std::string::npos);
  Json const json = Json::parse(run_program({"rules", "coverage", "zhejiang", "--format", "json"}).output);
  CHECK(json["packs"][0]["percent"].is_null());
  CHECK(json["packs"][0]["all"] == 0);
  std::string const page = run_program({"rules", "coverage", "zhejiang", "--format", "html"}).output;
  CHECK(page.find("全部继承自") != std::string::npos);
}

TEST_CASE("rules coverage names the file of a line that stands in another pack") {
  std::string const folder = fresh_folder("coverage-files");
  std::string const rules = "pack: own\ntitle: t\nextends: hubei\nscore:\n"
                            "  - {id: unmet-positive, share: \"0.9\"}\n";
  std::string const bare = write_file(folder + "/bare.yaml", rules);
  std::string const untested = run_program({"rules", "coverage", bare, "--lang", "en"}).output;
  CHECK(untested.find("  line 5  score rule unmet-positive") != std::string::npos);
  // That nothing reaches the rule is said once, not of each of its parts.
  CHECK(untested.find("  4 operands and branches of unmet-positive: no test reaches rule")
        != std::string::npos);
  CHECK(untested.find("operand unmet-positive") == std::string::npos);
  std::string const pack =
      write_file(folder + "/own.yaml",
                 rules
                     + "tests:\n  - {row: \"产出指标 | 数量指标 | 次数 | ≥ | 5 | 次 | 20 | 正向指标\", "
                       "actual: 4次, score: \"18.00\"}\n");
  ProgramRun const text = run_program({"rules", "coverage", pack, "--lang", "en"});
  INFO(text.output);
  CHECK(text.output.find("  rules/packs/hubei.yaml, line ") != std::string::npos);
  Json const json = Json::parse(run_program({"rules", "coverage", pack, "--format", "json"}).output);
  std::set<std::string> files, own;
  for (Json const& entry : json["packs"][0]["entries"]) {
    std::string const file = entry["file"].is_null() ? "" : entry["file"].get<std::string>();
    files.insert(file);
    if (entry["own"] == true) {
      own.insert(file);
    }
  }
  CHECK(own == std::set<std::string>{pack, "rules/packs/hubei.yaml"});
  CHECK(files.count("rules/packs/base.yaml") == 1);
  std::string const page = run_program({"rules", "coverage", pack, "--format", "html"}).output;
  CHECK(page.find("hubei.yaml:") != std::string::npos);
}

TEST_CASE("rules coverage leaves with status 1 where an explanation does not hold") {
  std::string const pack = "tests/data/packs/stale-unreached.yaml";
  ProgramRun const text = run_program({"rules", "coverage", pack, "--lang", "en"});
  CHECK(text.status == 1);
  CHECK(text.output.find("line 13  unreached explains \"holds: actual < 5\" of score.half.when, but a test "
                         "reaches it")
        != std::string::npos);
  CHECK(text.output.find("1 more cannot be reached") != std::string::npos);
  CHECK(text.output.find("fails: quantity: no test has: not quantity") != std::string::npos);
  Json const json = Json::parse(run_program({"rules", "coverage", pack, "--format", "json"}).output);
  CHECK(json["packs"][0]["explained"] == 1);
  CHECK(json["packs"][0]["stale_explanations"][0]["why"] == "reached");
  CHECK(json["packs"][0]["stale_explanations"][1]["why"] == "possible");
  CHECK(text.output.find("line 15  unreached says that nothing reaches \"fails: quantity\" of "
                         "score.half.when, but the walk of rules check has a case that does: not quantity")
        != std::string::npos);
  std::string const page = run_program({"rules", "coverage", pack, "--format", "html"}).output;
  CHECK(page.find("holds: actual &lt; 5") != std::string::npos);
}

TEST_CASE("rules show keeps the mark of the pack that wrote a rule, and obeys no control character") {
  std::string const folder = fresh_folder("rules-show-marks");
  write_file(folder + "/above.yaml",
             "pack: above\ntitle: t\nextends: base\nconfidence: K\nscore:\n"
             "  - {id: cut, before: met, when: \"quantity and actual >= 2 * target\", share: \"0.9\", "
             "cite: hearsay}\nrounding: {places: 1}\nbasis: {rounding: {cite: rumour}}\n");
  std::string const heir = write_file(
      folder + "/heir.yaml", "pack: heir\ntitle: \"a\\e[31mred\\u202e\"\nextends: above\nconfidence: Q\n");
  std::string const text = run_program({"rules", "show", heir, "--lang", "en"}).output;
  INFO(text);
  CHECK(text.find("hearsay [K]") != std::string::npos);
  CHECK(text.find("rumour [K]") != std::string::npos);
  CHECK(text.find("a\\u001B[31mred\\u202E") != std::string::npos);
  CHECK(text.find('\x1B') == std::string::npos);
  Json const pack = Json::parse(run_program({"rules", "show", heir, "--format", "json"}).output)["pack"];
  for (Json const& rule : pack["score"]) {
    CHECK((rule["id"] != "cut" || rule["confidence"] == "K"));
  }
  CHECK(pack["confidence"] == "Q");
}

TEST_CASE("rules show lists the limits of findings") {
  CHECK(run_program({"rules", "show", "mof-2020"}).output.find("low_execution") != std::string::npos);
  Json const json = Json::parse(run_program({"rules", "show", "mof-2020", "--format", "json"}).output);
  CHECK(json["pack"]["limits"]["low_execution"] == "0.9");
}

TEST_CASE("rules show says of every line where it comes from and what it rests on") {
  std::string const text = run_program({"rules", "show", "zhejiang", "--lang", "en"}).output;
  for (char const* const line :
       {"execution: 0 [zhejiang]", "accepted_sums: 100 [zhejiang]", "when_missing: open [zhejiang]",
        "when_level_absent: in_proportion [base]", "counts_as cost: output [zhejiang]", "places: 2 [base]",
        "mode: half_up [base]", "denominator: adjusted [base]", "excellent excellent: 90 [base]",
        "met: [0.8, 1] [base]", "low_execution: 0.9 [base]", "digit_slip_ratio: 10 [base]", "[base]",
        "confidence Qc"}) {
    INFO(line);
    CHECK(text.find(line) != std::string::npos);
  }
  CHECK(text.find("权重需为100（各级之间的分配没有规定，未分开） [Qc]") != std::string::npos);
  CHECK(text.find("()") == std::string::npos); // no brackets around nothing
  CHECK(run_program({"rules", "show", "zhejiang"}).output.find("（）") == std::string::npos);
  Json const pack =
      Json::parse(run_program({"rules", "show", "zhejiang", "--format", "json"}).output)["pack"];
  CHECK(pack["confidence"] == "Qc");
  CHECK(pack["settings"].size() > 20);
  for (Json const& setting : pack["settings"]) {
    INFO(setting.dump());
    CHECK(!setting["from"].is_null());
    bool const light = setting["section"] == "monitoring";
    CHECK(setting["basis"].is_null() == light);
  }
  for (Json const& rule : pack["score"]) {
    CHECK(rule["confidence"].is_string());
  }
}

TEST_CASE("rules show leaves an inherited key the source of the pack that wrote it") {
  std::string const pack = write_file(
      fresh_folder("own-rounding") + "/own.yaml",
      "pack: own\ntitle: t\nextends: base\nrounding: {places: 1}\nexecution:\n  denominator: initial\n"
      "basis: {rounding: {cite: 第九条, confidence: Q}}\n");
  std::string const text = run_program({"rules", "show", pack, "--lang", "en"}).output;
  std::size_t const places = text.find("places: 1 [own]");
  std::size_t const own = text.find("第九条", places);
  std::size_t const mode = text.find("mode: half_up [base]", places);
  std::size_t const inherited = text.find("逐项四舍五入到两位小数后相加", mode);
  REQUIRE(inherited != std::string::npos);
  CHECK(places < own);
  CHECK(own < mode);
  CHECK(mode < inherited);
  Json const settings =
      Json::parse(run_program({"rules", "show", pack, "--format", "json"}).output)["pack"]["settings"];
  std::size_t looked_at = 0;
  for (Json const& setting : settings) {
    if (setting["key"] == "denominator") {
      CHECK(setting["basis"].is_null()); // the pack gives no source for its own
      ++looked_at;
    } else if (setting["key"] == "mode") {
      CHECK(setting["basis"]["confidence"] == "Qc");
      ++looked_at;
    }
  }
  CHECK(looked_at == 2);
}

TEST_CASE("the automatic choice says which pack it took and why") {
  ProgramRun const sichuan = run_program({"check", example, "--region", "四川省", "--year", "2023"});
  CHECK(sichuan.errors.find("sichuan-2023") != std::string::npos);
  ProgramRun const early = run_program({"check", example, "--region", "四川省", "--year", "2019"});
  CHECK(early.errors.find("mof-2020") != std::string::npos);
  CHECK(early.errors.find("sichuan-2023") != std::string::npos); // why not
  CHECK(early.errors.find("2020-02-25") != std::string::npos);   // the general one began later, too
  ProgramRun const none = run_program({"check", example, "--region", "西藏自治区"});
  CHECK(none.errors.find("mof-2020") != std::string::npos);
  CHECK(none.errors.find("西藏自治区") != std::string::npos);
  CHECK(none.status == run_program({"check", example}).status);
  ProgramRun const near = run_program({"check", example, "--region", "湖南省"});
  CHECK(near.errors.find("没有「湖南省」的规则包") != std::string::npos);
  CHECK(near.errors.find("湖北") == std::string::npos);
  CHECK(near.output == none.output);
  ProgramRun const nowhere = run_program({"check", example, "--region", "火星"});
  CHECK(nowhere.status == 2);
  CHECK(nowhere.errors.find("火星") != std::string::npos);
  CHECK(nowhere.errors.find("省级") != std::string::npos);
  CHECK(nowhere.output.empty());
  ProgramRun const slip = run_program({"check", example, "--region", "四川生"});
  CHECK(slip.status == 2);
  CHECK(slip.errors.find("四川省") != std::string::npos);
  CHECK(slip.output.empty());
}

TEST_CASE("a month gives lights in the report and in JSON") {
  std::string const text = run_program({"score", example, "--as-of", "6"}).output;
  CHECK(text.find("截至 6 月底") != std::string::npos);
  CHECK(run_program({"score", example}).output.find("月底）") == std::string::npos);
  Json const json = Json::parse(run_program({"score", example, "--as-of", "6", "--format", "json"}).output);
  CHECK(json["projects"][0]["monitoring"]["month"] == 6);
  CHECK_FALSE(Json::parse(run_program({"score", example, "--format", "json"}).output)["projects"][0].contains(
      "monitoring"));
}

TEST_CASE("a number that is not known is said once, where a case or formula shows it") {
  std::string const folder = fresh_folder("rules-unknown-number");
  std::string const pack = write_file(
      folder + "/heavy.yaml",
      "pack: heavy\ntitle: t\nextends: base\neffective: {from: 2024-01-01}\nconfidence: K\nscore:\n"
      "  - {id: heavy, before: met, when: \"weight > 10 and quantity\", share: \"0.5\", cite: c}\n"
      "  - {id: other, after: heavy, when: \"quantity\", share: \"if weight > 10 then 0.5 else 1\", cite: "
      "c}\n"
      "tests:\n  - {row: \"产出指标 | 数量指标 | 次数 | ≥ | 5 | 次 | 20 | \", actual: 5次, score: "
      "\"10.00\"}\n");
  std::string const table = write_file(folder + "/table.csv",
                                       "项目名称,一级指标,二级指标,三级指标,指标性质,指标值,分值,实际完成值\n"
                                       "甲,产出指标,数量指标,走访次数,≥,10,90,15\n"
                                       "甲,产出指标,数量指标,培训次数,≥,10,若干,15\n");
  auto const times = [](std::string const& text, std::string const& what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
      ++count;
    }
    return count;
  };
  std::string const covered = run_program({"rules", "coverage", pack, "--lang", "en"}).output;
  CHECK(times(covered, "weight = ?") >= 1);
  CHECK(times(covered, "\"= ?\": this number is not given, nobody knows it") == 1);
  std::string const row =
      run_program({"explain", table, "--project", "甲", "--row", "2", "--rules", pack}).output;
  CHECK(times(row, "? > 10") >= 1);
  CHECK(times(row, "式中的“?”：这个数没有填写，不知道是多少") == 1);
  std::string const known =
      run_program({"explain", table, "--project", "甲", "--row", "1", "--rules", pack}).output;
  CHECK(times(known, "式中的“?”") == 0);
}
