// rules list, show and check.
#include "cli/commands.hpp"
#include "engine/report/findings_text.hpp"
#include "engine/report/pack_results.hpp"
#include "engine/report/pack_text.hpp"

namespace jixiao::cli {
namespace {

/// The packs that were named, else all that there are.
std::vector<std::string> named_packs(Session const& session) {
  return session.options.packs.empty() ? session.rules.pack_ids() : session.options.packs;
}

/// Loads a pack; `check.pack` stays null when it is refused. Sets the end from what was found.
std::optional<rulepack::RulePack> load(Session& session, std::string const& name, report::PackCheck& check) {
  diagnostic::Outcome<rulepack::RulePack> loaded = session.rules.pack(name);
  check.name = name;
  check.findings = std::move(loaded.diagnostics);
  if (!loaded.value) {
    session.end_with(ExitStatus::unreadable);
  } else if (report::count(check.findings).errors > 0) {
    session.end_with(ExitStatus::findings);
  }
  return std::move(loaded.value);
}

/// The same for commands whose result is something else: findings are said on standard error, without what
/// is no more than a hint to authors.
std::optional<rulepack::RulePack> load(Session& session, std::string const& name) {
  report::PackCheck check;
  std::optional<rulepack::RulePack> pack = load(session, name, check);
  session.say_worse_than_info(check.findings);
  return pack;
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
  std::vector<report::PackCheck> checks;
  std::vector<std::optional<rulepack::RulePack>> packs;
  std::vector<std::string> const names = named_packs(session);
  packs.reserve(names.size()); // the checks point into it
  for (std::string const& name : names) {
    report::PackCheck& check = checks.emplace_back();
    packs.push_back(load(session, name, check));
    check.pack = packs.back() ? &*packs.back() : nullptr;
  }
  if (json(session)) {
    return session.write(report::pack_checks_json(checks, session.sources, session.messages));
  }
  for (report::PackCheck const& check : checks) {
    session.write(
        report::pack_check_text(check, session.sources, session.messages, session.options.language));
  }
}

} // namespace jixiao::cli
