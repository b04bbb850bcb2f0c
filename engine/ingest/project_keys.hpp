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
  struct Key {
    std::uint64_t low = 0, high = 0;
  };

  /// The key of the project of `row`. Its place in the set is on its way from memory when `add` asks for it.
  [[nodiscard]] Key key(model::RawRow const& row) const;
  /// Remembers `key`, met at `row`. Returns the row where it was first met, or 0 when it is new.
  std::uint32_t add(Key key, std::uint32_t row);

private:
  struct Entry {
    Key key;
    std::uint32_t row = 0; ///< 0: a free place
  };

  void grow();

  std::vector<Entry> entries_; ///< size is a power of two, at most half full
  std::size_t used_ = 0;
};

} // namespace jixiao::ingest
