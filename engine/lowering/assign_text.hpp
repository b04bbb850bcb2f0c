#pragma once
#include <cstring>
#include <string>
#include <string_view>

namespace jixiao::lowering {

/// `to = from`, shorter where `to` holds a text of the same length: most texts of a row are as long as those
/// of the row that had the storage before.
inline void assign_text(std::string& to, std::string_view from) {
  if (from.empty()) {
    to.clear();
  } else if (to.size() == from.size()) {
    std::memcpy(to.data(), from.data(), from.size());
  } else {
    to.assign(from.data(), from.size());
  }
}

} // namespace jixiao::lowering
