// Small rules files: what they may hold, and every way in which they are refused.
#include "engine/configuration/yaml.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <map>

using namespace jixiao;
using vocabulary::RuleFile;
using vocabulary::Vocabulary;

namespace {

struct Texts {
  std::map<std::string, std::string> files{
      {"units", test::read_source("tests/vocabulary/small/units.yaml")},
      {"lexicon", test::read_source("tests/vocabulary/small/lexicon.yaml")},
      {"taxonomy", test::read_source("tests/vocabulary/small/taxonomy.yaml")}};

  void replace(std::string const& file, std::string const& before, std::string const& after) {
    std::string& text = files.at(file);
    std::size_t const at = text.find(before);
    REQUIRE(at != std::string::npos);
    text.replace(at, before.size(), after);
  }

  [[nodiscard]] RuleFile rule_file(std::string const& file, diagnostic::SourceId source) const {
    auto parsed = configuration::parse_yaml(files.at(file), source);
    REQUIRE(parsed.value.has_value());
    return {std::move(*parsed.value), source};
  }

  [[nodiscard]] diagnostic::Outcome<Vocabulary> load() const {
    return vocabulary::load_vocabulary(rule_file("units", 1), rule_file("lexicon", 2),
                                       rule_file("taxonomy", 3));
  }
};

std::string written(diagnostic::Diagnostics const& findings) {
  std::string result;
  for (diagnostic::Diagnostic const& finding : findings) {
    result += result.empty() ? "" : "; ";
    result += std::string(finding.code) + " " + std::to_string(finding.where.row) + " "
              + std::to_string(finding.where.column);
    for (std::size_t i = 0; i < finding.arguments.size(); ++i) {
      result += (i == 0 ? " " : "|") + finding.arguments[i];
    }
  }
  return result;
}

} // namespace

TEST_CASE("the small files load", "[vocabulary]") {
  auto const outcome = Texts{}.load();
  CHECK(written(outcome.diagnostics).empty());
  REQUIRE(outcome.value.has_value());
  CHECK(outcome.value->unit("year")->base == "月");
  CHECK(outcome.value->hints("完成率").percentage);
  CHECK_FALSE(outcome.value->hints("效率").percentage);
}

TEST_CASE("broken files are refused with file, line, column and what is wrong", "[vocabulary]") {
  std::map<std::string, diagnostic::SourceId> const sources{{"units", 1}, {"lexicon", 2}, {"taxonomy", 3}};
  for (test::CaseRow const& row : test::read_cases("tests/cases/vocabulary_refused.csv")) {
    INFO("line " << row.line << ": " << row.fields[1] << " -> " << row.fields[2]);
    Texts texts;
    texts.replace(row.fields[0], row.fields[1], row.fields[2]);
    auto const outcome = texts.load();
    CHECK_FALSE(outcome.value.has_value());
    // A case may give the beginning only where the rest is a long list of names.
    CHECK(written(outcome.diagnostics).substr(0, row.fields[3].size()) == row.fields[3]);
    for (diagnostic::Diagnostic const& finding : outcome.diagnostics) {
      CHECK(finding.where.source == sources.at(row.fields[0]));
      CHECK(finding.severity == diagnostic::Severity::error);
    }
  }
}

TEST_CASE("a missing required unit is an error", "[vocabulary]") {
  Texts texts;
  texts.replace("units", "percent:", "per_cent:");
  auto const outcome = texts.load();
  CHECK_FALSE(outcome.value.has_value());
  CHECK(written(outcome.diagnostics) == "vocabulary_missing_unit 1 1 percent");
}

TEST_CASE("a unit, a word and a synonym are added by data alone", "[vocabulary]") {
  Texts texts;
  texts.replace("units", "件: []}", "件: [], 樘: [扇]}");
  texts.replace("lexicon", "project: [项目名称]", "project: [项目名称, 工程名称]");
  texts.replace("lexicon", "status: [完成]", "status: [完成, 办妥]");
  texts.replace("taxonomy", "output: [产出指标]", "output: [产出指标, 工程产出]");
  auto const outcome = texts.load();
  REQUIRE(outcome.value.has_value());
  Vocabulary const& words = *outcome.value;
  REQUIRE(words.unit("樘") != nullptr);
  CHECK(words.unit("樘")->dimension == model::Dimension::count);
  CHECK(words.lexicon().units.back().text == "扇");
  CHECK(words.lexicon().units.back().id == "樘");
  CHECK(words.column("工程名称") == model::Column::project);
  CHECK(words.lexicon().words[1].text == "办妥");
  CHECK(words.level1("工程产出") == model::Level1::output);
}

TEST_CASE("a whole file of the wrong kind is refused", "[vocabulary]") {
  for (std::string const file : {"units", "lexicon", "taxonomy"}) {
    INFO(file);
    Texts texts;
    texts.files[file] = "- a list\n";
    auto const outcome = texts.load();
    CHECK_FALSE(outcome.value.has_value());
    CHECK(written(outcome.diagnostics).find("vocabulary_not_a_map 1 1 " + file + ".yaml")
          != std::string::npos);
  }
}
