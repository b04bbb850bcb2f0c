// explain as people type it: how far it would have been, the lights, and the same for programs.
#include "engine/number/rational.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

constexpr char const* distances = "tests/data/tables/distances.csv";
constexpr char const* example = "examples/completed-2023/completed.csv";

std::string row_text(std::string const& row, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{"explain", distances, "--project", "演示", "--row", row, "--lang", "en"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_program(arguments).output;
}

bool says(std::string const& text, std::string const& what) {
  return text.find(what) != std::string::npos;
}

Json nearest(Json const& document, std::size_t row) {
  return document["projects"][0]["rows"][row]["comparisons"][0]["nearest"];
}

} // namespace

TEST_CASE("explain says by which day a deadline would have been met, and how late it is") {
  CHECK(says(row_text("1"), "done on 2023-12-31 or before: share 1"));
  CHECK(says(row_text("1"), "it is 61~91 days late"));                 // a month was answered
  CHECK(says(row_text("7"), "done on 2023-12-31 or before: share 1")); // the year is that of the budget
  CHECK(says(row_text("7"), "it is 5 days late"));
}

TEST_CASE("explain asks of an open row what the queue asks, and holds no slip against its target") {
  std::string const folder = fresh_folder("explain-open");
  std::string const table =
      write_file(folder + "/t.csv", "项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n"
                                    "演示,产出指标,质量指标,合格率,≥95%,50,0.96\n"
                                    "演示,产出指标,数量指标,培训场次,≥3场,40,已完成\n");
  auto const row = [&table](std::string const& number) {
    return run_program({"explain", table, "--project", "演示", "--row", number, "--lang", "en"}).output;
  };
  CHECK(says(row("1"), "Owed (50.00 points at stake): "));
  CHECK_FALSE(says(row("1"), "0.0096"));
  CHECK(says(row("2"), "Owed (40.00 points at stake): "));
}

TEST_CASE("explain names the next better tier, and the best one as such") {
  CHECK(says(row_text("2"), "the next better tier is \"met\", share [0.8, 1]"));
  CHECK(says(row_text("6"), "\"met\" is the best tier, share [0.8, 1]"));
}

TEST_CASE("explain says percentages as percentages, and goes to the nearer end of a range") {
  CHECK(says(row_text("3"), "has to come to 95% (3.5 percentage points away)"));
  CHECK(says(row_text("4"), "has to come to 100\u4eba (20\u4eba away)"));
  CHECK(says(row_text("5"), "has to come to 120\u4eba\u6b21 (30\u4eba\u6b21 away)"));
}

TEST_CASE("explain says when rounded rows were made to add up") {
  std::string const text = run_program({"explain", distances, "--project", "取整", "--lang", "en"}).output;
  std::size_t found = 0;
  for (std::size_t at = text.find("rounded by itself"); at != std::string::npos;
       at = text.find("rounded by itself", at + 1)) {
    ++found;
  }
  CHECK(found > 0);
  CHECK(found < 3);
  CHECK_FALSE(says(row_text("3"), "rounded by itself"));
}

TEST_CASE("explain shows the lights with their rules") {
  std::string const text =
      run_program({"explain", example, "--project", "日常公用经费", "--as-of", "6", "--lang", "en"}).output;
  CHECK(says(text, "Monitoring (end of month 6): green"));
  CHECK(says(text, "monitoring rule monitor-negative (when quantity and direction = negative)"));
  CHECK(says(text, "Monitoring (end of month 6): execution green, project red"));
  CHECK_FALSE(says(run_program({"explain", example, "--project", "日常公用经费", "--lang", "en"}).output,
                   "Monitoring"));
}

