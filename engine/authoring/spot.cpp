#include "engine/authoring/spot.hpp"

namespace jixiao::authoring {

using configuration::Node;

Spot Spot::child(Node const& below, std::size_t index, std::string_view called) const {
  Spot spot{&below, path, name.empty() ? std::string(called) : name + "." + std::string(called)};
  spot.path.push_back(static_cast<std::uint32_t>(index));
  return spot;
}

Spot Spot::down(std::string_view key) const {
  if (node != nullptr) {
    for (std::size_t i = 0; i < node->entries().size(); ++i) {
      if (node->entries()[i].key == key) {
        return child(node->entries()[i].value, i, key);
      }
    }
  }
  return {};
}

std::vector<Spot> Spot::elements() const {
  std::vector<Spot> spots;
  for (std::size_t i = 0; node != nullptr && i < node->elements().size(); ++i) {
    Node const& element = node->elements()[i];
    Node const* const id = element.find("id");
    bool const is_short = id == nullptr && element.entries().size() == 1;
    spots.push_back(child(element, i,
                          id != nullptr ? std::string(id->text())
                          : is_short    ? element.entries()[0].key
                                        : std::to_string(i + 1)));
  }
  return spots;
}

std::vector<Spot> Spot::values() const {
  std::vector<Spot> spots;
  for (std::size_t i = 0; node != nullptr && i < node->entries().size(); ++i) {
    spots.push_back(child(node->entries()[i].value, i, node->entries()[i].key));
  }
  return spots;
}

} // namespace jixiao::authoring
