#pragma once
// Rows that a page break cut in two.
#include "engine/ingest/documents/pdf_blocks.hpp"

namespace jixiao::ingest::documents::pdf {

enum class CutRow : std::uint8_t { none, joined, doubtful };

/// What stands in the first row of `next` may be the rest of the last row of `table`, on the page before: it
/// goes there where the texts above were broken for want of room, and that row is taken out of `next`.
/// `doubtful`: it may be the rest, or a row of its own.
[[nodiscard]] CutRow join_cut_row(Block& table, Block& next);

} // namespace jixiao::ingest::documents::pdf
