#pragma once
// Cells that hold boxes to tick: the text beside the ticked one is what the cell says.
#include "engine/model/raw_table.hpp"
#include "engine/vocabulary/forms.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ingest::forms {

struct TickedText {
  std::string text;                ///< beside the only box that is ticked; empty when there is no such box
  std::vector<std::string> others; ///< beside the boxes that are not
};

/// No value when `text` holds no boxes to tick.
[[nodiscard]] std::optional<TickedText> read_boxes(std::string_view text, vocabulary::TickSigns const& signs);

/// Reads the ticked cells of projects.
class TickBoxReader {
public:
  /// `signs` must live as long.
  explicit TickBoxReader(vocabulary::TickSigns const& signs);

  /// Puts what is ticked in the place of targets and answers that hold boxes, and what nobody can read where
  /// none or several are ticked. Findings say both.
  void read(model::RawProject& project) const;

private:
  [[nodiscard]] bool may_hold_boxes(std::string_view text) const;

  vocabulary::TickSigns const& signs_;
  /// The first two bytes of the signs, which most cells do not hold.
  std::array<bool, 256> first_{}, second_{};
  std::size_t shortest_ = 0; ///< no sign has fewer bytes
};

} // namespace jixiao::ingest::forms
