#include "engine/ingest/findings.hpp"
#include "engine/pipeline/archive_libzip.hpp"
#include "engine/pipeline/file_source.hpp"
#include "engine/pipeline/template_workbook.hpp"
#include "tests/ingest/workbook_parts.hpp"
#include "tests/malformed/zip_writer.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <cerrno>

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::findings;
using model::Column;

namespace {

std::string zip(Parts const& parts) {
  std::vector<ZipMember> members;
  for (auto const& [name, text] : parts) {
    members.push_back({name, text});
  }
  return write_zip(members);
}

Table read_workbook(std::string const& bytes, ingest::IngestLimits const& limits = {}) {
  return read_table(bytes, ingest::detect_format(bytes, "table.xlsx"), "table.xlsx", &pipeline::open_archive,
                    limits);
}

Parts small_workbook() {
  return workbook("<sheetData>" + text_row(1, {"三级指标", "指标值"}) + text_row(2, {"设备购置数量", "≥5台"})
                  + "</sheetData>");
}

} // namespace

TEST_CASE("a zipped workbook is read", "[malformed][workbook]") {
  Table const table = read_workbook(zip(small_workbook()));
  CHECK(table.column(Column::target) == Texts{"≥5台"});
  CHECK(table.codes() == Texts{});
}

TEST_CASE("a typed 0.58 is read as 0.58 from the file of a spreadsheet program", "[malformed][workbook]") {
  std::string const bytes = read_source("tests/malformed/files/fifteen-digits.xlsx");
  Table const table = read_workbook(bytes);
  CHECK(table.column(Column::target) == Texts{"0.58", "98.5%", "2023-12-31"});
  CHECK(table.the(findings::number_rounded).arguments == Texts{"0.57999999999999996", "0.58"});
}

TEST_CASE("a bomb under the name of a workbook does nothing", "[malformed][workbook]") {
  Parts parts = small_workbook();
  std::vector<ZipMember> members;
  for (auto const& [name, text] : parts) {
    if (name != "xl/worksheets/sheet1.xml") {
      members.push_back({name, text});
    }
  }
  members.push_back({"xl/worksheets/sheet1.xml", deflated_run(' ', 400'000'000), 8, 400'000'000, 1});
  std::string const bytes = write_zip(members);
  REQUIRE(bytes.size() < 3'000'000);
  // 2.5 MB may expand to 500 MB; the limits that a small machine would set hold as well.
  ingest::IngestLimits limits;
  limits.expanded_bytes = 100'000'000;
  Table const table = read_workbook(bytes, limits);
  CHECK(table.the(findings::workbook_too_large).arguments == Texts{"xl/worksheets/sheet1.xml", "100000000"});
  CHECK_FALSE(table.readable);
}

TEST_CASE("a workbook that expands a thousand times is refused whatever the limits are",
          "[malformed][workbook]") {
  std::string const bytes = read_source("tests/malformed/files/bomb.xlsx");
  REQUIRE(bytes.size() < 120'000);
  Table const table = read_workbook(bytes);
  CHECK(table.codes() == Texts{"workbook_too_large"});
  CHECK_FALSE(table.readable);
}

TEST_CASE("a workbook cut off anywhere is refused and nothing crashes", "[malformed][workbook]") {
  std::string const bytes = zip(small_workbook());
  for (std::size_t size = 0; size < bytes.size(); size += 37) {
    INFO(size);
    Table const table = read_workbook(bytes.substr(0, size));
    CHECK(table.projects.empty());
    CHECK_FALSE(table.findings.empty());
  }
}

TEST_CASE("a workbook with any byte wrong is read or refused and nothing crashes", "[malformed][workbook]") {
  std::string const bytes = zip(small_workbook());
  for (std::size_t at = 0; at < bytes.size(); at += 11) {
    std::string wrong = bytes;
    wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
    INFO(at);
    Table const table = read_workbook(wrong);
    bool const whole = table.column(Column::target) == Texts{"≥5台"};
    CHECK((whole || !table.findings.empty()));
  }
}

TEST_CASE("the template reads back as a table without rows", "[malformed][template]") {
  auto const messages = vocabulary::Messages::embedded();
  std::string const folder = fresh_folder("template");
  for (vocabulary::Language const language : {vocabulary::Language::zh, vocabulary::Language::en}) {
    std::string const path = folder + "/template.xlsx";
    REQUIRE(pipeline::write_template(path, messages, language) == pipeline::TemplateResult::written);
    std::string const bytes = read_file(path);
    REQUIRE(pipeline::write_template(path, messages, language) == pipeline::TemplateResult::written);
    CHECK(read_file(path) == bytes);
    Table const table = read_workbook(bytes);
    CHECK(table.codes() == Texts{"header_without_rows", "sheet_without_table"});

    auto const archive = pipeline::open_archive(bytes);
    REQUIRE(archive);
    std::string const sheet = archive->read("xl/worksheets/sheet1.xml", 1 << 20).bytes;
    CHECK(sheet.find("\"≥,≤,＝,＞,＜,定性\"") != std::string::npos);
    CHECK(sheet.find("\"正向指标,反向指标\"") != std::string::npos);
    CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
    std::string const texts = archive->read("xl/sharedStrings.xml", 1 << 20).bytes;
    CHECK(texts.find("template_") == std::string::npos);
  }
}

TEST_CASE("every head of the template is its column", "[malformed][template]") {
  auto const messages = vocabulary::Messages::embedded();
  for (std::size_t i = 0; i < model::common_column_count; ++i) {
    auto const column = static_cast<Column>(i);
    for (vocabulary::Language const language : {vocabulary::Language::zh, vocabulary::Language::en}) {
      std::string const head = messages.text("template_head_" + std::string(model::name(column)), language);
      INFO(head);
      std::string header = "三级指标";
      header = column == Column::name ? "权重," + head : head + "," + header;
      Table const table = read_csv(header + "\n1,设备购置数量\n");
      REQUIRE(table.projects.size() == 1);
      CHECK(table.projects[0].header->has(column));
      CHECK(table.count(findings::columns_unknown) == 0);
    }
  }
}

TEST_CASE("a template that cannot be written is told", "[malformed][template]") {
  auto const messages = vocabulary::Messages::embedded();
  CHECK(pipeline::write_template(fresh_folder("template-none") + "/no/such/folder.xlsx", messages,
                                 vocabulary::Language::zh)
        == pipeline::TemplateResult::failed);
}

TEST_CASE("files that cannot be read say why", "[malformed][file]") {
  std::string const folder = fresh_folder("files");
  std::array<char, 16> buffer{};
  pipeline::FileSource none(folder + "/none.csv");
  CHECK(none.error() == ENOENT);
  CHECK(none.read(buffer) == 0);
  pipeline::FileSource directory(folder);
  CHECK(directory.error() == EISDIR);
  CHECK(directory.read(buffer) == 0);
  pipeline::FileSource file(write_file(folder + "/a.csv", "abc"));
  CHECK(file.read(buffer) == 3);
  CHECK(std::string(buffer.data(), 3) == "abc");
  CHECK(file.read(buffer) == 0);
  CHECK(file.error() == 0);
}
