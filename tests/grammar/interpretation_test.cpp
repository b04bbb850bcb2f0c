// Every target and actual cell of five published documents, as careful readers understand them.
#include "tests/grammar/describe.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

using namespace jixiao;
using nlohmann::json;

namespace {

json text_or_null(std::string const& text) {
  return text.empty() ? json(nullptr) : json(text);
}

json judged(grammar::CellTree const& tree) {
  return {{"kind", test::name_of(tree.kind)},
          {"relation", tree.relation ? json(test::name_of(*tree.relation)) : json(nullptr)},
          {"value", tree.number ? json(tree.number->digits) : json(nullptr)},
          {"unit", tree.unit ? json(tree.unit->text) : json(nullptr)},
          {"level", text_or_null(tree.level)},
          {"to", text_or_null(tree.to)}};
}

} // namespace

TEST_CASE("the cells of the documents are read as careful readers read them", "[grammar][golden]") {
  std::istringstream lines(test::read_source("tests/cases/interpretation.jsonl"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    json expected = json::parse(line);
    auto const text = expected["cell"].get<std::string>();
    auto const role = expected["role"] == "target" ? grammar::Role::target : grammar::Role::actual;
    grammar::CellTree const tree = test::cell_parser().parse(text, role);
    json found = judged(tree);
    found["cell"] = text;
    found["role"] = expected["role"];
    found["from"] = text_or_null(tree.from);
    found["approximate"] = tree.approximate;
    if (expected.contains("each")) {
      found["each"] = tree.each;
    }
    found["parts"] = json::array();
    for (grammar::CellTree const& part : tree.parts) {
      json one = judged(part);
      if (part.condition) {
        one["condition"] = true;
      }
      found["parts"].push_back(std::move(one));
    }
    INFO(text);
    INFO(test::describe(tree));
    INFO(test::describe_tokens(tree, text));
    CHECK(found == expected);
  }
  CHECK(count == 156);
}
