#include "engine/pipeline/pack_template.hpp"

#include "engine/configuration/embedded.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "engine/rulepack/load.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::pipeline {
namespace {

constexpr std::string_view folder = "templates/", usual = "templates/pack.yaml";

std::vector<std::string_view> template_names() {
  std::vector<std::string_view> names{usual};
  for (std::string_view const name : configuration::embedded_names()) {
    if (name.substr(0, folder.size()) == folder && name != usual) {
      names.push_back(name);
    }
  }
  return names;
}

/// What its tests expect is held against `parent` alone: a template adds no rules of its own.
bool tests_hold(std::string_view name, rulepack::RulePack const& parent, PackTester& tester,
                RulesSource const& rules) {
  std::optional<configuration::Node> tree = configuration::embedded_tree(name);
  if (!tree) {
    return false;
  }
  rulepack::PackFile const file{std::move(*tree), 0, std::string(configuration::embedded_text(name))};
  diagnostic::Outcome<rulepack::RulePack> const loaded =
      rulepack::load_pack(file, rules.find(parent.lineage.back()).find);
  return loaded.value
         && std::all_of(
             loaded.value->tests.begin(), loaded.value->tests.end(),
             [&](rulepack::PackTest const& test) { return tester.run(parent, test).differences.empty(); });
}

/// `text` with another value behind `key`, which begins a line.
void set_value(std::string& text, std::string_view key, std::string_view value) {
  std::size_t const at = text.find("\n" + std::string(key) + ": ");
  if (at != std::string::npos) {
    std::size_t const begin = at + key.size() + 3;
    text.replace(begin, text.find('\n', begin) - begin, value);
  }
}

} // namespace

std::string new_pack_text(std::string_view id, rulepack::RulePack const& parent,
                          vocabulary::Vocabulary const& vocabulary, RulesSource const& rules) {
  PackTester tester(vocabulary);
  std::vector<std::string_view> const names = template_names();
  auto const fits = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
    return tests_hold(name, parent, tester, rules);
  });
  std::string text(configuration::embedded_text(fits == names.end() ? usual : *fits));
  set_value(text, "pack", id);
  set_value(text, "extends", parent.id);
  return text;
}

} // namespace jixiao::pipeline