TEST_CASE("explain names the rows that would move the grade alone, and each of them does") {
  std::string const head =
      "项目名称,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,权重,指标方向性,实际完成值\n";
  std::vector<std::vector<std::string>> const rows{
      {"甲,产出指标,数量指标,培训次数,≥,10,次,30,正向指标,", "7", "次", "1"},
      {"甲,产出指标,成本指标,印刷成本,≤,5,万元,30,反向指标,", "6", "万元", "0.01"},
      {"甲,产出指标,数量指标,道路,≥,30,公里,30,正向指标,", "20", "公里", "0.01"},
      {"甲,满意度指标,服务对象满意度指标,群众满意度,≥,90,%,10,正向指标,", "81", "%", "0.01"}};
  std::string const folder = fresh_folder("explain_moves");
  auto const table = [&](std::size_t changed, std::string const& actual) {
    std::string text = head;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      text += rows[i][0] + (i == changed ? actual : rows[i][1]) + rows[i][2] + "\n";
    }
    return write_file(folder + "/table.csv", text);
  };
  auto const explained = [&](std::string const& file) {
    return Json::parse(
        run_program({"explain", file, "--project", "甲", "--rules", "mof-2020", "--format", "json"})
            .output)["projects"][0]["grade"];
  };
  Json const grade = explained(table(9, ""));
  CHECK(grade["grade"] == "fair");
  REQUIRE(grade["rows"]["up"].size() == 3); // all that the fourth row could add is not enough
  REQUIRE(grade["rows"]["down"].size() == 3);
  for (char const* const way : {"up", "down"}) {
    for (Json const& move : grade["rows"][way]) {
      auto const index = static_cast<std::size_t>(move["row"].get<int>() - 1);
      std::string const actual = move["actual"];
      INFO(way << " " << rows[index][0] << actual);
      CHECK(move["unit"] == rows[index][2]);
      Json const there = explained(table(index, actual));
      CHECK(there["grade"] == move["grade"]);
      CHECK(jixiao::number::Rational::parse(there["total"]["low"].get<std::string>())
            == jixiao::number::Rational::parse(move["total"].get<std::string>()));
      jixiao::number::Rational const to = *jixiao::number::Rational::parse(actual);
      jixiao::number::Rational const step = *jixiao::number::Rational::parse(rows[index][3]);
      bool const rises = *jixiao::number::Rational::parse(rows[index][1]) < to;
      CHECK(explained(table(index, (rises ? to - step : to + step).plain_text()))["grade"] == "fair");
    }
  }
}

TEST_CASE("explain says when no single row could move the grade, and when a judgement decides") {
  std::string const folder = fresh_folder("explain_judged");
  std::string const file =
      write_file(folder + "/table.csv",
                 "项目名称,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,权重,指标方向性,实际完成值\n"
                 "甲,产出指标,数量指标,培训次数,≥,10,次,50,正向指标,9次\n甲,产出指标,数量指标,检查次数,≥,10,"
                 "次,50,正向指标,1次\n");
  std::string const low =
      write_file(folder + "/low.csv",
                 "项目名称,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,权重,指标方向性,实际完成值\n"
                 "甲,产出指标,数量指标,培训次数,≥,10,次,50,正向指标,1次\n甲,产出指标,数量指标,检查次数,≥,10,"
                 "次,50,正向指标,1次\n");
  CHECK(says(run_program({"explain", low, "--project", "甲", "--rules", "mof-2020", "--lang", "en"}).output,
             "no single row could raise the grade alone"));
  auto const with = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"explain", file,       "--project", "甲",
                                       "--rules", "mof-2020", "--lang",    "en"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments).output;
  };
  CHECK(says(with({}),
             "row 2, 检查次数: actual from 1次 to 3次 (2次 away), 15.00 points for the row, total 60.00"));
  Json const row = Json::parse(with({"--format", "json"}))["projects"][0]["rows"][1]["indicator"];
  std::string const judgements =
      write_file(folder + "/judged.yaml", "judgements:\n  - {row: \"" + row["key"].get<std::string>()
                                              + "\", digest: " + row["digest"].get<std::string>()
                                              + ", share: \"0.1\", by: A, on: 2024-01-05, why: seen}\n");
  std::string const judged = with({"--judgements", judgements});
  CHECK(says(judged, "a judgement decides the points: another actual does not change them"));
  CHECK(says(judged, "row 2, 检查次数: a judgement decides it, not the actual; judged at 15.00 points"));
  CHECK(Json::parse(with({"--judgements", judgements, "--format",
                          "json"}))["projects"][0]["rows"][1]["comparisons"][0]["nearest"]
            .is_null());
}

TEST_CASE("explain gives programs what it says to people") {
  Json const document =
      Json::parse(run_program({"explain", distances, "--project", "演示", "--format", "json"}).output);
  CHECK(document["schema"] == "jixiao/explanation/1");
  REQUIRE(document["projects"][0]["rows"].size() == 7);
  CHECK(nearest(document, 0)["day"]["to"] == "2023-12-31");
  CHECK(nearest(document, 0)["day"]["days_late"]["low"] == 61);
  CHECK(nearest(document, 0)["full"]["kind"] == "unknown");
  CHECK(nearest(document, 1)["tier"]["next"] == "met");
  CHECK(nearest(document, 5)["tier"]["next"].is_null());
  CHECK(nearest(document, 2)["full"]["actual"] == "0.95");
  CHECK(nearest(document, 2)["full"]["away"] == "0.035");
  CHECK(nearest(document, 4)["full"]["actual"] == "120");
  Json const& comparison = document["projects"][0]["rows"][2]["comparisons"][0];
  CHECK(comparison["rules"].back()["id"] == "unmet-positive");
  CHECK(comparison["rules"].back()["matched"] == "yes");
  CHECK(comparison["rules"].back()["formula"] == "0.915 / 0.95");
  CHECK(comparison["why_not"].size() > 3);
  CHECK(document["projects"][0]["grade"]["state"] == "open");
  CHECK(document["projects"][0]["monitoring"].is_null());
  Json const one = Json::parse(run_program({"explain", example, "--project", "日常公用经费", "--row", "2",
                                            "--format", "json", "--as-of", "6"})
                                   .output);
  REQUIRE(one["projects"][0]["rows"].size() == 1);
  CHECK(one["projects"][0]["rows"][0]["indicator"]["row"] == 2);
  CHECK(one["projects"][0]["monitoring"]["light"] == "red");
  CHECK(run_program({"explain", distances, "--project", "没有", "--format", "json"}).status == 2);
}

