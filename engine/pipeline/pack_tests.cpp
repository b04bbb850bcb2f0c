#include "engine/pipeline/pack_tests.hpp"

#include "engine/lowering/lower.hpp"
#include "engine/pipeline/test_decisions.hpp"
#include "engine/pipeline/test_rows.hpp"
#include "engine/pipeline/workers.hpp"
#include "engine/report/format.hpp"
#include "engine/scoring/score.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

namespace jixiao::pipeline {

using model::Column;
using number::Interval;
using rulepack::PackTest;
using rulepack::PackTestRow;
using rulepack::RulePack;

namespace {

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

/// Codes of findings, each with the severities it was found with.
using Found = std::map<std::string, std::set<diagnostic::Severity>>;

/// What came out of a test, in the words of the test.
struct Shown {
  Interval score;
  std::string status, ledger, rule, evidence, light;
  Found findings;
};

void add_codes(diagnostic::Diagnostics const& diagnostics, Found& codes) {
  for (diagnostic::Diagnostic const& each : diagnostics) {
    codes[std::string(each.code)].insert(each.severity);
  }
}

void add_all_codes(model::ProjectEvaluation const& evaluation, Found& codes) {
  add_codes(evaluation.project.findings, codes);
  add_codes(evaluation.findings, codes);
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    add_codes(row.indicator.findings, codes);
    add_codes(row.findings, codes);
  }
}

std::string first_rule(model::ScoredIndicator const& row) {
  for (model::Verdict const& verdict : row.verdicts) {
    if (!verdict.rule.empty()) {
      return std::string(verdict.rule);
    }
  }
  return {};
}

/// A light that is none is written out: a test may ask for it.
std::string light_text(std::string_view light) {
  return light.empty() ? "none" : std::string(light);
}

Shown show(model::ProjectEvaluation const& evaluation, bool of_row) {
  Shown shown;
  model::ScoredIndicator const& row = evaluation.indicators.front();
  if (of_row) {
    add_all_codes(evaluation, shown.findings);
    shown.score = row.score;
    shown.status = model::name(row.status);
    shown.ledger = model::name(row.column);
    shown.evidence = row.evidence;
    shown.rule = first_rule(row);
    shown.light = light_text(row.light);
  } else {
    add_codes(evaluation.project.findings, shown.findings);
    add_codes(evaluation.findings, shown.findings);
    shown.score = evaluation.execution.score;
    shown.rule = evaluation.execution.rule;
    shown.light = light_text(evaluation.execution.light);
  }
  return shown;
}

std::string joined(std::vector<std::string> const& texts) {
  std::string result;
  for (std::string const& text : texts) {
    result += result.empty() ? text : ", " + text;
  }
  return result;
}

std::string ids(Found const& found) {
  std::vector<std::string> all;
  for (auto const& [id, severities] : found) {
    all.push_back(id);
  }
  return joined(all);
}

std::string severity_text(diagnostic::Severity severity) {
  static constexpr char const* names[] = {"info", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

/// Collects what did not come out as expected.
class Comparison {
public:
  Comparison(PackTest const& test, RulePack const& pack) : test_(test), pack_(pack) {}

  void expect(std::string what, std::optional<std::string> const& expected, std::string actual) {
    if (expected && *expected != actual) {
      differences_.push_back({std::move(what), *expected, std::move(actual)});
    }
  }

  void single(Shown const& shown) {
    expect("score", test_.score, score_text(shown.score, pack_));
    expect("low", test_.low, end_text(shown.score.low, pack_));
    expect("high", test_.high, end_text(shown.score.high, pack_));
    expect("status", test_.status, shown.status);
    expect("ledger", test_.ledger, shown.ledger);
    expect("rule", test_.rule, shown.rule);
    expect("evidence", test_.evidence, shown.evidence);
    expect("light", test_.light, shown.light);
  }

  /// `number`: of the table, when there are several.
  void table(rulepack::PackTestTable const& table, model::ProjectEvaluation const& evaluation,
             std::size_t number) {
    std::string const prefix = number == 0 ? std::string() : "projects[" + std::to_string(number) + "].";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      std::string const row = prefix + "rows[" + std::to_string(i + 1) + "].";
      model::ScoredIndicator const& scored = evaluation.indicators[i];
      expect(row + "score", table.rows[i].score, score_text(scored.score, pack_));
      expect(row + "status", table.rows[i].status, std::string(model::name(scored.status)));
      expect(row + "ledger", table.rows[i].ledger, std::string(model::name(scored.column)));
      expect(row + "rule", table.rows[i].rule, first_rule(scored));
      expect(row + "evidence", table.rows[i].evidence, std::string(scored.evidence));
      expect(row + "light", table.rows[i].light, light_text(scored.light));
    }
    expect(prefix + "total", table.total,
           evaluation.scored ? score_text(evaluation.total.rebased, pack_) : std::string("-"));
    expect(prefix + "grade", table.grade, grades_text(evaluation.grades));
    expect(prefix + "execution", table.execution, score_text(evaluation.execution.score, pack_));
    expect(prefix + "light", table.light, light_text(evaluation.light));
  }

  void department(std::vector<model::DepartmentEvaluation> const& departments) {
    if (!test_.department_total && !test_.department_grade) {
      return;
    }
    model::DepartmentEvaluation const& department = departments.front();
    expect("department_total", test_.department_total,
           department.total ? score_text(*department.total, pack_) : std::string("-"));
    expect("department_grade", test_.department_grade, grades_text(department.grades));
  }

  /// A test names the findings that it is about; others may stand beside them.
  void findings(Found const& found) {
    auto const is_found = [&](std::string const& id) { return found.count(id) != 0; };
    if (!std::all_of(test_.findings.begin(), test_.findings.end(), is_found)) {
      differences_.push_back({"findings", joined(test_.findings), ids(found)});
    }
    for (std::string const& id : test_.findings) {
      for (diagnostic::Severity const severity :
           is_found(id) ? found.at(id) : std::set<diagnostic::Severity>()) {
        expect("severity", test_.severity, severity_text(severity));
      }
    }
    if (std::any_of(test_.no_findings.begin(), test_.no_findings.end(), is_found)) {
      differences_.push_back({"no_findings", joined(test_.no_findings), ids(found)});
    }
  }

  [[nodiscard]] std::vector<PackTestDifference> take() { return std::move(differences_); }

private:
  static std::string grades_text(std::vector<std::string_view> const& grades) {
    return joined({grades.begin(), grades.end()});
  }

  PackTest const& test_;
  RulePack const& pack_;
  std::vector<PackTestDifference> differences_;
};

/// Runs a test over a reader.
class Runner {
public:
  Runner(RulePack const& pack, lowering::Reader const& reader,
         std::shared_ptr<model::Header const> const& header, PackTestObserver const& observe)
      : pack_(pack), reader_(reader), header_(header), observe_(observe) {}

  PackTestResult run(PackTest const& test) {
    Comparison comparison(test, pack_);
    Found codes;
    if (test.tables.empty()) {
      bool const of_row = !test.budget;
      Shown shown = show(
          evaluate({of_row ? row_of(test, 1) : row_for_budget(test, pack_)}, {&test}, test.as_of), of_row);
      comparison.single(shown);
      codes = std::move(shown.findings);
    } else {
      tables(test, comparison, codes);
    }
    refused(test, comparison, codes);
    comparison.findings(codes);
    return {&test, comparison.take()};
  }

private:
  /// A judgement that was not applied is no test of what it decides, unless the test says that it is refused.
  void refused(PackTest const& test, Comparison& comparison, Found& codes) {
    Found found;
    add_codes(refused_, found);
    add_codes(refused_, codes);
    for (auto const& [code, severities] : found) {
      if (std::find(test.findings.begin(), test.findings.end(), code) == test.findings.end()) {
        comparison.expect("judgement", "applied", code);
      }
    }
    refused_.clear();
  }

  model::ProjectEvaluation evaluate(std::vector<model::RawRow> rows,
                                    std::vector<PackTestRow const*> const& tests, std::uint32_t month) {
    model::RawProject raw;
    raw.header = header_;
    raw.rows = std::move(rows);
    TestDecisions decisions(pack_, reader_, raw, tests);
    model::ProjectEvaluation evaluation =
        scoring::score(reader_.lower(raw, {}), pack_, scoring::Assume::as_is, decisions.finder(), month);
    refused_.insert(refused_.end(), decisions.refused().begin(), decisions.refused().end());
    if (observe_) {
      observe_(evaluation);
    }
    return evaluation;
  }

  void tables(PackTest const& test, Comparison& comparison, Found& codes) {
    scoring::DepartmentRollUp departments(pack_, model::DepartmentWeighting::by_budget);
    for (std::size_t i = 0; i < test.tables.size(); ++i) {
      rulepack::PackTestTable const& table = test.tables[i];
      std::vector<model::RawRow> rows;
      std::vector<PackTestRow const*> tests;
      for (PackTestRow const& row : table.rows) {
        tests.push_back(&row);
        rows.push_back(row_of(row, rows.size() + 1));
        rows.back().set(Column::initial_budget, table.initial ? *table.initial : table.budget.value_or(""));
        rows.back().set(Column::adjusted_budget, table.budget.value_or(""));
        rows.back().set(Column::executed, table.executed.value_or(""));
      }
      model::ProjectEvaluation const evaluation = evaluate(std::move(rows), tests, test.as_of);
      comparison.table(table, evaluation, test.tables.size() > 1 ? i + 1 : 0);
      departments.add(evaluation);
      add_all_codes(evaluation, codes);
    }
    std::vector<model::DepartmentEvaluation> const results = departments.finish();
    comparison.department(results);
    for (model::DepartmentEvaluation const& department : results) {
      add_codes(department.findings, codes);
    }
  }

  RulePack const& pack_;
  lowering::Reader const& reader_;
  std::shared_ptr<model::Header const> const& header_;
  PackTestObserver const& observe_;
  diagnostic::Diagnostics refused_; ///< judgements of the test that is run
};

} // namespace

struct PackTester::State {
  explicit State(vocabulary::Vocabulary const& vocabulary) : reader(vocabulary), header(header_of_tests()) {}
  lowering::Reader reader;
  std::shared_ptr<model::Header const> header;
};

PackTester::PackTester(vocabulary::Vocabulary const& vocabulary)
    : state_(std::make_unique<State>(vocabulary)) {}
PackTester::~PackTester() = default;

PackTestResult PackTester::run(RulePack const& pack, PackTest const& test, PackTestObserver const& observe) {
  state_->reader.use_slip_ratio(pack.digit_slip_ratio);
  return Runner(pack, state_->reader, state_->header, observe).run(test);
}

std::vector<PackTestResult> run_pack_tests(RulePack const& pack, vocabulary::Vocabulary const& vocabulary,
                                           PackTestObserver const& observe) {
  PackTester tester(vocabulary);
  std::vector<PackTestResult> results;
  results.reserve(pack.tests.size());
  for (PackTest const& test : pack.tests) {
    results.push_back(tester.run(pack, test, observe));
  }
  return results;
}

std::vector<std::vector<PackTestResult>> run_tests_of(std::vector<RulePack const*> const& packs,
                                                      vocabulary::Vocabulary const& vocabulary,
                                                      TestRun const& run) {
  struct Task {
    RulePack const* pack;
    PackTest const* test;
    PackTestResult* result;
  };
  std::vector<std::vector<PackTestResult>> results(packs.size());
  std::vector<Task> tasks;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    std::size_t const first = tasks.size();
    for (std::size_t at = 0; packs[i] != nullptr && at < packs[i]->tests.size(); ++at) {
      PackTest const& test = packs[i]->tests[at];
      if (test.name.find(run.filter) != std::string::npos || test.row.find(run.filter) != std::string::npos) {
        tasks.push_back({packs[i], &test, nullptr});
      }
    }
    results[i].resize(tasks.size() - first);
    for (std::size_t at = first; at < tasks.size(); ++at) {
      tasks[at].result = &results[i][at - first];
    }
  }
  work_off(tasks.size(), run.threads, [&] {
    return [&, tester = std::make_shared<PackTester>(vocabulary)](std::size_t at) {
      *tasks[at].result = tester->run(*tasks[at].pack, *tasks[at].test);
    };
  });
  return results;
}

} // namespace jixiao::pipeline
