#pragma once
// The rules/ folder as it was compiled into the program (tools/embed_rules.cpp writes the tables at build
// time; a broken file there breaks the build).
#include "engine/configuration/node.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jixiao::configuration {

/// Names of the compiled-in files relative to rules/ ("units.yaml", "packs/base.yaml"), sorted.
[[nodiscard]] std::vector<std::string_view> embedded_names();

/// The tree of a compiled-in file; no value when there is no such file. Built from static tables without
/// parsing.
[[nodiscard]] std::optional<Node> embedded_tree(std::string_view name);

/// The text of a compiled-in file (to show it, and for digests); empty when there is no such file.
[[nodiscard]] std::string_view embedded_text(std::string_view name);

} // namespace jixiao::configuration
