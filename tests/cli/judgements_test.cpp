// A file of judgements from its first draft to a table in which rows have moved.
#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

std::string const head =
    "项目名称,年度,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,权重,指标方向性,实际完成值\n";
std::string const trained = "甲,2023,产出指标,数量指标,培训次数,≥,10,次,60,正向指标,9次\n";
std::string const satisfied = "甲,2023,满意度指标,满意度指标,群众满意度,≥,95,%,30,正向指标,完成\n";
std::string const checked = "甲,2023,产出指标,数量指标,检查次数,≥,10,次,10,正向指标,10次\n";

std::string table(std::string const& folder, std::string const& name, std::string const& rows) {
  return write_file(folder + "/" + name, head + rows);
}

/// The draft for `file` with every decision filled in.
std::string filled(std::string const& file) {
  std::string draft =
      run_program({"score", file, "--rules", "mof-2020", "--format", "judgements", "--lang", "en"}).output;
  auto const fill = [&](std::string const& blank, std::string const& text) {
    for (std::size_t at = draft.find(blank); at != std::string::npos; at = draft.find(blank, at + 1)) {
      draft.replace(at, blank.size(), text);
    }
  };
  fill("value: \"\"", "value: 96%");
  fill("by: \"\"", "by: A");
  fill("on: \"\"", "on: 2024-01-05");
  fill("why: \"\"", "why: seen");
  return draft;
}

/// Which rows were judged, and what is said of judgements.
std::string outcome(std::string const& file, std::string const& judgements) {
  ProgramRun const run =
      run_program({"score", file, "--rules", "mof-2020", "--judgements", judgements, "--format", "json"});
  Json const document = Json::parse(run.output);
  std::string result;
  for (Json const& project : document["projects"]) {
    for (Json const& row : project["indicators"]) {
      if (!row["judgement"].is_null()) {
        result += std::to_string(row["row"].get<int>()) + " " + row["status"].get<std::string>() + "; ";
      }
    }
    for (Json const& finding : project["findings"]) {
      std::string const code = finding["code"].get<std::string>();
      result += code.compare(0, 9, "judgement") == 0 ? code + "; " : "";
    }
  }
  for (Json const& finding : document["findings"]) {
    std::string const code = finding["code"].get<std::string>();
    result += code.compare(0, 9, "judgement") == 0 ? code + "; " : "";
  }
  return result;
}

} // namespace

TEST_CASE("a draft of judgements lists the open rows and is refused until it is filled in") {
  std::string const folder = fresh_folder("judgements_draft");
  std::string const file = table(folder, "table.csv", trained + satisfied);
  ProgramRun const draft =
      run_program({"score", file, "--rules", "mof-2020", "--format", "judgements", "--lang", "en"});
  CHECK(draft.output.find("  - row: \"/甲/2/群众满意度\"\n") != std::string::npos);
  CHECK(draft.output.find("    name: \"群众满意度\"\n    target: \"95\"\n") != std::string::npos);
  CHECK(draft.output.find("    # actual value: \"完成\"\n") != std::string::npos);
  CHECK(draft.output.find("points at stake: 30.00; ") != std::string::npos);
  CHECK(draft.output.find("培训次数") == std::string::npos);
  std::string const blank = write_file(folder + "/blank.yaml", draft.output);
  CHECK(outcome(file, blank)
        == "judgement_not_text; judgement_not_text; judgement_not_text; judgement_not_text; ");
  std::string const done = write_file(folder + "/done.yaml", filled(file));
  CHECK(outcome(file, done) == "2 scored; ");
  std::string const settled = table(folder, "settled.csv", trained);
  CHECK(run_program({"score", settled, "--rules", "mof-2020", "--format", "judgements", "--lang", "en"})
            .output.find("judgements: []\n")
        != std::string::npos);
}

TEST_CASE("a judgement that names its indicator finds its row where rows have moved") {
  std::string const folder = fresh_folder("judgements_moved");
  std::string const judged = filled(table(folder, "table.csv", trained + satisfied));
  std::string const file = write_file(folder + "/judged.yaml", judged);
  auto const of = [&](std::string const& rows) { return outcome(table(folder, "moved.csv", rows), file); };
  CHECK(of(trained + checked + satisfied) == "3 scored; judgement_row_moved; ");
  CHECK(of(satisfied + trained) == "1 scored; judgement_row_moved; ");
  // A changed row is none that has moved, and of two equal ones nobody knows which it is.
  std::string changed = satisfied;
  changed.replace(changed.find("完成"), 6, "达标");
  CHECK(of(trained + checked + changed) == "judgement_unknown_row; ");
  CHECK(of(trained + changed) == "judgement_stale; ");
  CHECK(of(trained + checked + satisfied + satisfied) == "judgement_unknown_row; ");
  // The row that now has its number is another one of the same name.
  CHECK(of(trained + changed + satisfied) == "3 scored; judgement_row_moved; ");
  // Without the name it holds for its place alone.
  std::string unnamed = judged;
  unnamed.erase(unnamed.find("    name: "), std::string("    name: \"群众满意度\"\n").size());
  CHECK(outcome(table(folder, "other.csv", trained + checked + satisfied),
                write_file(folder + "/unnamed.yaml", unnamed))
        == "judgement_unknown_row; ");
}

TEST_CASE("judgements of rows that say the same hold only where those stood") {
  std::string const folder = fresh_folder("judgements_twins");
  std::string const judged = filled(table(folder, "table.csv", satisfied + satisfied + trained));
  std::string const file = write_file(folder + "/judged.yaml", judged);
  auto const of = [&](std::string const& rows) { return outcome(table(folder, "moved.csv", rows), file); };
  CHECK(of(satisfied + satisfied + trained) == "1 scored; 2 scored; ");
  CHECK(of(satisfied + satisfied + checked) == "1 scored; 2 scored; ");
  CHECK(of(checked + satisfied + satisfied) == "judgement_of_twins; judgement_unknown_row; ");
}

TEST_CASE("a judgement whose row has another target than it names is refused") {
  std::string const folder = fresh_folder("judgements_target");
  std::string const file = table(folder, "table.csv", trained + satisfied);
  std::string judged = filled(file);
  judged.replace(judged.find("target: \"95\""), 12, "target: \"90\"");
  CHECK(outcome(file, write_file(folder + "/judged.yaml", judged)) == "judgement_other_row; ");
}
