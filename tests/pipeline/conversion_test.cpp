// Documents through the pipeline: what `convert` writes is read back the same, and `score` reads the same
// projects.
#include "engine/pipeline/archive_libzip.hpp"
#include "engine/pipeline/conversion.hpp"
#include "engine/pipeline/evaluation_run.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "grammar/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using namespace jixiao;
using Json = nlohmann::ordered_json;

namespace {

namespace fs = std::filesystem;

struct Rules {
  diagnostic::SourceTable sources;
  pipeline::RulesSource source{{}, sources};
  vocabulary::Vocabulary vocabulary = std::move(source.vocabulary().value.value());
  vocabulary::Forms forms = std::move(source.forms().value.value());
  rulepack::RulePack pack = std::move(source.pack("mof-2020").value.value());
};

fs::path written(std::string const& name, std::string const& text) {
  fs::path const folder = fs::temp_directory_path() / "jixiao-tests" / "conversion";
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << text;
  return folder / name;
}

std::string csv_of(std::vector<ingest::forms::Conversion> const& conversion, Rules const& rules) {
  std::string csv;
  pipeline::write_csv(conversion, rules.vocabulary, rules.forms, [&](std::string_view text) { csv += text; });
  return csv;
}

/// What makes a project, without places.
struct Plain {
  std::vector<std::array<std::string, model::column_count>> rows;
  std::vector<std::string> money; ///< units of the amounts that are there
  bool fused = false;
  friend bool operator==(Plain const&, Plain const&) = default;
};

Plain plain(model::RawProject const& project) {
  Plain result;
  result.fused = project.header->fused_target && project.header->has(model::Column::target);
  for (model::RawRow const& row : project.rows) {
    auto& texts = result.rows.emplace_back();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      texts[i] = row.cells[i];
    }
  }
  for (model::Column const column :
       {model::Column::initial_budget, model::Column::adjusted_budget, model::Column::executed}) {
    result.money.push_back(
        project.rows.front()[column].empty() ? "" : project.header->units[static_cast<std::size_t>(column)]);
  }
  return result;
}

std::vector<Plain> plain(ingest::forms::Conversion const& conversion) {
  std::vector<Plain> result;
  for (ingest::forms::FormProject const& project : conversion.projects) {
    result.push_back(plain(project.raw));
  }
  return result;
}

std::vector<std::string> documents() {
  return {"tests/data/extracts/general-office.txt",
          "tests/data/extracts/government-affairs.txt",
          "tests/data/extracts/budget-targets.txt",
          "tests/data/extracts/district-office.txt",
          "tests/data/extracts/service-bureau.txt",
          "tests/data/documents/self-evaluation-openpyxl.xlsx",
          "tests/data/documents/self-evaluation-python.docx",
          "tests/data/documents/self-evaluation-gbk.html",
          "examples/completed-2023/completed.csv",
          "examples/budget-targets-2023/projects.csv"};
}

} // namespace

TEST_CASE("what convert writes as CSV is read back the same") {
  Rules rules;
  for (std::string const& name : documents()) {
    INFO(name);
    pipeline::ConvertedFile const file =
        pipeline::convert_file(test::source_path(name), rules.vocabulary, rules.forms, rules.sources);
    REQUIRE(file.readable);
    REQUIRE(!file.conversion.projects.empty());
    fs::path const csv = written("again.csv", csv_of({file.conversion}, rules));
    pipeline::ConvertedFile const again =
        pipeline::convert_file(csv, rules.vocabulary, rules.forms, rules.sources);
    std::vector<Plain> const before = plain(file.conversion), after = plain(again.conversion);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      INFO("project " << i << " " << file.conversion.projects[i].raw.rows[0][model::Column::project]);
      CHECK(before[i].rows == after[i].rows);
      CHECK(before[i].money == after[i].money);
      CHECK(before[i].fused == after[i].fused);
    }
  }
}

TEST_CASE("projects without a name stay several in the converted table") {
  std::string const table = "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n"
                            "产出指标,数量指标,面积,≥50亩,52亩,60\n效益指标,社会效益指标,人数,≥9人,9人,40\n";
  Rules rules;
  auto const read = [&rules](fs::path const& file) {
    return pipeline::convert_file(file, rules.vocabulary, rules.forms, rules.sources).conversion;
  };
  ingest::forms::Conversion const two =
      read(written("two.csv", "2023年度项目支出绩效自评表,,,,,\n" + table + table));
  REQUIRE(two.projects.size() == 2);
  ingest::forms::Conversion const again = read(written("two-again.csv", csv_of({two}, rules)));
  REQUIRE(again.projects.size() == 2);
  CHECK(plain(two) == plain(again));
}

