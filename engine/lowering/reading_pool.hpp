#pragma once
// Readings of plain numbers, two for nearly every row: their storage is used again once nobody holds them.
#include "engine/model/reading.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace jixiao::lowering {

/// For one thread, like the reader that owns it.
class ReadingPool {
public:
  /// A reading that nobody else holds. Its fields are those of its last use.
  [[nodiscard]] std::shared_ptr<model::Reading> take();

private:
  std::vector<std::shared_ptr<model::Reading>> readings_;
  std::size_t next_ = 0; ///< looked at next
};

} // namespace jixiao::lowering
