#include "engine/ingest/documents/findings.hpp"
#include "engine/vocabulary/messages.hpp"
#include "tests/ingest/documents/parts.hpp"
#include "tests/support/files.hpp"

#include <regex>

using namespace jixiao;
using namespace jixiao::test;
using ingest::documents::DocumentFormat;
namespace findings = ingest::documents::findings;

namespace {

DocumentFormat format(std::string const& bytes) {
  return ingest::documents::detect_document_format(bytes, &open_parts);
}

std::string widened(std::string const& text) {
  std::string result;
  for (char const c : text) {
    result += c;
    result += '\0';
  }
  return result;
}

std::string container(std::string const& stream) {
  return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(100, '\0') + widened(stream);
}

} // namespace

TEST_CASE("the bytes say what format a document has", "[documents][format]") {
  CHECK(format(pack(word(""))) == DocumentFormat::docx);
  CHECK(format(pack(workbook(""))) == DocumentFormat::xlsx);
  CHECK(format(pack(open_document(""))) == DocumentFormat::ods);
  CHECK(format(pack({{"xl/workbook.bin", ""}})) == DocumentFormat::xls);
  CHECK(format(pack({{"ppt/presentation.xml", ""}})) == DocumentFormat::other);
  CHECK(format("%PDF-1.7\n") == DocumentFormat::pdf);
  CHECK(format("{\\rtf1") == DocumentFormat::doc);
  CHECK(format(container("WordDocument")) == DocumentFormat::doc);
  CHECK(format(container("Workbook")) == DocumentFormat::xls);
  CHECK(format(container("PowerPoint Document")) == DocumentFormat::other);
  CHECK(format(container("EncryptedPackage")) == DocumentFormat::encrypted);
  CHECK(format("\x89PNG\r\n") == DocumentFormat::other);
  CHECK(format("指标\t5\n") == DocumentFormat::text);
  CHECK(format("a < b <table>") == DocumentFormat::text);
  CHECK(format("") == DocumentFormat::text);
}

TEST_CASE("markup is told by what stands in it", "[documents][format]") {
  CHECK(format("<HTML><body>") == DocumentFormat::html);
  CHECK(format("\xEF\xBB\xBF\n <!-- saved --><div><TABLE>") == DocumentFormat::html);
  CHECK(format("<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\">") == DocumentFormat::html);
  CHECK(format("\xFF\xFE" + widened("<html><body><table><tr><td>5</td>")) == DocumentFormat::html);
  CHECK(format("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">")
        == DocumentFormat::xls);
  CHECK(
      format("<?xml version=\"1.0\"?><w:x xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">")
      == DocumentFormat::doc);
  CHECK(format("<?xml version=\"1.0\"?><data/>") == DocumentFormat::other);
  CHECK(format("<!DOCTYPE html PUBLIC \"x\"><html><body><doc>\n<page width=\"1\" height=\"1\">")
        == DocumentFormat::boxes);
}

TEST_CASE("formats that are not read say which they are", "[documents][format]") {
  CHECK(read_bytes("%PDF-1.7\n").the(findings::document_not_converted).arguments == Lines{"PDF"});
  CHECK(read_bytes(container("WordDocument")).the(findings::document_not_converted).arguments
        == Lines{"DOC"});
  CHECK(read_bytes(container("Workbook")).the(findings::document_not_converted).arguments == Lines{"XLS"});
  CHECK(read_bytes("\x89PNG\r\n").the(findings::document_unsupported).arguments == Lines{"PNG/JPEG/GIF"});
  CHECK(read_packed({{"OFD.xml", ""}}).the(findings::document_unsupported).arguments == Lines{"OFD"});
  CHECK(read_packed({{"a.txt", ""}}).the(findings::document_unsupported).arguments == Lines{"ZIP"});
  CHECK(read_bytes(container("EncryptedPackage")).codes() == Lines{"document_encrypted"});
  ReadDocument const page = read_bytes("<html><table><tr><td>5</table>");
  CHECK(page.the(findings::document_needs_library).arguments == Lines{"libxml2"});
  CHECK_FALSE(page.outcome.value);
}

TEST_CASE("archives that do not open", "[documents][format]") {
  auto const closed = [](std::string_view) { return std::unique_ptr<ingest::Archive>(); };
  CHECK(read_bytes("PK\x03\x04", {}, closed).the(findings::document_damaged).arguments == Lines{"zip"});
  CHECK(read_bytes("PK\x03\x04", {}, nullptr).the(findings::document_needs_library).arguments
        == Lines{"libzip"});
  Parts parts = word("");
  parts[""] = "(unavailable)";
  CHECK(read_packed(parts).the(findings::document_needs_library).arguments == Lines{"libzip"});
}

TEST_CASE("a file that is too large is not looked at", "[documents][format]") {
  ingest::IngestLimits limits;
  limits.workbook_bytes = 10;
  CHECK(read_bytes(pack(word("")), limits).codes() == Lines{"document_too_large"});
}

TEST_CASE("every finding of documents has its texts", "[documents][messages]") {
  auto const messages = vocabulary::Messages::embedded();
  std::string const header = read_source("engine/ingest/documents/findings.hpp");
  std::string const texts = "\n" + read_source("rules/messages/documents.yaml");
  std::regex const code("Code \\w+\\{\"(\\w+)\"");
  std::size_t codes = 0;
  for (std::sregex_iterator at(header.begin(), header.end(), code), end; at != end; ++at) {
    std::string const id = (*at)[1];
    INFO(id);
    ++codes;
    CHECK(messages.text(id, vocabulary::Language::zh) != messages.text(id, vocabulary::Language::en));
    CHECK(texts.find("\n" + id + ":\n") != std::string::npos);
  }
  std::regex const entry("\n(\\w+):\n");
  CHECK(codes
        == static_cast<std::size_t>(
            std::distance(std::sregex_iterator(texts.begin(), texts.end(), entry), std::sregex_iterator())));
  CHECK(codes > 20);
}
