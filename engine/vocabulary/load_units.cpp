// rules/units.yaml
#include "engine/vocabulary/findings.hpp"
#include "engine/vocabulary/loaders.hpp"
#include "engine/vocabulary/section.hpp"

namespace jixiao::vocabulary {
namespace {

/// Units that the program itself names: the unit of a budget, of a bare percentage, of a score, of dates.
constexpr std::string_view required_units[] = {
    "yuan", "ten_thousand_yuan", "percent", "point", "second", "minute", "day", "month", "year"};

std::vector<std::string_view> dimension_names() {
  std::vector<std::string_view> names;
  for (auto i = static_cast<std::uint8_t>(model::Dimension::none);
       i <= static_cast<std::uint8_t>(model::Dimension::other); ++i) {
    names.push_back(model::name(static_cast<model::Dimension>(i)));
  }
  return names;
}

class UnitLoader {
public:
  UnitLoader(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings)
      : section_(file.source, findings), words_(words), dimensions_(dimension_names()) {}

  void load(Node const& root) {
    if (!section_.map_of(root, "units.yaml",
                         {"families", "classifiers", "same_classifiers", "refused_pairs", "ambiguous"})) {
      return;
    }
    if (Node const* const families = section_.required(root, "families", "units.yaml")) {
      for (Node const& family : section_.list(*families, "families")) {
        load_family(family);
      }
    }
    if (Node const* const classifiers = section_.required(root, "classifiers", "units.yaml")) {
      for (Node::Entry const& entry : section_.map(*classifiers, "classifiers")) {
        add_unit(entry, {entry.key, model::Dimension::count, 1, entry.key});
        add_word(entry.key, entry.key, entry.line, entry.column);
        add_words(entry.value, entry.key);
      }
    }
    if (Node const* const same = root.find("same_classifiers")) {
      for (Node::Entry const& entry : section_.map(*same, "same_classifiers")) {
        load_same(entry);
      }
    }
    if (Node const* const refused = root.find("refused_pairs")) {
      for (Node const& pair : section_.list(*refused, "refused_pairs")) {
        load_refused(pair);
      }
    }
    if (Node const* const ambiguous = root.find("ambiguous")) {
      for (Node::Entry const& entry : section_.map(*ambiguous, "ambiguous")) {
        load_ambiguous(entry);
      }
    }
    for (std::string_view const id : required_units) {
      if (words_.units.find(id) == words_.units.end()) {
        section_.refuse(root, findings::vocabulary_missing_unit, {std::string(id)});
      }
    }
  }

private:
  void load_family(Node const& family) {
    if (!section_.map_of(family, "families", {"dimension", "base", "units"})) {
      return;
    }
    Node const* const dimension_node = section_.required(family, "dimension", "families");
    Node const* const base_node = section_.required(family, "base", "families");
    Node const* const units = section_.required(family, "units", "families");
    if (dimension_node == nullptr || base_node == nullptr || units == nullptr) {
      return;
    }
    auto const dimension_word = section_.word(*dimension_node, "dimension");
    auto const base = section_.word(*base_node, "base");
    if (!dimension_word || !base) {
      return;
    }
    auto const dimension = section_.name(*dimension_word, dimension_node->line(), dimension_node->column(),
                                         "dimension", dimensions_);
    if (!dimension) {
      return;
    }
    for (Node::Entry const& entry : section_.map(*units, "units")) {
      load_unit(entry, static_cast<model::Dimension>(*dimension), *base);
    }
  }

  void load_unit(Node::Entry const& entry, model::Dimension dimension, std::string_view base) {
    if (!section_.map_of(entry.value, entry.key, {"scale", "words"})) {
      return;
    }
    Node const* const scale_node = section_.required(entry.value, "scale", entry.key);
    Node const* const names = section_.required(entry.value, "words", entry.key);
    if (scale_node == nullptr || names == nullptr) {
      return;
    }
    if (auto const text = section_.word(*scale_node, "scale")) {
      std::optional<number::Rational> const scale = number::Rational::parse(*text);
      if (!scale || scale->sign() <= 0) {
        section_.refuse(*scale_node, findings::vocabulary_bad_scale, {std::string(*text)});
        return;
      }
      add_unit(entry, {entry.key, dimension, *scale, std::string(base)});
      add_words(*names, entry.key);
    }
  }

