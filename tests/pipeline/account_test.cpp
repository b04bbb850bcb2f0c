// Every cell of every input, through `convert_file`: read by a reader of its own here, and found in the
// account.
#include "engine/ingest/csv_rows.hpp"
#include "engine/ingest/documents/text_of_bytes.hpp"
#include "engine/pipeline/conversion.hpp"
#include "engine/pipeline/document_source.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "grammar/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <fstream>
#include <tuple>

using namespace jixiao;

namespace {

namespace fs = std::filesystem;
using ingest::forms::AccountEntry;
using ingest::forms::CellUse;
using Place = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>; ///< part, line, column

struct Rules {
  diagnostic::SourceTable sources;
  pipeline::RulesSource source{{}, sources};
  vocabulary::Vocabulary vocabulary = std::move(source.vocabulary().value.value());
  vocabulary::Forms forms = std::move(source.forms().value.value());
};

void sort(std::vector<Place>& places) {
  std::sort(places.begin(), places.end());
}

/// The cells of a text with commas or tabs, as its rows give them.
std::vector<Place> cells_of_text(std::string const& bytes, char separator) {
  std::vector<Place> places;
  auto const rows =
      ingest::csv_rows(std::make_unique<ingest::documents::ViewSource>(bytes), separator, 0, {});
  rows->next_sheet();
  for (ingest::SheetRow row; rows->next_row(row);) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!grammar::trim(row.cells[i]).empty()) {
        places.emplace_back(0, row.number, static_cast<std::uint32_t>(i + 1));
      }
    }
  }
  return places;
}

std::vector<Place> cells_of(model::Document const& document) {
  std::vector<Place> places;
  for (std::size_t part = 0; part < document.parts.size(); ++part) {
    for (model::DocumentLine const& line : document.parts[part].lines) {
      for (model::DocumentCell const& cell : line.cells) {
        if (!grammar::trim(cell.text).empty()) {
          places.emplace_back(static_cast<std::uint32_t>(part), line.number, cell.column + 1);
        }
      }
    }
  }
  return places;
}

/// A finding above info stands behind every cell that was left open.
void check_uses(pipeline::ConvertedFile const& file) {
  std::size_t undecided = 0;
  for (AccountEntry const& entry : file.conversion.account) {
    INFO("line " << entry.line << " column " << entry.column << " " << entry.text);
    CHECK(entry.use != CellUse::unaccounted);
    CHECK(entry.table <= file.conversion.tables.size());
    bool const used =
        entry.use == CellUse::row || entry.use == CellUse::head || entry.use == CellUse::fragment;
    CHECK((!used || !entry.field.empty()));
    undecided += entry.use == CellUse::undecided ? 1 : 0;
  }
  std::size_t warnings = 0;
  auto const count = [&warnings](diagnostic::Diagnostics const& findings) {
    for (diagnostic::Diagnostic const& each : findings) {
      warnings += each.severity == diagnostic::Severity::info ? 0 : 1;
    }
  };
  count(file.conversion.findings);
  for (ingest::forms::FormProject const& project : file.conversion.projects) {
    count(project.raw.findings);
  }
  CHECK((undecided == 0 || warnings != 0));
}

void check_file(fs::path const& path, Rules& rules) {
  INFO(path);
  pipeline::ConvertedFile const file =
      pipeline::convert_file(path, rules.vocabulary, rules.forms, rules.sources);
  if (!file.readable) {
    return;
  }
  std::string const bytes = test::read_file(path);
  bool const standard = file.conversion.tables.empty() || file.conversion.tables[0].form == "standard_table";
  ingest::Format const format = ingest::detect_format(bytes.substr(0, 4096), path.string());
  std::vector<Place> read;
  if (standard && format != ingest::Format::xlsx) {
    read = cells_of_text(bytes, format == ingest::Format::csv ? ',' : '\t');
  } else {
    auto const document = pipeline::read_any_document(bytes, path.string(), rules.sources);
    read = cells_of(document.value.value_or(model::Document()));
  }
  std::vector<Place> accounted;
  for (AccountEntry const& entry : file.conversion.account) {
    accounted.emplace_back(entry.part, entry.line, entry.column);
  }
  sort(read);
  sort(accounted);
  CHECK(read.size() == accounted.size());
  CHECK(read == accounted);
  check_uses(file);
}

