// Any bytes as a document of lines and cells: whatever they are, every cell is accounted for, and every row's
// text is UTF-8.
#include "engine/configuration/embedded.hpp"
#include "engine/ingest/forms/convert.hpp"
#include "grammar/text.hpp"

#include <cstdlib>
#include <string_view>

namespace {

using namespace jixiao;

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

vocabulary::RuleFile rules(char const* name) {
  return {configuration::embedded_tree(name).value(), 1};
}

/// The first byte says whether columns are the author's; then a tab begins a cell, a line feed a line, 1 a
/// merged cell.
model::Document document(std::string_view bytes) {
  model::Document result;
  result.parts.push_back(
      {"", 1, bytes[0] % 2 == 0 ? model::DocumentLayout::text : model::DocumentLayout::grid, {}});
  model::DocumentLine line{1, {}};
  std::uint32_t column = 0;
  std::string text;
  auto const end_cell = [&] {
    if (!text.empty()) {
      line.cells.push_back({grammar::repair_utf8(text), column, 1, 1});
    }
    text.clear();
    ++column;
  };
  for (char const c : bytes.substr(1)) {
    if (c == '\n') {
      end_cell();
      std::uint32_t const number = line.number;
      if (!line.cells.empty()) {
        result.parts.back().lines.push_back(std::move(line));
      }
      line = {number + 1, {}};
      column = 0;
    } else if (c == '\t') {
      end_cell();
    } else if (c == '\x01' && !line.cells.empty()) {
      ++line.cells.back().columns;
    } else {
      text += c;
    }
  }
  end_cell();
  if (!line.cells.empty()) {
    result.parts.back().lines.push_back(std::move(line));
  }
  return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static vocabulary::Vocabulary const words = std::move(
      vocabulary::load_vocabulary(rules("units.yaml"), rules("lexicon.yaml"), rules("taxonomy.yaml"))
          .value.value());
  static vocabulary::Forms const forms = std::move(vocabulary::load_forms(rules("forms.yaml")).value.value());
  if (size == 0) {
    return 0;
  }
  model::Document const read = document({reinterpret_cast<char const*>(data), size});
  ingest::forms::Conversion const made = ingest::forms::convert(read, words, forms);
  for (ingest::forms::AccountEntry const& entry : made.account) {
    require(entry.use != ingest::forms::CellUse::unaccounted);
    require(entry.table <= made.tables.size());
  }
  for (ingest::forms::FormProject const& project : made.projects) {
    require(project.table < made.tables.size());
    require(!project.raw.rows.empty());
    require(project.origins.size() == project.raw.rows.size());
    for (model::RawRow const& row : project.raw.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        require(grammar::is_utf8(row.cells[i]));
      }
    }
  }
  return 0;
}
