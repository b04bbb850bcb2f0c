#pragma once
// Which projects have been seen, in a few bytes for each.
#include "engine/model/raw_table.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::ingest {

/// A set of project identities. It keeps 128 bits of a hash, not the texts: a table of a million projects
/// takes 48 MiB, and two different projects are taken for one with a chance of 1 in 10^26.
class ProjectKeys {
public:
  /// Remembers the project of `row`. Returns the row where it was first met, or 0 when it is new.
  std::uint32_t add(model::RawRow const& row);

private:
  struct Entry {
    std::uint64_t low = 0, high = 0;
    std::uint32_t row = 0; ///< 0: a free place
  };

  void grow();

  std::vector<Entry> entries_; ///< size is a power of two, at most half full
  std::size_t used_ = 0;
};

} // namespace jixiao::ingest
