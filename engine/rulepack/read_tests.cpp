#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>

namespace jixiao::rulepack {

using configuration::Node;

namespace {

constexpr std::size_t row_cells = 8;
constexpr std::int32_t last_month = 12;

void read_expected(Fields const& fields, std::string_view key, std::optional<std::string>& value) {
  if (Node const* const node = fields.find(key)) {
    value = read_text(*node, inside(fields.path(), key), fields.file());
  }
}

/// A code that nothing ever says would make `no_findings` a test that cannot fail.
void read_codes(Fields const& fields, std::string_view key, std::vector<std::string>& ids) {
  Node const* const node = fields.find(key);
  Path const path = inside(fields.path(), key);
  if (node == nullptr || !is_list(*node, path, bands_limit, fields.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    if (auto id = read_message(element, Path{"", &path, ++index}, fields.file())) {
      ids.push_back(std::move(*id));
    }
  }
}

void mixed(Fields const& fields, std::string const& name, char const* keys) {
  fields.file().report(findings::pack_test_mixed, fields.node(), {name, keys});
}

/// A single row with its actual value, or a budget with what was spent.
void check_single(Fields const& fields, PackTest const& test) {
  bool const of_row = fields.find("row") != nullptr;
  bool const of_budget = fields.find("budget") != nullptr || fields.find("executed") != nullptr;
  bool const of_cells =
      test.claimed || test.pass_threshold || test.targets || test.inputs || test.reason || test.judgement;
  if (of_row && (of_budget || fields.find("actual") == nullptr)) {
    mixed(fields, test.name, "row, actual");
  } else if (!of_row && (test.budget.has_value() != test.executed.has_value() || !of_budget)) {
    mixed(fields, test.name, "budget, executed");
  } else if (test.score && (test.low || test.high)) {
    mixed(fields, test.name, "score");
  } else if (!of_row && (test.evidence || test.status || test.ledger || of_cells)) {
    mixed(fields, test.name, "budget, executed");
  } else if (!test.score && !test.low && !test.high && !test.status && !test.rule && !test.evidence
             && !test.light && !test.ledger && test.findings.empty() && test.no_findings.empty()) {
    fields.file().report(findings::pack_test_expects_nothing, fields.node(), {test.name});
  }
}

void check_cells(Fields const& fields, PackTestRow const& row, std::string const& name) {
  auto const cells = 1 + static_cast<std::size_t>(std::count(row.row.begin(), row.row.end(), '|'));
  if (fields.find("row") != nullptr && cells != row_cells) {
    fields.file().report(findings::pack_test_cells, fields.node(), {name, std::to_string(cells)});
  }
}

/// A tier, a share, a share inside of a tier, or a value in place of the actual.
void read_judgement(Fields const& row_fields, PackTestRow& row) {
  Node const* const node = row_fields.find("judgement");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(row_fields.path(), "judgement");
  Fields const fields(*node, path, {"tier", "share", "value"}, row_fields.file());
  if (!fields.ok()) {
    return;
  }
  TestJudgement judgement;
  read_text_into(judgement.tier, fields, "tier");
  read_text_into(judgement.value, fields, "value");
  if (Node const* const share = fields.find("share")) {
    (void)read_number(*share, inside(path, "share"), 0, 1, fields.file());
    judgement.share = std::string(share->text());
  }
  bool const decides = fields.find("tier") != nullptr || fields.find("share") != nullptr;
  if (decides == (fields.find("value") != nullptr)) {
    fields.file().report(findings::pack_test_mixed, *node, {path.text(), "tier, share | value"});
  }
  row.judgement = std::move(judgement);
}

void read_row(Fields const& fields, PackTestRow& row) {
  read_judgement(fields, row);
  read_text_into(row.row, fields, "row");
  if (Node const* const actual = fields.find("actual")) {
    // An empty actual is a test like any other, so this is no read_text.
    if (actual->is_scalar()) {
      row.actual = std::string(actual->text());
    } else {
      (void)read_text(*actual, inside(fields.path(), "actual"), fields.file());
    }
  }
  read_expected(fields, "score", row.score);
  read_expected(fields, "status", row.status);
  read_expected(fields, "ledger", row.ledger);
  read_expected(fields, "rule", row.rule);
  read_expected(fields, "evidence", row.evidence);
  read_expected(fields, "light", row.light);
  read_expected(fields, "claimed", row.claimed);
  read_expected(fields, "pass_threshold", row.pass_threshold);
  read_expected(fields, "targets", row.targets);
  read_expected(fields, "inputs", row.inputs);
  read_expected(fields, "reason", row.reason);
}

void read_rows(Fields const& table, std::string const& name, std::vector<PackTestRow>& rows) {
  Node const* const node = table.need("rows");
  Path const path = inside(table.path(), "rows");
  if (node == nullptr || !is_list(*node, path, items_limit, table.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at,
                        {"row", "actual", "claimed", "pass_threshold", "targets", "inputs", "reason",
                         "judgement", "score", "status", "ledger", "rule", "evidence", "light"},
                        table.file());
    if (fields.ok() && fields.need("row") != nullptr) {
      PackTestRow row;
      read_row(fields, row);
      check_cells(fields, row, name);
      rows.push_back(std::move(row));
    }
  }
}

/// What a table expects beside its rows. False when it expects nothing at all.
bool read_table(Fields const& fields, std::string const& name, PackTestTable& table) {
  read_rows(fields, name, table.rows);
  read_expected(fields, "initial", table.initial);
  read_expected(fields, "budget", table.budget);
  read_expected(fields, "executed", table.executed);
  read_expected(fields, "total", table.total);
  read_expected(fields, "grade", table.grade);
  read_expected(fields, "execution", table.execution);
  read_expected(fields, "light", table.light);
  bool const by_row = std::any_of(table.rows.begin(), table.rows.end(), [](PackTestRow const& row) {
    return row.score || row.status || row.ledger || row.rule || row.evidence || row.light;
  });
  return by_row || table.total || table.grade || table.execution || table.light;
}

void read_projects(Fields const& test_fields, PackTest& test, bool& expects) {
  Node const* const node = test_fields.find("projects");
  Path const path = inside(test_fields.path(), "projects");
  if (!is_list(*node, path, items_limit, test_fields.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at,
                        {"rows", "initial", "budget", "executed", "total", "grade", "execution", "light"},
                        test_fields.file());
    if (fields.ok()) {
      expects = read_table(fields, test.name, test.tables.emplace_back()) || expects;
    }
  }
}

/// Whole tables: the keys of a single row have no place beside them.
void read_tables(Fields const& fields, PackTest& test) {
  bool expects =
      test.department_total || test.department_grade || !test.findings.empty() || !test.no_findings.empty();
  for (std::string_view const key :
       {"row", "actual", "score", "low", "high", "status", "rule", "evidence", "claimed", "pass_threshold",
        "targets", "inputs", "reason", "judgement"}) {
    if (fields.find(key) != nullptr) {
      mixed(fields, test.name, "rows, projects");
      return;
    }
  }
  if (fields.find("rows") != nullptr && fields.find("projects") != nullptr) {
    mixed(fields, test.name, "rows, projects");
    return;
  }
  if (fields.find("rows") != nullptr) {
    expects = read_table(fields, test.name, test.tables.emplace_back()) || expects;
  } else {
    read_projects(fields, test, expects);
  }
  if (!expects) {
    fields.file().report(findings::pack_test_expects_nothing, fields.node(), {test.name});
  }
}

void read_month(Fields const& fields, PackTest& test) {
  if (Node const* const node = fields.find("as_of")) {
    Path const at = inside(fields.path(), "as_of");
    auto const month = read_number(*node, at, 1, last_month, fields.file());
    std::int32_t count = 0;
    while (month && count < last_month && number::Rational(count) < *month) {
      ++count;
    }
    if (month && *month != number::Rational(count)) {
      fields.file().report(findings::pack_out_of_range, *node,
                           {at.text(), std::string(node->text()), "1, 2 ... 12"});
    }
    test.as_of = static_cast<std::uint32_t>(count);
  }
}

PackTest read_test(Fields const& fields) {
  PackTest test;
  test.name = fields.path().text();
  read_text_into(test.name, fields, "name");
  read_text_into(test.todo, fields, "todo");
  read_codes(fields, "findings", test.findings);
  read_codes(fields, "no_findings", test.no_findings);
  read_expected(fields, "severity", test.severity);
  read_expected(fields, "department_total", test.department_total);
  read_expected(fields, "department_grade", test.department_grade);
  read_month(fields, test);
  if (fields.find("rows") != nullptr || fields.find("projects") != nullptr) {
    read_tables(fields, test);
    return test;
  }
  for (std::string_view const key :
       {"total", "grade", "execution", "initial", "department_total", "department_grade"}) {
    if (Node const* const node = fields.find(key)) {
      fields.file().report(findings::pack_test_needs_rows, *node, {test.name, std::string(key)});
      return test;
    }
  }
  read_row(fields, test);
  read_expected(fields, "low", test.low);
  read_expected(fields, "high", test.high);
  read_expected(fields, "budget", test.budget);
  read_expected(fields, "executed", test.executed);
  check_single(fields, test);
  check_cells(fields, test, test.name);
  return test;
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
                        {"name",
                         "todo",
                         "row",
                         "actual",
                         "score",
                         "low",
                         "high",
                         "status",
                         "ledger",
                         "rule",
                         "evidence",
                         "light",
                         "findings",
                         "no_findings",
                         "severity",
                         "claimed",
                         "pass_threshold",
                         "targets",
                         "inputs",
                         "reason",
                         "judgement",
                         "initial",
                         "budget",
                         "executed",
                         "rows",
                         "projects",
                         "total",
                         "grade",
                         "execution",
                         "department_total",
                         "department_grade",
                         "as_of"},
                        top.file());
    if (!fields.ok()) {
      continue;
    }
    PackTest test = read_test(fields);
    test.from_pack = pack.id;
    test.place = element.place(top.file().source);
    pack.tests.push_back(std::move(test));
  }
}

} // namespace jixiao::rulepack
