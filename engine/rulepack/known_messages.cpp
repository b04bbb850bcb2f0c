#include "engine/rulepack/known_messages.hpp"

#include "engine/configuration/embedded_table.hpp"
#include "engine/rulepack/names.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::rulepack {
namespace {

constexpr std::string_view folder = "messages/";
constexpr std::string_view own_file = "messages/rulepack.yaml";

struct Known {
  std::vector<std::string_view> all;   ///< sorted
  std::vector<std::string_view> rules; ///< those of rules: in their file, without what the loader itself says
};

bool is_of_loader(std::string_view id) {
  return id.substr(0, 5) == "pack_" || id.substr(0, 5) == "rule_";
}

Known collect() {
  Known known;
  for (configuration::EmbeddedFile const& file : configuration::embedded_files()) {
    configuration::EmbeddedNode const& root = file.nodes.front();
    if (file.name.substr(0, folder.size()) != folder || root.kind != configuration::NodeKind::map) {
      continue;
    }
    for (std::uint32_t i = 0; i < root.size; i += 2) {
      std::string_view const id = file.text(file.nodes[root.begin + i]);
      configuration::EmbeddedNode const& message = file.nodes[root.begin + i + 1];
      known.all.push_back(id);
      // What has a hint (four entries and more) is a finding; questions and words of reports have none.
      if (file.name == own_file && !is_of_loader(id) && message.size > 4) {
        known.rules.push_back(id);
      }
    }
  }
  std::sort(known.all.begin(), known.all.end());
  return known;
}

Known const& known() {
  static Known const collected = collect();
  return collected;
}

} // namespace

bool is_message(std::string_view id) {
  return std::binary_search(known().all.begin(), known().all.end(), id);
}

std::string messages_like(std::string_view id) {
  std::string near = nearest_of(id, known().rules);
  if (near.empty()) {
    near = nearest_of(id, known().all);
  }
  return near.empty() ? joined(known().rules) : near;
}

} // namespace jixiao::rulepack
