// parse, template, version and limits.
#include "cli/commands.hpp"
#include "cli/vocabulary_command.hpp"
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/pipeline/parse_text.hpp"
#include "engine/pipeline/row_trial.hpp"
#include "engine/pipeline/run_program.hpp"
#include "engine/pipeline/template_workbook.hpp"
#include "engine/pipeline/vocabulary_count.hpp"

#include <chrono>
#include <iostream>

namespace jixiao::cli {
namespace {

pipeline::ParseRequest request(Options const& options) {
  static constexpr pipeline::ParseRequest::What whats[] = {
      pipeline::ParseRequest::What::target, pipeline::ParseRequest::What::actual,
      pipeline::ParseRequest::What::number, pipeline::ParseRequest::What::row};
  return {whats[static_cast<std::size_t>(*options.parse_what)], options.name, options.level2, options.unit,
          options.year};
}

} // namespace

void parse_command(Session& session) {
  std::optional<vocabulary::Vocabulary> const vocabulary = session.load_vocabulary();
  if (!vocabulary) {
    return;
  }
  if (!session.options.report.empty()) {
    return report_vocabulary(session, *vocabulary);
  }
  pipeline::TextParser const parser(*vocabulary, session.messages);
  pipeline::ParseRequest const wanted = request(session.options);
  auto const write = [&](std::string const& text) {
    pipeline::ParsedText const parsed = parser.parse(wanted, text);
    session.write(parsed.line + "\n");
    if (parsed.error) {
      session.end_with(ExitStatus::findings);
    }
  };
  for (std::string const& text : session.options.texts) {
    if (text != "-") {
      write(text);
      continue;
    }
    for (std::string line; std::getline(std::cin, line);) {
      if (!line.empty() && line.back() == '\r') {
        line.pop_back();
      }
      write(line);
    }
  }
}

void template_command(Session& session) {
  std::filesystem::path const path =
      session.options.out.empty() ? std::filesystem::path("jixiao-template.xlsx") : session.options.out;
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) { // a table that someone has filled in bears this very name
    session.say(session.text("template_exists", {path.generic_string()}));
    session.end_with(ExitStatus::wrong_usage);
    return;
  }
  switch (pipeline::write_template(path, session.messages, session.options.language)) {
  case pipeline::TemplateResult::written:
    session.say(session.text("template_written", {path.generic_string()}));
    break;
  case pipeline::TemplateResult::unavailable:
    session.say(session.text("template_unavailable"));
    session.end_with(ExitStatus::wrong_usage);
    break;
  case pipeline::TemplateResult::failed:
    session.say(session.text("template_failed", {path.generic_string()}));
    session.end_with(ExitStatus::unreadable);
    break;
  }
}

void version_command(Session& session) {
  session.write(engine_name() + "\n");
}

void limits_command(Session& session) {
  ingest::IngestLimits const ingest;
  grammar::Limits const cell;
  auto const line = [&](std::string_view id, std::uint64_t value) {
    session.write(session.text(id, {std::to_string(value)}) + "\n");
  };
  line("limit_workbook_bytes", ingest.workbook_bytes);
  line("limit_expanded_bytes", ingest.expanded_bytes);
  line("limit_columns", ingest.columns);
  line("limit_cell_bytes", ingest.cell_bytes);
  line("limit_rows_per_project", ingest.rows_per_project);
  line("limit_cells", ingest.cells);
  line("limit_sheets", ingest.sheets);
  line("limit_xml_depth", ingest.xml_depth);
  line("limit_document_cells", ingest::documents::DocumentBuilder::most_cells);
  pipeline::ProgramRequest const program;
  line("limit_program_seconds",
       static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(program.time).count()));
  line("limit_program_bytes", program.output_bytes);
  line("limit_parsed_cell_bytes", cell.cell_bytes);
  line("limit_number_digits", cell.number_digits);
  line("limit_number_exponent", cell.number_exponent);
  line("limit_parts", cell.parts);
  line("limit_try_bytes", pipeline::RowTrial::most_line_bytes);
  line("limit_report_bytes", pipeline::VocabularyCount::most_bytes);
}

} // namespace jixiao::cli
