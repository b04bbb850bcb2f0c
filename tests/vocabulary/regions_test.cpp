// rules/regions.yaml: the provincial regions, and what is refused in such a file.
#include "engine/vocabulary/regions.hpp"

#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <set>

using namespace jixiao;

namespace {

diagnostic::Outcome<vocabulary::Regions> load(std::string_view text) {
  auto tree = configuration::parse_yaml(text, 1);
  REQUIRE(tree.value);
  return vocabulary::load_regions({std::move(*tree.value), 1});
}

} // namespace

TEST_CASE("all provincial regions are known, in full and by their short forms", "[vocabulary][regions]") {
  auto const loaded = vocabulary::load_regions({configuration::embedded_tree("regions.yaml").value(), 1});
  REQUIRE(loaded.value);
  std::set<std::string> full;
  for (std::string const& name : loaded.value->names()) {
    full.insert(loaded.value->in_full(name));
  }
  CHECK(full.size() == 34);
  for (test::CaseRow const& row : test::read_cases("tests/cases/regions.csv")) {
    INFO("line " << row.line << ": " << row.fields.at(0));
    CHECK(loaded.value->in_full(row.fields.at(0)) == row.fields.at(1));
  }
}

TEST_CASE("a broken file of regions is refused with the place", "[vocabulary][regions]") {
  struct Case {
    char const* text;
    char const* code;
    std::uint32_t row;
  };
  for (Case const& each :
       {Case{"region: {}\n", "vocabulary_unknown_key", 1}, Case{"other: {}\n", "vocabulary_unknown_key", 1},
        Case{"- a\n", "vocabulary_not_a_map", 1}, Case{"regions:\n  Utopia: U\n", "vocabulary_not_a_list", 2},
        Case{"regions:\n  Utopia: [U]\n  Arcadia: [A, U]\n", "vocabulary_duplicate_word", 3},
        Case{"regions:\n  Utopia: [Arcadia]\n  Arcadia: [A]\n", "vocabulary_duplicate_word", 3}}) {
    INFO(each.text);
    auto const loaded = load(each.text);
    CHECK_FALSE(loaded.value);
    REQUIRE_FALSE(loaded.diagnostics.empty());
    bool found = false;
    for (diagnostic::Diagnostic const& finding : loaded.diagnostics) {
      found = found || (finding.code == each.code && finding.where.row == each.row);
    }
    CHECK(found);
  }
}
