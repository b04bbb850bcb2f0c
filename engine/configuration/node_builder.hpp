#pragma once
// The one way to make nodes. Private to this folder: the YAML reader and the compiled-in tables use it.
#include "engine/configuration/node.hpp"

namespace jixiao::configuration {

class NodeBuilder {
public:
  [[nodiscard]] static Node scalar(std::string text, bool quoted, std::uint32_t line, std::uint32_t column);
  [[nodiscard]] static Node sequence(std::vector<Node> elements, std::uint32_t line, std::uint32_t column);
  /// Whoever calls has made sure that keys are unique and not empty.
  [[nodiscard]] static Node map(std::vector<Node::Entry> entries, std::uint32_t line, std::uint32_t column);
};

} // namespace jixiao::configuration
