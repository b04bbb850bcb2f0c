// convert: any document -> the standard table.
#include "cli/commands.hpp"
#include "engine/pipeline/conversion.hpp"
#include "engine/pipeline/inputs.hpp"
#include "engine/report/findings_text.hpp"

namespace jixiao::cli {
namespace {

void say_findings(Session& session, ingest::forms::Conversion const& conversion) {
  session.say(conversion.findings);
  for (ingest::forms::FormProject const& project : conversion.projects) {
    session.say(project.raw.findings);
  }
}

bool has_errors(ingest::forms::Conversion const& conversion) {
  bool errors = report::count(conversion.findings).errors != 0;
  for (ingest::forms::FormProject const& project : conversion.projects) {
    errors = errors || report::count(project.raw.findings).errors != 0;
  }
  return errors;
}

} // namespace

void convert_command(Session& session) {
  std::optional<vocabulary::Vocabulary> const vocabulary = session.load_vocabulary();
  std::optional<vocabulary::Forms> const forms = session.load_forms();
  if (!vocabulary || !forms) {
    return;
  }
  pipeline::Inputs const inputs = pipeline::expand_inputs(session.options.inputs, session.sources);
  if (!session.may_write_beside(inputs.files)) {
    return;
  }
  session.say(inputs.findings);
  bool const json = session.options.convert_to == ConvertTo::json;
  std::vector<ingest::forms::Conversion> conversions;
  for (std::filesystem::path const& path : inputs.files) {
    pipeline::ConvertedFile file = pipeline::convert_file(path, *vocabulary, *forms, session.sources);
    if (!file.readable) {
      session.end_with(ExitStatus::unreadable);
    }
    if (has_errors(file.conversion)) {
      session.end_with(ExitStatus::findings);
    }
    if (!json) {
      say_findings(session, file.conversion);
    }
    if (!json && session.options.account) {
      session.say(pipeline::account_text(file.conversion, session.sources, session.messages,
                                         session.options.language));
    }
    conversions.push_back(std::move(file.conversion));
  }
  if (report::count(inputs.findings).errors != 0) {
    session.end_with(ExitStatus::findings);
  }
  if (json) {
    session.write(pipeline::conversion_document(engine_name(), conversions, session.options.account,
                                                session.sources, session.messages));
  } else {
    session.begin_csv();
    pipeline::write_csv(conversions, *vocabulary, *forms,
                        [&](std::string_view text) { session.write(text); });
  }
}

} // namespace jixiao::cli
