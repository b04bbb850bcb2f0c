#include "engine/pipeline/conversion.hpp"

namespace jixiao::pipeline {
namespace {

using model::Column;

/// Fields of CSV: quoted where needed, a formula made harmless by one apostrophe, which our reader takes
/// away.
void add_field(std::string& line, std::string_view text) {
  if (!line.empty()) {
    line += ',';
  }
  constexpr std::string_view formula_signs = "=+-@\t\r";
  bool const formula = !text.empty() && formula_signs.find(text.front()) != std::string_view::npos;
  bool const quoted =
      text.find_first_of(",\"\r\n") != std::string_view::npos || (line.empty() && text.empty());
  std::string field = formula ? "'" : "";
  for (char const c : text) {
    field.append(quoted && c == '"' ? 2 : 1, c);
  }
  line += quoted ? '"' + field + '"' : field;
}

using Columns = std::array<bool, model::column_count>;

class CsvWriter {
public:
  CsvWriter(vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms, TextWriter const& write)
      : vocabulary_(vocabulary), forms_(forms), write_(write) {}

  void project(model::RawProject const& project) {
    Columns const columns = used(project);
    std::string const head = header(project, columns);
    if (head != head_) {
      head_ = head;
      write_(head_);
    }
    for (model::RawRow const& row : project.rows) {
      std::string line;
      for (std::size_t i = 0; i < model::column_count; ++i) {
        if (columns[i]) {
          add_field(line, row.cells[i]);
        }
      }
      write_(line + '\n');
    }
  }

private:
  /// Columns with any text: one that is blank throughout would take the text of the project above.
  static Columns used(model::RawProject const& project) {
    Columns result{};
    result[static_cast<std::size_t>(Column::name)] = true;
    for (model::RawRow const& row : project.rows) {
      for (std::size_t i = 0; i < model::column_count; ++i) {
        result[i] = result[i] || !row.cells[i].empty();
      }
    }
    // Columns of the form itself stay, blank or not: they say what was asked.
    for (Column const column :
         {Column::level1, Column::level2, Column::relation, Column::target, Column::measure, Column::weight,
          Column::direction, Column::actual, Column::claimed}) {
      auto const i = static_cast<std::size_t>(column);
      result[i] = result[i] || project.header->columns[i] != 0;
    }
    return result;
  }

  std::string header(model::RawProject const& project, Columns const& columns) const {
    std::string line;
    for (std::size_t i = 0; i < model::column_count; ++i) {
      if (!columns[i]) {
        continue;
      }
      auto const column = static_cast<Column>(i);
      bool const fused = column == Column::target && project.header->fused_target;
      std::string text(fused ? forms_.fused_target_head() : vocabulary_.column_name(column));
      if (std::string const& unit = project.header->units[i]; !unit.empty()) {
        text += "\xEF\xBC\x88" + unit + "\xEF\xBC\x89"; // full-width brackets
      }
      add_field(line, text);
    }
    return line + '\n';
  }

  vocabulary::Vocabulary const& vocabulary_;
  vocabulary::Forms const& forms_;
  TextWriter const& write_;
  std::string head_;
};

} // namespace

void write_csv(ingest::forms::Conversion const& conversion, vocabulary::Vocabulary const& vocabulary,
               vocabulary::Forms const& forms, TextWriter const& write) {
  CsvWriter writer(vocabulary, forms, write);
  for (ingest::forms::FormProject const& project : conversion.projects) {
    writer.project(project.raw);
  }
}

} // namespace jixiao::pipeline
