// Comments are found where YAML has them, and nowhere else.
#include "engine/authoring/comments.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

TEST_CASE("comments are found with their lines and how they stand", "[authoring][comments]") {
  struct Row {
    char const *text, *found; ///< "line" + 'a'lone, 'i'ndented, 'b'ehind
  };
  constexpr Row rows[] = {
      {"", ""},
      {"a: 1\n", ""},
      {"# x\na: 1\n", "1a# x"},
      {"  # x  \na: 1\n", "1i# x"},
      {"a: 1  # x\r\n", "1b# x"},
      {"a: x#y\n", ""},
      {"a: \"x # y\"  # z\n", "1b# z"},
      {"a: \"x \\\" # y\"\n", ""},
      {"a: 'it''s # y' # z\n", "1b# z"},
      {"a: it's # z\n", "1b# z"},
      {"a: |\n  # text\nb: 1 # z\n", "3b# z"},
      {"a: >-\n  # text\n\n  # text\n# z\n", "5a# z"},
      {"a: \"x\n  # y\"\nb: 1 # z\n", "3b# z"},
      {"a: {b: 1, # x\n  # y\n  c: 2} # z\n", "1b# x|2i# y|3b# z"},
  };
  for (Row const& row : rows) {
    INFO(row.text);
    std::string found;
    for (authoring::Comment const& each : authoring::find_comments(row.text)) {
      found += (found.empty() ? "" : "|") + std::to_string(each.line)
               + (each.indented ? "i"
                  : each.alone  ? "a"
                                : "b")
               + each.text;
    }
    CHECK(found == row.found);
  }
}
