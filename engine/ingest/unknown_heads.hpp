#pragma once
// Heads that are no column of the standard table: what they are likely to mean, and what the table lacks.
#include "engine/ingest/header.hpp"

namespace jixiao::ingest {

struct UnknownHeads {
  /// Columns that matter are missing while unknown ones stand there: for the rows below, first of all.
  diagnostic::Diagnostics doubtful;
  /// The heads that nothing is known of.
  diagnostic::Diagnostics passed_over;
};

[[nodiscard]] UnknownHeads note_unknown_heads(Layout const& layout, vocabulary::Vocabulary const& vocabulary);

/// "head -> name" of what `heads` are likely to mean among the columns that `has` lacks, joined for a
/// finding; empty when nothing is near.
[[nodiscard]] std::string likely_meanings(std::vector<std::string> const& heads, model::Header const& has,
                                          vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::ingest