TEST_CASE("the same table in every format") {
  Rules rules;
  std::vector<Plain> const expected =
      plain(pipeline::convert_file(test::source_path("tests/data/documents/self-evaluation-openpyxl.xlsx"),
                                   rules.vocabulary, rules.forms, rules.sources)
                .conversion);
  REQUIRE(expected.size() == 1);
  CHECK(expected[0].rows.size() == 8);
  for (char const* name :
       {"self-evaluation-python.docx", "self-evaluation-libreoffice.docx", "self-evaluation-libreoffice.odt",
        "self-evaluation-libreoffice.ods", "self-evaluation-gbk.html", "self-evaluation-libreoffice.html",
        "self-evaluation-chromium.html"}) {
    INFO(name);
    CHECK(plain(pipeline::convert_file(test::source_path(std::string("tests/data/documents/") + name),
                                       rules.vocabulary, rules.forms, rules.sources)
                    .conversion)
          == expected);
  }
}

TEST_CASE("rows that pages of a PDF cut are those of its source") {
  Rules rules;
  auto const read = [&rules](std::string const& name) {
    std::vector<Plain> projects =
        plain(pipeline::convert_file(test::source_path("tests/data/documents/" + name), rules.vocabulary,
                                     rules.forms, rules.sources)
                  .conversion);
    for (Plain& project : projects) {
      for (auto& row : project.rows) {
        for (std::string& text : row) {
          text = grammar::without_blanks(text);
        }
      }
    }
    return projects;
  };
  std::vector<Plain> const printed = read("continued-libreoffice.pdf");
  REQUIRE(printed.size() == 1);
  CHECK(printed[0].rows.size() == 36);
  CHECK(printed == read("continued-python.docx"));
}

TEST_CASE("a form on a later sheet keeps its project and its budget") {
  Rules rules;
  pipeline::ConvertedFile const file =
      pipeline::convert_file(test::source_path("tests/data/documents/mixed-openpyxl.xlsx"), rules.vocabulary,
                             rules.forms, rules.sources);
  std::vector<std::string> projects;
  for (ingest::forms::FormProject const& each : file.conversion.projects) {
    model::RawRow const& row = each.raw.rows.front();
    projects.push_back(std::string(row[model::Column::project]) + " "
                       + std::string(row[model::Column::initial_budget]) + " "
                       + std::string(row[model::Column::executed]));
  }
  CHECK(projects == std::vector<std::string>{"甲 100 90", "乙 50 50", "城区绿化 300 270"});
}

TEST_CASE("score reads the projects of documents") {
  Rules rules;
  for (std::string const& name : documents()) {
    INFO(name);
    pipeline::ConvertedFile const file =
        pipeline::convert_file(test::source_path(name), rules.vocabulary, rules.forms, rules.sources);
    pipeline::RunSettings settings;
    settings.forms = &rules.forms;
    settings.digest_inputs = true;
    std::vector<std::string> names;
    pipeline::RunSummary const summary = pipeline::run_evaluation(
        {test::source_path(name)}, rules.vocabulary, rules.pack, settings, rules.sources,
        [&](model::ProjectEvaluation const& project) { names.push_back(project.project.name); });
    CHECK(summary.unreadable == 0);
    REQUIRE(names.size() == file.conversion.projects.size());
    CHECK(summary.digests.size() == 1);
    CHECK(summary.digests[0].sha256.size() == 64);
    for (std::size_t i = 0; i < names.size(); ++i) {
      CHECK(names[i] == file.conversion.projects[i].raw.rows[0][model::Column::project]);
    }
  }
}

TEST_CASE("a clean table of a text file is a standard table, one that has drifted is not") {
  Rules rules;
  std::string const head = "项目名称\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重\n";
  std::string const row = "甲\t产出指标\t数量指标\t培训次数\t≥\t5\t次\t50\n";
  auto const table = [&](std::string const& name, std::string const& text) {
    pipeline::ConvertedFile const file =
        pipeline::convert_file(written(name, text), rules.vocabulary, rules.forms, rules.sources);
    REQUIRE(file.conversion.tables.size() == 1);
    CHECK(file.conversion.projects.size() == 1);
    return file.conversion.tables[0].form;
  };
  CHECK(table("clean.txt", head + row) == "standard_table");
  CHECK(table("drifted.txt", head + row + "产出指标\t质量指标\t合格率\t≥\t90\t%\t40\n") == "budget_targets");
  CHECK(table("drifted.csv", head + row) == "standard_table");
}

