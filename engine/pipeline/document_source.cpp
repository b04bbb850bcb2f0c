#include "engine/pipeline/document_source.hpp"

#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/pipeline/archive_libzip.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/html_libxml2.hpp"
#include "engine/pipeline/run_program.hpp"
#include "engine/pipeline/text_file.hpp"

#include <algorithm>

namespace jixiao::pipeline {

namespace {

using diagnostic::Outcome;
using ingest::documents::DocumentFormat;
using model::Document;
using End = ProgramOutcome::End;

constexpr ingest::documents::Openers openers{&open_archive, &parse_html};

/// What a program said, as one line.
std::string words_of(ProgramOutcome const& outcome) {
  std::string text = outcome.errors.empty() ? "status " + std::to_string(outcome.status) : outcome.errors;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return ingest::shortened(text);
}

class ProgramReader {
public:
  ProgramReader(std::string_view bytes, std::string const& file_name, diagnostic::SourceTable& sources,
                ingest::IngestLimits const& limits, DocumentPrograms const& programs)
      : bytes_(bytes), file_name_(file_name), sources_(sources), limits_(limits), programs_(programs) {}

  Outcome<Document> read_pdf() {
    if (!write("input.pdf")) {
      return refused();
    }
    ProgramOutcome const words =
        run(programs_.pdf_words, {"-enc", "UTF-8", "-bbox-layout", "input.pdf", "-"});
    if (words.end == End::finished && words.status != 0
        && words.errors.find("ncorrect password") != std::string::npos) {
      note(ingest::documents::findings::document_encrypted, {});
      return refused();
    }
    if (!succeeded(words, programs_.pdf_words, "poppler-utils")) {
      return refused();
    }
    std::string drawing;
    if (words.output.find("<word ") != std::string::npos) { // else there is nothing to place
      ProgramOutcome drawn = run(programs_.pdf_drawing, {"-svg", "input.pdf", "-"});
      if (drawn.end == End::finished && drawn.status == 0) {
        drawing = std::move(drawn.output);
      } else {
        note(findings::rules_not_drawn, {programs_.pdf_drawing});
      }
    }
    return with_notes(
        ingest::documents::read_pdf_document(words.output, drawing, file_name_, sources_, limits_));
  }

  /// `ending`: what the program is told that the file is, and what it is to make of it.
  Outcome<Document> read_converted(std::string const& ending, std::string const& wanted) {
    std::string const input = "input." + ending;
    if (!write(input)) {
      return refused();
    }
    std::string const profile = "-env:UserInstallation=file://" + (folder_.path() / "profile").string();
    ProgramOutcome const made = run(programs_.office, {profile, "--headless", "--norestore", "--nolockcheck",
                                                       "--convert-to", wanted, "--outdir", "made", input});
    if (!succeeded(made, programs_.office, "libreoffice")) {
      return refused();
    }
    TextFile file = read_text_file(folder_.path() / "made" / ("input." + wanted), limits_.workbook_bytes);
    if (!file.text) {
      // It ends with 0 also when it could not read the file.
      note(findings::program_failed, {programs_.office, words_of(made)});
      return refused();
    }
    note(findings::document_converted, {programs_.office});
    return with_notes(ingest::documents::read_document(*file.text, file_name_, openers, sources_, limits_));
  }

private:
  bool write(std::string const& name) {
    std::string const reason =
        folder_.path().empty() ? "no temporary folder" : write_text_file(folder_.path() / name, bytes_);
    if (!reason.empty()) {
      note(findings::input_unreadable, {file_name_, reason});
    }
    return reason.empty();
  }

  ProgramOutcome run(std::string const& program, std::vector<std::string> arguments) const {
    ProgramRequest request;
    request.program = program;
    request.arguments = std::move(arguments);
    request.folder = folder_.path();
    request.time = programs_.time;
    request.output_bytes = programs_.output_bytes;
    request.environment = {"HOME=" + folder_.path().string(), "TMPDIR=" + folder_.path().string()};
    return run_program(request);
  }

  bool succeeded(ProgramOutcome const& outcome, std::string const& program, std::string const& package) {
    switch (outcome.end) {
    case End::missing: note(findings::program_missing, {program, package}); return false;
    case End::timed_out:
      note(findings::program_timed_out, {program, std::to_string(programs_.time.count())});
      return false;
    case End::too_much:
      note(findings::program_too_much, {program, std::to_string(programs_.output_bytes)});
      return false;
    case End::failed: note(findings::program_failed, {program, words_of(outcome)}); return false;
    case End::finished: break;
    }
    if (outcome.status != 0) {
      note(findings::program_failed, {program, words_of(outcome)});
    }
    return outcome.status == 0;
  }

  void note(diagnostic::Code const& code, std::vector<std::string> arguments) {
    notes_.push_back(diagnostic::make(code, {}, std::move(arguments)));
  }

  Outcome<Document> refused() { return with_notes({}); }

  /// The findings about the file before those of its reader, which has entered it in the table of sources.
  Outcome<Document> with_notes(Outcome<Document> outcome) {
    diagnostic::SourceId const source =
        sources_.size() > first_ ? first_ : static_cast<std::size_t>(sources_.add(file_name_));
    for (diagnostic::Diagnostic& each : notes_) {
      each.where.source = source;
    }
    outcome.diagnostics.insert(outcome.diagnostics.begin(), notes_.begin(), notes_.end());
    return outcome;
  }

  std::string_view bytes_;
  std::string const& file_name_;
  diagnostic::SourceTable& sources_;
  ingest::IngestLimits limits_;
  DocumentPrograms const& programs_;
  TemporaryFolder folder_;
  diagnostic::Diagnostics notes_;
  std::size_t first_ = sources_.size(); ///< what the next source will be called
};

} // namespace

Outcome<Document> read_any_document(std::string_view bytes, std::string const& file_name,
                                    diagnostic::SourceTable& sources, ingest::IngestLimits const& limits,
                                    DocumentPrograms const& programs) {
  bool const too_large = bytes.size() > limits.workbook_bytes;
  DocumentFormat const format =
      too_large ? DocumentFormat::text : ingest::documents::detect_document_format(bytes, &open_archive);
  switch (format) {
  case DocumentFormat::pdf: return ProgramReader(bytes, file_name, sources, limits, programs).read_pdf();
  case DocumentFormat::doc:
    return ProgramReader(bytes, file_name, sources, limits, programs).read_converted("doc", "docx");
  case DocumentFormat::xls:
    return ProgramReader(bytes, file_name, sources, limits, programs).read_converted("xls", "xlsx");
  case DocumentFormat::text:
  case DocumentFormat::html:
  case DocumentFormat::docx:
  case DocumentFormat::xlsx:
  case DocumentFormat::ods:
  case DocumentFormat::boxes:
  case DocumentFormat::encrypted:
  case DocumentFormat::other: break;
  }
  return ingest::documents::read_document(bytes, file_name, openers, sources, limits);
}

Outcome<Document> read_document_file(std::filesystem::path const& path, diagnostic::SourceTable& sources,
                                     ingest::IngestLimits const& limits, DocumentPrograms const& programs) {
  std::string const name = path.generic_string();
  TextFile const file = read_text_file(path, limits.workbook_bytes);
  if (!file.text) {
    diagnostic::SourceId const source = sources.add(name);
    return {std::nullopt,
            {diagnostic::make(findings::input_unreadable, {source, 0, 0, 0, 0}, {name, file.reason})}};
  }
  return read_any_document(*file.text, name, sources, limits, programs);
}

} // namespace jixiao::pipeline
