// What parse_yaml makes of good texts: kinds, texts as written, positions in characters.
#include "engine/configuration/yaml.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao::configuration;
using jixiao::diagnostic::Place;

namespace {

Node parsed(std::string_view text) {
  auto outcome = parse_yaml(text, 1);
  REQUIRE(outcome.diagnostics.empty());
  REQUIRE(outcome.value.has_value());
  return std::move(*outcome.value);
}

Place at(std::uint32_t line, std::uint32_t column) {
  return {1, line, column, 0, 0};
}

} // namespace

TEST_CASE("scalars keep their text as written", "[configuration]") {
  Node const root = parsed("a: 0.10\nb: \"true\"\nc: true\nd: 'it''s'\ne: \"\"\nf: 1e3\ng: 010\n");
  CHECK(root.find("a")->text() == "0.10");
  CHECK_FALSE(root.find("a")->quoted());
  CHECK(root.find("b")->text() == "true");
  CHECK(root.find("b")->quoted());
  CHECK(root.find("c")->text() == "true");
  CHECK_FALSE(root.find("c")->quoted());
  CHECK(root.find("d")->text() == "it's");
  CHECK(root.find("e")->text().empty());
  CHECK(root.find("e")->quoted());
  CHECK(root.find("f")->text() == "1e3");
  CHECK(root.find("g")->text() == "010");
  CHECK(root.find("h") == nullptr);
}

TEST_CASE("words that look like null are words when quoted", "[configuration]") {
  Node const root = parsed("a: 'null'\nb: \"~\"\n'null': c\n");
  CHECK(root.find("a")->text() == "null");
  CHECK(root.find("b")->text() == "~");
  CHECK(root.find("null")->text() == "c");
}

TEST_CASE("blocks of text are joined as YAML says", "[configuration]") {
  Node const root = parsed("a: |\n  one\n  two\nb: >\n  one\n  two\n");
  CHECK(root.find("a")->text() == "one\ntwo\n");
  CHECK(root.find("b")->text() == "one two\n");
  CHECK(root.find("a")->quoted());
}

TEST_CASE("maps keep the order of the file", "[configuration]") {
  Node const root = parsed("z: 1\na: [x, [y], {k: v}]\nm: {}\n");
  REQUIRE(root.is_map());
  REQUIRE(root.entries().size() == 3);
  CHECK(root.entries()[0].key == "z");
  CHECK(root.entries()[1].key == "a");
  CHECK(root.entries()[2].key == "m");
  Node const& list = root.entries()[1].value;
  REQUIRE(list.is_sequence());
  REQUIRE(list.elements().size() == 3);
  CHECK(list.elements()[0].is_scalar());
  CHECK(list.elements()[1].elements()[0].text() == "y");
  CHECK(list.elements()[2].find("k")->text() == "v");
  CHECK(root.entries()[2].value.is_map());
  CHECK(root.entries()[2].value.entries().empty());
  CHECK(root.elements().empty());
  CHECK(list.entries().empty());
}

TEST_CASE("positions count lines and characters from 1", "[configuration]") {
  Node const root = parsed("# note\n权重: {执行: 10, 产出: \"五十\"}\n列:\n  - 甲\n  - 乙: 丙\n");
  Node::Entry const& weights = root.entries()[0];
  CHECK(weights.line == 2);
  CHECK(weights.column == 1);
  CHECK(weights.value.place(1) == at(2, 5));
  CHECK(weights.value.entries()[0].column == 6);
  CHECK(weights.value.entries()[0].value.place(1) == at(2, 10));
  CHECK(weights.value.entries()[1].column == 14);
  CHECK(weights.value.entries()[1].value.place(1) == at(2, 18));
  Node const& list = root.entries()[1].value;
  CHECK(list.place(1) == at(4, 3));
  CHECK(list.elements()[0].place(1) == at(4, 5));
  CHECK(list.elements()[1].entries()[0].value.place(1) == at(5, 8));
}

TEST_CASE("long lines have right columns too", "[configuration]") {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) {
    text += "\xE7\x94\xB2, "; // one character of three bytes
  }
  text += "end]\n";
  Node const root = parsed(text);
  REQUIRE(root.elements().size() == 1001);
  CHECK(root.elements()[0].column() == 2);
  CHECK(root.elements()[500].column() == 2 + 3 * 500);
  CHECK(root.elements()[1000].column() == 2 + 3 * 1000);
}

TEST_CASE("a byte order mark and line ends of other systems change nothing", "[configuration]") {
  Node const root = parsed("\xEF\xBB\xBF"
                           "a: 1\r\nb: {c: 2}\r\n");
  CHECK(root.find("a")->place(1) == at(1, 4));
  CHECK(root.find("a")->text() == "1");
  CHECK(root.find("b")->find("c")->place(1) == at(2, 8));
}

TEST_CASE("a document may be one scalar or one list", "[configuration]") {
  CHECK(parsed("word").text() == "word");
  CHECK(parsed("- a\n- b\n").elements().size() == 2);
  CHECK(parsed("---\na: 1\n").find("a")->text() == "1");
  CHECK(parsed("---\na: 1\n...\n").find("a")->text() == "1");
}
