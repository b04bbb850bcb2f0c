#pragma once
// A node of a pack file with the way that leads to it and the name by which people call it.
#include "engine/configuration/edit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::authoring {

struct Spot {
  configuration::Node const* node = nullptr; ///< nullptr: the file does not have it
  configuration::NodePath path;
  std::string name; ///< "score.met.when"

  explicit operator bool() const { return node != nullptr; }
  [[nodiscard]] std::string_view text() const { return node->text(); }

  /// The value of `key` in a map.
  [[nodiscard]] Spot down(std::string_view key) const;
  /// The elements of a list; called by their `id`, by the only key of a short form, else by their number.
  [[nodiscard]] std::vector<Spot> elements() const;
  /// The values of a map, called by their keys.
  [[nodiscard]] std::vector<Spot> values() const;

private:
  [[nodiscard]] Spot child(configuration::Node const& below, std::size_t index,
                           std::string_view called) const;
};

} // namespace jixiao::authoring
