#include "engine/pipeline/later_sheets.hpp"

#include "engine/pipeline/archive_libzip.hpp"
#include "engine/pipeline/file_source.hpp"
#include "engine/pipeline/text_file.hpp"

#include <algorithm>

namespace jixiao::pipeline {
namespace {

bool has_several_sheets(std::string_view bytes) {
  std::unique_ptr<ingest::Archive> const archive = open_archive(bytes);
  if (archive == nullptr) {
    return false;
  }
  std::vector<std::string> const names = archive->names();
  return std::count_if(names.begin(), names.end(),
                       [](std::string const& name) {
                         return name.starts_with("xl/worksheets/") && name.ends_with(".xml");
                       })
         > 1;
}

} // namespace

ingest::TableSurroundings later_sheets(std::filesystem::path const& path,
                                       vocabulary::Vocabulary const& vocabulary,
                                       ingest::IngestLimits const& limits) {
  TextFile const file = read_text_file(path, limits.workbook_bytes);
  if (!file.text || !has_several_sheets(*file.text)) {
    return {};
  }
  diagnostic::SourceTable sources; // what is found is said by whoever reads the file after this
  std::unique_ptr<ingest::ProjectReader> const reader =
      ingest::read_standard_table(std::make_unique<FileSource>(path), ingest::Format::xlsx,
                                  path.generic_string(), vocabulary, open_archive, sources, limits);
  model::RawProject project;
  while (reader->next(project)) {
  }
  return reader->surroundings();
}

} // namespace jixiao::pipeline
