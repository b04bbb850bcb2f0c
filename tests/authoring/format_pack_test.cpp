// The canonical form of packs: what it makes of untidy texts, and that it never changes what they say.
#include "engine/authoring/format_pack.hpp"
#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace jixiao;

namespace {

std::string formatted(std::string_view text) {
  auto const tree = configuration::parse_yaml(text, {});
  REQUIRE(tree.value);
  return authoring::format_pack(text, *tree.value).text.value_or("not kept");
}

struct Case {
  char const* what;
  char const* untidy;
  char const* tidy;
};

Case const cases[] = {
    {"keys of a pack come in order, and bring their comments along",
     "# head\n\ntitle: t\n# about the tests\ntests: []\n\n# about the pack\npack: p\n",
     "# head\n\n# about the pack\npack: p\ntitle: t\n\n# about the tests\ntests: []\n"},
    {"other files keep their order", "b: 1\na: 2\n", "b: 1\na: 2\n"},
    {"blanks in braces, behind signs and at the ends of lines",
     "pack:   p   \nsource: { document:  d ,issued: 2024-01-01 }\n",
     "pack: p\nsource: {document: d, issued: 2024-01-01}\n"},
    {"single quotes become double ones and keep what they hold", "pack: p\ntitle: 'it''s \"so\" \\n'\n",
     "pack: p\ntitle: \"it's \\\"so\\\" \\\\n\"\n"},
    {"two blanks a level, for lists too",
     "pack: p\nscore:\n- id: a\n  when: \"x\"\n-   {id: b}\nweights:\n      output: 50\n",
     "pack: p\nweights:\n  output: 50\nscore:\n  - id: a\n    when: \"x\"\n  - {id: b}\n"},
    {"braces over several lines become lines", "pack: p\nscore:\n  - {id: a,\n     share: \"1\"}\n",
     "pack: p\nscore:\n  - id: a\n    share: \"1\"\n"},
    {"comments behind values stand two blanks off",
     "pack: p # one\nscore:      # two\n  - {id: a}     # three\n",
     "pack: p  # one\nscore:  # two\n  - {id: a}  # three\n"},
    {"a comment stays above its rule, indented as the rule",
     "pack: p\nscore:\n# first\n  - {id: a}\n      # second\n  - {id: b}\n  # last\n",
     "pack: p\nscore:\n  # first\n  - {id: a}\n  # second\n  - {id: b}\n# last\n"},
    {"one empty line is kept, more are one", "pack: p\n\n\n\nscore:\n  - {id: a}\n\n\n  - {id: b}\n\n\n",
     "pack: p\n\nscore:\n  - {id: a}\n\n  - {id: b}\n"},
    {"a sign of comments inside quotes is none", "pack: p\ntitle: \"a # b\"   # c\n",
     "pack: p\ntitle: \"a # b\"  # c\n"},
    {"carriage returns go", "pack: p\r\ntitle: t # x\r\n", "pack: p\ntitle: t  # x\n"},
    {"a comment inside braces over two lines, and one behind them",
     "pack: p\nscore:\n  - {id: a,\n     # inside\n     share: \"1\", cite: x}   # behind\n",
     "pack: p\nscore:\n  - id: a\n    # inside\n    share: \"1\"\n    cite: x  # behind\n"},
    {"a comment between a key and its value", "pack: p\nrounding:\n  # places\n  {places: 1}\n",
     "pack: p\n\n# places\nrounding: {places: 1}\n"},
    {"... in a list, too", "pack: p\nscore:\n  - id:\n      # why\n      a\n    share:  # how\n      \"1\"\n",
     "pack: p\nscore:\n  # why\n  - id: a\n    share: \"1\"  # how\n"},
    {"an indented comment behind the last key goes with it", "score: []\npack: p\n  # about the pack\n",
     "pack: p\n  # about the pack\nscore: []\n"},
    {"a comment in the first column behind the last key ends the file", "score: []\npack: p\n\n# end\n",
     "pack: p\nscore: []\n\n# end\n"},
    {"empty collections", "pack: p\ntests: [ ]\nsource: { }\n", "pack: p\nsource: {}\ntests: []\n"},
};

} // namespace

TEST_CASE("the canonical form of a pack") {
  for (Case const& each : cases) {
    CAPTURE(each.what);
    std::string const once = formatted(each.untidy);
    CHECK(once == each.tidy);
    CHECK(formatted(once) == once);
  }
}

TEST_CASE("every pack of the house and the template stand in the canonical form") {
  std::size_t packs = 0;
  for (std::string_view const name : configuration::embedded_names()) {
    if (name.substr(0, 6) == "packs/" || name.substr(0, 10) == "templates/") {
      ++packs;
      CAPTURE(name);
      std::string_view const text = configuration::embedded_text(name);
      CHECK((formatted(text) == text)); // the text is long: jixiao rules fmt --check shows more
    }
  }
  CHECK(packs > 16);
}

TEST_CASE("the form keeps the tree and the comments of every rules file") {
  for (std::string_view const name : configuration::embedded_names()) {
    CAPTURE(name);
    CHECK(formatted(configuration::embedded_text(name)) != "not kept");
  }
}