TEST_CASE("CSV has columns for the lights, blank without monitoring") {
  auto const lines = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"score", example, "--format", "csv", "--lang", "en"});
    return run_program(arguments).output;
  };
  CHECK(says(lines({}), ",findings_id,light,light_id\n"));
  CHECK(says(lines({"--as-of", "6"}), ",green,green\n"));
  CHECK_FALSE(says(lines({}), ",green,green\n"));
  std::string const projects = lines({"--detail", "projects", "--as-of", "6"});
  CHECK(says(projects, ",light,light_id,execution_light,execution_light_id,"));
  CHECK(says(projects, ",red,red,green,green,"));
}

TEST_CASE("explain says a range that is met as a range, and time in days") {
  std::string const folder = fresh_folder("explain-range");
  std::string const table =
      write_file(folder + "/t.csv", "项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n"
                                    "演示,产出指标,数量指标,次数,10~20次,50,15次\n"
                                    "演示,产出指标,时效指标,办理时限,≤30天,40,42天\n");
  std::string const text = run_program({"explain", table, "--project", "演示", "--lang", "en"}).output;
  INFO(text);
  CHECK(says(text, "actual 15次 against 10~20次"));
  CHECK(says(text, "actual 42 days against"));
  CHECK(says(text, " 30 days\n"));
  CHECK_FALSE(says(text, "against ?"));
}

TEST_CASE("explain asks for the reason where that is what is missing") {
  std::string const folder = fresh_folder("explain-reason");
  std::string const pack = write_file(
      folder + "/needs-reason.yaml",
      "pack: needs-reason\ntitle: t\nextends: mof-2020\nscore:\n"
      "  - {id: far-over, before: met, when: \"quantity and direction = positive and target > 0 and "
      "actual > 1.5 * target and not reason_given\", share: \"0.8\"}\n");
  std::string const table =
      write_file(folder + "/t.csv", "项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n"
                                    "演示,产出指标,数量指标,次数,≥10次,90,30次\n");
  std::string const text =
      run_program({"explain", table, "--project", "演示", "--rules", pack, "--lang", "en"}).output;
  INFO(text);
  CHECK(says(text, "What is missing is the reason: with one in the column of reasons the share is 1"));
  CHECK_FALSE(says(text, "has to come to"));
}

TEST_CASE("a grade that the pack's cap forbids is not promised") {
  std::string const folder = fresh_folder("explain-cap") + "/";
  std::string const pack = write_file(
      folder + "capped.yaml",
      "pack: capped\ntitle: x\neffective: {from: 2024-01-01}\nextends: mof-2020\nconfidence: K\ncaps:\n"
      "  - {id: half-spent, when: \"execution_rate < 0.9\", share: \"0.79\", cite: x, confidence: "
      "K}\ntests:\n"
      "  - {name: a, row: \"产出指标 | 数量指标 | 培训次数 | ≥ | 10 | 次 | 20 | \", actual: 11次, score: "
      "\"20.00\"}\n");
  std::string const table = write_file(
      folder + "a.csv",
      "项目名称,年初预算数,预算执行数,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,权重,实际完成值\n"
      "甲,100万元,85万元,产出指标,数量指标,培训次数,≥,10,次,60,7次\n"
      ",,,效益指标,经济效益指标,节约资金,≥,10,万元,30,8万元\n");
  std::string const capped = run_program({"explain", table, "--project", "甲", "--rules", pack}).output;
  CHECK(says(capped, "总分 74.50"));
  CHECK(says(capped, "本项目总分最高 79 分"));
  CHECK_FALSE(says(capped, "再得 5.50 分"));
  Json const json = Json::parse(
      run_program({"explain", table, "--project", "甲", "--rules", pack, "--format", "json"}).output);
  CHECK(json["projects"][0]["grade"]["most"] == "79");
  CHECK(json["projects"][0]["grade"]["up"].is_null());
  CHECK(says(run_program({"explain", table, "--project", "甲"}).output, "再得 5.50 分，到 80.00 分"));
}

