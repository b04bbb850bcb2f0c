#pragma once
// A table of a web page while it is being read.
#include "engine/ingest/documents/flowing_text.hpp"
#include "engine/ingest/documents/span_map.hpp"
#include "engine/model/document.hpp"

#include <string>
#include <vector>

namespace jixiao::ingest::documents {

class HtmlTable {
public:
  HtmlTable(std::string name, std::string outer, std::uint32_t most_columns)
      : name_(std::move(name)), outer_(std::move(outer)), most_columns_(most_columns) {}

  void begin_row();
  /// `rows` that it covers: 0 for all that follow in its group. Gives the places of the grid that it took to
  /// find its own: a page of many rows below many merged cells is as large as all the places they cover.
  std::size_t begin_cell(std::uint32_t columns, std::uint32_t rows);
  void end_cell();
  /// What stands in the open cell beside its text.
  void note_inside(model::Inside inside);
  /// Rows of a head, body or foot end here: cells do not reach further down.
  void end_group();
  /// The rows up to the end of the group are shown below all others.
  void begin_foot();
  /// Nothing is added afterwards.
  void finish();

  /// Where text goes: the open cell, or what stands in the table outside of any.
  [[nodiscard]] FlowingText& text() { return cell_open_ ? cell_ : loose_; }
  [[nodiscard]] bool cell_open() const { return cell_open_; }
  [[nodiscard]] std::string take_loose_text() { return loose_.take(); }

  [[nodiscard]] std::string const& name() const { return name_; }
  /// The table in whose cell this one stands; empty when it is in none.
  [[nodiscard]] std::string const& outer() const { return outer_; }
  [[nodiscard]] std::vector<model::DocumentLine>& lines() { return lines_; }
  [[nodiscard]] std::size_t overlaps() const { return spans_.overlaps(); }
  [[nodiscard]] std::size_t cells() const { return cells_; }

private:
  std::string name_, outer_;
  std::uint32_t most_columns_;
  std::vector<model::DocumentLine> lines_;
  std::size_t group_ = 0;                     ///< index of its first line
  std::size_t foot_begin_ = 0, foot_end_ = 0; ///< lines
  bool in_foot_ = false;
  SpanMap spans_;
  std::uint32_t column_ = 0; ///< where the next cell of the row may stand
  bool row_open_ = false;
  bool cell_open_ = false;
  std::size_t cells_ = 0;
  FlowingText cell_, loose_;
};

} // namespace jixiao::ingest::documents
