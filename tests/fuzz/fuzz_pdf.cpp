// Any bytes as what other programs print of a PDF: boxes of words before the first zero byte, drawings behind
// it.
#include "tests/fuzz/read_any_document.hpp"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace jixiao;
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  std::size_t const zero = std::min(bytes.find('\0'), size);
  diagnostic::SourceTable sources;
  ingest::IngestLimits const limits = test::small_limits();
  test::check(ingest::documents::read_pdf_document(
                  bytes.substr(0, zero), bytes.substr(std::min(zero + 1, size)), "file", sources, limits),
              sources, limits);
  return 0;
}
