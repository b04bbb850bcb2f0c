#include "engine/configuration/node_builder.hpp"

namespace jixiao::configuration {

Node NodeBuilder::scalar(std::string text, bool quoted, std::uint32_t line, std::uint32_t column) {
  Node node;
  node.quoted_ = quoted;
  node.line_ = line;
  node.column_ = column;
  node.text_ = std::move(text);
  return node;
}

Node NodeBuilder::sequence(std::vector<Node> elements, std::uint32_t line, std::uint32_t column) {
  Node node;
  node.kind_ = NodeKind::sequence;
  node.line_ = line;
  node.column_ = column;
  node.elements_ = std::move(elements);
  return node;
}

Node NodeBuilder::map(std::vector<Node::Entry> entries, std::uint32_t line, std::uint32_t column) {
  Node node;
  node.kind_ = NodeKind::map;
  node.line_ = line;
  node.column_ = column;
  node.entries_ = std::move(entries);
  return node;
}

} // namespace jixiao::configuration
