// rules test.
#include "cli/commands.hpp"
#include "engine/authoring/accept_tests.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "engine/pipeline/text_file.hpp"
#include "engine/report/findings_text.hpp"
#include "engine/report/junit.hpp"
#include "engine/report/pack_results.hpp"

#include <algorithm>

namespace jixiao::cli {
namespace {

report::TestOutcome outcome_of(pipeline::PackTestResult&& result) {
  report::TestOutcome outcome{result.test, {}};
  for (pipeline::PackTestDifference& each : result.differences) {
    outcome.differences.push_back({std::move(each.what), std::move(each.expected), std::move(each.actual)});
  }
  return outcome;
}

/// A pack and what its tests came to. The outcomes point into the pack.
struct Tested {
  std::optional<rulepack::RulePack> pack;
  report::PackTests tests;
};

void run(pipeline::TestRun const& chosen, vocabulary::Vocabulary const& vocabulary,
         std::vector<Tested>& all) {
  std::vector<rulepack::RulePack const*> packs;
  for (Tested const& each : all) {
    packs.push_back(each.pack ? &*each.pack : nullptr);
  }
  auto results = pipeline::run_tests_of(packs, vocabulary, chosen);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (pipeline::PackTestResult& result : results[i]) {
      all[i].tests.outcomes.push_back(outcome_of(std::move(result)));
    }
  }
}

/// That no test was run, and why: behind what the packs have to say.
void say_when_none(Session& session, std::vector<Tested> const& all) {
  if (!std::all_of(all.begin(), all.end(), [](Tested const& each) { return each.tests.outcomes.empty(); })) {
    return;
  }
  bool const none_loaded =
      std::none_of(all.begin(), all.end(), [](Tested const& each) { return each.pack.has_value(); });
  std::string const& filter = session.options.filter;
  session.say(session.text(none_loaded      ? "rules_test_none_loaded"
                           : filter.empty() ? "rules_test_none"
                                            : "rules_test_none_like",
                           {filter}));
  session.end_with(ExitStatus::findings);
}

/// Writes what came out into the file of the pack, and shows the lines that changed.
void accept(Session& session, Tested const& tested) {
  std::string const& name = tested.tests.check.name;
  std::vector<authoring::FailedExpectation> outcomes;
  for (report::TestOutcome const& outcome : tested.tests.outcomes) {
    diagnostic::Place const& place = outcome.test->place;
    for (report::TestDifference const& each : outcome.differences) {
      if (report::failed(outcome)) {
        outcomes.push_back({place.row, place.column, each.what, each.actual});
      }
    }
  }
  auto const found = session.rules.find(name).file;
  if (outcomes.empty() || !found.value) {
    return;
  }
  authoring::Acceptance const accepted =
      authoring::accept_outcomes(found.value->text, found.value->tree, std::move(outcomes));
  std::string const reason =
      accepted.changes.empty() ? std::string() : pipeline::write_text_file(name, accepted.text);
  if (!reason.empty()) {
    session.say(session.text("out_unwritable", {name, reason}));
    return session.end_with(ExitStatus::unreadable);
  }
  for (authoring::ChangedLine const& line : accepted.changes) {
    session.write(name + ":" + std::to_string(line.line) + "\n-" + line.before + "\n+" + line.after + "\n");
  }
  for (authoring::FailedExpectation const& left : accepted.left) {
    session.say(session.text("rules_test_not_accepted", {name, std::to_string(left.line), left.what}));
    session.end_with(ExitStatus::findings);
  }
}

bool may_accept(Session& session, std::vector<std::string> const& names) {
  for (std::string const& name : names) {
    if (pipeline::is_pack_id(name)) {
      session.say(
          session.text("rules_fmt_needs_file", {name, "--accept"})); // what is compiled in cannot be written
      session.end_with(ExitStatus::wrong_usage);
      return false;
    }
  }
  return true;
}

void write(Session& session, std::vector<Tested> const& all) {
  Options const& options = session.options;
  std::vector<report::PackTests> tests;
  for (Tested const& each : all) {
    tests.push_back(each.tests);
  }
  if (options.test_format == TestFormat::json) {
    return session.write(report::pack_tests_json(tests, session.sources, session.messages));
  }
  if (options.test_format == TestFormat::junit) {
    return session.write(
        report::pack_tests_junit(tests, session.sources, session.messages, options.language));
  }
  std::size_t passed = 0, failed = 0, todo = 0;
  for (report::PackTests const& each : tests) {
    session.say_worse_than_info(each.check.findings);
    session.write(report::pack_tests_text(each, session.messages, options.language));
    for (report::TestOutcome const& outcome : each.outcomes) {
      (report::failed(outcome) ? failed : outcome.differences.empty() ? passed : todo) += 1;
    }
  }
  session.write(session.text(todo == 0 ? "rules_test_summary" : "rules_test_summary_todo",
                             {std::to_string(passed), std::to_string(failed), std::to_string(todo)})
                + "\n");
}

} // namespace

void rules_test_command(Session& session) {
  Options const& options = session.options;
  std::vector<std::string> const names = options.packs.empty() ? session.rules.pack_ids() : options.packs;
  if (options.accept && !may_accept(session, names)) {
    return;
  }
  std::optional<vocabulary::Vocabulary> const vocabulary = session.load_vocabulary();
  if (!vocabulary) {
    return;
  }
  std::vector<Tested> all(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    diagnostic::Outcome<rulepack::RulePack> loaded = session.rules.pack(names[i]);
    all[i].pack = std::move(loaded.value);
    all[i].tests.check = {names[i], all[i].pack ? &*all[i].pack : nullptr, std::move(loaded.diagnostics)};
    if (!all[i].pack) {
      session.end_with(ExitStatus::unreadable);
    } else if (report::count(all[i].tests.check.findings).errors > 0) {
      session.end_with(ExitStatus::findings);
    }
  }
  run({options.filter, worker_threads()}, *vocabulary, all);
  if (options.accept) {
    for (Tested const& each : all) {
      accept(session, each);
    }
    say_when_none(session, all);
    return;
  }
  for (Tested const& each : all) {
    if (std::any_of(each.tests.outcomes.begin(), each.tests.outcomes.end(), report::failed)) {
      session.end_with(ExitStatus::findings);
    }
  }
  write(session, all);
  say_when_none(session, all);
}

} // namespace jixiao::cli
