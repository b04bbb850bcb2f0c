// rules/lexicon.yaml: relations, numerals, words.
#include "engine/vocabulary/findings.hpp"
#include "engine/vocabulary/loaders.hpp"
#include "engine/vocabulary/section.hpp"

#include "engine/model/reading.hpp"

namespace jixiao::vocabulary {
namespace {

using grammar::Relation;
using grammar::WordClass;

std::vector<std::string_view> relation_names() {
  std::vector<std::string_view> names;
  for (auto i = static_cast<std::uint8_t>(Relation::at_least);
       i <= static_cast<std::uint8_t>(Relation::about); ++i) {
    names.push_back(model::name(static_cast<Relation>(i)));
  }
  return names;
}

/// A list of `relations` and what its words have in common.
struct RelationList {
  std::string_view name;
  bool after;
  bool needs_closer;
  bool approximate;
};
constexpr RelationList relation_lists[] = {
    {"before", false, false, false},          {"after", true, false, false},
    {"openers", false, true, false},          {"approximate_before", false, false, true},
    {"approximate_after", true, false, true},
};

class GrammarWordLoader {
public:
  GrammarWordLoader(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings)
      : section_(file.source, findings), lexicon_(words.lexicon), relations_(relation_names()) {}

  void load(Node const& root) {
    if (Node const* const relations = section_.required(root, "relations", "lexicon.yaml")) {
      load_relations(*relations);
    }
    if (Node const* const numerals = section_.required(root, "numerals", "lexicon.yaml")) {
      load_numerals(*numerals);
    }
    if (Node const* const words = section_.required(root, "words", "lexicon.yaml")) {
      load_words(*words);
    }
  }

private:
  void load_relations(Node const& node) {
    if (!section_.map_of(node, "relations",
                         {"before", "after", "openers", "approximate_before", "approximate_after"})) {
      return;
    }
    // A word may stand in front of a number and behind it, but has one meaning on each side.
    SeenWords before;
    SeenWords after;
    for (RelationList const& list : relation_lists) {
      if (Node const* const words = node.find(list.name)) {
        for (Node::Entry const& entry : section_.map(*words, list.name)) {
          if (section_.first_time(entry.key, entry.line, entry.column, list.after ? after : before)) {
            load_relation(entry, list);
          }
        }
      }
    }
  }

  void load_relation(Node::Entry const& entry, RelationList const& list) {
    if (auto const word = section_.word(entry.value, entry.key)) {
      if (auto const relation =
              section_.name(*word, entry.value.line(), entry.value.column(), "relation", relations_)) {
        lexicon_.relations.push_back(
            {entry.key, static_cast<Relation>(*relation), list.after, list.needs_closer, list.approximate});
      }
    }
  }

  void load_numerals(Node const& node) {
    if (!section_.map_of(node, "numerals", {"digits", "multipliers"})) {
      return;
    }
    SeenWords seen;
    if (Node const* const digits = section_.required(node, "digits", "numerals")) {
      for (Node::Entry const& entry : section_.map(*digits, "digits")) {
        if (auto const digit = small_number(entry, 9)) {
          section_.each_new_word(entry.value, "digits", seen, [&](std::string_view text) {
            lexicon_.numerals.push_back({std::string(text), false, *digit, 0});
          });
        }
      }
    }
    if (Node const* const multipliers = section_.required(node, "multipliers", "numerals")) {
      for (Node::Entry const& entry : section_.map(*multipliers, "multipliers")) {
        if (auto const exponent = small_number(entry, 16)) {
          section_.each_new_word(entry.value, "multipliers", seen, [&](std::string_view text) {
            lexicon_.numerals.push_back({std::string(text), true, 0, *exponent});
          });
        }
      }
    }
  }

  /// The key of `entry` as a number from 0 to `most`.
  std::optional<std::uint8_t> small_number(Node::Entry const& entry, unsigned most) {
    unsigned value = 0;
    bool digits = entry.key.size() <= 2;
    for (char const c : entry.key) {
      digits = digits && c >= '0' && c <= '9';
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    if (!digits || value > most) {
      section_.refuse(entry.line, entry.column, findings::vocabulary_bad_number,
                      {entry.key, std::to_string(most)});
      return std::nullopt;
    }
    return static_cast<std::uint8_t>(value);
  }

  void load_words(Node const& node) {
    for (Node::Entry const& entry : section_.map(node, "words")) {
      if (auto const word_class =
              section_.name(entry.key, entry.line, entry.column, "words", grammar::word_class_names)) {
        SeenWords seen;
        section_.each_new_word(entry.value, entry.key, seen, [&](std::string_view text) {
          lexicon_.words.push_back({std::string(text), static_cast<WordClass>(*word_class)});
        });
      }
    }
  }

  Section section_;
  grammar::Lexicon& lexicon_;
  std::vector<std::string_view> relations_;
};

} // namespace

void load_grammar_words(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings) {
  GrammarWordLoader(file, words, findings).load(file.tree);
}

} // namespace jixiao::vocabulary
