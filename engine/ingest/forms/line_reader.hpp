#pragma once
// One line of cells to one row of a form.
#include "engine/ingest/forms/align.hpp"
#include "engine/ingest/forms/draft.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jixiao::ingest::forms {

struct LineRead {
  Draft draft;
  bool level = false;                             ///< a cell names a level and nothing else
  bool measured = false;                          ///< a cell holds a relation
  std::vector<std::size_t> left_over;             ///< cells without a place
  std::vector<std::size_t> undecided;             ///< cells with two places
  std::vector<std::size_t> spread;                ///< names that cover columns of values as well
  std::vector<std::optional<std::size_t>> fields; ///< of each cell: index into the header's fields
};

class LineReader {
public:
  LineReader(RowHeader const& header, Words const& words, bool answers)
      : header_(header), words_(words), answers_(answers) {}

  /// `moved`: columns to the right that the lines around stand at, where the line itself does not tell.
  /// `above`: the level 1 above, which decides what a word for both levels is where only the order is known.
  [[nodiscard]] LineRead read(Line const& line, std::int32_t moved, std::string_view above) const;

  /// How many columns to the right `line` stands by its levels; no value when it has none.
  [[nodiscard]] std::optional<std::int32_t> moved(Line const& line) const;

private:
  [[nodiscard]] std::optional<std::size_t> index(model::Column column) const;
  [[nodiscard]] std::vector<Placed> place(Line const& line, std::int32_t moved) const;
  void fix(std::vector<Placed>& placed, std::vector<std::size_t> const& cell_of,
           grammar::RowShape const& shape, Line const& line, std::string_view above) const;
  [[nodiscard]] Alignment align_author(Line const& line, std::vector<Placed>& placed,
                                       std::vector<std::size_t> const& cell_of,
                                       std::optional<grammar::RowShape> const& shape, std::string_view above,
                                       LineRead& read) const;
  void take(Line const& line, std::size_t cell, std::size_t field, LineRead& read) const;
  void name_before_points(std::vector<Placed>& placed, std::size_t level) const;
  [[nodiscard]] bool names_level(Alignment const& alignment, std::vector<Placed> const& placed) const;
  void leave_values(Alignment& alignment, std::vector<Placed> const& placed) const;
  void take_level_across(Line const& line, Alignment const& alignment, LineRead& read) const;
  void doubt_order(Line const& line, LineRead& read) const;
  void measure_drift(LineRead& read, Line const& line) const;

  RowHeader const& header_;
  Words const& words_;
  bool answers_;
};

} // namespace jixiao::ingest::forms
