#pragma once
// Blank cells of merged columns take the text above them.
#include "engine/model/raw_table.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::ingest {

/// The merged columns that a header has, from left to right.
class CarryDown {
public:
  CarryDown() = default;
  explicit CarryDown(model::Header const& header);

  /// Fills the blank cells of `row` from `above` (nullptr: nothing stands above) and marks them as carried.
  /// Nothing is carried over a change: a cell stays blank when a merged column to its left changes, when its
  /// unit or project changes, or when its own code or name does.
  void apply(model::RawRow& row, model::RawRow const* above) const;

private:
  std::vector<model::Column> columns_;
  std::uint64_t bits_ = 0; ///< of the same
};

/// True for a column whose blank cells take the text above them.
[[nodiscard]] bool is_carried_down(model::Column column);

/// The parts of a project's identity: the code where there is one, else the name.
[[nodiscard]] std::string_view unit_identity(model::RawRow const& row);
[[nodiscard]] std::string_view project_identity(model::RawRow const& row);
/// "2023" of "2023" and of "2023" with the word for year behind it.
[[nodiscard]] std::string_view year_identity(model::RawRow const& row);
[[nodiscard]] bool same_project(model::RawRow const& left, model::RawRow const& right);
/// The same of a row and the one above it in the table, by what is known of them when that is enough.
[[nodiscard]] bool continues_project(model::RawRow const& row, model::RawRow const& above);

} // namespace jixiao::ingest
