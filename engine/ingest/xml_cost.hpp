#pragma once
#include <cstdint>
#include <string_view>

namespace jixiao::ingest {

/// What an XML text will take in memory once it is a tree, from a look at its signs alone.
struct XmlCost {
  std::uint64_t bytes = 0; ///< of the tree, estimated from above
  std::uint32_t depth = 0;
};

[[nodiscard]] XmlCost measure_xml(std::string_view text);

} // namespace jixiao::ingest
