#pragma once
// Lines of sums among and below the rows.
#include "engine/ingest/forms/draft.hpp"

#include <string>
#include <utility>
#include <vector>

namespace jixiao::ingest::forms {

/// A line of sums as it is printed.
struct PrintedTotal {
  std::vector<std::pair<vocabulary::RowField, std::string>>
      amounts; ///< `serial`: any of the columns of points
  std::string label;
  bool part = false;                      ///< a subtotal
  std::size_t first_project = 0;          ///< that it may cover
  std::size_t first_row = 0, end_row = 0; ///< of the last project: those since the sum before it
  diagnostic::Place place;
};

/// What `line` prints; which rows it adds up is for the reader of the rows to say.
[[nodiscard]] PrintedTotal printed_total(Line const& line, RowHeader const& header, Words const& words,
                                         diagnostic::SourceId source);

/// The first of the last of `rows` that stand below `level`.
[[nodiscard]] std::size_t first_row_of(std::string_view level, std::vector<Draft> const& rows,
                                       Words const& words);

} // namespace jixiao::ingest::forms
