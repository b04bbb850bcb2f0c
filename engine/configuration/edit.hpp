#pragma once
// Copies of a tree with one thing changed: tools for authors try what a change of a pack would do, without
// the file being touched. Places stay those of the file.
#include "engine/configuration/node.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::configuration {

/// Where a node stands below another: indexes of entries and elements, from the top down.
using NodePath = std::vector<std::uint32_t>;

/// One change of a tree.
struct Edit {
  enum class Kind : std::uint8_t {
    text,   ///< the scalar at `path` says `text`
    key,    ///< the entry at `path` has the key `text`
    forward ///< the element at `path` and the one behind it change places
  } kind = Kind::text;
  NodePath path;
  std::string text;
};

/// `tree` with all `edits` made. Every path must lead to a node of `tree`, none twice to the same one.
[[nodiscard]] Node edited(Node const& tree, std::vector<Edit> const& edits);

/// The map `tree` without the entry `key`.
[[nodiscard]] Node without(Node const& tree, std::string_view key);

} // namespace jixiao::configuration
