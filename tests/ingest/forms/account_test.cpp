// Every cell of every input is accounted for, and nothing is made up: whatever stands in a row stood in the
// document.
#include "grammar/text.hpp"
#include "tests/ingest/forms/reading.hpp"

#include <filesystem>
#include <map>
#include <random>

using namespace jixiao;
using test::Converted;

namespace {

std::vector<std::string> files(std::string const& folder, std::string const& ending) {
  std::vector<std::string> result;
  for (auto const& entry : std::filesystem::directory_iterator(test::source_path(folder))) {
    std::string const name = entry.path().filename().string();
    if (name.size() > ending.size()
        && name.compare(name.size() - ending.size(), ending.size(), ending) == 0) {
      result.push_back(folder + "/" + name);
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::size_t cells_of(model::Document const& document) {
  std::size_t result = 0;
  for (model::DocumentPart const& part : document.parts) {
    for (model::DocumentLine const& line : part.lines) {
      result +=
          static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(), [](auto const& cell) {
            return !grammar::trim(cell.text).empty();
          }));
    }
  }
  return result;
}

/// Characters of the document, to see that no field holds one that it lacks.
std::map<char, bool> bytes_of(model::Document const& document) {
  std::map<char, bool> result;
  for (model::DocumentPart const& part : document.parts) {
    for (model::DocumentLine const& line : part.lines) {
      for (model::DocumentCell const& cell : line.cells) {
        for (char const c : cell.text) {
          result[c] = true;
        }
      }
    }
  }
  return result;
}

void check_document(model::Document const& document) {
  Converted const converted = test::convert_document(document);
  test::check_account(converted);
  CHECK(converted.conversion.account.size() == cells_of(document));
  std::map<char, bool> const bytes = bytes_of(document);
  for (ingest::forms::FormProject const& project : converted.conversion.projects) {
    CHECK(project.origins.size() == project.raw.rows.size());
    for (std::size_t i = 0; i < project.raw.rows.size(); ++i) {
      for (std::size_t column = 0; column < model::column_count; ++column) {
        if (project.origins[i][column].line != 0) {
          std::string_view const text = project.raw.rows[i].cells[column];
          CHECK(std::all_of(text.begin(), text.end(), [&](char c) { return bytes.count(c) == 1; }));
          CHECK(!text.empty());
        }
      }
    }
  }
}

model::Document text_document(std::string const& text) {
  diagnostic::SourceTable sources;
  auto document = ingest::documents::read_text_document(text, "x.txt", sources);
  return document.value ? std::move(*document.value) : model::Document();
}

} // namespace

TEST_CASE("every cell of every file is accounted for", "[forms]") {
  for (std::string const& file : files("tests/data/extracts", ".txt")) {
    INFO(file);
    check_document(text_document(test::read_source(file)));
  }
  for (std::string const& file : files("tests/data/forms", ".grid.csv")) {
    INFO(file);
    check_document(test::grid_document(file));
  }
  for (std::string const folder : {"tests/data/documents", "tests/cases", "tests/malformed/files"}) {
    for (auto const& entry : std::filesystem::directory_iterator(test::source_path(folder))) {
      if (!entry.is_regular_file() || entry.file_size() > 200'000) {
        continue;
      }
      INFO(entry.path());
      diagnostic::SourceTable sources;
      auto const document =
          ingest::documents::read_document(test::read_file(entry.path()), entry.path().string(), {}, sources);
      check_document(document.value.value_or(model::Document()));
    }
  }
}

TEST_CASE("cells moved, joined, cut and dropped at random are accounted for", "[forms]") {
  std::mt19937 random(20230101);
  auto const one_of = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  for (std::string const& file : files("tests/data/extracts", ".txt")) {
    model::Document const whole = text_document(test::read_source(file));
    for (int round = 0; round < 6; ++round) {
      model::Document document = whole;
      for (model::DocumentPart& part : document.parts) {
        for (model::DocumentLine& line : part.lines) {
          if (one_of(4) != 0 || line.cells.empty()) {
            continue;
          }
          model::DocumentCell& cell = line.cells[one_of(line.cells.size())];
          switch (one_of(5)) {
          case 0:
            for (model::DocumentCell& each : line.cells) {
              each.column += 2;
            }
            break;
          case 1: cell.text = cell.text.substr(0, cell.text.size() / 2); break;
          case 2: cell.text += " 指标"; break;
          case 3: cell.column += 3; break;
          default: line.number += 1; break;
          }
          cell.text = grammar::repair_utf8(cell.text);
        }
      }
      INFO(file << " round " << round);
      check_document(document);
    }
  }
}

TEST_CASE("grids with cells moved and dropped at random are accounted for", "[forms]") {
  std::mt19937 random(20230102);
  auto const one_of = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  for (std::string const& file : files("tests/data/forms", ".grid.csv")) {
    model::Document const whole = test::grid_document(file);
    for (int round = 0; round < 30; ++round) {
      model::Document document = whole;
      for (model::DocumentLine& line : document.parts.front().lines) {
        if (one_of(3) != 0 || line.cells.empty()) {
          continue;
        }
        std::size_t const at = one_of(line.cells.size());
        if (one_of(2) == 0) {
          line.cells.erase(line.cells.begin() + static_cast<std::ptrdiff_t>(at));
        } else {
          line.cells[at].column += static_cast<std::uint32_t>(one_of(3));
        }
      }
      INFO(file << " round " << round);
      check_document(document);
    }
  }
}

TEST_CASE("empty documents and documents of one cell", "[forms]") {
  check_document(model::Document());
  CHECK(test::convert_document(model::Document()).count("document_without_form") == 1);
  check_document(text_document("三级指标\n"));
  check_document(text_document("一级指标\t二级指标\t三级指标\t指标值\n"));
  check_document(text_document("一级\n指标\n二级\n指标\n三级\n指标\n预期指标值\n实际完成指标值\n"));
}

TEST_CASE("a table wider than any form is read by its columns, and fast", "[forms]") {
  std::string head = "项目名称\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位";
  std::string row = "甲\t产出指标\t数量指标\t培训次数\t≥\t5\t次";
  for (int i = 0; i < 1500; ++i) {
    head += "\t列" + std::to_string(i);
    row += "\t值";
  }
  std::string text = head + "\n";
  for (int i = 0; i < 20; ++i) {
    text += row + "\n";
  }
  check_document(text_document(text));
  head = "一级指标\t二级指标\t三级指标\t指标值";
  for (int i = 0; i < 60; ++i) {
    head += "\t完成率\t备注";
  }
  check_document(text_document(head + "\n产出指标\t数量指标\t培训次数\t5次\n\t\t\t\t\t另\t一\n"));
}

TEST_CASE("many tables and many sums take time in proportion", "[forms]") {
  std::string text = "单位名称\t项目名称\t预算数\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\n";
  for (int i = 0; i < 800; ++i) {
    text += "70" + std::to_string(1000 + i) + "-某局\t\t1.00\n\t项目" + std::to_string(i)
            + "\t1.00\t产出指标\t数量指标\t培训次数\t≥\t5\t次\n";
  }
  Converted const converted = test::convert_text(text);
  CHECK(converted.conversion.projects.size() == 800);
  CHECK(converted.count("total_agrees") == 800);
  CHECK(converted.count("total_differs") == 0);
}
