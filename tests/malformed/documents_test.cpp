// Documents that are damaged, locked or lie about what they are: a finding each, nothing lost in silence.
#include "engine/ingest/documents/findings.hpp"
#include "engine/pipeline/document_source.hpp"
#include "tests/ingest/documents/reading.hpp"
#include "tests/malformed/zip_writer.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::documents::findings;

namespace {

ReadDocument read(std::string const& bytes, ingest::IngestLimits const& limits = {}) {
  ReadDocument result;
  result.outcome = pipeline::read_any_document(bytes, "file", result.sources, limits);
  bool const error = diagnostic::worst(result.outcome.diagnostics) == diagnostic::Severity::error;
  CHECK((result.outcome.value || error));
  return result;
}

std::string sample(std::string const& file) {
  return read_source("tests/data/documents/" + file);
}

ZipMember member(std::string const& name, std::string const& bytes) {
  ZipMember result;
  result.name = name;
  result.bytes = bytes;
  return result;
}

} // namespace

TEST_CASE("documents cut off anywhere", "[malformed][documents]") {
  for (std::string const file :
       {"self-evaluation-python.docx", "self-evaluation-libreoffice.ods", "self-evaluation-openpyxl.xlsx",
        "self-evaluation-chromium.html", "self-evaluation-libreoffice.odt"}) {
    std::string const bytes = sample(file);
    for (std::size_t part = 0; part < 16; ++part) {
      INFO(file << " " << part << "/16");
      ReadDocument const document = read(bytes.substr(0, bytes.size() * part / 16));
      bool const archive = file.find("html") == std::string::npos;
      CHECK((!archive || !document.outcome.value));
    }
  }
}

TEST_CASE("documents with a byte changed", "[malformed][documents]") {
  for (std::string const file : {"self-evaluation-libreoffice.docx", "self-evaluation-libreoffice.ods"}) {
    std::string const whole = sample(file);
    for (std::size_t at = 0; at < whole.size(); at += whole.size() / 61) {
      INFO(file << " " << at);
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
      (void)read(bytes);
    }
  }
}

TEST_CASE("members that are locked", "[malformed][documents]") {
  ZipMember locked = member("word/document.xml", "<w:document/>");
  locked.encrypted = true;
  CHECK(read(write_zip({locked})).codes() == Lines{"document_encrypted"});
  locked.name = "content.xml";
  CHECK(read(write_zip({member("META-INF/manifest.xml", "<manifest/>"), locked})).codes()
        == Lines{"document_encrypted"});
}

TEST_CASE("documents that expand without end", "[malformed][documents]") {
  std::string const run(1000, 'x');
  ZipMember bomb{"word/document.xml", deflated_run('x', 300'000'000), 8, 1000, 1};
  CHECK(read(write_zip({bomb})).outcome.value.has_value() == false);
  bomb.size = 4'000'000'000;
  CHECK(read(write_zip({bomb})).codes() == Lines{"document_too_large"});
  ingest::IngestLimits limits;
  limits.expanded_bytes = 500;
  bomb.name = "content.xml";
  CHECK(read(write_zip({member("META-INF/manifest.xml", "<manifest/>"), bomb}), limits).codes()
        == Lines{"document_too_large"});
}

TEST_CASE("relations that go in circles", "[malformed][documents]") {
  std::string const circle =
      "<Relationships><Relationship Id=\"1\" Type=\"x/footnotes\" Target=\"document.xml\"/>"
      "<Relationship Id=\"2\" Type=\"x/endnotes\" Target=\"../word/document.xml\"/>"
      "</Relationships>";
  std::string const text = "<w:document><w:body><w:p><w:r><w:t>一次</w:t></w:r></w:p></w:body></w:document>";
  ReadDocument const document =
      read(write_zip({member("word/document.xml", text), member("word/_rels/document.xml.rels", circle)}));
  // The part is read as notes too, each time it is named, and no further.
  CHECK(document.parts().size() == 1);
  CHECK(document.parts()[0].lines.size() == 3);
}

TEST_CASE("PDF files that are none", "[malformed][documents]") {
  std::string const pdf = sample("self-evaluation-libreoffice.pdf");
  CHECK_FALSE(read("%PDF-1.4\nnothing").outcome.value);
  for (std::size_t part = 1; part < 4; ++part) {
    (void)read(pdf.substr(0, pdf.size() * part / 4));
  }
}
