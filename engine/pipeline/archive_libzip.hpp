#pragma once
// Archives by libzip. The library is opened when the first workbook comes, not at start-up: it pulls in
// libcrypto, which alone costs more than scoring a small table.
#include "engine/ingest/archive.hpp"

namespace jixiao::pipeline {

/// An ingest::ArchiveOpener. When libzip is not installed, every member of the archive it returns is
/// `Failure::unavailable`.
[[nodiscard]] std::unique_ptr<ingest::Archive> open_archive(std::string_view bytes);

} // namespace jixiao::pipeline
