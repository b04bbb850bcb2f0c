// Copies of a tree with one thing changed.
#include "engine/configuration/edit.hpp"
#include "engine/configuration/yaml.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao::configuration;

namespace {

std::string text_of(Node const& node) {
  std::string text;
  switch (node.kind()) {
  case NodeKind::scalar: return std::string(node.text());
  case NodeKind::sequence:
    for (Node const& element : node.elements()) {
      text += (text.empty() ? "" : ", ") + text_of(element);
    }
    return "[" + text + "]";
  case NodeKind::map: break;
  }
  for (Node::Entry const& entry : node.entries()) {
    text += (text.empty() ? "" : ", ") + entry.key + ": " + text_of(entry.value);
  }
  return "{" + text + "}";
}

} // namespace

TEST_CASE("an edit changes one thing and leaves places as they are") {
  Node const tree = *parse_yaml("a: 1\nb: [x, y, {c: \"2\"}]\n", 7).value;
  CHECK(text_of(edited(tree, {})) == "{a: 1, b: [x, y, {c: 2}]}");
  CHECK(text_of(edited(tree, {{Edit::Kind::text, {0}, "5"}})) == "{a: 5, b: [x, y, {c: 2}]}");
  CHECK(text_of(edited(tree, {{Edit::Kind::text, {1, 2, 0}, "9"}})) == "{a: 1, b: [x, y, {c: 9}]}");
  CHECK(text_of(edited(tree, {{Edit::Kind::key, {1, 2, 0}, "d"}})) == "{a: 1, b: [x, y, {d: 2}]}");
  CHECK(text_of(edited(tree, {{Edit::Kind::forward, {1, 1}, {}}})) == "{a: 1, b: [x, {c: 2}, y]}");
  CHECK(text_of(edited(tree, {{Edit::Kind::text, {0}, "5"}, {Edit::Kind::text, {1, 0}, "z"}}))
        == "{a: 5, b: [z, y, {c: 2}]}");
  CHECK(text_of(tree) == "{a: 1, b: [x, y, {c: 2}]}");
  Node const changed = edited(tree, {{Edit::Kind::text, {1, 2, 0}, "9"}});
  Node const& value = *changed.find("b")->elements()[2].find("c");
  CHECK(value.quoted());
  CHECK(value.line() == 2);
  CHECK(value.column() == 15);
  CHECK(text_of(without(tree, "a")) == "{b: [x, y, {c: 2}]}");
  CHECK(text_of(without(tree, "c")) == text_of(tree));
}
