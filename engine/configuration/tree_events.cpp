#include "engine/configuration/tree_events.hpp"

#include "engine/configuration/findings.hpp"
#include "engine/configuration/node_builder.hpp"

#include <algorithm>

namespace jixiao::configuration {

void TreeEvents::begin_document(Mark mark) {
  if (++documents_ > 1) {
    refuse(mark, findings::yaml_several_documents);
    throw StopReading{};
  }
}

void TreeEvents::null(Mark mark) {
  count_node(mark);
  if (frames_.empty()) {
    refuse(mark, findings::yaml_empty_document);
    add(Node{});
    return;
  }
  if (key_awaited()) {
    refuse(mark, findings::yaml_empty_key);
    frames_.back().key = Key{};
    return;
  }
  // The parser's own mark is where the value would have been, often the next line: name the key's place.
  Frame const& frame = frames_.back();
  if (frame.key) {
    refuse_at(frame.key->line, frame.key->column, findings::yaml_null_value, {frame.key->text});
  } else {
    refuse(mark, findings::yaml_null_value, {name_of_place()});
  }
  add(Node{});
}

void TreeEvents::scalar(Mark mark, std::string_view text, bool quoted) {
  count_node(mark);
  auto const line = static_cast<std::uint32_t>(mark.line + 1);
  std::uint32_t const column = positions_.column(mark.line, mark.column);
  if (!key_awaited()) {
    add(NodeBuilder::scalar(std::string(text), quoted, line, column));
    return;
  }
  if (text.empty()) {
    refuse(mark, findings::yaml_empty_key);
  }
  frames_.back().key = Key{std::string(text), line, column};
}

void TreeEvents::begin(NodeKind kind, Mark mark) {
  count_node(mark);
  if (frames_.size() >= limits_.depth) {
    refuse(mark, findings::yaml_limit, {"depth", std::to_string(limits_.depth)});
    throw StopReading{};
  }
  if (key_awaited()) {
    refuse(mark, findings::yaml_complex_key);
  }
  Frame frame;
  frame.kind = kind;
  frame.line = static_cast<std::uint32_t>(mark.line + 1);
  frame.column = positions_.column(mark.line, mark.column);
  frames_.push_back(std::move(frame));
}

void TreeEvents::end() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.kind == NodeKind::map) {
    refuse_duplicates(frame.entries);
    add(NodeBuilder::map(std::move(frame.entries), frame.line, frame.column));
  } else {
    add(NodeBuilder::sequence(std::move(frame.elements), frame.line, frame.column));
  }
}

void TreeEvents::add(Node node) {
  if (frames_.empty()) {
    tree_ = std::move(node);
    return;
  }
  Frame& frame = frames_.back();
  if (frame.kind == NodeKind::sequence) {
    frame.elements.push_back(std::move(node));
  } else if (frame.key) {
    frame.entries.push_back(
        {std::move(frame.key->text), std::move(node), frame.key->line, frame.key->column});
    frame.key.reset();
  } else {
    // A map or sequence in the place of a key: refused already, its value goes with it.
    frame.key = Key{};
  }
}

bool TreeEvents::key_awaited() const {
  return !frames_.empty() && frames_.back().kind == NodeKind::map && !frames_.back().key;
}

std::string TreeEvents::name_of_place() const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->key) {
      return frame->key->text;
    }
  }
  return "-";
}

void TreeEvents::count_node(Mark mark) {
  if (++nodes_ > limits_.nodes) {
    refuse(mark, findings::yaml_limit, {"nodes", std::to_string(limits_.nodes)});
    throw StopReading{};
  }
}

void TreeEvents::refuse(Mark mark, diagnostic::Code const& code, std::vector<std::string> arguments) {
  refuse_at(static_cast<std::uint32_t>(mark.line + 1), positions_.column(mark.line, mark.column), code,
            std::move(arguments));
}

void TreeEvents::refuse_at(std::uint32_t line, std::uint32_t column, diagnostic::Code const& code,
                           std::vector<std::string> arguments) {
  findings_.push_back(diagnostic::make(code, {source_, line, column, 0, 0}, std::move(arguments)));
}

void TreeEvents::refuse_duplicates(std::vector<Node::Entry> const& entries) {
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    int const compared = entries[left].key.compare(entries[right].key);
    return compared != 0 ? compared < 0 : left < right;
  });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    Node::Entry const& entry = entries[order[i]];
    if (entry.key != entries[order[first]].key) {
      first = i;
    } else if (!entry.key.empty()) { // an empty key has its own finding
      refuse_at(entry.line, entry.column, findings::yaml_duplicate_key,
                {entry.key, std::to_string(entries[order[first]].line)});
    }
  }
}

} // namespace jixiao::configuration
