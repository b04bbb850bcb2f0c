// Any bytes as a web page, parsed by libxml2.
#include "engine/pipeline/html_libxml2.hpp"
#include "tests/fuzz/read_any_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes = "<html>" + std::string(reinterpret_cast<char const*>(data), size);
  jixiao::test::read_any_document(bytes, {nullptr, &jixiao::pipeline::parse_html});
  return 0;
}