  void add_unit(Node::Entry const& entry, model::Unit unit) {
    if (section_.first_time(entry.key, entry.line, entry.column, ids_)) {
      words_.units.emplace(entry.key, std::move(unit));
    }
  }

  void add_words(Node const& list, std::string const& id) {
    section_.each_new_word(list, id, seen_words_, [&](std::string_view text) {
      words_.lexicon.units.push_back({std::string(text), id});
    });
  }

  void add_word(std::string const& text, std::string const& id, std::uint32_t line, std::uint32_t column) {
    if (section_.first_time(text, line, column, seen_words_)) {
      words_.lexicon.units.push_back({text, id});
    }
  }

  bool is_classifier(std::string_view id, std::uint32_t line, std::uint32_t column) {
    auto const unit = words_.units.find(id);
    if (unit != words_.units.end() && unit->second.dimension == model::Dimension::count) {
      return true;
    }
    section_.refuse(line, column, findings::vocabulary_unknown_unit, {std::string(id)});
    return false;
  }

  /// Ids of the classifiers that a list names.
  std::vector<std::string> classifiers(Node const& node, std::string_view where) {
    std::vector<std::string> ids;
    SeenWords seen;
    for (Node const& element : section_.list(node, where)) {
      if (auto const id = section_.word(element, where)) {
        if (section_.first_time(*id, element.line(), element.column(), seen)
            && is_classifier(*id, element.line(), element.column())) {
          ids.emplace_back(*id);
        }
      }
    }
    return ids;
  }

  static std::pair<std::string, std::string> ordered(std::string const& left, std::string const& right) {
    return left < right ? std::pair(left, right) : std::pair(right, left);
  }

  void load_same(Node::Entry const& entry) {
    if (is_classifier(entry.key, entry.line, entry.column)) {
      for (std::string const& other : classifiers(entry.value, entry.key)) {
        words_.same.insert(ordered(entry.key, other));
      }
    }
  }

  void load_refused(Node const& pair) {
    if (!section_.map_of(pair, "refused_pairs", {"these", "with"})) {
      return;
    }
    Node const* const left_node = section_.required(pair, "these", "refused_pairs");
    Node const* const right_node = section_.required(pair, "with", "refused_pairs");
    if (left_node == nullptr || right_node == nullptr) {
      return;
    }
    std::vector<std::string> const rights = classifiers(*right_node, "with");
    for (std::string const& left : classifiers(*left_node, "these")) {
      for (std::string const& right : rights) {
        words_.refused.insert(ordered(left, right));
      }
    }
  }

  void load_ambiguous(Node::Entry const& entry) {
    auto const known = [&](Node const* node, std::string_view id) {
      bool const found = words_.units.find(id) != words_.units.end();
      if (!found) {
        section_.refuse(node == nullptr ? entry.line : node->line(),
                        node == nullptr ? entry.column : node->column(), findings::vocabulary_unknown_unit,
                        {std::string(id)});
      }
      return found;
    };
    if (!known(nullptr, entry.key) || !section_.map_of(entry.value, "ambiguous", {"or", "beside"})) {
      return;
    }
    Node const* const other = section_.required(entry.value, "or", "ambiguous");
    Node const* const beside = section_.required(entry.value, "beside", "ambiguous");
    if (other == nullptr || beside == nullptr) {
      return;
    }
    auto const id = section_.word(*other, "or");
    if (!id || !known(other, *id)) {
      return;
    }
    AmbiguousUnit ambiguous{std::string(*id), {}};
    SeenWords seen;
    section_.each_new_word(*beside, "beside", seen,
                           [&](std::string_view text) { ambiguous.name_words.push_back(word_key(text)); });
    words_.ambiguous_units.emplace(entry.key, std::move(ambiguous));
  }

  Section section_;
  Words& words_;
  std::vector<std::string_view> dimensions_;
  SeenWords ids_;
  SeenWords seen_words_;
};

} // namespace

void load_units(RuleFile const& file, Words& words, diagnostic::Diagnostics& findings) {
  UnitLoader(file, words, findings).load(file.tree);
}

} // namespace jixiao::vocabulary
