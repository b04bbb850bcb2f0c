#include "engine/ingest/forms/row_notes.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"

namespace jixiao::ingest::forms {

using model::Column;

void note_answer(Line const& line, RowHeader const& header, bool answers, diagnostic::SourceId source,
                 Draft& draft) {
  if (answers && line.grid == Grid::order && header.has(Column::target) && header.has(Column::actual)
      && draft[Column::actual] && !draft[Column::target] && draft[Column::name]) {
    draft.findings.push_back(
        diagnostic::make(findings::target_left_blank,
                         {source, draft[Column::actual]->line, draft[Column::actual]->column + 1, 0, 0},
                         {shortened(draft[Column::name]->text), shortened(draft[Column::actual]->text)}));
  }
}

void note_drift(Line const& line, diagnostic::SourceId source, Draft& draft) {
  if (draft.drifted && line.grid != Grid::order) {
    Listing texts;
    for (Cell const& cell : line.cells) {
      texts.add(shortened(cell.text));
    }
    draft.findings.push_back(
        diagnostic::make(line.grid == Grid::author ? findings::row_slipped : findings::cells_drifted,
                         {source, line.number, 0, 0, 0}, {texts.text()}));
  }
  if (draft.lost != 0) {
    draft.findings.push_back(
        diagnostic::make(findings::row_cut_off, {source, line.number, 0, 0, 0},
                         {shortened(draft.text(Column::name)), std::to_string(draft.lost)}));
  }
}

} // namespace jixiao::ingest::forms
