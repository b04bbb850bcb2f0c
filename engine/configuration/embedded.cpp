#include "engine/configuration/embedded.hpp"

#include "engine/configuration/embedded_table.hpp"
#include "engine/configuration/node_builder.hpp"

#include <algorithm>

namespace jixiao::configuration {
namespace {

EmbeddedFile const* find_file(std::string_view name) {
  std::span<EmbeddedFile const> const files = embedded_files();
  auto const found =
      std::lower_bound(files.begin(), files.end(), name,
                       [](EmbeddedFile const& file, std::string_view wanted) { return file.name < wanted; });
  return found != files.end() && found->name == name ? &*found : nullptr;
}

/// As deep as the file is nested: the reader that checked it at build time holds the limit.
Node build(EmbeddedFile const& file, EmbeddedNode const& node) {
  switch (node.kind) {
  case NodeKind::scalar:
    return NodeBuilder::scalar(std::string(file.text(node)), node.quoted, node.line, node.column);
  case NodeKind::sequence: {
    std::vector<Node> elements;
    elements.reserve(node.size);
    for (EmbeddedNode const& element : file.nodes.subspan(node.begin, node.size)) {
      elements.push_back(build(file, element));
    }
    return NodeBuilder::sequence(std::move(elements), node.line, node.column);
  }
  case NodeKind::map: {
    std::vector<Node::Entry> entries;
    entries.reserve(node.size / 2);
    for (std::uint32_t i = 0; i < node.size; i += 2) {
      EmbeddedNode const& key = file.nodes[node.begin + i];
      EmbeddedNode const& value = file.nodes[node.begin + i + 1];
      entries.push_back({std::string(file.text(key)), build(file, value), key.line, key.column});
    }
    return NodeBuilder::map(std::move(entries), node.line, node.column);
  }
  }
  return {};
}

} // namespace

std::vector<std::string_view> embedded_names() {
  std::vector<std::string_view> names;
  for (EmbeddedFile const& file : embedded_files()) {
    names.push_back(file.name);
  }
  return names;
}

std::optional<Node> embedded_tree(std::string_view name) {
  EmbeddedFile const* const file = find_file(name);
  if (file == nullptr) {
    return std::nullopt;
  }
  return build(*file, file->nodes.front());
}

std::string_view embedded_text(std::string_view name) {
  EmbeddedFile const* const file = find_file(name);
  return file == nullptr ? std::string_view{} : file->pool.substr(0, file->text_size);
}

} // namespace jixiao::configuration
