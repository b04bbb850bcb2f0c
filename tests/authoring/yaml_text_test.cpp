// How things stood on their lines, and how they are written again.
#include "engine/authoring/yaml_text.hpp"
#include "engine/configuration/yaml.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

TEST_CASE("a text is written flat where it stood in braces on one line", "[authoring][yaml-text]") {
  struct Row {
    char const* text;
    bool flat;
    std::uint32_t last_line;
    char const* written;
  };
  constexpr Row rows[] = {
      {"a: 1\n", true, 1, "1"},
      {"a: {b: 1,c:  [x , y]}\n", true, 1, "{b: 1, c: [x, y]}"},
      {"a: {b: 1,\n  c: 2}\n", false, 2, "{b: 1, c: 2}"},
      {"a:\n  b: 1\n", false, 2, "{b: 1}"},
      {"a:\n  - x\n  - y\n", false, 3, "[x, y]"},
      {"a: []\n", true, 1, "[]"},
      {"a: 'x \"y\"'\n", true, 1, "\"x \\\"y\\\"\""},
      {"a: \"x\\ty\"\n", true, 1, "\"x\\ty\""},
  };
  for (Row const& row : rows) {
    INFO(row.text);
    auto const tree = configuration::parse_yaml(row.text, {});
    REQUIRE(tree.value);
    authoring::YamlText const text(row.text);
    configuration::Node const& node = *tree.value->find("a");
    CHECK(text.is_flat(node) == row.flat);
    CHECK(text.last_line(node) == row.last_line);
    CHECK(authoring::flat_text(node) == row.written);
  }
}

TEST_CASE("empty lines are those with nothing but blanks", "[authoring][yaml-text]") {
  authoring::YamlText const text("a\n\n  \t\r\n b\n");
  CHECK(text.lines() == 4);
  CHECK_FALSE(text.is_empty(0));
  CHECK_FALSE(text.is_empty(1));
  CHECK(text.is_empty(2));
  CHECK(text.is_empty(3));
  CHECK_FALSE(text.is_empty(4));
  CHECK_FALSE(text.is_empty(5));
}

TEST_CASE("keys are quoted where they could be taken for something else", "[authoring][yaml-text]") {
  CHECK(authoring::key_text("when_missing") == "when_missing");
  CHECK(authoring::key_text("-x") == "\"-x\"");
  CHECK(authoring::key_text("a: b") == "\"a: b\"");
  CHECK(authoring::key_text("a#b") == "\"a#b\"");
}
