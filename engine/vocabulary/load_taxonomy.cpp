// rules/taxonomy.yaml
#include "engine/vocabulary/loaders.hpp"
#include "engine/vocabulary/section.hpp"

namespace jixiao::vocabulary {
namespace {

class TaxonomyLoader {
public:
  TaxonomyLoader(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings)
      : section_(file.source, findings), words_(words) {
    // `other` is what unknown words are; it has no names of its own.
    for (auto i = static_cast<std::uint8_t>(model::Level1::output);
         i <= static_cast<std::uint8_t>(model::Level1::department); ++i) {
      level1_names_.push_back(model::name(static_cast<model::Level1>(i)));
    }
  }

  void load(Node const& root) {
    if (!section_.map_of(root, "taxonomy.yaml", {"level1", "level2"})) {
      return;
    }
    if (Node const* const level1 = section_.required(root, "level1", "taxonomy.yaml")) {
      load_level1(*level1);
    }
    if (Node const* const level2 = section_.required(root, "level2", "taxonomy.yaml")) {
      load_level2(*level2);
    }
  }

private:
  static model::Level1 level1_at(std::size_t index) { return static_cast<model::Level1>(index + 1); }

  template <class Value>
  void add_names(Node const& list, std::string_view where, SeenWords& seen, WordMap<Value>& map,
                 Value const& value) {
    for (Node const& element : section_.list(list, where)) {
      if (auto const text = section_.word(element, where)) {
        std::string key = word_key(*text);
        if (section_.first_time(key, element.line(), element.column(), seen)) {
          map.emplace(std::move(key), value);
        }
      }
    }
  }

  void load_level1(Node const& node) {
    SeenWords seen;
    for (Node::Entry const& entry : section_.map(node, "level1")) {
      if (auto const index = section_.name(entry.key, entry.line, entry.column, "level1", level1_names_)) {
        add_names(entry.value, entry.key, seen, words_.level1, level1_at(*index));
      }
    }
  }

  void load_level2(Node const& node) {
    SeenWords seen;
    for (Node::Entry const& entry : section_.map(node, "level2")) {
      if (!section_.map_of(entry.value, entry.key, {"level1", "names"})) {
        continue;
      }
      Node const* const level1 = section_.required(entry.value, "level1", entry.key);
      Node const* const names = section_.required(entry.value, "names", entry.key);
      if (level1 == nullptr || names == nullptr) {
        continue;
      }
      if (auto const word = section_.word(*level1, "level1")) {
        if (auto const index =
                section_.name(*word, level1->line(), level1->column(), "level1", level1_names_)) {
          add_names(*names, entry.key, seen, words_.level2, Level2{entry.key, level1_at(*index)});
        }
      }
    }
  }

  Section section_;
  Words& words_;
  std::vector<std::string_view> level1_names_;
};

} // namespace

void load_taxonomy(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings) {
  TaxonomyLoader(file, words, findings).load(file.tree);
}

} // namespace jixiao::vocabulary
