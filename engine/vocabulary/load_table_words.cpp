// rules/lexicon.yaml: columns, fused targets, directions, qualitative marks, levels, name hints.
#include "engine/vocabulary/findings.hpp"
#include "engine/vocabulary/loaders.hpp"
#include "engine/vocabulary/section.hpp"

#include <algorithm>
#include <array>

namespace jixiao::vocabulary {
namespace {

constexpr std::string_view exceptions = "except"; ///< the list of name_hints that hides hint words

class TableWordLoader {
public:
  TableWordLoader(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings)
      : section_(file.source, findings), words_(words) {}

  void load(Node const& root) {
    if (!section_.map_of(root, "lexicon.yaml", {"relations",      "numerals",        "words",
                                                "columns",        "fused_target",    "directions",
                                                "sum_labels",     "foot_labels",     "qualitative_marks",
                                                "levels",         "name_hints",      "claims",
                                                "apart",          "short_of_done",   "remarks",
                                                "served",         "outcomes",        "citations",
                                                "built",          "number_doubts",   "vague",
                                                "bonus_headings", "printed_rules",   "percentage_points",
                                                "changed_to",     "nothing_happened"})) {
      return;
    }
    if (Node const* const columns = section_.required(root, "columns", "lexicon.yaml")) {
      load_columns(*columns);
    }
    if (Node const* const fused = section_.required(root, "fused_target", "lexicon.yaml")) {
      for (Node const& word : fused->elements()) {
        words_.fused_target_words.emplace_back(word.text());
      }
      each_key(*fused, "fused_target", headers_,
               [&](std::string key) { words_.fused_targets.emplace(std::move(key), true); });
    }
    if (Node const* const sums = root.find("sum_labels")) {
      load_sum_labels(*sums);
    }
    if (Node const* const labels = root.find("foot_labels")) {
      SeenWords seen;
      each_key(*labels, "foot_labels", seen,
               [&](std::string key) { words_.foot_labels.emplace(std::move(key), true); });
    }
    if (Node const* const directions = section_.required(root, "directions", "lexicon.yaml")) {
      load_directions(*directions);
    }
    if (Node const* const marks = section_.required(root, "qualitative_marks", "lexicon.yaml")) {
      SeenWords seen;
      each_key(*marks, "qualitative_marks", seen,
               [&](std::string key) { words_.qualitative_marks.emplace(std::move(key), true); });
    }
    if (Node const* const levels = section_.required(root, "levels", "lexicon.yaml")) {
      load_levels(*levels);
    }
    if (Node const* const hints = section_.required(root, "name_hints", "lexicon.yaml")) {
      load_hints(*hints);
    }
    if (Node const* const claims = root.find("claims")) {
      load_claims(*claims);
    }
    if (Node const* const remarks = root.find("remarks")) {
      load_remarks(*remarks);
    }
    if (Node const* const verbs = root.find("changed_to")) {
      ChangedTo& to = words_.changed_to;
      load_lists(*verbs, "changed_to", {"rise", "fall", "bound"}, {&to.rise, &to.fall, &to.bound});
    }
    if (Node const* const none = root.find("nothing_happened")) {
      NothingWords& words = words_.nothing;
      load_lists(*none, "nothing_happened", {"asked", "answered", "joined", "events"},
                 {&words.asked, &words.answered, &words.joined, &words.events});
    }
    if (Node const* const built = root.find("built")) {
      load_built(*built);
    }
    if (Node const* const less = root.find("short_of_done")) {
      load_short_of_done(*less);
    }
    load_words(root, "percentage_points", words_.percentage_points);
    load_words(root, "served", words_.served);
    load_words(root, "bonus_headings", words_.bonus_headings);
    load_words(root, "printed_rules", words_.printed_rules);
    load_words(root, "outcomes", words_.outcomes);
    load_words(root, "citations", words_.citations);
    load_words(root, "vague", words_.vague);
    std::sort(words_.vague.begin(), words_.vague.end(),
              [](std::string const& left, std::string const& right) { return left.size() > right.size(); });
    if (Node const* const apart = root.find("apart")) {
      for (Node const& list : section_.list(*apart, "apart")) {
        load_apart(list);
      }
    }
  }

private:
  /// Words of a list as keys; two words with one key are one word.
  template <class Use>
  void each_key(Node const& list, std::string_view where, SeenWords& seen, Use use) {
    for (Node const& element : section_.list(list, where)) {
      if (auto const text = section_.word(element, where)) {
        std::string key = word_key(*text);
        if (section_.first_time(key, element.line(), element.column(), seen)) {
          use(std::move(key));
        }
      }
    }
  }

