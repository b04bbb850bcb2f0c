#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>

namespace jixiao::rulepack {

using configuration::Node;

namespace {

constexpr std::size_t row_cells = 8;

void read_expected(Fields const& fields, std::string_view key, std::optional<std::string>& value) {
  if (Node const* const node = fields.find(key)) {
    value = read_text(*node, inside(fields.path(), key), fields.file());
  }
}

void read_ids(Fields const& fields, std::string_view key, std::vector<std::string>& ids) {
  Node const* const node = fields.find(key);
  Path const path = inside(fields.path(), key);
  if (node == nullptr || !is_list(*node, path, bands_limit, fields.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    if (auto id = read_id(element, Path{"", &path, ++index}, fields.file())) {
      ids.push_back(std::move(*id));
    }
  }
}

/// A test is either a row with its actual value or a budget with what was spent.
void check_shape(Fields const& fields, PackTest const& test) {
  bool const of_row = fields.find("row") != nullptr;
  bool const of_budget = fields.find("budget") != nullptr || fields.find("executed") != nullptr;
  if (of_row && (of_budget || fields.find("actual") == nullptr)) {
    fields.file().report(findings::pack_test_mixed, fields.node(), {test.name, "row, actual"});
  } else if (!of_row && (test.budget.has_value() != test.executed.has_value() || !of_budget)) {
    fields.file().report(findings::pack_test_mixed, fields.node(), {test.name, "budget, executed"});
  } else if (test.score && (test.low || test.high)) {
    fields.file().report(findings::pack_test_mixed, fields.node(), {test.name, "score"});
  } else if (!of_row
             && (test.evidence || test.status || test.claimed || test.pass_threshold || test.targets
                 || test.inputs || test.reason)) {
    fields.file().report(findings::pack_test_mixed, fields.node(), {test.name, "budget, executed"});
  } else if (!test.score && !test.low && !test.high && !test.status && !test.rule && !test.evidence
             && test.findings.empty() && test.no_findings.empty()) {
    fields.file().report(findings::pack_test_expects_nothing, fields.node(), {test.name});
  }
  auto const cells = 1 + static_cast<std::size_t>(std::count(test.row.begin(), test.row.end(), '|'));
  if (of_row && cells != row_cells) {
    fields.file().report(findings::pack_test_cells, fields.node(), {test.name, std::to_string(cells)});
  }
}

} // namespace

void read_tests(Fields const& top, RulePack& pack) {
  pack.tests.clear();
  Node const* const node = top.find("tests");
  Path const path = inside(top.path(), "tests");
  if (node == nullptr || !is_list(*node, path, tests_limit, top.file())) {
    return;
  }
  pack.tests.reserve(node->elements().size());
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at,
                        {"name", "row", "actual", "score", "low", "high", "status", "rule", "evidence",
                         "findings", "no_findings", "claimed", "pass_threshold", "targets", "inputs",
                         "reason", "budget", "executed"},
                        top.file());
    if (!fields.ok()) {
      continue;
    }
    PackTest test;
    test.name = at.text();
    read_text_into(test.name, fields, "name");
    read_text_into(test.row, fields, "row");
    if (Node const* const actual = fields.find("actual")) {
      // An empty actual is a test like any other, so this is no read_text.
      if (actual->is_scalar()) {
        test.actual = std::string(actual->text());
      } else {
        (void)read_text(*actual, inside(at, "actual"), top.file());
      }
    }
    read_expected(fields, "score", test.score);
    read_expected(fields, "low", test.low);
    read_expected(fields, "high", test.high);
    read_expected(fields, "status", test.status);
    read_expected(fields, "rule", test.rule);
    read_expected(fields, "evidence", test.evidence);
    read_expected(fields, "budget", test.budget);
    read_expected(fields, "executed", test.executed);
    read_expected(fields, "claimed", test.claimed);
    read_expected(fields, "pass_threshold", test.pass_threshold);
    read_expected(fields, "targets", test.targets);
    read_expected(fields, "inputs", test.inputs);
    read_expected(fields, "reason", test.reason);
    read_ids(fields, "findings", test.findings);
    read_ids(fields, "no_findings", test.no_findings);
    check_shape(fields, test);
    test.from_pack = pack.id;
    test.place = element.place(top.file().source);
    pack.tests.push_back(std::move(test));
  }
}

} // namespace jixiao::rulepack
