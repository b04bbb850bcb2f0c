#include "engine/configuration/edit.hpp"

#include "engine/configuration/node_builder.hpp"

#include <algorithm>
#include <cassert>

namespace jixiao::configuration {
namespace {

/// The edits below one child, and those of the child itself.
class Editor {
public:
  explicit Editor(std::vector<Edit> const& edits) : edits_(edits) {}

  Node copy(Node const& node) {
    switch (node.kind()) {
    case NodeKind::scalar: {
      Edit const* const edit = here(Edit::Kind::text);
      return edit == nullptr ? node
                             : NodeBuilder::scalar(edit->text, node.quoted(), node.line(), node.column());
    }
    case NodeKind::sequence: return sequence(node);
    case NodeKind::map: break;
    }
    return map(node);
  }

private:
  Edit const* here(Edit::Kind kind) const {
    auto const found = std::find_if(edits_.begin(), edits_.end(), [&](Edit const& edit) {
      return edit.kind == kind && edit.path == path_;
    });
    return found == edits_.end() ? nullptr : &*found;
  }

  /// True when some edit lies at this path or below: everything else is copied whole.
  bool touched() const {
    return std::any_of(edits_.begin(), edits_.end(), [&](Edit const& edit) {
      return edit.path.size() >= path_.size() && std::equal(path_.begin(), path_.end(), edit.path.begin());
    });
  }

  Node child(Node const& node, std::size_t index) {
    path_.push_back(static_cast<std::uint32_t>(index));
    Node result = touched() ? copy(node) : node;
    path_.pop_back();
    return result;
  }

  Node sequence(Node const& node) {
    std::vector<Node> elements;
    elements.reserve(node.elements().size());
    for (Node const& element : node.elements()) {
      elements.push_back(child(element, elements.size()));
    }
    for (Edit const& edit : edits_) {
      if (edit.kind == Edit::Kind::forward && edit.path.size() == path_.size() + 1
          && std::equal(path_.begin(), path_.end(), edit.path.begin())) {
        assert(edit.path.back() + 1 < elements.size());
        std::swap(elements[edit.path.back()], elements[edit.path.back() + 1]);
      }
    }
    return NodeBuilder::sequence(std::move(elements), node.line(), node.column());
  }

  Node map(Node const& node) {
    std::vector<Node::Entry> entries;
    entries.reserve(node.entries().size());
    for (Node::Entry const& entry : node.entries()) {
      Node value = child(entry.value, entries.size());
      path_.push_back(static_cast<std::uint32_t>(entries.size()));
      Edit const* const renamed = here(Edit::Kind::key);
      path_.pop_back();
      entries.push_back(
          {renamed == nullptr ? entry.key : renamed->text, std::move(value), entry.line, entry.column});
    }
    return NodeBuilder::map(std::move(entries), node.line(), node.column());
  }

  std::vector<Edit> const& edits_;
  NodePath path_;
};

} // namespace

Node edited(Node const& tree, std::vector<Edit> const& edits) {
  return Editor(edits).copy(tree);
}

Node without(Node const& tree, std::string_view key) {
  std::vector<Node::Entry> entries;
  for (Node::Entry const& entry : tree.entries()) {
    if (entry.key != key) {
      entries.push_back(entry);
    }
  }
  return NodeBuilder::map(std::move(entries), tree.line(), tree.column());
}

} // namespace jixiao::configuration
