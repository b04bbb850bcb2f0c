#include "engine/ingest/documents/document_builder.hpp"

#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/ingest/row_source.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::ingest::documents {

using model::DocumentCell;

DocumentBuilder::DocumentBuilder(std::string file_name, diagnostic::SourceTable& sources,
                                 IngestLimits const& limits)
    : file_name_(std::move(file_name)), sources_(sources), limits_(limits),
      file_source_(sources.add(file_name_)) {
  limits_.cells = std::min(limits_.cells, most_cells);
  cells_left_ = limits_.cells;
}

void DocumentBuilder::begin_part(std::string name, model::DocumentLayout layout) {
  end_part();
  part_.name = std::move(name);
  part_.layout = layout;
}

void DocumentBuilder::begin_sheet(std::string name) {
  begin_part(std::move(name), model::DocumentLayout::grid);
  part_.sheet = true;
}

void DocumentBuilder::end_part() {
  if (!part_.lines.empty()) {
    part_.source = part_source();
    document_.parts.push_back(std::move(part_));
  }
  part_ = {};
}

/// A part without a name is the file itself.
diagnostic::SourceId DocumentBuilder::part_source() {
  if (part_.source == 0) {
    part_.source = part_.name.empty() ? file_source_ : sources_.add(file_name_, part_.name);
  }
  return part_.source;
}

void DocumentBuilder::note(diagnostic::Code const& code, std::vector<std::string> arguments,
                           std::uint32_t row, std::uint32_t column) {
  findings_.add(diagnostic::make(code, {part_source(), row, column, 0, 0}, std::move(arguments)));
}

void DocumentBuilder::note_file(diagnostic::Code const& code, std::vector<std::string> arguments) {
  findings_.add(diagnostic::make(code, {file_source_, 0, 0, 0, 0}, std::move(arguments)));
}

/// False when the cell is to be left out.
bool DocumentBuilder::take(DocumentCell& cell, std::uint32_t row) {
  if (!grammar::is_utf8(cell.text)) {
    cell.text = grammar::repair_utf8(cell.text);
  }
  if (cell.text.find('\0') != std::string::npos) {
    cell.text.erase(std::remove(cell.text.begin(), cell.text.end(), '\0'), cell.text.end());
    note(ingest::findings::nul_removed, {}, row, cell.column + 1);
  }
  bool const alone = cell.columns == 1 && cell.rows == 1;
  if (grammar::trim(cell.text).empty()) {
    cell.text.clear();
    return !alone;
  }
  if (cell.text.size() > limits_.cell_bytes) {
    note(ingest::findings::table_cell_too_long,
         {std::to_string(cell.text.size()), std::to_string(limits_.cell_bytes)}, row, cell.column + 1);
    cell.text = unreadable_cell;
  }
  return true;
}

/// In a row of a table a cell that holds a picture or a table and no text is no blank: somebody wrote
/// something that nobody can read here. Pages that are laid out in tables have few texts in a row.
void DocumentBuilder::open_blanks(model::DocumentLine& line) {
  constexpr std::size_t fewest_texts = 2;
  Listing texts;
  for (DocumentCell const& cell : line.cells) {
    if (!grammar::trim(cell.text).empty()) {
      texts.add(shortened(grammar::trim(cell.text)));
    }
  }
  if (texts.count() < fewest_texts) {
    return;
  }
  for (DocumentCell& cell : line.cells) {
    if (cell.inside != model::Inside::nothing && grammar::trim(cell.text).empty()) {
      cell.text = unreadable_cell;
      note(cell.inside == model::Inside::table ? findings::table_for_text : findings::picture_for_text,
           {texts.text()}, line.number, cell.column + 1);
    }
  }
}

bool DocumentBuilder::add(model::DocumentLine line) {
  if (full_) {
    return false;
  }
  if (std::any_of(line.cells.begin(), line.cells.end(),
                  [](DocumentCell const& cell) { return cell.inside != model::Inside::nothing; })) {
    open_blanks(line);
  }
  std::size_t kept = 0;
  std::uint32_t beyond = 0; // the column after the last one that did not fit
  for (DocumentCell& cell : line.cells) {
    if (cell.column >= limits_.columns) {
      beyond = std::max(beyond, cell.column + 1);
      continue;
    }
    cell.columns = std::min(cell.columns, limits_.columns - cell.column);
    if (take(cell, line.number)) {
      std::swap(line.cells[kept++], cell);
    }
  }
  line.cells.resize(kept);
  if (beyond != 0) {
    note(ingest::findings::too_many_columns, {std::to_string(beyond), std::to_string(limits_.columns)},
         line.number, limits_.columns + 1);
  }
  if (kept > cells_left_) {
    full_ = true;
    note(findings::document_cells_cut_off, {std::to_string(limits_.cells)}, line.number);
    return false;
  }
  cells_left_ -= kept;
  if (kept != 0) {
    part_.lines.push_back(std::move(line));
  }
  return true;
}

diagnostic::Outcome<model::Document> DocumentBuilder::finish() {
  end_part();
  if (document_.parts.empty() && diagnostic::worst(findings_.all()) != diagnostic::Severity::error) {
    note_file(findings::document_blank);
  }
  findings_.finish();
  diagnostic::Outcome<model::Document> outcome;
  if (!document_.parts.empty()) {
    outcome.value = std::move(document_);
  }
  outcome.diagnostics = findings_.all();
  return outcome;
}

} // namespace jixiao::ingest::documents
