// rules mutate.
#include "cli/commands.hpp"
#include "engine/pipeline/pack_mutation.hpp"
#include "engine/report/mutation_text.hpp"

#include <algorithm>

namespace jixiao::cli {
namespace {

std::optional<authoring::Mutation> mutate(Session& session, vocabulary::Vocabulary const& vocabulary,
                                          std::string const& name) {
  pipeline::FoundPack const found = session.rules.find(name);
  session.say_worse_than_info(found.file.diagnostics);
  if (found.file.value) {
    diagnostic::Outcome<rulepack::RulePack> const loaded = rulepack::load_pack(*found.file.value, found.find);
    session.say_worse_than_info(loaded.diagnostics);
    if (loaded.value) {
      return pipeline::mutate_pack({*found.file.value, *loaded.value, found.find}, vocabulary,
                                   session.options.filter, worker_threads());
    }
  }
  session.end_with(ExitStatus::unreadable);
  return std::nullopt;
}

void judge(Session& session, authoring::Mutation const& mutation) {
  if (!mutation.failing.empty() || !mutation.stale.empty()) {
    session.end_with(ExitStatus::findings);
  }
  std::optional<std::uint32_t> const threshold = session.options.threshold;
  std::optional<std::size_t> const percent = mutation.percent();
  if (threshold && percent && *percent < *threshold) {
    session.say(session.text("mutation_below",
                             {mutation.pack, std::to_string(*percent), std::to_string(*threshold)}));
    session.end_with(ExitStatus::findings);
  }
}

/// A filter that nothing has is a slip, and must not pass for a pack whose tests notice all.
void say_when_none(Session& session, std::vector<authoring::Mutation> const& all) {
  bool const none = std::all_of(all.begin(), all.end(), [](authoring::Mutation const& each) {
    return each.failing.empty() && each.tried.empty() && each.stale.empty();
  });
  if (none && !all.empty() && !session.options.filter.empty()) {
    session.say(session.text("rules_mutate_none_like", {session.options.filter}));
    session.end_with(ExitStatus::findings);
  }
}

} // namespace

void rules_mutate_command(Session& session) {
  std::optional<vocabulary::Vocabulary> const vocabulary = session.load_vocabulary();
  if (!vocabulary) {
    return;
  }
  bool const json = session.options.coverage_format == CoverageFormat::json;
  std::vector<authoring::Mutation> all;
  for (std::string const& name :
       session.options.packs.empty() ? session.rules.pack_ids() : session.options.packs) {
    std::optional<authoring::Mutation> mutation = mutate(session, *vocabulary, name);
    if (!mutation) {
      continue;
    }
    judge(session, *mutation);
    if (!json) {
      session.write(
          report::mutation_text(*mutation, session.sources, session.messages, session.options.language));
    }
    all.push_back(std::move(*mutation));
  }
  if (json) {
    session.write(report::mutations_json(all, session.sources));
  }
  say_when_none(session, all);
}

} // namespace jixiao::cli
