#pragma once
// Heads that name a year: "target value of 2023". A table may have columns of several years.
#include "engine/ingest/head_text.hpp"
#include "engine/model/raw_table.hpp"

#include <string>
#include <vector>

namespace jixiao::ingest {

/// A head without the year in front of it or in its brackets. "Of the year" may belong to the name: both
/// readings, the longer first.
struct HeadOfYear {
  std::string year; ///< four digits; empty when the head names none
  std::vector<std::string> names;
};

[[nodiscard]] HeadOfYear head_of_year(HeadText const& head);

/// A column of targets or of actual values, and the year that its head names; empty when it names none.
struct YearColumn {
  model::Column column = model::Column::target;
  std::string year;
};

/// The year that a table is about, by its heads alone: that of all its targets, else that of all its actual
/// values; empty when they do not agree.
[[nodiscard]] std::string year_of_heads(std::vector<YearColumn> const& columns);

} // namespace jixiao::ingest
