// Any bytes as a text extract, and as a document of whatever format they show.
#include "tests/fuzz/read_any_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace jixiao;
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  diagnostic::SourceTable sources;
  ingest::IngestLimits const limits = test::small_limits();
  test::check(ingest::documents::read_text_document(bytes, "file", sources, limits), sources, limits);
  test::read_any_document(bytes, {});
  return 0;
}
