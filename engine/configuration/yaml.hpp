#pragma once
#include "engine/configuration/node.hpp"

namespace jixiao::configuration {

/// Limits on a YAML text from a stranger; each breach is an error finding that names it.
struct YamlLimits {
  std::size_t bytes = 4u << 20;
  std::uint32_t depth = 32;
  std::uint32_t nodes = 200'000;
};

/// Reads one YAML document. Refused, each with line and column (in characters): text that is not UTF-8,
/// syntax errors, null values and empty keys, duplicate keys, anchors and aliases, tags, several documents,
/// and breaches of `limits`. No value when anything was refused; all findings of one pass are given.
[[nodiscard]] diagnostic::Outcome<Node> parse_yaml(std::string_view text, diagnostic::SourceId source,
                                                   YamlLimits limits = {});

} // namespace jixiao::configuration
