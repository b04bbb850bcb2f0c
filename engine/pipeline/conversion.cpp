#include "engine/pipeline/conversion.hpp"

#include "engine/pipeline/document_source.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/input_projects.hpp"
#include "engine/pipeline/text_file.hpp"
#include "engine/rulepack/digest.hpp"

#include <cstring>

namespace jixiao::pipeline {
namespace {

using ingest::forms::CellUse;
using ingest::forms::Conversion;
using ingest::forms::FormProject;

/// Projects of a standard table as a conversion: every cell of a row is a field of it.
class StandardConversion {
public:
  explicit StandardConversion(Conversion& to) : to_(to) {}

  void add(model::RawProject const& raw) {
    FormProject project;
    project.raw = raw;
    project.table = table_of(*raw.header, raw.rows.back().row);
    for (model::RawRow const& row : raw.rows) {
      project.origins.push_back(origins(*raw.header, row));
    }
    to_.projects.push_back(std::move(project));
  }

private:
  std::uint32_t table_of(model::Header const& header, std::uint32_t last) {
    if (to_.tables.empty() || to_.tables.back().source != header.source
        || to_.tables.back().first_line != header.row) {
      to_.tables.push_back({"standard_table", {}, header.source, header.row, last});
    }
    to_.tables.back().last_line = last;
    return static_cast<std::uint32_t>(to_.tables.size() - 1);
  }

  ingest::forms::RowOrigin origins(model::Header const& header, model::RawRow const& row) {
    ingest::forms::RowOrigin result{};
    for (std::size_t i = 0; i < model::column_count; ++i) {
      if (row.cells[i].empty() || row.carried.test(i) || header.columns[i] == 0) {
        continue;
      }
      result[i] = {row.row, header.columns[i]};
      to_.account.push_back({header.source, row.row, header.columns[i], row.cells[i],
                             static_cast<std::uint32_t>(to_.tables.size()), CellUse::row,
                             std::string(model::name(static_cast<model::Column>(i)))});
    }
    return result;
  }

  Conversion& to_;
};

} // namespace

ConvertedFile recognise_file(std::filesystem::path const& path, vocabulary::Vocabulary const& vocabulary,
                             vocabulary::Forms const& forms, diagnostic::SourceTable& sources,
                             ingest::IngestLimits const& limits, bool digest) {
  ConvertedFile result;
  std::string const name = path.generic_string();
  TextFile const file = read_text_file(path, limits.workbook_bytes);
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
  InputReading const reading{vocabulary, &forms, sources, limits, false};
  InputProjects projects(path, reading);
  if (projects.document() != nullptr) {
    return std::move(*projects.document());
  }
  ConvertedFile result;
  StandardConversion to(result.conversion);
  model::RawProject project;
  while (projects.next(project)) {
    to.add(project);
  }
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