TEST_CASE("explain says which rule gave the execution score, and which cap decided the total") {
  std::string const folder = fresh_folder("explain-execution");
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
  auto const explained = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"explain", table, "--project", "甲项目",
                                       "--rules", pack,  "--lang",    "en"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments).output;
  };
  std::string const text = explained({"--row", "execution"});
  for (char const* part :
       {"Rate = executed 43.00 / budget 100.00 (10,000 yuan) = 43.00%", "rule ",
        "base.yaml:", "Score = 0.43 x 10 = 4.3 -> 4.30",
        "cap half-spent applies (when execution_rate < 0.5): the total is at most 59", "source: 某办法第九条",
        "capped.yaml:5:", "this cap decides the total: 59.00", "cap nothing-spent does not apply",
        "cap all-but applies", "it has not lowered the total"}) {
    INFO(part << "\n" << text);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(text.find("Row 1") == std::string::npos);
  std::string const whole = explained({});
  CHECK(whole.find("Row 1") < whole.find("this cap decides the total"));
  CHECK(explained({"--row", "1"}).find("cap half-spent") == std::string::npos);
  Json const json = Json::parse(explained({"--row", "execution", "--format", "json"}))["projects"][0];
  CHECK(json["rows"].empty());
  CHECK(json["execution"]["rate"] == "43.00%");
  CHECK(json["execution"]["rules"].back()["matched"] == "yes");
  CHECK(json["caps"].size() == 3);
  CHECK(json["caps"][0]["decided"] == true);
  CHECK(json["caps"][0]["cite"] == "某办法第九条");
  CHECK(json["caps"][1]["matched"] == "no");
  CHECK(json["caps"][2]["decided"] == false);
}

TEST_CASE("explain of a project with many rows says what it does not work out, and how many rows there are") {
  std::string table = "项目名称,一级指标,二级指标,三级指标,指标值,分值,实际完成值\n";
  for (int i = 1; i <= 301; ++i) {
    table += "演示,产出指标,数量指标,第" + std::to_string(i) + "类次数,≥10次,0.3,9次\n";
  }
  std::string const path = write_file(fresh_folder("explain-many") + "/t.csv", table);
  std::string const text = run_program({"explain", path, "--project", "演示", "--lang", "en"}).output;
  CHECK(says(text, "The project has 301 rows; which of them could move the grade alone is not worked out for "
                   "more than 300"));
  CHECK(says(text, "Row 301:"));
  ProgramRun const none = run_program({"explain", path, "--project", "演示", "--row", "302", "--lang", "en"});
  CHECK(none.status == 2);
  CHECK(says(none.errors, "has no row 302: it has 301 rows"));
}

TEST_CASE("the nearest actual of an hour against minutes is not a whole hour away") {
  std::string const path =
      write_file(fresh_folder("explain-hours") + "/t.csv",
                 "项目名称,调整后预算数（万元）,预算执行数（万元）,一级指标,二级指标,三级指标,"
                 "指标性质,指标值,度量单位,权重,指标方向性,实际完成值\n"
                 "甲,100,100,产出指标,时效指标,响应时间,≤,30,分钟,90,反向指标,1小时\n");
  std::string const text =
      run_program({"explain", path, "--project", "甲", "--rules", "mof-2020", "--lang", "en"}).output;
  INFO(text);
  CHECK(says(text, "0.9小时"));
  CHECK_FALSE(says(text, "0小时 ("));
}

TEST_CASE("explain says of a formula that rounds that it jumps") {
  std::string const folder = fresh_folder("explain-rounds");
  std::string const pack =
      write_file(folder + "/own.yaml",
                 "pack: own\ntitle: t\nextends: base\nscore:\n  - {id: satisfaction, before: unmet-positive, "
                 "when: \"level1 = "
                 "satisfaction and dimension = ratio and weight > 0\", share: \"max(0, weight - 0.5 * "
                 "round(abs(percentage_points) + 0.49, 0)) / weight\"}\n");
  std::string const path =
      write_file(folder + "/t.csv",
                 "项目名称,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,权重,指标方向性,实际完成值\n"
                 "甲,满意度指标,服务对象满意度指标,群众满意度,≥,90,%,10,正向指标,86.5%\n");
  std::string const text =
      run_program({"explain", path, "--project", "甲", "--rules", pack, "--lang", "en"}).output;
  INFO(text);
  CHECK(says(text, "points go in jumps"));
  CHECK_FALSE(says(text, "not one number against one number"));
}
