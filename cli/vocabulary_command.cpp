#include "cli/vocabulary_command.hpp"

#include "engine/pipeline/inputs.hpp"
#include "engine/pipeline/vocabulary_run.hpp"
#include "engine/report/findings_text.hpp"

namespace jixiao::cli {
namespace {

constexpr std::size_t listed_by_default = 50; ///< two screens: what is rarer waits for CSV or --findings

} // namespace

void report_vocabulary(Session& session, vocabulary::Vocabulary const& vocabulary) {
  Options const& options = session.options;
  std::optional<vocabulary::Forms> const forms = session.load_forms();
  pipeline::Inputs const inputs = pipeline::expand_inputs(options.report, session.sources);
  if (!forms || !session.may_write_beside(inputs.files)) {
    return;
  }
  session.say_worse_than_info(inputs.findings);
  pipeline::VocabularyRun run =
      pipeline::report_vocabulary(inputs.files, vocabulary, *forms, options.year, session.sources);
  session.say(run.errors);
  if (run.unreadable > 0) {
    session.end_with(ExitStatus::unreadable);
  }
  if (!run.errors.empty() || report::count(inputs.findings).errors > 0) {
    session.end_with(ExitStatus::findings);
  }
  run.report.unreadable = run.unreadable;
  switch (options.vocabulary_format.value_or(VocabularyFormat::text)) {
  case VocabularyFormat::json: return session.write(report::vocabulary_json(run.report, session.sources));
  case VocabularyFormat::csv:
    session.begin_csv();
    return report::write_vocabulary_csv(run.report, session.sources,
                                        [&](std::string_view text) { session.write(text); });
  case VocabularyFormat::text: break;
  }
  session.write(report::vocabulary_text(run.report, options.findings_listed.value_or(listed_by_default),
                                        session.sources, session.messages, options.language));
}

} // namespace jixiao::cli
