#pragma once
// Counts what a corpus says and what of it is understood, cell by cell.
#include "engine/model/indicator.hpp"
#include "engine/report/vocabulary_report.hpp"
#include "engine/vocabulary/known_words.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jixiao::pipeline {

class VocabularyCount {
public:
  /// Texts that are kept apart, in bytes; what comes later is counted alone.
  static constexpr std::size_t most_bytes = std::size_t{64} << 20;

  explicit VocabularyCount(vocabulary::Vocabulary const& vocabulary) : vocabulary_(vocabulary) {}

  /// A head of a column.
  void head(std::string_view text, diagnostic::Place const& place, bool understood);
  /// `project` is what became of `raw`. Cells that were carried down are one cell.
  void add(model::RawProject const& raw, model::Project const& project);

  [[nodiscard]] report::VocabularyReport finish() &&;

private:
  static constexpr std::size_t head_kind = model::column_count; ///< behind the columns
  struct Kind {
    std::uint64_t cells = 0, understood = 0;
    std::unordered_map<std::string, std::size_t> known; ///< text without blanks -> index into unknown_
  };

  void cell(std::size_t kind, std::string_view text, diagnostic::Place const& place, bool understood);
  void project_cells(model::RawProject const& raw, model::Project const& project);
  void row(model::RawProject const& raw, model::RawRow const& row, model::Indicator const& indicator);
  void units(model::Reading const& reading, diagnostic::Place const& place);

  vocabulary::Vocabulary const& vocabulary_;
  std::array<Kind, model::column_count + 1> kinds_;
  std::vector<report::UnknownCells> unknown_;
  std::size_t bytes_ = 0;
  std::uint64_t projects_ = 0, rows_ = 0, not_listed_ = 0;
};

} // namespace jixiao::pipeline
