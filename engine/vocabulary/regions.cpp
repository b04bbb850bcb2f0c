#include "engine/vocabulary/regions.hpp"

#include "engine/vocabulary/nearest.hpp"
#include "engine/vocabulary/section.hpp"

namespace jixiao::vocabulary {

/// Reaches the names of Regions for load_regions.
struct RegionsBuilder {
  static void add(Regions& regions, std::string_view name, std::string_view full) {
    regions.names_.emplace_back(word_key(name), word_key(full));
  }
};

Regions::Name const* Regions::name_of(std::string_view key) const {
  Name const* longest = nullptr;
  for (Name const& each : names_) {
    bool const begins = key.compare(0, each.first.size(), each.first) == 0;
    std::size_t const rest = begins ? letters(key.substr(each.first.size())) : 0;
    // One letter more than a short form is a slip of the full name, and one letter begins many a word.
    bool const whole = rest == 0 || each.first == each.second;
    bool const place = rest > 1 && letters(each.first) > 1;
    if (begins && (whole || place) && (longest == nullptr || each.first.size() > longest->first.size())) {
      longest = &each;
    }
  }
  return longest;
}

std::string Regions::in_full(std::string_view text) const {
  std::string const key = word_key(text);
  Name const* const name = name_of(key);
  return name == nullptr ? std::string() : name->second + key.substr(name->first.size());
}

std::string Regions::province_of(std::string_view text) const {
  Name const* const name = name_of(word_key(text));
  return name == nullptr ? std::string() : name->second;
}

std::vector<std::string> Regions::names() const {
  std::vector<std::string> result;
  for (auto const& [name, full] : names_) {
    if (letters(name) > 1) {
      result.push_back(name);
    }
  }
  return result;
}

diagnostic::Outcome<Regions> load_regions(RuleFile const& file) {
  diagnostic::Outcome<Regions> result;
  Section section(file.source, result.diagnostics);
  Regions regions;
  SeenWords seen;
  if (section.map_of(file.tree, "regions.yaml", {"regions"})) {
    if (Node const* const list = section.required(file.tree, "regions", "regions.yaml")) {
      for (Node::Entry const& entry : section.map(*list, "regions")) {
        if (section.first_time(entry.key, entry.line, entry.column, seen)) {
          RegionsBuilder::add(regions, entry.key, entry.key);
        }
        section.each_new_word(entry.value, entry.key, seen,
                              [&](std::string_view name) { RegionsBuilder::add(regions, name, entry.key); });
      }
    }
  }
  if (diagnostic::worst(result.diagnostics) != diagnostic::Severity::error) {
    result.value = std::move(regions);
  }
  return result;
}

} // namespace jixiao::vocabulary