  void load_columns(Node const& node) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < model::column_count; ++i) {
      names.push_back(model::name(static_cast<model::Column>(i)));
    }
    for (Node::Entry const& entry : section_.map(node, "columns")) {
      auto const column = section_.name(entry.key, entry.line, entry.column, "columns", names);
      if (!column) {
        continue;
      }
      if (!entry.value.elements().empty()) {
        words_.column_names[*column] = entry.value.elements().front().text();
      }
      for (Node const& word : entry.value.elements()) {
        words_.column_words[*column].emplace_back(word.text());
      }
      each_key(entry.value, entry.key, headers_, [&](std::string key) {
        words_.columns.emplace(std::move(key), static_cast<model::Column>(*column));
      });
    }
    for (std::size_t i = 0; i < model::column_count; ++i) {
      if (node.is_map() && words_.column_names[i].empty()) {
        section_.refuse(node, findings::vocabulary_missing_key, {std::string(names[i]), "columns"});
      }
    }
  }

  void load_sum_labels(Node const& node) {
    SeenWords seen;
    constexpr std::string_view names[] = {"total", "part"};
    for (Node::Entry const& entry : section_.map(node, "sum_labels")) {
      if (auto const index = section_.name(entry.key, entry.line, entry.column, "sum_labels", names)) {
        each_key(entry.value, entry.key, seen,
                 [&](std::string key) { words_.sum_labels.emplace(std::move(key), *index == 1); });
      }
    }
  }

  void load_directions(Node const& node) {
    SeenWords seen;
    constexpr std::string_view names[] = {"positive", "negative"};
    for (Node::Entry const& entry : section_.map(node, "directions")) {
      if (auto const index = section_.name(entry.key, entry.line, entry.column, "directions", names)) {
        each_key(entry.value, entry.key, seen, [&](std::string key) {
          words_.directions.emplace(std::move(key),
                                    *index == 0 ? model::Direction::positive : model::Direction::negative);
        });
      }
    }
  }

  void load_levels(Node const& node) {
    std::uint32_t scale = 0;
    for (Node const& each : section_.list(node, "levels")) {
      if (section_.map_of(each, "levels", {"met", "partly_met", "not_met"})) {
        load_scale(each, scale++);
      }
    }
  }

  void load_scale(Node const& node, std::uint32_t scale) {
    constexpr std::string_view tiers[] = {"met", "partly_met", "not_met"};
    SeenWords seen;
    std::uint32_t step = 0;
    for (std::uint8_t rank = 0; rank < std::size(tiers); ++rank) {
      Node const* const tier = node.find(tiers[rank]);
      if (tier == nullptr) {
        continue; // a scale of two levels has no middle
      }
      for (Node const& words : section_.list(*tier, tiers[rank])) {
        if (words.is_sequence()) {
          for (Node const& word : words.elements()) {
            add_level(word, rank, {scale, step}, seen);
          }
        } else {
          add_level(words, rank, {scale, step}, seen);
        }
        ++step;
      }
    }
  }

  void add_level(Node const& node, std::uint8_t rank, LevelPlace place, SeenWords& seen) {
    auto const text = section_.word(node, "levels");
    if (!text || !section_.first_time(*text, node.line(), node.column(), seen)) {
      return;
    }
    auto const [known, added] = words_.levels.try_emplace(word_key(*text), LevelWord{rank, node.line(), {}});
    if (added) {
      words_.lexicon.words.push_back({std::string(*text), grammar::WordClass::level});
    } else if (known->second.rank != rank) {
      section_.refuse(node, findings::vocabulary_level_conflict,
                      {std::string(*text), std::to_string(known->second.line)});
    }
    known->second.places.push_back(place);
  }

  /// The plain list `name` of the file, if it has one.
  void load_words(Node const& root, std::string_view name, std::vector<std::string>& words) {
    if (Node const* const list = root.find(name)) {
      SeenWords seen;
      each_key(*list, name, seen, [&](std::string key) { words.push_back(std::move(key)); });
    }
  }

