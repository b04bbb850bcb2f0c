#pragma once
// Packs for tests: those of the tree, those of tests/malformed/packs, and texts written in a test.
#include "engine/configuration/yaml.hpp"
#include "engine/rulepack/load.hpp"
#include "tests/support/files.hpp"

#include <map>
#include <string>

namespace jixiao::test {

inline diagnostic::Outcome<rulepack::PackFile> pack_file(std::string text, diagnostic::SourceId source) {
  diagnostic::Outcome<rulepack::PackFile> result;
  auto tree = configuration::parse_yaml(text, source);
  result.diagnostics = std::move(tree.diagnostics);
  if (tree.value) {
    result.value = rulepack::PackFile{std::move(*tree.value), source, std::move(text)};
  }
  return result;
}

/// Finds packs in `texts` first, then in tests/malformed/packs, then in rules/packs.
struct Packs {
  std::map<std::string, std::string, std::less<>> texts;

  [[nodiscard]] diagnostic::Outcome<rulepack::PackFile> find(std::string_view id) const {
    if (auto const text = texts.find(id); text != texts.end()) {
      return pack_file(text->second, 1);
    }
    for (char const* folder : {"tests/malformed/packs/", "rules/packs/"}) {
      auto const path = source_path(folder + std::string(id) + ".yaml");
      if (std::filesystem::exists(path)) {
        return pack_file(read_file(path), 2);
      }
    }
    return {};
  }

  [[nodiscard]] diagnostic::Outcome<rulepack::RulePack> load(std::string_view id) const {
    auto file = find(id);
    if (!file.value) {
      return {std::nullopt, std::move(file.diagnostics)};
    }
    return rulepack::load_pack(*file.value, [this](std::string_view parent) { return find(parent); });
  }

  /// A pack that extends base, with `text` behind its head.
  [[nodiscard]] static diagnostic::Outcome<rulepack::RulePack> on_base(std::string const& text) {
    Packs packs;
    packs.texts["own"] = "pack: own\ntitle: t\nextends: base\n" + text;
    return packs.load("own");
  }
};

} // namespace jixiao::test
