#pragma once
// Any document -> the standard table, with an account of every cell.
#include "engine/diagnostic/source_table.hpp"
#include "engine/ingest/forms/convert.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/pipeline/text_file.hpp"
#include "engine/vocabulary/forms.hpp"
#include "engine/vocabulary/messages.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace jixiao::pipeline {

struct ConvertedFile {
  ingest::forms::Conversion conversion;
  bool readable = false; ///< false: nothing could be read at all
  std::string digest;    ///< SHA-256 of the file, when asked for
};

/// The forms in the bytes of a file, whatever its format.
[[nodiscard]] ConvertedFile recognise_bytes(TextFile const& file, std::string const& name,
                                            vocabulary::Vocabulary const& vocabulary,
                                            vocabulary::Forms const& forms, diagnostic::SourceTable& sources,
                                            ingest::IngestLimits const& limits = {}, bool digest = false);

/// Reads `path`, whatever its format, and recognises the forms in it.
[[nodiscard]] ConvertedFile recognise_file(std::filesystem::path const& path,
                                           vocabulary::Vocabulary const& vocabulary,
                                           vocabulary::Forms const& forms, diagnostic::SourceTable& sources,
                                           ingest::IngestLimits const& limits = {}, bool digest = false);

/// The same; what is a standard table already comes out as its reader gives it.
[[nodiscard]] ConvertedFile convert_file(std::filesystem::path const& path,
                                         vocabulary::Vocabulary const& vocabulary,
                                         vocabulary::Forms const& forms, diagnostic::SourceTable& sources,
                                         ingest::IngestLimits const& limits = {});

using TextWriter = std::function<void(std::string_view)>;

/// The standard table as CSV. A new header stands wherever the columns change, so that reading it again gives
/// the same projects.
void write_csv(std::vector<ingest::forms::Conversion> const& conversions,
               vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms,
               TextWriter const& write);

/// {"schema":"jixiao/conversion/1", ...}: docs/schema/conversion.schema.json. `account`: with an entry for
/// every cell.
[[nodiscard]] std::string conversion_document(std::string const& engine,
                                              std::vector<ingest::forms::Conversion> const& conversions,
                                              bool account, diagnostic::SourceTable const& sources,
                                              vocabulary::Messages const& messages);

/// The account for people: for each table how many cells were used for what, and every cell that was left
/// out.
[[nodiscard]] std::string account_text(ingest::forms::Conversion const& conversion,
                                       diagnostic::SourceTable const& sources,
                                       vocabulary::Messages const& messages, vocabulary::Language language);

} // namespace jixiao::pipeline
