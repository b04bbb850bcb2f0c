#pragma once
// Cells that hold boxes to tick: the text beside the ticked one is what the cell says.
#include "engine/model/raw_table.hpp"
#include "engine/vocabulary/forms.hpp"

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

/// Puts what is ticked in the place of targets and answers that hold boxes, and what nobody can read where
/// none or several are ticked. Findings say both.
void read_ticked_cells(model::RawProject& project, vocabulary::TickSigns const& signs);

} // namespace jixiao::ingest::forms
