#include "engine/ingest/forms/line.hpp"
#include "grammar/text.hpp"

namespace jixiao::ingest::forms {

Lines flatten(model::Document const& document, Account& account) {
  Lines lines;
  for (std::size_t part = 0; part < document.parts.size(); ++part) {
    model::DocumentPart const& from = document.parts[part];
    std::uint32_t previous = 0;
    for (model::DocumentLine const& line : from.lines) {
      Line to;
      to.part = static_cast<std::uint32_t>(part);
      to.number = line.number;
      to.grid = from.layout == model::DocumentLayout::grid ? Grid::author : Grid::tabs;
      to.width = line.width;
      for (model::DocumentCell const& cell : line.cells) {
        std::string_view const text = grammar::trim(cell.text);
        if (!text.empty()) {
          CellId const id = account.add(
              {to.part, line.number, cell.column + 1, std::string(text), 0, CellUse::unaccounted, {}});
          to.cells.push_back(
              {std::string(text), {id}, cell.column, cell.columns, line.number, line.number, cell.rows});
        }
      }
      if (!to.cells.empty()) {
        to.after_gap = previous == 0 || line.number > previous + 1;
        previous = line.number;
        lines.push_back(std::move(to));
      }
    }
  }
  return lines;
}

} // namespace jixiao::ingest::forms
