#include "engine/diagnostic/source_table.hpp"

#include <cassert>
#include <utility>

namespace jixiao::diagnostic {

SourceId SourceTable::add(std::string file, std::string sheet) {
  sources_.push_back({std::move(file), std::move(sheet)});
  return static_cast<SourceId>(sources_.size() - 1);
}

Source const& SourceTable::at(SourceId id) const {
  assert(id < sources_.size());
  return sources_[id];
}

} // namespace jixiao::diagnostic
