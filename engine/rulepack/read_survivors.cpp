#include "engine/rulepack/sections.hpp"

namespace jixiao::rulepack {

using configuration::Node;

namespace {

void check_text(Fields const& fields, std::string_view key) {
  if (Node const* const node = fields.need(key)) {
    (void)read_text(*node, inside(fields.path(), key), fields.file());
  }
}

void check_changes(Fields const& fields) {
  Node const* const node = fields.need("changes");
  Path const path = inside(fields.path(), "changes");
  if (node == nullptr || !is_list(*node, path, bands_limit, fields.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    (void)read_text(element, Path{"", &path, ++index}, fields.file());
  }
}

} // namespace

void read_survivors(Fields const& top) {
  Node const* const node = top.find("survivors");
  Path const path = inside(top.path(), "survivors");
  if (node == nullptr || !is_list(*node, path, survivors_limit, top.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at, {"of", "changes", "reason"}, top.file());
    if (fields.ok()) {
      check_text(fields, "of");
      check_changes(fields);
      check_text(fields, "reason");
    }
  }
}

} // namespace jixiao::rulepack
