#pragma once
// A head over two columns: the number of the indicator, and its name.
#include "engine/ingest/forms/header_line.hpp"

namespace jixiao::ingest::forms {

/// Where the head of names covers two columns of which one holds numbers that count the rows, that column is
/// one of serial numbers. `most`: the first line behind the part of the header.
void part_numbers_from_names(Lines const& lines, std::size_t most, RowHeader& header);

} // namespace jixiao::ingest::forms
