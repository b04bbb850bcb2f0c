#pragma once
#include "engine/diagnostic/diagnostic.hpp"

#include <string>
#include <vector>

namespace jixiao::diagnostic {

struct Source {
  std::string file;  ///< as named on the command line; "<rules>/..." for compiled-in rules
  std::string sheet; ///< empty for files without sheets
};

/// Names of the inputs that places point at. Ids are handed out in order and never reused.
class SourceTable {
public:
  SourceTable() : sources_(1) {}
  SourceId add(std::string file, std::string sheet = {});
  /// `id` must have come from this table; 0 gives an empty Source.
  [[nodiscard]] Source const& at(SourceId id) const;
  [[nodiscard]] std::size_t size() const { return sources_.size(); }

private:
  std::vector<Source> sources_;
};

} // namespace jixiao::diagnostic