TEST_CASE("what stands above the rows of a text counts, whichever reader gets the table") {
  Rules rules;
  auto const read = [&](std::string const& name, std::string const& text) {
    return pipeline::convert_file(written(name, text), rules.vocabulary, rules.forms, rules.sources)
        .conversion;
  };
  auto const has = [](diagnostic::Diagnostics const& findings, std::string_view code) {
    return std::any_of(findings.begin(), findings.end(),
                       [code](diagnostic::Diagnostic const& each) { return each.code == code; });
  };
  std::string const above = "2023年项目支出绩效自评表,,,,,\n项目名称,绿化养护,,,,\n实施单位,园林所,,,,\n";
  std::string const rows =
      "产出指标-数量指标,养护面积,≥50亩,52亩,50,50\n满意度指标,居民满意度,≥90%,88%,40,39\n";
  ingest::forms::Conversion const kinds =
      read("kinds.csv", above + "指标类别,指标名称,年度指标值,实际完成值,分值,得分\n" + rows);
  REQUIRE(kinds.projects.size() == 1);
  model::RawRow const& row = kinds.projects[0].raw.rows.front();
  CHECK(row[model::Column::project] == "绿化养护");
  CHECK(row[model::Column::unit] == "园林所");
  CHECK(row[model::Column::year] == "2023");
  CHECK(row[model::Column::level1] == "产出指标");
  CHECK(row[model::Column::level2] == "数量指标");
  // Without the labels above the same levels are parted.
  ingest::forms::Conversion const bare =
      read("bare.csv", "指标类别,指标名称,年度指标值,实际完成值,分值,得分\n" + rows);
  REQUIRE(bare.projects.size() == 1);
  CHECK(bare.projects[0].raw.rows.front()[model::Column::level2] == "数量指标");
  // A table that is no form loses its project's name, and says so.
  ingest::forms::Conversion const nameless =
      read("nameless.csv", above + "指标名称,指标值,实际完成值\n面积,≥50亩,52亩\n");
  REQUIRE(nameless.projects.size() == 1);
  CHECK(has(nameless.projects[0].raw.findings, "project_above_not_read"));
}

TEST_CASE("two projects in one standard table without a column for them") {
  Rules rules;
  std::string const heads = "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n";
  std::string const first =
      "产出指标,数量指标,养护面积,≥50亩,52亩,50\n效益指标,社会效益指标,投诉,≤80件,70件,50\n";
  std::string const second =
      "产出指标,数量指标,清扫面积,≥8亩,7亩,50\n效益指标,社会效益指标,纠纷,≤8件,9件,50\n";
  auto const read = [&](std::string const& text) {
    return pipeline::convert_file(written("two.csv", text), rules.vocabulary, rules.forms, rules.sources)
        .conversion;
  };
  CHECK(read(heads + first + "合计,,,,,100\n" + second).projects.size() == 2);
  ingest::forms::Conversion const joined = read(heads + first + second);
  REQUIRE(joined.projects.size() == 1);
  diagnostic::Diagnostics const& findings = joined.projects[0].raw.findings;
  CHECK(std::any_of(findings.begin(), findings.end(),
                    [](diagnostic::Diagnostic const& each) { return each.code == "levels_begin_anew"; }));
}

TEST_CASE("inputs that are no document") {
  Rules rules;
  pipeline::ConvertedFile const missing =
      pipeline::convert_file("/nowhere/x.docx", rules.vocabulary, rules.forms, rules.sources);
  CHECK(!missing.readable);
  REQUIRE(missing.conversion.findings.size() == 1);
  CHECK(missing.conversion.findings[0].code == "input_unreadable");
  pipeline::ConvertedFile const prose = pipeline::convert_file(written("prose.txt", "没有表。\n"),
                                                               rules.vocabulary, rules.forms, rules.sources);
  CHECK(prose.conversion.projects.empty());
  CHECK(std::any_of(prose.conversion.findings.begin(), prose.conversion.findings.end(),
                    [](auto const& each) { return each.severity == diagnostic::Severity::error; }));
}

TEST_CASE("the account says where every cell went, in both languages") {
  Rules rules;
  vocabulary::Messages const messages = vocabulary::Messages::embedded();
  pipeline::ConvertedFile const file =
      pipeline::convert_file(test::source_path("tests/data/extracts/service-bureau.txt"), rules.vocabulary,
                             rules.forms, rules.sources);
  std::string const zh =
      pipeline::account_text(file.conversion, rules.sources, messages, vocabulary::Language::zh);
  CHECK(zh.find("三级指标：13") != std::string::npos);
  CHECK(zh.find("金额的其中数") != std::string::npos);
  CHECK(zh.find("account_") == std::string::npos);
  std::string const en =
      pipeline::account_text(file.conversion, rules.sources, messages, vocabulary::Language::en);
  CHECK(en.find("part of an amount") != std::string::npos);

  Json const json = Json::parse(
      pipeline::conversion_document("jixiao test", {file.conversion}, true, rules.sources, messages));
  CHECK(json["schema"] == "jixiao/conversion/1");
  CHECK(json["projects"].size() == 5);
  CHECK(json["account"].size() == file.conversion.account.size());
  CHECK(json["projects"][1]["rows"][0]["origins"]["name"]["line"] > 0);
  CHECK(json["projects"][1]["budget"]["initial"]["unit"] == "万元");
  Json const brief = Json::parse(
      pipeline::conversion_document("jixiao test", {file.conversion}, false, rules.sources, messages));
  CHECK(brief["account"].is_null());
}
