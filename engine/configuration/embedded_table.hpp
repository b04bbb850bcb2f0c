#pragma once
// The form in which rules/ stands in the program: flat tables of plain data, so that the generated file
// compiles fast, needs no start-up code and is shared read-only memory. tools/embed_rules.cpp writes them.
#include "engine/configuration/node.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace jixiao::configuration {

/// One node. A scalar's `begin` and `size` name its characters in the file's pool. Those of a sequence name
/// its elements, those of a map its keys and values in turn, in the file's nodes.
struct EmbeddedNode {
  NodeKind kind = NodeKind::scalar;
  bool quoted = false;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

/// One file of rules/. `nodes[0]` is its root; the pool begins with the text of the file.
struct EmbeddedFile {
  std::string_view name;
  std::string_view pool;
  std::uint32_t text_size = 0;
  std::span<EmbeddedNode const> nodes;

  [[nodiscard]] std::string_view text(EmbeddedNode const& node) const {
    return pool.substr(node.begin, node.size);
  }
};

/// All files, sorted by name. Defined by the generated file.
[[nodiscard]] std::span<EmbeddedFile const> embedded_files();

} // namespace jixiao::configuration
