// rules diff.
#include "cli/commands.hpp"
#include "engine/pipeline/evaluation_run.hpp"
#include "engine/pipeline/inputs.hpp"
#include "engine/report/pack_difference_text.hpp"

namespace jixiao::cli {
namespace {

std::optional<rulepack::RulePack> load(Session& session, std::string const& name) {
  diagnostic::Outcome<rulepack::RulePack> loaded = session.rules.pack(name);
  session.say_worse_than_info(loaded.diagnostics);
  if (!loaded.value) {
    session.end_with(ExitStatus::unreadable);
  }
  return std::move(loaded.value);
}

struct Tools {
  vocabulary::Vocabulary vocabulary;
  vocabulary::Forms forms;
};

std::vector<authoring::ProjectScore> scores(Session& session, Tools const& tools,
                                            rulepack::RulePack const& pack,
                                            std::vector<std::filesystem::path> const& files, bool says) {
  pipeline::RunSettings settings;
  settings.forms = &tools.forms;
  settings.default_year = session.options.year;
  std::vector<authoring::ProjectScore> all;
  pipeline::RunSummary const summary = pipeline::run_evaluation(
      files, tools.vocabulary, pack, settings, session.sources, [&](model::ProjectEvaluation const& each) {
        all.push_back(authoring::score_of(each, session.sources.at(each.project.place.source).file));
      });
  if (says) { // of the inputs: the second run would only say it again
    session.say_worse_than_info(summary.findings);
  }
  if (summary.unreadable > 0) {
    session.end_with(ExitStatus::unreadable);
  }
  return all;
}

std::optional<authoring::BatchDifference> compare_batch(Session& session,
                                                        report::PackDifference const& packs) {
  std::optional<vocabulary::Vocabulary> vocabulary = session.load_vocabulary();
  std::optional<vocabulary::Forms> forms = session.load_forms();
  if (!vocabulary || !forms) {
    return std::nullopt;
  }
  Tools const tools{std::move(*vocabulary), std::move(*forms)};
  pipeline::Inputs const inputs = pipeline::expand_inputs(session.options.over, session.sources);
  session.say_worse_than_info(inputs.findings);
  if (!session.may_write_beside(inputs.files)) {
    return std::nullopt;
  }
  if (inputs.files.empty()) {
    session.end_with(ExitStatus::findings);
  }
  std::vector<authoring::ProjectScore> const left = scores(session, tools, packs.left, inputs.files, true);
  std::vector<authoring::ProjectScore> const right = scores(session, tools, packs.right, inputs.files, false);
  return authoring::compare_scores(left, right);
}

} // namespace

void rules_diff_command(Session& session) {
  Options const& options = session.options;
  std::optional<rulepack::RulePack> const left = load(session, options.packs.at(0));
  std::optional<rulepack::RulePack> const right = load(session, options.packs.at(1));
  if (!left || !right) {
    return;
  }
  report::PackDifference difference{*left, *right, authoring::compare_packs(*left, *right), std::nullopt};
  if (!options.over.empty()) {
    difference.batch = compare_batch(session, difference);
    if (!difference.batch) {
      return;
    }
  }
  report::DifferenceContext const context{session.sources, session.messages, options.language};
  switch (options.difference_format) {
  case DifferenceFormat::text: return session.write(report::difference_text(difference, context));
  case DifferenceFormat::json: return session.write(report::difference_json(difference, context));
  case DifferenceFormat::html: return session.write(report::difference_html(difference, context));
  case DifferenceFormat::csv:
    session.begin_csv();
    return session.write(report::difference_csv(difference, context));
  }
}

} // namespace jixiao::cli
