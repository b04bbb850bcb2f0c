#pragma once
// How a list of a pack changes the list of the packs above it: an id that exists is overridden in place, a
// new one says `before:` or `after:` which it stands.
#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/read.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace jixiao::rulepack {

template <class Entry>
[[nodiscard]] typename std::vector<Entry>::iterator find_entry(std::vector<Entry>& list,
                                                               std::string_view id) {
  return std::find_if(list.begin(), list.end(), [id](Entry const& entry) { return entry.id == id; });
}

/// Reads the list `key` of `top` onto `list`. `read(fields, inherited)` gives the entry of one map;
/// `inherited` is the entry that it overrides, or nullptr.
template <class Entry, class Read>
void read_entries(Fields const& section, std::string_view key, std::size_t limit,
                  std::initializer_list<std::string_view> keys, std::vector<Entry>& list, Read read) {
  configuration::Node const* const node = section.find(key);
  Path const path = inside(section.path(), key);
  PackText const& file = section.file();
  if (node == nullptr || !is_list(*node, path, limit, file)) {
    return;
  }
  bool const inherits = !list.empty();
  std::map<std::string, std::uint32_t, std::less<>> seen; // id -> line
  std::size_t index = 0;
  for (configuration::Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at, keys, file);
    configuration::Node const* const id_node = fields.ok() ? fields.need("id") : nullptr;
    auto const id = id_node != nullptr ? read_id(*id_node, inside(at, "id"), file) : std::nullopt;
    if (!id) {
      continue;
    }
    if (auto const [first, is_new] = seen.emplace(*id, id_node->line()); !is_new) {
      file.report(findings::pack_duplicate_id, *id_node, {*id, std::to_string(first->second)});
      continue;
    }
    configuration::Node const* const before = fields.find("before");
    configuration::Node const* const after = fields.find("after");
    auto const existing = find_entry(list, *id);
    Entry entry = read(fields, existing == list.end() ? nullptr : &*existing);
    entry.id = *id;
    entry.from_pack = std::string(file.pack);
    entry.place = element.place(file.source);
    if (existing != list.end()) {
      if (before != nullptr || after != nullptr) {
        file.report(findings::pack_place_not_needed, element, {*id});
      }
      *existing = std::move(entry);
      continue;
    }
    if (before != nullptr && after != nullptr) {
      file.report(findings::pack_place_twice, element, {*id});
      continue;
    }
    if (before == nullptr && after == nullptr) {
      if (inherits) {
        file.report(findings::pack_rule_without_place, element, {*id, path.text()});
      }
      list.push_back(std::move(entry));
      continue;
    }
    configuration::Node const& neighbour = before != nullptr ? *before : *after;
    auto at_place = find_entry(list, neighbour.text());
    if (at_place == list.end()) {
      file.report(findings::pack_place_unknown, neighbour, {*id, std::string(neighbour.text())});
      continue;
    }
    list.insert(before != nullptr ? at_place : std::next(at_place), std::move(entry));
  }
}

} // namespace jixiao::rulepack
