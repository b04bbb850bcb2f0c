#include "engine/pipeline/conversion.hpp"

#include "engine/pipeline/document_source.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/text_file.hpp"
#include "engine/rulepack/digest.hpp"

namespace jixiao::pipeline {

ConvertedFile convert_file(std::filesystem::path const& path, vocabulary::Vocabulary const& vocabulary,
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

} // namespace jixiao::pipeline
