#pragma once
// Documents from text and from hand-made grids, and what the forms in them became.
#include "engine/configuration/embedded.hpp"
#include "engine/ingest/documents/read_document.hpp"
#include "engine/ingest/forms/convert.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace jixiao::test {

inline vocabulary::Forms const& embedded_forms() {
  static vocabulary::Forms const forms = std::move(
      vocabulary::load_forms({configuration::embedded_tree("forms.yaml").value(), 4}).value.value());
  return forms;
}

struct Converted {
  diagnostic::SourceTable sources;
  ingest::forms::Conversion conversion;

  /// Findings of the document, then of its projects.
  [[nodiscard]] diagnostic::Diagnostics findings() const {
    diagnostic::Diagnostics all = conversion.findings;
    for (ingest::forms::FormProject const& project : conversion.projects) {
      all.insert(all.end(), project.raw.findings.begin(), project.raw.findings.end());
    }
    return all;
  }
  [[nodiscard]] std::size_t count(std::string_view code) const {
    diagnostic::Diagnostics const all = findings();
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [code](auto const& each) { return each.code == code; }));
  }
  /// The only finding with this code.
  [[nodiscard]] diagnostic::Diagnostic the(std::string_view code) const {
    INFO(code);
    REQUIRE(count(code) == 1);
    diagnostic::Diagnostics const all = findings();
    return *std::find_if(all.begin(), all.end(), [code](auto const& each) { return each.code == code; });
  }
  [[nodiscard]] model::RawRow const& row(std::size_t project, std::size_t row) const {
    REQUIRE(project < conversion.projects.size());
    REQUIRE(row < conversion.projects[project].raw.rows.size());
    return conversion.projects[project].raw.rows[row];
  }
  [[nodiscard]] std::size_t rows() const {
    std::size_t result = 0;
    for (ingest::forms::FormProject const& project : conversion.projects) {
      result += project.raw.rows.size();
    }
    return result;
  }
};

inline Converted convert_document(model::Document const& document) {
  Converted result;
  result.conversion = ingest::forms::convert(document, embedded_vocabulary(), embedded_forms());
  return result;
}

inline Converted convert_text(std::string const& text) {
  diagnostic::SourceTable sources;
  auto const document = ingest::documents::read_text_document(text, "extract.txt", sources);
  REQUIRE(document.value);
  Converted result = convert_document(*document.value);
  result.sources = std::move(sources);
  return result;
}

/// Lines with `|` between cells.
inline std::vector<std::vector<std::string>> cells_of(std::string const& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  for (char const c : text) {
    if (c == '\n') {
      rows.emplace_back(1);
    } else if (c == '|') {
      rows.back().emplace_back();
    } else {
      rows.back().back() += c;
    }
  }
  return rows;
}

/// A grid from texts in which `<` continues the cell to the left and `^` the one above.
inline model::Document document_of(std::vector<std::vector<std::string>> const& rows) {
  model::Document document;
  document.parts.push_back({"#1", 0, model::DocumentLayout::grid, {}});
  for (std::size_t r = 0; r < rows.size(); ++r) {
    model::DocumentLine line{static_cast<std::uint32_t>(r + 1), {}};
    std::vector<std::string> const& fields = rows[r];
    for (std::size_t c = 0; c < fields.size(); ++c) {
      if (fields[c] == "<" || fields[c] == "^") {
        continue;
      }
      model::DocumentCell cell{fields[c], static_cast<std::uint32_t>(c), 1, 1};
      while (c + cell.columns < fields.size() && fields[c + cell.columns] == "<") {
        ++cell.columns;
      }
      while (r + cell.rows < rows.size() && c < rows[r + cell.rows].size() && rows[r + cell.rows][c] == "^") {
        ++cell.rows;
      }
      line.cells.push_back(std::move(cell));
    }
    document.parts.front().lines.push_back(std::move(line));
  }
  return document;
}

/// The same from a CSV file.
inline model::Document grid_document(std::string const& relative) {
  std::vector<std::vector<std::string>> rows;
  for (CaseRow& row : read_rows(relative)) {
    rows.push_back(std::move(row.fields));
  }
  return document_of(rows);
}

/// The columns that expected tables list, in their order.
inline constexpr model::Column expected_columns[] = {
    model::Column::unit_code, model::Column::unit,   model::Column::project, model::Column::initial_budget,
    model::Column::executed,  model::Column::level1, model::Column::level2,  model::Column::name,
    model::Column::relation,  model::Column::target, model::Column::measure, model::Column::weight,
    model::Column::direction, model::Column::actual, model::Column::claimed};

inline void check_rows(Converted const& converted, std::string const& expected_csv) {
  std::vector<CaseRow> const expected = read_cases(expected_csv);
  std::size_t at = 0;
  for (ingest::forms::FormProject const& project : converted.conversion.projects) {
    for (model::RawRow const& row : project.raw.rows) {
      INFO(expected_csv << " line " << at + 2 << ", line of the document " << row.row);
      REQUIRE(at < expected.size());
      std::size_t field = 0;
      for (model::Column const column : expected_columns) {
        INFO(model::name(column));
        CHECK(row[column] == expected[at].fields[field++]);
      }
      ++at;
    }
  }
  CHECK(at == expected.size());
}

/// Nothing may get lost, whatever a document looks like.
inline void check_account(Converted const& converted) {
  for (ingest::forms::AccountEntry const& entry : converted.conversion.account) {
    INFO("line " << entry.line << " column " << entry.column << " " << entry.text);
    CHECK(entry.use != ingest::forms::CellUse::unaccounted);
    bool const named = entry.use == ingest::forms::CellUse::row || entry.use == ingest::forms::CellUse::head
                       || entry.use == ingest::forms::CellUse::fragment;
    CHECK((!named || !entry.field.empty()));
  }
}

} // namespace jixiao::test
