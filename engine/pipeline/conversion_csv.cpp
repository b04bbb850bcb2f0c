#include "engine/pipeline/conversion.hpp"

#include "engine/model/unreadable_cell.hpp"

namespace jixiao::pipeline {
namespace {

using model::Column;

/// Fields of a line: quoted where needed, a formula made harmless by one apostrophe, which our reader takes
/// away.
class Line {
public:
  void add(std::string_view text) {
    constexpr std::string_view formula_signs = "=+-@\t\r";
    bool const formula = !text.empty() && formula_signs.find(text.front()) != std::string_view::npos;
    bool const quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    text_ += fields_++ == 0 ? "" : ",";
    text_ += quoted ? "\"" : "";
    text_ += formula ? "'" : "";
    for (char const c : text) {
      text_.append(c == '"' ? 2 : 1, c);
    }
    text_ += quoted ? "\"" : "";
  }
  std::string take() { return std::move(text_) + '\n'; }

private:
  std::string text_;
  std::size_t fields_ = 0;
};

using Columns = std::array<bool, model::column_count>;

class CsvWriter {
public:
  CsvWriter(vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms, TextWriter const& write)
      : vocabulary_(vocabulary), forms_(forms), write_(write) {}

  /// Columns keep their places from one header to the next: the reader knows a header by where the name
  /// stands.
  void make_room(model::RawProject const& project) {
    Columns const columns = used(project);
    for (std::size_t i = 0; i < model::column_count; ++i) {
      places_[i] = places_[i] || columns[i];
    }
  }

  void project(model::RawProject const& project) {
    Columns const columns = used(project);
    std::string const head = header(project, columns);
    // Nobody can tell two projects without a name from each other, unless each stands below a header.
    bool const nameless = !columns[static_cast<std::size_t>(Column::project)]
                          && !columns[static_cast<std::size_t>(Column::project_code)];
    if (head != head_ || nameless) {
      head_ = head;
      write_(head_);
    }
    for (model::RawRow const& row : project.rows) {
      Line line;
      for (std::size_t i = 0; i < model::column_count; ++i) {
        if (places_[i]) {
          line.add(columns[i] ? model::said_text(row.cells[i]) : std::string_view());
        }
      }
      write_(line.take());
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
    // So do those of the budget: an amount that nobody filled in is owed. Nothing is carried into them from
    // above where each project has its name.
    bool const named = result[static_cast<std::size_t>(Column::project)]
                       || result[static_cast<std::size_t>(Column::project_code)];
    for (Column const column : {Column::initial_budget, Column::adjusted_budget, Column::executed}) {
      auto const i = static_cast<std::size_t>(column);
      result[i] = result[i] || (named && project.header->columns[i] != 0);
    }
    return result;
  }

  std::string header(model::RawProject const& project, Columns const& columns) const {
    Line line;
    for (std::size_t i = 0; i < model::column_count; ++i) {
      if (places_[i]) {
        line.add(columns[i] ? head(project, i) : std::string());
      }
    }
    return line.take();
  }

  std::string head(model::RawProject const& project, std::size_t i) const {
    auto const column = static_cast<Column>(i);
    bool const fused = column == Column::target && project.header->fused_target;
    std::string text(fused ? forms_.fused_target_head() : vocabulary_.column_name(column));
    if (std::string const& unit = project.header->units[i]; !unit.empty()) {
      text += "\xEF\xBC\x88" + unit + "\xEF\xBC\x89"; // full-width brackets
    }
    return text;
  }

  vocabulary::Vocabulary const& vocabulary_;
  vocabulary::Forms const& forms_;
  TextWriter const& write_;
  Columns places_{};
  std::string head_;
};

} // namespace

void write_csv(std::vector<ingest::forms::Conversion> const& conversions,
               vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms,
               TextWriter const& write) {
  CsvWriter writer(vocabulary, forms, write);
  for (ingest::forms::Conversion const& conversion : conversions) {
    for (ingest::forms::FormProject const& project : conversion.projects) {
      writer.make_room(project.raw);
    }
  }
  for (ingest::forms::Conversion const& conversion : conversions) {
    for (ingest::forms::FormProject const& project : conversion.projects) {
      writer.project(project.raw);
    }
  }
}

} // namespace jixiao::pipeline
