// Items of a department's form, computed by rules of their own.
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <map>
#include <sstream>

using namespace jixiao;
using number::Rational;

namespace {

/// "deviation=10% ratio; cancelled=30 bare" with the names that the pack's tables use.
std::vector<model::NamedFigure> figures_of(std::string const& text, rulepack::RulePack const& pack) {
  static std::map<std::string, std::string> const ids{{"deviation", "spending_deviation"}};
  std::vector<model::NamedFigure> figures;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ';');) {
    std::istringstream words(part);
    std::string figure_text, unit;
    words >> figure_text >> unit;
    std::size_t const equals = figure_text.find('=');
    std::string id = figure_text.substr(0, equals);
    id = ids.count(id) != 0 ? ids.at(id) : id;
    std::string value = figure_text.substr(equals + 1);
    bool const percent = value.back() == '%';
    value.resize(value.size() - (percent ? 1 : 0));
    model::NamedFigure& figure = figures.emplace_back();
    figure.name = id;
    for (rulepack::Input const& input : pack.inputs) {
      figure.name = input.id == id ? input.names.front() : figure.name;
    }
    figure.value = *Rational::parse(value) * Rational::fraction(1, percent ? 100 : 1);
    figure.bare = unit == "bare";
    figure.dimension = unit == "ratio"   ? model::Dimension::ratio
                       : unit == "money" ? model::Dimension::money
                       : unit == "count" ? model::Dimension::count
                                         : model::Dimension::none;
  }
  return figures;
}

} // namespace

TEST_CASE("an item of a department's form is computed where its figures say, else bounded by its claim",
          "[scoring][form]") {
  rulepack::RulePack const& pack = test::pack("sichuan-department-2021");
  for (test::CaseRow const& row : test::read_cases("tests/cases/form_items.csv")) {
    auto const& f = row.fields;
    REQUIRE(f.size() == 8);
    INFO("line " << row.line << ": " << f[0] << " " << f[1]);
    model::Project project = test::project(f[3] + " none" + (f[2].empty() ? "" : " =" + f[2]));
    project.department_form = true;
    project.indicators.front().name = f[0];
    project.indicators.front().inputs = figures_of(f[1], pack);
    model::ProjectEvaluation const evaluation =
        scoring::score(std::move(project), pack, scoring::Assume::as_is);
    model::ScoredIndicator const& scored = evaluation.indicators.front();
    CHECK(number::text(scored.score) == (f[4].front() == '[' ? f[4] : "[" + f[4] + ", " + f[4] + "]"));
    CHECK(model::name(scored.status) == f[5]);
    CHECK(scored.evidence == f[6]);
    std::string codes;
    for (diagnostic::Diagnostic const& finding : scored.findings) {
      bool const of_form = finding.code.substr(0, 5) == "input" || finding.code == "item_points_differ"
                           || finding.code == "claimed_differs";
      codes += of_form ? (codes.empty() ? "" : " ") + std::string(finding.code) : "";
    }
    CHECK(codes == f[7]);
  }
}

TEST_CASE("a rule asks both budgets only where a pack says so", "[scoring][form]") {
  model::ProjectEvaluation const evaluation =
      scoring::score(test::project("90 v:1/1", "100/50"), test::pack("mof-2020"), scoring::Assume::as_is);
  CHECK_FALSE(evaluation.facts.far);
  CHECK(evaluation.facts.number(model::NumberField::execution_rate));
}
