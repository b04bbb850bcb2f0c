#pragma once
// The rows below a header, of a table with one cell a line.
#include "engine/ingest/forms/header_line.hpp"
#include "engine/ingest/forms/narrow_tokens.hpp"

namespace jixiao::ingest::forms {

/// Lines between two cells that belong to different rows or blocks.
inline constexpr std::uint32_t wide_gap = 3;

/// Puts the rows that begin at token `at` into `to`, each as a line; returns the first token behind them.
std::size_t unfold_rows(std::vector<Token> const& tokens, std::size_t at, RowHeader const& header,
                        Words const& words, std::uint32_t part, Lines& to);

} // namespace jixiao::ingest::forms
