#pragma once
// Rows as people paste them, line by line: a row of a table with or without its header, a row as the tests of
// packs have it, or a target and its answer.
#include "engine/model/raw_table.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::pipeline {

/// What one line is.
struct RowLine {
  enum class Kind : std::uint8_t { header, row } kind = Kind::row;
  model::RawProject project;         ///< of a row: it alone
  std::vector<std::string> columns;  ///< of a header: the columns of the standard table that were found
  std::vector<std::string> not_read; ///< cells that belong to no column
};

class RowLines {
public:
  /// `source`: what the places of cells point at. `vocabulary` must outlive this object.
  RowLines(vocabulary::Vocabulary const& vocabulary, diagnostic::SourceId source)
      : vocabulary_(vocabulary), source_(source) {}

  /// Cells stand between `|`, tabs, or, below a header with commas, commas. A header holds for the lines
  /// behind it, until another one. Without a header two cells are target and actual, three are name, target
  /// and actual, more are the cells of a pack's tests with the actual and the claimed score behind them.
  /// Two cells are target and actual below a header of more columns too.
  [[nodiscard]] RowLine read(std::string_view line, std::uint32_t number);
  void forget_header() { header_.reset(); }

private:
  struct Columns {
    std::shared_ptr<model::Header const> header;
    std::vector<std::optional<model::Column>> of; ///< of each cell
    bool commas = false;
  };

  [[nodiscard]] std::vector<std::string> split(std::string_view line, bool& commas) const;
  [[nodiscard]] std::optional<RowLine> read_header(std::vector<std::string> const& cells, bool commas,
                                                   std::uint32_t number);
  [[nodiscard]] Columns columns_for(std::size_t cells) const;

  vocabulary::Vocabulary const& vocabulary_;
  diagnostic::SourceId source_;
  std::optional<Columns> header_;
};

} // namespace jixiao::pipeline
