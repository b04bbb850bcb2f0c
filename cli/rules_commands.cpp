// rules list, show, check and test.
#include "cli/commands.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "engine/report/findings_text.hpp"
#include "engine/report/pack_text.hpp"

namespace jixiao::cli {
namespace {

/// The packs that were named, else all that there are.
std::vector<std::string> named_packs(Session const& session) {
  return session.options.packs.empty() ? session.rules.pack_ids() : session.options.packs;
}

/// `rules check` lists everything; the other commands leave out what is no more than a hint.
enum class Hints : std::uint8_t { left_out, shown };

/// Loads a pack and says what was found. No value: it is refused.
std::optional<rulepack::RulePack> load(Session& session, std::string const& name,
                                       Hints hints = Hints::left_out) {
  diagnostic::Outcome<rulepack::RulePack> loaded = session.rules.pack(name);
  if (hints == Hints::shown) {
    session.say(loaded.diagnostics);
  } else {
    session.say_worse_than_info(loaded.diagnostics);
  }
  if (!loaded.value) {
    session.end_with(ExitStatus::unreadable);
  } else if (report::count(loaded.diagnostics).errors > 0) {
    session.end_with(ExitStatus::findings);
  }
  return std::move(loaded.value);
}

bool json(Session const& session) {
  return session.options.format == report::Format::json;
}

} // namespace

void rules_list_command(Session& session) {
  std::vector<rulepack::RulePack> packs;
  for (std::string const& id : session.rules.pack_ids()) {
    if (std::optional<rulepack::RulePack> pack = load(session, id)) {
      packs.push_back(std::move(*pack));
    }
  }
  session.write(json(session) ? report::pack_list_json(packs)
                              : report::pack_list_text(packs, session.messages, session.options.language));
}

void rules_show_command(Session& session) {
  for (std::string const& name : session.options.packs) {
    if (std::optional<rulepack::RulePack> const pack = load(session, name)) {
      session.write(json(session) ? report::pack_json(*pack)
                                  : report::pack_text(*pack, session.messages, session.options.language));
    }
  }
}

void rules_check_command(Session& session) {
  for (std::string const& name : named_packs(session)) {
    if (std::optional<rulepack::RulePack> const pack = load(session, name, Hints::shown)) {
      session.write(session.text("rules_check_ok",
                                 {pack->id, std::to_string(pack->score.size()),
                                  std::to_string(pack->evidence.size()), std::to_string(pack->tests.size())})
                    + "\n");
    }
  }
}

void rules_test_command(Session& session) {
  std::optional<vocabulary::Vocabulary> const vocabulary = session.load_vocabulary();
  if (!vocabulary) {
    return;
  }
  std::size_t passed = 0, failed = 0;
  for (std::string const& name : named_packs(session)) {
    std::optional<rulepack::RulePack> const pack = load(session, name);
    if (!pack) {
      continue;
    }
    for (pipeline::PackTestResult const& result : pipeline::run_pack_tests(*pack, *vocabulary)) {
      (result.differences.empty() ? passed : failed) += 1;
      rulepack::PackTest const& test = *result.test;
      std::string const& what_was_tested = test.row.empty() ? test.name : test.row;
      for (pipeline::PackTestDifference const& difference : result.differences) {
        session.write(session.text("rules_test_failed",
                                   {pack->id, std::to_string(test.place.row), what_was_tested, test.actual,
                                    difference.what, difference.expected, difference.actual})
                      + "\n");
      }
    }
  }
  session.write(session.text("rules_test_summary", {std::to_string(passed), std::to_string(failed)}) + "\n");
  if (failed > 0 || passed == 0) {
    session.end_with(ExitStatus::findings);
  }
}

} // namespace jixiao::cli
