// Any bytes as the content of an OpenDocument file.
#include "tests/fuzz/read_any_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace jixiao::test;
  PartsArchive::parts() = {{"META-INF/manifest.xml", "<manifest/>"},
                           {"content.xml", std::string(reinterpret_cast<char const*>(data), size)}};
  read_any_document("PK\x03\x04", {&open_parts, nullptr});
  return 0;
}
