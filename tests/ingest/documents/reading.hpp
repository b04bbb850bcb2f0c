#pragma once
// Documents as text, so that a test says what stands where in one look.
#include "engine/ingest/documents/read_document.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace jixiao::test {

struct ReadDocument {
  diagnostic::Outcome<model::Document> outcome;
  diagnostic::SourceTable sources;

  [[nodiscard]] std::vector<model::DocumentPart> const& parts() const {
    REQUIRE(outcome.value);
    return outcome.value->parts;
  }
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
      result.emplace_back(each.code);
    }
    return result;
  }
  /// The only finding with this code.
  [[nodiscard]] diagnostic::Diagnostic const& the(diagnostic::Code const& code) const {
    INFO(code.id);
    auto const is_it = [&code](diagnostic::Diagnostic const& each) { return each.code == code.id; };
    REQUIRE(std::count_if(outcome.diagnostics.begin(), outcome.diagnostics.end(), is_it) == 1);
    return *std::find_if(outcome.diagnostics.begin(), outcome.diagnostics.end(), is_it);
  }
};

/// "2:0=text|1(2x3)=text": line number, then column, what it covers (columns x rows), text of each cell.
inline std::string shown(model::DocumentLine const& line) {
  std::string result = std::to_string(line.number) + ":";
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    model::DocumentCell const& cell = line.cells[i];
    result += (i == 0 ? "" : "|") + std::to_string(cell.column);
    if (cell.columns != 1 || cell.rows != 1) {
      result += "(" + std::to_string(cell.columns) + "x" + std::to_string(cell.rows) + ")";
    }
    result += "=" + cell.text;
  }
  return result;
}

/// All lines; a part begins with "[name]", or "[name grid]".
inline std::vector<std::string> shown(std::vector<model::DocumentPart> const& parts) {
  std::vector<std::string> result;
  for (model::DocumentPart const& part : parts) {
    result.push_back("[" + part.name + (part.layout == model::DocumentLayout::grid ? " grid]" : "]"));
    for (model::DocumentLine const& line : part.lines) {
      result.push_back(shown(line));
    }
  }
  return result;
}

using Lines = std::vector<std::string>;

} // namespace jixiao::test