fs::path written(std::string const& name, std::string const& text) {
  fs::path const folder = fs::temp_directory_path() / "jixiao-tests" / "account";
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << text;
  return folder / name;
}

struct Use {
  std::string text, use, field;
};

} // namespace

TEST_CASE("every cell of every input file is in the account that convert gives") {
  Rules rules;
  std::size_t files = 0;
  for (std::string const folder : {"tests/data/extracts", "tests/data/forms", "tests/data/documents",
                                   "tests/malformed/files", "examples"}) {
    for (auto const& entry : fs::recursive_directory_iterator(test::source_path(folder))) {
      if (entry.is_regular_file() && entry.file_size() <= 200'000) {
        check_file(entry.path(), rules);
        ++files;
      }
    }
  }
  CHECK(files > 60);
}

TEST_CASE("what stands around the rows of a standard table is accounted for") {
  Rules rules;
  fs::path const path = written("around.csv", "绩效表,,,\n单位：元,,,\n"
                                              "项目名称,三级指标,年度指标值,备注一,\n"
                                              "甲,培训次数,≥5次,说明,外\n"
                                              "乙,,,,\n"
                                              ",合格率,≥9%,,\n"
                                              "项目名称,三级指标,年度指标值,备注一,\n"
                                              "合计,,,,7\n");
  pipeline::ConvertedFile const file =
      pipeline::convert_file(path, rules.vocabulary, rules.forms, rules.sources);
  std::vector<Use> const expected{{"绩效表", "title", ""},
                                  {"单位：元", "title", ""},
                                  {"项目名称", "column_head", ""},
                                  {"三级指标", "column_head", ""},
                                  {"年度指标值", "column_head", ""},
                                  {"备注一", "column_head", ""},
                                  {"甲", "row", "project"},
                                  {"培训次数", "row", "name"},
                                  {"≥5次", "row", "target"},
                                  {"说明", "passed_over", ""},
                                  {"外", "undecided", ""},
                                  {"乙", "head", "project"},
                                  {"合格率", "row", "name"},
                                  {"≥9%", "row", "target"},
                                  {"项目名称", "head_again", ""},
                                  {"三级指标", "head_again", ""},
                                  {"年度指标值", "head_again", ""},
                                  {"备注一", "head_again", ""},
                                  {"合计", "total", ""},
                                  {"7", "undecided", ""}};
  REQUIRE(file.conversion.account.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    AccountEntry const& entry = file.conversion.account[i];
    INFO(entry.text);
    CHECK(entry.text == expected[i].text);
    CHECK(ingest::forms::name(entry.use) == expected[i].use);
    CHECK(entry.field == expected[i].field);
    CHECK(entry.table == 1);
  }
  check_file(path, rules);
}

TEST_CASE("rows without a table, and rows beyond the limit of a project, are accounted for") {
  Rules rules;
  std::string prose;
  for (int i = 0; i < 200; ++i) {
    prose += "一行文字,又一格\n";
  }
  check_file(written("prose.csv", prose), rules);
  ingest::IngestLimits limits;
  limits.rows_per_project = 1;
  fs::path const path =
      written("long.csv", "项目名称,三级指标,年度指标值\n甲,培训次数,≥5次\n甲,合格率,≥9%\n");
  pipeline::ConvertedFile const file =
      pipeline::convert_file(path, rules.vocabulary, rules.forms, rules.sources, limits);
  REQUIRE(file.conversion.account.size() == 9);
  CHECK(file.conversion.account[7].use == CellUse::undecided);
}
