// The guides list every head that a column may have. JIXIAO_ACCEPT=1 writes the present lists into them.
#include "engine/configuration/embedded.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

using namespace jixiao;
using namespace jixiao::test;

namespace {

std::string const begin_mark = "<!-- heads: begin -->\n";
std::string const end_mark = "<!-- heads: end -->\n";

std::string joined(std::vector<std::string> const& words, std::size_t from, std::string const& separator) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) {
    text += (i == from ? "" : separator) + words[i];
  }
  return text.empty() ? "-" : text;
}

/// One line a column: the printed name, its id, the other names.
std::string list(std::string const& separator) {
  std::string text;
  for (std::size_t i = 0; i < model::column_count; ++i) {
    auto const column = static_cast<model::Column>(i);
    std::vector<std::string> const& words = embedded_vocabulary().column_words(column);
    REQUIRE(!words.empty());
    text += "| " + words.front() + " | `" + std::string(model::name(column)) + "` | "
            + joined(words, 1, separator) + " |\n";
  }
  std::vector<std::string> const& fused = embedded_vocabulary().fused_target_words();
  REQUIRE(!fused.empty());
  return text + "| " + fused.front() + " | `target` | " + joined(fused, 1, separator) + " |\n";
}

} // namespace

TEST_CASE("examples: the guides list every head of a column") {
  struct Guide {
    std::string path, head, separator;
  };
  for (Guide const& guide :
       {Guide{"docs/guides/columns.md", "| column | id | other heads |\n|---|---|---|\n", ", "},
        Guide{"docs/guides/columns.zh-CN.md",
              "| \xE5\x88\x97 | \xE6\xA0\x87\xE8\xAF\x86 | \xE5\x88\xAB\xE7\xA7\xB0 |\n|---|---|---|\n",
              "\xE3\x80\x81"}}) {
    INFO(guide.path);
    std::string text = read_source(guide.path);
    std::size_t const begin = text.find(begin_mark), end = text.find(end_mark);
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    std::size_t const inside = begin + begin_mark.size();
    std::string const present = guide.head + list(guide.separator);
    if (std::getenv("JIXIAO_ACCEPT") != nullptr) {
      text.replace(inside, end - inside, present);
      std::ofstream(source_path(guide.path), std::ios::binary) << text;
      continue;
    }
    CHECK(text.substr(inside, end - inside) == present);
  }
}
