// rules/ as compiled in against rules/ as it stands in the tree.
#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>

using namespace jixiao;
using configuration::Node;

namespace {

bool same(Node const& left, Node const& right) {
  if (left.kind() != right.kind() || left.text() != right.text() || left.quoted() != right.quoted()
      || left.line() != right.line() || left.column() != right.column()
      || left.elements().size() != right.elements().size()
      || left.entries().size() != right.entries().size()) {
    return false;
  }
  for (std::size_t i = 0; i < left.elements().size(); ++i) {
    if (!same(left.elements()[i], right.elements()[i])) {
      return false;
    }
  }
  for (std::size_t i = 0; i < left.entries().size(); ++i) {
    Node::Entry const& one = left.entries()[i];
    Node::Entry const& other = right.entries()[i];
    if (one.key != other.key || one.line != other.line || one.column != other.column
        || !same(one.value, other.value)) {
      return false;
    }
  }
  return true;
}

} // namespace

TEST_CASE("every rules file is compiled in, as text and as the tree that its text has", "[configuration]") {
  std::vector<std::string_view> const names = configuration::embedded_names();
  CHECK(std::is_sorted(names.begin(), names.end()));
  std::size_t files = 0;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(test::source_path("rules"))) {
    if (entry.path().extension() == ".yaml") {
      ++files;
      std::string const name = entry.path().lexically_relative(test::source_path("rules")).generic_string();
      INFO(name);
      std::string const text = test::read_file(entry.path());
      CHECK(std::binary_search(names.begin(), names.end(), name));
      CHECK((configuration::embedded_text(name) == text)); // bracketed: a failure must not print the file
      auto const tree = configuration::embedded_tree(name);
      auto const parsed = configuration::parse_yaml(text, 1);
      REQUIRE(tree.has_value());
      REQUIRE(parsed.value.has_value());
      CHECK(same(*tree, *parsed.value));
    }
  }
  CHECK(files == names.size());
  CHECK(files > 5);
}

TEST_CASE("a file that is not there has no tree and no text", "[configuration]") {
  CHECK_FALSE(configuration::embedded_tree("packs/no-such-pack.yaml").has_value());
  CHECK(configuration::embedded_text("packs/no-such-pack.yaml").empty());
  CHECK_FALSE(configuration::embedded_tree("").has_value());
}
