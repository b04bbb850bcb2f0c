#include "engine/configuration/node.hpp"

namespace jixiao::configuration {

std::span<Node::Entry const> Node::entries() const {
  return entries_;
}

Node const* Node::find(std::string_view key) const {
  for (Entry const& entry : entries_) {
    if (entry.key == key) {
      return &entry.value;
    }
  }
  return nullptr;
}

diagnostic::Place Node::place(diagnostic::SourceId source) const {
  return {source, line_, column_, 0, 0};
}

} // namespace jixiao::configuration
