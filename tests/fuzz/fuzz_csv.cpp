// Any bytes as a text table: whatever they are, reading ends, every place stands in a known source and every
// text is UTF-8.
#include "tests/fuzz/read_any.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < 2) {
    return 0;
  }
  // The first byte says in what pieces the others arrive, the second which format they are in.
  jixiao::ingest::Format const format =
      data[1] % 2 == 0 ? jixiao::ingest::Format::csv : jixiao::ingest::Format::tsv;
  std::string bytes(reinterpret_cast<char const*>(data) + 2, size - 2);
  jixiao::test::read_any(std::move(bytes), format, nullptr, 1 + data[0]);
  return 0;
}
