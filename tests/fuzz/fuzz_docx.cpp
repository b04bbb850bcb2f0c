// Any bytes as the main part of a Word document.
#include "tests/fuzz/read_any_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace jixiao::test;
  PartsArchive::parts() = {{"word/document.xml", std::string(reinterpret_cast<char const*>(data), size)}};
  read_any_document("PK\x03\x04", {&open_parts, nullptr});
  return 0;
}
