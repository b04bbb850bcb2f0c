#pragma once
// Lines that go on with the cells of the row above: a page break cut them.
#include "engine/ingest/forms/draft.hpp"

#include <optional>
#include <vector>

namespace jixiao::ingest::forms {

/// How a piece of text goes with a cell above it.
enum class Joint : std::uint8_t {
  none,
  completes, ///< together they are a known word
  remnant,   ///< the cell is whole and ends in this piece: printed twice
  text       ///< nothing speaks against it
};
[[nodiscard]] Joint joint(vocabulary::RowField field, std::string_view above, std::string_view piece,
                          Words const& words);

/// What a continuation goes on with: the row above and what is known of its project.
struct Above {
  Draft const* row = nullptr;
  std::array<std::optional<DraftCell>, vocabulary::row_field_count> const* project = nullptr;
  [[nodiscard]] std::string_view text(vocabulary::RowField field) const;
};

/// Fields of a project, not of one row.
[[nodiscard]] bool is_of_project(vocabulary::RowField field);

struct Continuation {
  std::vector<std::optional<std::size_t>> fields; ///< of each cell: index into the header's fields
  bool certain = false;                           ///< a piece completes or repeats a word above
  bool doubtful = false;                          ///< another way to join is as good
};

/// Joins the cells of `line` to fields of the row above, in their order. `moved`: columns to the right at
/// which the lines of this page stand.
[[nodiscard]] Continuation join_pieces(Line const& line, RowHeader const& header, Above const& above,
                                       std::optional<std::int32_t> moved, Words const& words);

} // namespace jixiao::ingest::forms
