// Programs that are missing, fail or lie, each as a script.
#include "engine/ingest/documents/findings.hpp"
#include "engine/pipeline/document_source.hpp"
#include "engine/pipeline/findings.hpp"
#include "tests/ingest/documents/reading.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <filesystem>

using namespace jixiao;
using namespace jixiao::test;
namespace findings = pipeline::findings;

namespace {

/// A program that is this shell script.
std::string script(std::string const& name, std::string const& text) {
  std::string const path =
      write_file(fresh_folder("program-" + name) + "/" + name, "#!/bin/sh\n" + text + "\n");
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

std::string data(std::string const& file) {
  return source_path("tests/data/documents/" + file).string();
}

ReadDocument read(std::string const& bytes, pipeline::DocumentPrograms const& programs) {
  ReadDocument result;
  result.outcome = pipeline::read_any_document(bytes, "file", result.sources, {}, programs);
  for (diagnostic::Diagnostic const& each : result.outcome.diagnostics) {
    CHECK(each.where.source != 0);
    CHECK(result.sources.at(each.where.source).file == "file");
  }
  return result;
}

std::string const pdf = "%PDF-1.4\n";
std::string const old_workbook = read_file(data("self-evaluation-libreoffice.xls"));

constexpr char const* page = "<doc><page width=\"100\" height=\"100\"><word xMin=\"10\" yMin=\"10\" "
                             "xMax=\"20\" yMax=\"20\">指标</word></page></doc>";

} // namespace

TEST_CASE("a program that is not installed is named with its package", "[pipeline][documents]") {
  pipeline::DocumentPrograms programs;
  programs.pdf_words = "no-pdftotext";
  programs.office = "no-soffice";
  CHECK(read(pdf, programs).the(findings::program_missing).arguments
        == Lines{"no-pdftotext", "poppler-utils"});
  ReadDocument const workbook = read(old_workbook, programs);
  CHECK(workbook.the(findings::program_missing).arguments == Lines{"no-soffice", "libreoffice"});
  CHECK_FALSE(workbook.outcome.value);
}

TEST_CASE("pages are read without their drawing when there is none", "[pipeline][documents]") {
  pipeline::DocumentPrograms programs;
  programs.pdf_words = script("words", std::string("echo '") + page + "'");
  programs.pdf_drawing = "no-pdftocairo";
  ReadDocument const document = read(pdf, programs);
  CHECK(shown(document.parts()) == Lines{"[p1]", "1:0=指标"});
  CHECK(document.codes() == Lines{"rules_not_drawn"});
}

TEST_CASE("PDF files with a password or without text are told", "[pipeline][documents]") {
  pipeline::DocumentPrograms programs;
  programs.pdf_words = script("locked", "echo 'Command Line Error: Incorrect password' >&2; exit 1");
  CHECK(read(pdf, programs).codes() == Lines{"document_encrypted"});
  programs.pdf_words =
      script("scanned", "echo '<doc><page width=\"1\"></page><page width=\"1\"></page></doc>'");
  programs.pdf_drawing = "is-not-asked-then";
  ReadDocument const scanned = read(pdf, programs);
  CHECK(scanned.codes() == Lines{"document_scanned"});
  CHECK(scanned.the(ingest::documents::findings::document_scanned).arguments == Lines{"2"});
  CHECK_FALSE(scanned.outcome.value);
  // The real program refuses what is no PDF.
  CHECK(read(pdf, {}).codes() == Lines{"program_failed"});
}

TEST_CASE("programs run within limits of time and output", "[pipeline][documents]") {
  pipeline::DocumentPrograms programs;
  programs.pdf_words = script("slow", "sleep 60");
  programs.time = std::chrono::seconds(1);
  CHECK(read(pdf, programs).the(findings::program_timed_out).arguments[1] == "1");
  programs = {};
  programs.pdf_words = script("endless", "yes");
  programs.output_bytes = 1000;
  CHECK(read(pdf, programs).the(findings::program_too_much).arguments[1] == "1000");
}

TEST_CASE("old workbooks and documents are read from what the office makes of them",
          "[pipeline][documents]") {
  pipeline::DocumentPrograms programs;
  programs.office =
      script("office", "for file; do :; done; mkdir made; case $file in input.xls) cp "
                           + data("self-evaluation-openpyxl.xlsx") + " made/input.xlsx;; input.doc) cp "
                           + data("self-evaluation-python.docx") + " made/input.docx;; esac");
  ReadDocument const workbook = read(old_workbook, programs);
  CHECK(workbook.the(findings::document_converted).arguments == Lines{programs.office});
  CHECK(workbook.parts()[0].lines.size() == 16);
  ReadDocument const document = read(read_file(data("self-evaluation-libreoffice.doc")), programs);
  CHECK(document.parts()[1].lines.size() == 16);
  CHECK(read("{\\rtf1 text}", programs).parts().size() == 3);
  programs.office = script("refuses", "echo 'Error: source file could not be loaded' >&2");
  CHECK(read(old_workbook, programs).the(findings::program_failed).arguments[1]
        == "Error: source file could not be loaded ");
}

TEST_CASE("LibreOffice itself converts, where it is installed", "[pipeline][documents]") {
  if (!std::filesystem::exists("/usr/bin/soffice")) {
    WARN("LibreOffice is not installed");
    return;
  }
  for (std::string const file : {"self-evaluation-libreoffice.xls", "self-evaluation-libreoffice.doc"}) {
    INFO(file);
    ReadDocument const document = read(read_file(data(file)), {});
    CHECK(document.codes() == Lines{"document_converted"});
    std::size_t lines = 0;
    for (model::DocumentPart const& part : document.parts()) {
      lines += part.layout == model::DocumentLayout::grid ? part.lines.size() : 0;
    }
    CHECK(lines == 16);
  }
}

TEST_CASE("a file that cannot be read is a finding", "[pipeline][documents]") {
  diagnostic::SourceTable sources;
  auto const outcome = pipeline::read_document_file("no/such.docx", sources);
  CHECK_FALSE(outcome.value);
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].code == findings::input_unreadable.id);
  CHECK(pipeline::read_document_file(data("targets-python.docx"), sources).value);
}
