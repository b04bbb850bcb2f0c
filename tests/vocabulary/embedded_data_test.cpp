// The data of rules/ itself: it loads, and holds what the program and the documents need.
#include "tests/support/catch.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <set>

using namespace jixiao;

TEST_CASE("the compiled-in vocabulary loads without a finding", "[vocabulary]") {
  auto const outcome = test::load_embedded();
  for (diagnostic::Diagnostic const& finding : outcome.diagnostics) {
    std::string arguments;
    for (std::string const& argument : finding.arguments) {
      arguments += " [" + argument + "]";
    }
    UNSCOPED_INFO("source " << finding.where.source << " line " << finding.where.row << ":"
                            << finding.where.column << " " << finding.code << arguments);
  }
  REQUIRE(outcome.diagnostics.empty());
  REQUIRE(outcome.value.has_value());
}
