#include "engine/rulepack/sections.hpp"

namespace jixiao::rulepack {

using configuration::Node;

namespace {

std::string text_of(Fields const& fields, std::string_view key) {
  Node const* const node = fields.need(key);
  std::optional<std::string> text =
      node != nullptr ? read_text(*node, inside(fields.path(), key), fields.file()) : std::nullopt;
  return text ? std::move(*text) : std::string();
}

/// The texts of the list `key`, each with its node.
std::vector<std::pair<std::string, Node const*>> texts_of(Fields const& fields, std::string_view key) {
  std::vector<std::pair<std::string, Node const*>> texts;
  Node const* const node = fields.need(key);
  Path const path = inside(fields.path(), key);
  if (node == nullptr || !is_list(*node, path, bands_limit, fields.file())) {
    return texts;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    if (std::optional<std::string> text = read_text(element, Path{"", &path, ++index}, fields.file())) {
      texts.emplace_back(std::move(*text), &element);
    }
  }
  return texts;
}

/// Calls `each` with every entry of the list `section` that has the three keys and no other.
template <class Each>
void read_entries(Fields const& top, std::string_view section, std::string_view what, Each each) {
  Node const* const node = top.find(section);
  Path const path = inside(top.path(), section);
  if (node == nullptr || !is_list(*node, path, survivors_limit, top.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at, {"of", what, "reason"}, top.file());
    if (fields.ok()) {
      std::string const of = text_of(fields, "of");
      auto const texts = texts_of(fields, what);
      each(of, texts, text_of(fields, "reason"));
    }
  }
}

} // namespace

void read_survivors(Fields const& top) {
  read_entries(top, "survivors", "changes", [](auto const&, auto const&, auto const&) {});
}

void read_unreached(Fields const& top, RulePack& pack, bool is_leaf) {
  read_entries(top, "unreached", "operands", [&](auto const& of, auto const& operands, auto const& reason) {
    for (auto const& [part, node] : operands) {
      if (is_leaf) {
        pack.unreached.push_back({of, part, reason, node->place(top.file().source)});
      }
    }
  });
}

} // namespace jixiao::rulepack
