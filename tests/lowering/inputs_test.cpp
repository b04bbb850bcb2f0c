// Figures that a row gives by name.
#include "engine/model/unit.hpp"
#include "tests/lowering/support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using model::Column;

TEST_CASE("Figures of a row are names with one number each", "[lowering][inputs]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_inputs.csv")) {
    auto const& f = row.fields;
    REQUIRE(f.size() == 3);
    INFO("line " << row.line << ": " << f[0]);
    model::Indicator const indicator =
        test::reader()
            .lower(test::raw_project({{{Column::name, "x"}, {Column::target, "5"}, {Column::inputs, f[0]}}},
                                     {Column::inputs}, {}),
                   "")
            .indicators.front();
    std::string figures;
    for (model::NamedFigure const& figure : indicator.inputs) {
      figures += (figures.empty() ? "" : "; ") + figure.name + " " + figure.value.text() + " "
                 + (figure.bare ? std::string("bare") : std::string(model::name(figure.dimension)));
    }
    CHECK(figures == f[1]);
    std::string codes;
    for (diagnostic::Diagnostic const& finding : indicator.findings) {
      if (finding.code == "inputs_unreadable") {
        codes = finding.code;
      }
    }
    CHECK(codes == f[2]);
  }
}
