#include "engine/pipeline/pack_tests.hpp"

#include "engine/lowering/lower.hpp"
#include "engine/report/format.hpp"
#include "engine/scoring/score.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace jixiao::pipeline {

using model::Column;
using number::Interval;
using rulepack::PackTest;
using rulepack::RulePack;

namespace {

/// Order of the cells in `row:`.
constexpr Column row_columns[] = {Column::level1, Column::level2,  Column::name,   Column::relation,
                                  Column::target, Column::measure, Column::weight, Column::direction};
/// Without a unit they are in ten thousand yuan, as in every official form.
constexpr Column budget_columns[] = {Column::initial_budget, Column::adjusted_budget, Column::executed};
std::size_t index(Column column) {
  return static_cast<std::size_t>(column);
}

std::shared_ptr<model::Header const> header_of_tests() {
  auto header = std::make_shared<model::Header>();
  std::uint32_t column = 0;
  for (Column const each : row_columns) {
    header->columns[index(each)] = ++column;
  }
  header->columns[index(Column::actual)] = ++column;
  header->columns[index(Column::claimed)] = ++column;
  for (Column const each :
       {Column::pass_threshold, Column::targets, Column::inputs, Column::deviation_reason}) {
    header->columns[index(each)] = ++column;
  }
  for (Column const each : budget_columns) {
    header->columns[index(each)] = ++column;
  }
  return header;
}

model::RawRow row_of(PackTest const& test) {
  model::RawRow row;
  row.row = 1;
  std::string_view rest = test.row;
  for (Column const column : row_columns) {
    std::size_t const bar = rest.find('|');
    row[column] = std::string(grammar::trim(rest.substr(0, bar)));
    rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
  }
  row[Column::actual] = test.actual;
  row[Column::claimed] = test.claimed.value_or("");
  row[Column::pass_threshold] = test.pass_threshold.value_or("");
  row[Column::targets] = test.targets.value_or("");
  row[Column::inputs] = test.inputs.value_or("");
  row[Column::deviation_reason] = test.reason.value_or("");
  return row;
}

/// A row that is met and carries the points of the indicators, so that there is a total for the budget to
/// join.
model::RawRow row_for_budget(PackTest const& test, RulePack const& pack) {
  model::RawRow row;
  row.row = 1;
  row[Column::name] = test.name;
  row[Column::relation] = ">=";
  row[Column::target] = row[Column::actual] = "1";
  row[Column::weight] = (number::Rational(100) - pack.weights.execution).plain_text();
  row[Column::initial_budget] = row[Column::adjusted_budget] = *test.budget;
  row[Column::executed] = *test.executed;
  return row;
}

std::string end_text(number::End const& end, RulePack const& pack) {
  return end.value ? report::points(*end.value, pack) : std::string();
}

/// "16.67" or "[6.00, 8.00)".
std::string score_text(Interval const& score, RulePack const& pack) {
  if (score.is_point()) {
    return report::points(*score.low.value, pack);
  }
  return (score.low.closed ? "[" : "(") + end_text(score.low, pack) + ", " + end_text(score.high, pack)
         + (score.high.closed ? "]" : ")");
}

/// What came out of a test, in the words of the test.
struct Shown {
  Interval score;
  std::string status, rule, evidence;
  std::vector<std::string> findings; ///< codes, sorted
};

void add_codes(diagnostic::Diagnostics const& diagnostics, std::vector<std::string>& codes) {
  for (diagnostic::Diagnostic const& each : diagnostics) {
    codes.emplace_back(each.code);
  }
}

Shown show(model::ProjectEvaluation const& evaluation, bool of_row) {
  Shown shown;
  add_codes(evaluation.project.findings, shown.findings);
  add_codes(evaluation.findings, shown.findings);
  model::ScoredIndicator const& row = evaluation.indicators.front();
  if (of_row) {
    add_codes(row.indicator.findings, shown.findings);
    add_codes(row.findings, shown.findings);
    shown.score = row.score;
    shown.status = model::name(row.status);
    shown.evidence = row.evidence;
    for (model::Verdict const& verdict : row.verdicts) {
      shown.rule = shown.rule.empty() ? std::string(verdict.rule) : shown.rule;
    }
  } else {
    shown.score = evaluation.execution.score;
    shown.rule = evaluation.execution.rule;
  }
  std::sort(shown.findings.begin(), shown.findings.end());
  shown.findings.erase(std::unique(shown.findings.begin(), shown.findings.end()), shown.findings.end());
  return shown;
}

std::string joined(std::vector<std::string> const& texts) {
  std::string result;
  for (std::string const& text : texts) {
    result += result.empty() ? text : ", " + text;
  }
  return result;
}

std::vector<PackTestDifference> compare(PackTest const& test, Shown const& shown, RulePack const& pack) {
  std::vector<PackTestDifference> differences;
  auto const expect = [&](char const* what, std::optional<std::string> const& expected, std::string actual) {
    if (expected && *expected != actual) {
      differences.push_back({what, *expected, std::move(actual)});
    }
  };
  expect("score", test.score, score_text(shown.score, pack));
  expect("low", test.low, end_text(shown.score.low, pack));
  expect("high", test.high, end_text(shown.score.high, pack));
  expect("status", test.status, shown.status);
  expect("rule", test.rule, shown.rule);
  expect("evidence", test.evidence, shown.evidence);
  // A test names the findings that it is about; others may stand beside them.
  auto const is_found = [&](std::string const& id) {
    return std::binary_search(shown.findings.begin(), shown.findings.end(), id);
  };
  if (!std::all_of(test.findings.begin(), test.findings.end(), is_found)) {
    differences.push_back({"findings", joined(test.findings), joined(shown.findings)});
  }
  if (std::any_of(test.no_findings.begin(), test.no_findings.end(), is_found)) {
    differences.push_back({"no_findings", joined(test.no_findings), joined(shown.findings)});
  }
  return differences;
}

} // namespace

std::vector<PackTestResult> run_pack_tests(RulePack const& pack, vocabulary::Vocabulary const& vocabulary) {
  lowering::Reader const reader(vocabulary);
  std::shared_ptr<model::Header const> const header = header_of_tests();
  std::vector<PackTestResult> results;
  results.reserve(pack.tests.size());
  for (PackTest const& test : pack.tests) {
    bool const of_row = !test.budget;
    model::RawProject raw;
    raw.header = header;
    raw.rows.push_back(of_row ? row_of(test) : row_for_budget(test, pack));
    model::ProjectEvaluation const evaluation =
        scoring::score(reader.lower(raw, {}), pack, scoring::Assume::as_is);
    results.push_back({&test, compare(test, show(evaluation, of_row), pack)});
  }
  return results;
}

} // namespace jixiao::pipeline
