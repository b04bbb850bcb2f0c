// The language says every way of scoring that the field knows: a pack of its own for those that no pack
// needs.
#include "engine/pipeline/pack_coverage.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;

TEST_CASE("Ways of scoring that no pack needs are said in rules, and their tests hold and reach everything",
          "[pipeline][packs]") {
  diagnostic::SourceTable sources;
  pipeline::RulesSource const source({}, sources);
  vocabulary::Vocabulary const vocabulary = std::move(*source.vocabulary().value);
  auto const loaded = source.pack(test::source_path("tests/data/packs/every-rule.yaml").string());
  REQUIRE(loaded.value);
  for (diagnostic::Diagnostic const& each : loaded.diagnostics) {
    INFO(each.code << " line " << each.where.row);
    CHECK(each.severity == diagnostic::Severity::info);
  }
  auto const results = pipeline::run_pack_tests(*loaded.value, vocabulary);
  CHECK(results.size() > 20);
  for (pipeline::PackTestResult const& result : results) {
    for (pipeline::PackTestDifference const& each : result.differences) {
      INFO(result.test->name << ": " << each.what << " expected " << each.expected << ", got "
                             << each.actual);
      CHECK(false);
    }
  }
  for (rulepack::Covered const& each : pipeline::cover_pack(*loaded.value, vocabulary).entries) {
    INFO(each.id << " " << each.part);
    CHECK((each.reached() || each.from_pack != "every-rule"));
  }
}
