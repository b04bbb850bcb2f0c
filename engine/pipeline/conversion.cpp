#include "engine/pipeline/conversion.hpp"

#include "engine/pipeline/document_source.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/input_projects.hpp"
#include "engine/rulepack/digest.hpp"

#include <cassert>
#include <cstring>

namespace jixiao::pipeline {
namespace {

using ingest::forms::FormProject;

ingest::forms::RowOrigin origins(model::Header const& header, model::RawRow const& row) {
  ingest::forms::RowOrigin result{};
  for (std::size_t i = 0; i < model::column_count; ++i) {
    if (!row.cells[i].empty() && !row.carried.test(i) && header.columns[i] != 0) {
      result[i] = {row.row, header.columns[i]};
    }
  }
  return result;
}

/// A project of a standard table; its table is known when the account is.
FormProject standard_project(model::RawProject const& raw) {
  FormProject project;
  project.raw = raw;
  for (model::RawRow const& row : raw.rows) {
    project.origins.push_back(origins(*raw.header, row));
  }
  return project;
}

/// Both in the order of the file: the same reader filled them.
void set_tables(std::vector<FormProject>& projects, std::vector<ingest::forms::FormTable> const& tables) {
  std::uint32_t at = 0;
  for (FormProject& project : projects) {
    model::Header const& header = *project.raw.header;
    while (tables[at].source != header.source || tables[at].first_line != header.row) {
      ++at;
      assert(at < tables.size());
    }
    project.table = at;
  }
}

} // namespace

ConvertedFile recognise_file(std::filesystem::path const& path, vocabulary::Vocabulary const& vocabulary,
                             vocabulary::Forms const& forms, diagnostic::SourceTable& sources,
                             ingest::IngestLimits const& limits, bool digest) {
  return recognise_bytes(read_text_file(path, limits.workbook_bytes), path.generic_string(), vocabulary,
                         forms, sources, limits, digest);
}

ConvertedFile recognise_bytes(TextFile const& file, std::string const& name,
                              vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms,
                              diagnostic::SourceTable& sources, ingest::IngestLimits const& limits,
                              bool digest) {
  ConvertedFile result;
  if (!file.text) {
    diagnostic::SourceId const source = sources.add(name);
    result.conversion.findings.push_back(
        diagnostic::make(findings::input_unreadable, {source, 0, 0, 0, 0}, {name, file.reason}));
    return result;
  }
  if (digest) {
    rulepack::Sha256 sha;
    sha.update(*file.text);
    result.digest = sha.finish();
  }
  diagnostic::Outcome<model::Document> const document = read_any_document(*file.text, name, sources, limits);
  if (document.value) {
    result.conversion = ingest::forms::convert(*document.value, vocabulary, forms);
    result.readable = true;
  }
  result.conversion.findings.insert(result.conversion.findings.begin(), document.diagnostics.begin(),
                                    document.diagnostics.end());
  return result;
}

ConvertedFile convert_file(std::filesystem::path const& path, vocabulary::Vocabulary const& vocabulary,
                           vocabulary::Forms const& forms, diagnostic::SourceTable& sources,
                           ingest::IngestLimits const& limits) {
  InputReading const reading{vocabulary, &forms, sources,
                             limits,     false,  ingest::TableAccount::Keep::everything};
  InputProjects projects(path, reading);
  if (projects.document() != nullptr) {
    return std::move(*projects.document());
  }
  ConvertedFile result;
  std::vector<FormProject> read;
  model::RawProject project;
  while (projects.next(project)) {
    read.push_back(standard_project(project));
  }
  result.conversion = projects.account();
  set_tables(read, result.conversion.tables);
  result.conversion.projects = std::move(read);
  result.conversion.findings = projects.findings();
  result.readable = projects.readable() && projects.error() == 0;
  if (projects.error() != 0) {
    diagnostic::SourceId const source = sources.add(path.generic_string());
    result.conversion.findings.push_back(
        diagnostic::make(findings::input_unreadable, {source, 0, 0, 0, 0},
                         {path.generic_string(), std::strerror(projects.error())}));
  }
  return result;
}

} // namespace jixiao::pipeline