  /// Words that each name something else, or lists of synonyms that do.
  void load_apart(Node const& list) {
    SeenWords seen;
    std::vector<ApartWord>& words = words_.apart.emplace_back();
    std::size_t group = 0;
    for (Node const& element : section_.list(list, "apart")) {
      if (element.is_sequence()) {
        each_key(element, "apart", seen, [&](std::string key) { words.push_back({std::move(key), group}); });
      } else if (auto const text = section_.word(element, "apart")) {
        std::string key = word_key(*text);
        if (section_.first_time(key, element.line(), element.column(), seen)) {
          words.push_back({std::move(key), group});
        }
      }
      ++group;
    }
  }

  void load_claims(Node const& node) {
    constexpr std::string_view names[] = {"denial",        "plan",         "achieved", "reached", "actual",
                                          "doing",         "denied_alone", "rise",     "fall",    "with_done",
                                          "denial_filler", "compared",     "share",    "kind",    "start"};
    for (Node::Entry const& entry : section_.map(node, "claims")) {
      if (auto const index = section_.name(entry.key, entry.line, entry.column, "claims", names)) {
        SeenWords seen; // a word may stand in several lists
        each_key(entry.value, entry.key, seen,
                 [&](std::string key) { words_.claims[*index].push_back(std::move(key)); });
      }
    }
  }

  void load_short_of_done(Node const& node) {
    constexpr std::string_view names[] = {"weak", "unfinished", "according_to", "stages"};
    ShortOfDone& less = words_.short_of_done;
    std::vector<std::string>* const lists[] = {&less.weak, &less.unfinished, &less.according_to};
    for (Node::Entry const& entry : section_.map(node, "short_of_done")) {
      auto const index = section_.name(entry.key, entry.line, entry.column, "short_of_done", names);
      SeenWords seen;
      if (index && *index < std::size(lists)) {
        each_key(entry.value, entry.key, seen,
                 [&](std::string key) { lists[*index]->push_back(std::move(key)); });
      } else if (index) {
        std::uint32_t stage = 0;
        for (Node const& list : section_.list(entry.value, entry.key)) {
          each_key(list, entry.key, seen, [&](std::string key) {
            less.stages.push_back({std::move(key), stage});
          });
          ++stage;
        }
      }
    }
  }

  void load_remarks(Node const& node) {
    RemarkWords& remarks = words_.remarks;
    load_lists(
        node, "remarks", {"included", "excluded", "of_which", "tolerance", "explains"},
        {&remarks.included, &remarks.excluded, &remarks.of_which, &remarks.tolerance, &remarks.explains});
  }

  void load_built(Node const& node) {
    BuiltWords& built = words_.built;
    load_lists(node, "built", {"asked", "begun", "except"}, {&built.asked, &built.begun, &built.except});
  }

  /// A section of lists that share no word.
  void load_lists(Node const& node, std::string_view where, std::vector<std::string_view> const& names,
                  std::vector<std::vector<std::string>*> const& lists) {
    SeenWords seen;
    for (Node::Entry const& entry : section_.map(node, where)) {
      if (auto const index = section_.name(entry.key, entry.line, entry.column, where, names)) {
        each_key(entry.value, entry.key, seen,
                 [&](std::string key) { lists[*index]->push_back(std::move(key)); });
      }
    }
  }

  void load_hints(Node const& node) {
    std::vector<std::string_view> names;
    for (HintList const& list : hint_lists()) {
      names.push_back(list.name);
    }
    names.push_back(exceptions);
    for (Node::Entry const& entry : section_.map(node, "name_hints")) {
      auto const index = section_.name(entry.key, entry.line, entry.column, "name_hints", names);
      if (!index) {
        continue;
      }
      SeenWords seen;
      if (*index == hint_lists().size()) {
        each_key(entry.value, entry.key, seen, [&](std::string const& key) { words_.hints.hide(key); });
      } else {
        NameHints hints;
        hints.*hint_lists()[*index].hint = true;
        each_key(entry.value, entry.key, seen, [&](std::string const& key) { words_.hints.add(key, hints); });
      }
    }
  }

  Section section_;
  Words& words_;
  SeenWords headers_; ///< header names of columns and fused targets together
};

} // namespace

void load_table_words(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings) {
  TableWordLoader(file, words, findings).load(file.tree);
}

} // namespace jixiao::vocabulary
