#include "engine/pipeline/conversion.hpp"

#include "engine/ingest/documents/read_document.hpp"
#include "engine/pipeline/archive_libzip.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/html_libxml2.hpp"
#include "engine/pipeline/text_file.hpp"

namespace jixiao::pipeline {

ConvertedFile convert_file(std::filesystem::path const& path, vocabulary::Vocabulary const& vocabulary,
                           vocabulary::Forms const& forms, diagnostic::SourceTable& sources,
                           ingest::IngestLimits const& limits) {
  ConvertedFile result;
  std::string const name = path.generic_string();
  TextFile const file = read_text_file(path, limits.workbook_bytes);
  if (!file.text) {
    diagnostic::SourceId const source = sources.add(name);
    result.conversion.findings.push_back(
        diagnostic::make(findings::input_unreadable, {source, 0, 0, 0, 0}, {name, file.reason}));
    return result;
  }
  diagnostic::Outcome<model::Document> const document =
      ingest::documents::read_document(*file.text, name, {open_archive, parse_html}, sources, limits);
  if (document.value) {
    result.conversion = ingest::forms::convert(*document.value, vocabulary, forms);
    result.readable = true;
  }
  result.conversion.findings.insert(result.conversion.findings.begin(), document.diagnostics.begin(),
                                    document.diagnostics.end());
  return result;
}

} // namespace jixiao::pipeline
