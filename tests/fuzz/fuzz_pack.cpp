// libFuzzer: any bytes as a pack of rules. It is refused with places inside the text, or what was loaded
// keeps what the loader promises: a score list that always matches.
#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "engine/rulepack/load.hpp"
#include "tests/fuzz/read_any.hpp"

#include <cstddef>
#include <cstdint>

using namespace jixiao;

namespace {

/// What a pack may extend: those of the tree, and itself.
struct Finder {
  rulepack::PackFile const& own;

  diagnostic::Outcome<rulepack::PackFile> operator()(std::string_view id) const {
    diagnostic::Outcome<rulepack::PackFile> result;
    if (id == "own") {
      result.value = own;
      return result;
    }
    std::string const name = "packs/" + std::string(id) + ".yaml";
    if (auto tree = configuration::embedded_tree(name)) {
      result.value = rulepack::PackFile{std::move(*tree), 2, std::string(configuration::embedded_text(name))};
    }
    return result;
  }
};

bool has_error(diagnostic::Diagnostics const& findings) {
  return std::any_of(findings.begin(), findings.end(), [](diagnostic::Diagnostic const& each) {
    return each.severity == diagnostic::Severity::error;
  });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(data), size);
  auto tree = configuration::parse_yaml(text, 1);
  test::require(tree.value.has_value() != has_error(tree.diagnostics));
  if (!tree.value) {
    return 0;
  }
  rulepack::PackFile const file{std::move(*tree.value), 1, text};
  auto const pack = rulepack::load_pack(file, Finder{file});
  test::require(pack.value.has_value() != has_error(pack.diagnostics));
  for (diagnostic::Diagnostic const& each : pack.diagnostics) {
    test::require(each.where.source <= 2);
  }
  if (pack.value) {
    test::require(!pack.value->score.empty());
  }
  return 0;
}
