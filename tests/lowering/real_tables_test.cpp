// The real tables of examples/: what careful readers found row by row is what the engine finds.
#include "engine/rulepack/evaluate.hpp"
#include "tests/lowering/support.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <map>

using namespace jixiao;

namespace {

std::string const folder = "examples/self-evaluation-2021/";

} // namespace

TEST_CASE("Every row of the self-evaluation tables answers as people read it", "[lowering][real]") {
  auto const pack = test::Packs{}.load("base");
  REQUIRE(pack.value);
  std::map<std::string, model::Indicator> found; // by project and row
  for (char const* table : {"guangyuan-government-affairs", "renhe-district-office", "sichuan-general-office",
                            "yaan-service-bureau"}) {
    for (model::RawProject const& raw : test::read_table(folder + table + ".csv")) {
      model::Project project = test::reader().lower(raw, "");
      for (model::Indicator& row : project.indicators) {
        found[project.name + '/' + std::to_string(row.row)] = std::move(row);
      }
    }
  }
  std::size_t rows = 0;
  for (test::CaseRow const& wanted : test::read_cases("tests/cases/lowering_real.csv")) {
    REQUIRE(wanted.fields.size() == 5);
    INFO("line " << wanted.line << ": " << wanted.fields[1] << ' ' << wanted.fields[2]);
    model::Indicator const& row = found.at(wanted.fields[1] + '/' + wanted.fields[2]);
    std::string evidence;
    std::string shares;
    for (model::Comparison const& comparison : row.comparisons) {
      model::Verdict const verdict = rulepack::judge(*pack.value, comparison.facts);
      std::string const name(verdict.evidence);
      evidence += (evidence.empty() ? "" : "|") + (comparison.not_due ? '(' + name + ')' : name);
      shares += (shares.empty() ? "" : "|") + number::text(verdict.share);
    }
    CHECK(evidence == wanted.fields[3]);
    CHECK(shares == wanted.fields[4]);
    ++rows;
  }
  CHECK(rows == 111);
  CHECK(found.size() == rows);
}

TEST_CASE("The budget table says what is wrong with it, and nothing more", "[lowering][real]") {
  std::map<std::string_view, int> found;
  std::size_t rows = 0;
  for (model::RawProject const& raw : test::read_table("examples/budget-targets-2023/projects.csv")) {
    model::Project const project = test::reader().lower(raw, "");
    CHECK(project.year == "2023");
    CHECK_FALSE(project.actual_column);
    for (model::Indicator const& row : project.indicators) {
      ++rows;
      for (diagnostic::Diagnostic const& finding : row.findings) {
        ++found[finding.code];
      }
    }
  }
  std::map<std::string_view, int> const wanted{
      {"template_row", 11},        // ten stubs, and one row whose value and weight are cut off
      {"deviation_named_rate", 6}, // the accuracy of budgeting
      {"relation_against_meaning", 2},
      {"ordinal_bound", 3},
      {"per_period_count", 2},
      {"vacuous_target", 2},
      {"qualitative_number", 1},
      {"scale_word_alone", 5},
      {"scale_not_declared", 9},
      {"state_not_measured", 17},
      {"scale_defined_twice", 1},
      {"level_not_in_scale", 1},
      {"measure_missing", 3},
      {"deadline_includes_span", 1},
  };
  CHECK(rows == 326);
  CHECK(found == wanted);
}
