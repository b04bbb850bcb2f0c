// score, check and explain: commands over tables.
#include "cli/commands.hpp"
#include "cli/project_findings.hpp"
#include "engine/configuration/yaml.hpp"
#include "engine/pipeline/conversion.hpp"
#include "engine/pipeline/evaluation_run.hpp"
#include "engine/pipeline/inputs.hpp"
#include "engine/pipeline/table_years.hpp"
#include "engine/pipeline/text_file.hpp"
#include "engine/report/explain_json.hpp"
#include "engine/report/finding_list.hpp"
#include "engine/report/findings_text.hpp"
#include "engine/report/target_tables.hpp"
#include "engine/scoring/grade_moves.hpp"

#include <algorithm>

namespace jixiao::cli {
namespace {

constexpr std::size_t judgement_file_bytes = 16u << 20;

/// Everything a run needs, opened and checked.
struct RunPlan {
  vocabulary::Vocabulary vocabulary;
  std::unique_ptr<vocabulary::Forms const> forms; ///< the settings point at it
  rulepack::RulePack pack;
  pipeline::RunSettings settings;
  pipeline::Inputs inputs;
};

/// No value: the findings were said and the end was set. Entries that were refused stand in `findings` too.
std::optional<judgement::Judgements> load_judgements(Session& session, diagnostic::Diagnostics& findings) {
  if (session.options.judgements.empty()) {
    return judgement::Judgements();
  }
  diagnostic::SourceId const source = session.sources.add(session.options.judgements.generic_string());
  pipeline::TextFile const file = pipeline::read_text_file(session.options.judgements, judgement_file_bytes);
  if (!file.text) {
    session.say(
        session.text("judgements_unreadable", {session.options.judgements.generic_string(), file.reason}));
    session.end_with(ExitStatus::unreadable);
    return std::nullopt;
  }
  diagnostic::Outcome<configuration::Node> const tree = configuration::parse_yaml(*file.text, source);
  session.say(tree.diagnostics);
  diagnostic::Outcome<judgement::Judgements> loaded;
  if (tree.value) {
    loaded = judgement::load_judgements(*tree.value, source);
    findings = loaded.diagnostics;
  }
  if (!loaded.value) {
    session.say(loaded.diagnostics);
    session.end_with(ExitStatus::unreadable);
  }
  return std::move(loaded.value);
}

/// A tier may be written as reports print it; in the pack it has an id. What the pack does not have stays as
/// it is written, for the message.
void name_tiers(judgement::Judgements& judgements, rulepack::RulePack const& pack,
                vocabulary::Messages const& messages) {
  for (auto& [row, judgement] : judgements) {
    for (rulepack::Tier const& tier : pack.tiers) {
      if (judgement.tier == messages.text("tier_" + tier.id, vocabulary::Language::zh)) {
        judgement.tier = tier.id;
      }
    }
  }
}

std::optional<RunPlan> plan(Session& session) {
  std::optional<vocabulary::Vocabulary> vocabulary = session.load_vocabulary();
  std::optional<vocabulary::Forms> forms = session.load_forms();
  pipeline::Inputs inputs = pipeline::expand_inputs(session.options.inputs, session.sources);
  pipeline::RunSettings settings;
  std::optional<rulepack::RulePack> pack;
  if (vocabulary && forms) {
    pack = session.load_pack(
        [&] { return pipeline::read_table_years(inputs.files, *vocabulary, *forms, settings.limits); });
  }
  diagnostic::Diagnostics refused;
  std::optional<judgement::Judgements> judgements = load_judgements(session, refused);
  if (!vocabulary || !forms || !pack || !judgements) {
    return std::nullopt;
  }
  name_tiers(*judgements, *pack, session.messages);
  Options const& options = session.options;
  auto known_forms = std::make_unique<vocabulary::Forms const>(std::move(*forms));
  settings.forms = known_forms.get();
  if (options.account) {
    settings.on_document = [&session](ingest::forms::Conversion const& conversion) {
      session.say(
          pipeline::account_text(conversion, session.sources, session.messages, session.options.language));
    };
  }
  settings.assume = options.assume;
  settings.default_year = options.year;
  settings.weighting = options.weighting;
  settings.month = options.month.value_or(0);
  settings.judgements = std::move(*judgements);
  bool const whole = options.format == report::Format::json || options.format == report::Format::jsonl;
  settings.digest_inputs = whole;
  settings.name_rows =
      whole || options.command == Command::explain || options.format == report::Format::judgements;
  settings.show_rows = options.format != report::Format::csv || options.detail == report::Detail::indicators;
  inputs.findings.insert(inputs.findings.end(), refused.begin(), refused.end());
  std::vector<std::filesystem::path> read = inputs.files;
  read.push_back(options.judgements);
  read.emplace_back(options.rules);
  if (!session.may_write_beside(read)) {
    return std::nullopt;
  }
  return RunPlan{std::move(*vocabulary), std::move(known_forms), std::move(*pack), std::move(settings),
                 std::move(inputs)};
}

/// The sheet of explanations that `jixiao template` adds to its workbook: known to hold no indicators, and
/// not worth a finding in every table made from it.
bool is_guide_of_template(diagnostic::Diagnostic const& finding, vocabulary::Messages const& messages) {
  if (finding.code != "sheet_without_table" || finding.arguments.empty()) {
    return false;
  }
  constexpr std::size_t enough = 60; // bytes; the listing of a sheet may be cut
  for (vocabulary::Language const language : {vocabulary::Language::zh, vocabulary::Language::en}) {
    std::string const guide = messages.text("template_guide_general", language);
    if (finding.arguments[0].compare(0, enough, guide, 0, enough) == 0) {
      return true;
    }
  }
  return false;
}

/// Runs the plan; findings of the inputs stand before those of the run. Sets the end from what was found.
pipeline::RunSummary run(Session& session, RunPlan const& plan, pipeline::ProjectVisitor const& visit) {
  pipeline::TableYears years;
  pipeline::RunSummary summary =
      pipeline::run_evaluation(plan.inputs.files, plan.vocabulary, plan.pack, plan.settings, session.sources,
                               [&](model::ProjectEvaluation const& project) {
                                 ++years.projects[project.project.year];
                                 visit(project);
                               });
  if (session.options.rules == "auto") {
    session.say_when_outside_years(plan.pack, years);
  }
  std::erase_if(summary.findings, [&](diagnostic::Diagnostic const& finding) {
    return is_guide_of_template(finding, session.messages);
  });
  summary.findings.insert(summary.findings.begin(), plan.inputs.findings.begin(), plan.inputs.findings.end());
  report::FindingCounts const of_inputs = report::count(plan.inputs.findings);
  summary.errors += of_inputs.errors;
  summary.warnings += of_inputs.warnings;
  if (summary.unreadable > 0) {
    session.end_with(ExitStatus::unreadable);
  }
  if (summary.errors > 0 || (session.options.fail_on_warning && summary.warnings > 0)) {
    session.end_with(ExitStatus::findings);
  }
  return summary;
}

report::Receipt receipt(Session const& session, RunPlan const& plan, pipeline::RunSummary const& summary) {
  static constexpr char const* assumes[] = {"as-is", "claims-met", "nothing"};
  static constexpr char const* weightings[] = {"budget", "equal", "given"};
  Options const& options = session.options;
  report::Receipt receipt;
  receipt.engine = engine_name();
  receipt.settings = {{"assume", assumes[static_cast<std::size_t>(options.assume)]},
                      {"department_weight", weightings[static_cast<std::size_t>(options.weighting)]},
                      {"judgements", std::to_string(plan.settings.judgements.size())},
                      {"rules", plan.pack.id},
                      {"year", options.year}};
  if (options.month) {
    receipt.settings.emplace_back("as_of", std::to_string(*options.month));
  }
  receipt.inputs = summary.digests;
  return receipt;
}

bool is_named(model::Project const& project, std::string const& name) {
  return project.name == name || project.code == name;
}

} // namespace

void score_command(Session& session) {
  std::optional<RunPlan> const ready = plan(session);
  if (!ready) {
    return;
  }
  Options const& options = session.options;
  report::ReportOptions report_options;
  report_options.engine = engine_name();
  report_options.format = options.format;
  report_options.detail = options.detail;
  report_options.language = options.language;
  report_options.exact = options.exact;
  report_options.findings_listed = options.findings_listed.value_or(report_options.findings_listed);
  report_options.page_width = session.page_width().value_or(report_options.page_width);
  std::unique_ptr<report::Sink> const sink = report::make_sink(
      report_options, session.sources, session.messages, [&](std::string_view text) { session.write(text); });
  session.begin_csv();
  sink->begin(ready->pack);
  bool const csv = options.format == report::Format::csv;
  ProjectFindings of_projects;
  pipeline::RunSummary const summary = run(session, *ready, [&](model::ProjectEvaluation const& project) {
    sink->project(project);
    if (csv) {
      of_projects.add(project);
    }
  });
  sink->end(summary.departments, summary.findings, receipt(session, *ready, summary));
  if (csv) {
    of_projects.say(session);
    session.say_worse_than_info(summary.findings); // nor for findings of the input as a whole
  }
}

void check_command(Session& session) {
  std::optional<RunPlan> const ready = plan(session);
  if (!ready) {
    return;
  }
  Options const& options = session.options;
  diagnostic::Diagnostics all;
  pipeline::RunSummary const summary = run(session, *ready, [&](model::ProjectEvaluation const& project) {
    diagnostic::Diagnostics const of_project = report::all_findings(project);
    all.insert(all.end(), of_project.begin(), of_project.end());
  });
  for (model::DepartmentEvaluation const& department : summary.departments) {
    all.insert(all.end(), department.findings.begin(), department.findings.end());
  }
  all.insert(all.end(), summary.findings.begin(), summary.findings.end());
  if (options.format == report::Format::json) {
    return session.write(report::diagnostics_document(all, session.sources, session.messages) + "\n");
  }
  report::FindingCounts const counts = report::count(all);
  report::TargetTables targets;
  targets.take(all);
  report::FindingListOptions list;
  list.language = options.language;
  list.limit = options.findings_listed ? *options.findings_listed : list.limit;
  session.write(report::findings_by_file(all, session.sources, session.messages, list));
  for (std::string const& line : targets.lines(session.sources, session.messages, options.language)) {
    session.write(line + "\n");
  }
  session.write(
      session.text("check_summary", {std::to_string(summary.projects), std::to_string(summary.indicators),
                                     report::counts_text(counts, session.messages, options.language)})
      + "\n");
}

void explain_command(Session& session) {
  std::optional<RunPlan> const ready = plan(session);
  if (!ready) {
    return;
  }
  Options const& options = session.options;
  bool const as_json = options.format == report::Format::json;
  report::ExplanationDocument document(ready->pack, session.sources, session.messages);
  auto const moves = [&](model::ProjectEvaluation const& project) {
    return options.row || options.execution_alone ? model::GradeMoves()
                                                  : scoring::grade_moves(project, ready->pack);
  };
  bool found = false, found_row = false;
  std::size_t rows = 0;
  std::vector<std::string> names;
  pipeline::RunSummary const summary = run(session, *ready, [&](model::ProjectEvaluation const& project) {
    names.push_back(project.project.name);
    if (!is_named(project.project, options.project)) {
      return;
    }
    found = true;
    rows = std::max(rows, project.indicators.size());
    found_row = found_row || options.execution_alone;
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      if (options.execution_alone) {
        break;
      }
      if (!options.row || *options.row == project.indicators[i].indicator.row) {
        found_row = true;
        if (!as_json) {
          session.write(report::explain_row(project, i, ready->pack, session.sources, session.messages,
                                            options.language)
                        + "\n");
        }
      }
    }
    if (as_json) {
      document.add(project, moves(project), {options.row, options.execution_alone});
      return;
    }
    if (!options.row) {
      session.write(report::explain_execution(project, ready->pack, session.sources, session.messages,
                                              options.language));
    }
    if (!options.row && !options.execution_alone) {
      session.write(
          report::explain_grade(project, moves(project), ready->pack, session.messages, options.language));
    }
  });
  if (as_json && found_row) {
    session.write(document.text());
  }
  if (!found || !found_row) {
    std::string list;
    for (std::string const& name : names) {
      list += (list.empty() ? "" : session.text("list_separator")) + name;
    }
    session.say(found ? session.text("explain_no_row",
                                     {std::to_string(*options.row), options.project, std::to_string(rows)})
                      : session.text("explain_no_project", {options.project, list}));
    session.end_with(ExitStatus::wrong_usage);
  }
  if (summary.unreadable > 0) {
    session.say(summary.findings);
  }
}

} // namespace jixiao::cli
