#include "engine/report/pack_results.hpp"

#include "engine/report/finding_list.hpp"
#include "engine/report/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

using diagnostic::Diagnostics;
using diagnostic::SourceTable;
using vocabulary::Language;
using vocabulary::Messages;

constexpr std::string_view overlap = "rules_overlap";

Json check_json(PackCheck const& check, JsonContext const& context) {
  auto const number = [&](auto const& list) {
    return check.pack == nullptr ? Json(nullptr) : Json(list.size());
  };
  static rulepack::RulePack const none;
  rulepack::RulePack const& pack = check.pack == nullptr ? none : *check.pack;
  return {{"name", check.name},
          {"usable", check.pack != nullptr},
          {"id", check.pack == nullptr ? Json(nullptr) : Json(pack.id)},
          {"score_rules", number(pack.score)},
          {"evidence_classes", number(pack.evidence)},
          {"tests", number(pack.tests)},
          {"findings", diagnostics_json(check.findings, context)}};
}

Json outcome_json(TestOutcome const& outcome) {
  Json differences = Json::array();
  for (TestDifference const& each : outcome.differences) {
    differences.push_back({{"what", each.what}, {"expected", each.expected}, {"actual", each.actual}});
  }
  rulepack::PackTest const& test = *outcome.test;
  return {{"name", test.name.empty() ? Json(nullptr) : Json(test.name)},
          {"from", test.from_pack},
          {"line", test.place.row},
          {"row", test.row.empty() ? Json(nullptr) : Json(test.row)},
          {"actual", test.row.empty() ? Json(nullptr) : Json(test.actual)},
          {"passed", outcome.differences.empty()},
          {"todo", test.todo.empty() ? Json(nullptr) : Json(test.todo)},
          {"differences", std::move(differences)}};
}

template <class Test>
std::size_t count_of(std::vector<TestOutcome> const& outcomes, Test const& test) {
  return static_cast<std::size_t>(std::count_if(outcomes.begin(), outcomes.end(), test));
}

std::size_t passed(std::vector<TestOutcome> const& outcomes) {
  return count_of(outcomes, [](TestOutcome const& each) { return each.differences.empty(); });
}

} // namespace

std::string pack_check_text(PackCheck const& check, SourceTable const& sources, Messages const& messages,
                            Language language) {
  Diagnostics others;
  std::string overlapping;
  std::size_t overlaps = 0;
  for (diagnostic::Diagnostic const& each : check.findings) {
    if (each.code != overlap) {
      others.push_back(each);
    } else if (!each.arguments.empty()) {
      overlapping += (overlaps++ == 0 ? "" : messages.text("list_separator", language)) + each.arguments[0];
    }
  }
  std::string text;
  for (std::string const& line : finding_lines(others, sources, messages, {language})) {
    text += line + "\n";
  }
  if (overlaps > 0) {
    std::vector<std::string> const arguments{check.name, std::to_string(overlaps), overlapping};
    text += messages.text("overlapping_rules", language, arguments) + "\n";
  }
  if (check.pack != nullptr) {
    std::vector<std::string> const arguments{check.pack->id, std::to_string(check.pack->score.size()),
                                             std::to_string(check.pack->evidence.size()),
                                             std::to_string(check.pack->tests.size())};
    text += messages.text("rules_check_ok", language, arguments) + "\n";
  }
  return text;
}

std::string pack_checks_json(std::vector<PackCheck> const& checks, SourceTable const& sources,
                             Messages const& messages) {
  JsonContext const context{sources, messages};
  Json packs = Json::array();
  for (PackCheck const& check : checks) {
    packs.push_back(check_json(check, context));
  }
  return Json{{"schema", "jixiao/pack-checks/1"}, {"packs", std::move(packs)}}.dump(1) + "\n";
}

bool failed(TestOutcome const& outcome) {
  return !outcome.differences.empty() && outcome.test->todo.empty();
}

std::string pack_tests_text(PackTests const& tests, Messages const& messages, Language language) {
  std::string text;
  for (TestOutcome const& outcome : tests.outcomes) {
    rulepack::PackTest const& test = *outcome.test;
    if (!test.todo.empty()) {
      std::vector<std::string> const arguments{tests.check.name, std::to_string(test.place.row),
                                               test.name.empty() ? test.row : test.name, test.todo};
      bool const done = outcome.differences.empty();
      text += messages.text(done ? "rules_test_todo_done" : "rules_test_todo", language, arguments) + "\n";
      continue;
    }
    bool const named = !test.name.empty() && !test.row.empty();
    std::string const name =
        named ? messages.text("rules_test_name", language, std::vector<std::string>{test.name})
              : std::string();
    for (TestDifference const& difference : outcome.differences) {
      std::vector<std::string> const arguments{tests.check.name,
                                               std::to_string(test.place.row),
                                               test.row.empty() ? test.name : test.row,
                                               test.actual,
                                               difference.what,
                                               difference.expected,
                                               difference.actual,
                                               name};
      bool const absent = difference.what == std::string_view("no_findings");
      text += messages.text(absent ? "rules_test_found" : "rules_test_failed", language, arguments) + "\n";
    }
  }
  return text;
}

std::string pack_tests_json(std::vector<PackTests> const& packs, SourceTable const& sources,
                            Messages const& messages) {
  JsonContext const context{sources, messages};
  std::size_t right = 0, wrong = 0;
  Json list = Json::array();
  for (PackTests const& each : packs) {
    Json tests = Json::array();
    for (TestOutcome const& outcome : each.outcomes) {
      tests.push_back(outcome_json(outcome));
    }
    std::size_t const good = passed(each.outcomes);
    std::size_t const bad = count_of(each.outcomes, failed);
    right += good;
    wrong += bad;
    list.push_back({{"name", each.check.name},
                    {"usable", each.check.pack != nullptr},
                    {"passed", good},
                    {"failed", bad},
                    {"todo", each.outcomes.size() - good - bad},
                    {"tests", std::move(tests)},
                    {"findings", diagnostics_json(each.check.findings, context)}});
  }
  return Json{{"schema", "jixiao/pack-tests/1"},
              {"passed", right},
              {"failed", wrong},
              {"packs", std::move(list)}}
             .dump(1)
         + "\n";
}

} // namespace jixiao::report
