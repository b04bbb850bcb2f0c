#pragma once
// Cells of a sheet row into the fields of a RawRow.
#include "engine/ingest/header.hpp"
#include "engine/ingest/listing.hpp"

namespace jixiao::ingest {

/// Texts below the header that stand in no column of it.
struct OutsideCells {
  Listing texts;
  diagnostic::Place first;

  void add(std::string_view text, diagnostic::Place place) {
    first = texts.count() == 0 ? place : first;
    texts.add(text);
  }
};

class RowMapper {
public:
  void set_layout(Layout const& layout);

  /// Fills every field of `to`, in its existing storage. `findings` gets what was noticed about the cells;
  /// `suspicious`: look for NULs and replaced characters.
  void map(SheetRow const& from, bool suspicious, model::RawRow& to, OutsideCells& outside,
           diagnostic::Diagnostics& findings);

  /// True when `row` has a text of its own (not only from merged cells above or beside it).
  [[nodiscard]] static bool has_own_text(model::RawRow const& row);

private:
  void take_line(SheetRow const& from, model::RawRow& to);
  void take_cells(SheetRow const& from, model::RawRow& to) const;
  void take_repeated(SheetRow const& from, model::RawRow& to) const;
  void note_outside(SheetRow const& from, std::size_t cell, OutsideCells& outside) const;
  void map_covered(SheetRow const& from, model::RawRow& to, diagnostic::Diagnostics& findings) const;
  void clean(SheetRow const& from, model::RawRow& to, diagnostic::Diagnostics& findings) const;

  Layout const* layout_ = nullptr;
  std::uint32_t line_ = 0; ///< the row mapped last, when it was a line; else 0
  model::RowTexts<model::column_count>::Stretches cells_{}; ///< of that line
  /// What is as above when so many cells of a line are: columns, and how many of the layout's fields.
  struct Alike {
    std::bitset<model::column_count> fields;
    std::size_t read = 0;
  };
  std::vector<Alike> alike_;
};

} // namespace jixiao::ingest
