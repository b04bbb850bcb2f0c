// rules/forms.yaml
#include "engine/vocabulary/forms_data.hpp"
#include "engine/vocabulary/section.hpp"

#include <algorithm>

namespace jixiao::vocabulary {
namespace {

constexpr std::string_view place_names[] = {"none", "right", "below", "right_or_below"};
constexpr std::string_view truth_names[] = {"false", "true"};

class FormsLoader {
public:
  FormsLoader(RuleFile const& file, Forms::Data& data, diagnostic::Diagnostics& findings)
      : section_(file.source, findings), data_(data) {
    for (std::size_t i = 0; i < row_field_count; ++i) {
      row_names_.push_back(name(static_cast<RowField>(i)));
    }
    for (std::size_t i = 0; i < label_field_count; ++i) {
      label_names_.push_back(name(static_cast<LabelField>(i)));
    }
    for (auto i = static_cast<std::uint8_t>(model::Level1::output);
         i <= static_cast<std::uint8_t>(model::Level1::department); ++i) {
      level1_names_.push_back(model::name(static_cast<model::Level1>(i)));
    }
  }

  void load(Node const& root) {
    if (!section_.map_of(root, "forms.yaml",
                         {"labels", "label_endings", "level_endings", "adjusted_targets",
                          "targets_not_adjusted", "whole_periods", "unit_name_endings",
                          "project_name_endings", "works", "no_works", "columns", "titles",
                          "fused_target_head", "level1", "tick_boxes", "forms"})) {
      return;
    }
    if (Node const* const labels = section_.required(root, "labels", "forms.yaml")) {
      load_labels(*labels);
    }
    keys(root, "label_endings", data_.label_endings);
    keys(root, "level_endings", data_.level_endings);
    keys(root, "adjusted_targets", data_.adjusted_targets);
    keys(root, "targets_not_adjusted", data_.targets_not_adjusted);
    keys(root, "whole_periods", data_.whole_periods);
    keys(root, "unit_name_endings", data_.unit_name_endings);
    keys(root, "project_name_endings", data_.project_name_endings);
    keys(root, "works", data_.works);
    keys(root, "no_works", data_.no_works);
    if (Node const* const columns = section_.required(root, "columns", "forms.yaml")) {
      load_columns(*columns);
    }
    if (Node const* const titles = section_.required(root, "titles", "forms.yaml")) {
      load_titles(*titles);
    }
    if (Node const* const head = section_.required(root, "fused_target_head", "forms.yaml")) {
      data_.fused_target_head = section_.word(*head, "fused_target_head").value_or("");
    }
    if (Node const* const level1 = section_.required(root, "level1", "forms.yaml")) {
      load_level1(*level1);
    }
    if (Node const* const boxes = root.find("tick_boxes")) {
      load_tick_signs(*boxes);
    }
    if (Node const* const forms = section_.required(root, "forms", "forms.yaml")) {
      for (Node::Entry const& entry : section_.map(*forms, "forms")) {
        load_form(entry);
      }
    }
  }

private:
  /// Words of a list as keys, each once in `seen`.
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

  void load_labels(Node const& node) {
    SeenWords seen;
    for (Node::Entry const& entry : section_.map(node, "labels")) {
      auto const field = section_.name(entry.key, entry.line, entry.column, "labels", label_names_);
      if (!field || !section_.map_of(entry.value, entry.key, {"value", "words"})) {
        continue;
      }
      Node const* const value = section_.required(entry.value, "value", entry.key);
      Node const* const words = section_.required(entry.value, "words", entry.key);
      auto const place = value == nullptr ? std::nullopt : named(*value, "value", place_names);
      if (!place || words == nullptr) {
        continue;
      }
      Label const label{static_cast<LabelField>(*field), static_cast<ValuePlace>(*place)};
      each_key(*words, entry.key, seen,
               [&](std::string key) { data_.labels.emplace(std::move(key), label); });
    }
  }

  void load_columns(Node const& node) {
    SeenWords seen;
    for (Node::Entry const& entry : section_.map(node, "columns")) {
      if (auto const field = section_.name(entry.key, entry.line, entry.column, "columns", row_names_)) {
        each_key(entry.value, entry.key, seen, [&](std::string key) {
          data_.columns.emplace(std::move(key), static_cast<RowField>(*field));
        });
      }
    }
  }

  void load_titles(Node const& node) {
    struct List {
      std::string_view name;
      std::vector<std::string>& words;
    };
    if (!section_.map_of(node, "titles",
                         {"endings", "openings", "reports", "unit_endings", "no_names", "page_marks"})) {
      return;
    }
    List const lists[] = {{"endings", data_.title_endings},  {"openings", data_.title_openings},
                          {"reports", data_.report_endings}, {"unit_endings", data_.unit_endings},
                          {"no_names", data_.no_names},      {"page_marks", data_.page_marks}};
    for (List const& each : lists) {
      if (Node const* const words = section_.required(node, each.name, "titles")) {
        SeenWords seen;
        each_key(*words, each.name, seen, [&](std::string key) { each.words.push_back(std::move(key)); });
        std::stable_sort(each.words.begin(), each.words.end(),
                         [](auto const& left, auto const& right) { return left.size() > right.size(); });
      }
    }
  }

  void load_level1(Node const& node) {
    for (Node::Entry const& entry : section_.map(node, "level1")) {
      auto const index = section_.name(entry.key, entry.line, entry.column, "level1", level1_names_);
      auto const word = section_.word(entry.value, entry.key);
      if (index && word) {
        data_.level1_words[*index + 1] = *word; // 0 is the unknown level
      }
    }
  }

  void load_tick_signs(Node const& node) {
    if (section_.map_of(node, "tick_boxes", {"ticked", "empty", "marks"})) {
      keys(node, "ticked", data_.tick_signs.ticked);
      keys(node, "empty", data_.tick_signs.empty);
      keys(node, "marks", data_.tick_signs.marks);
    }
  }

  void load_form(Node::Entry const& entry) {
    if (!section_.map_of(
            entry.value, entry.key,
            {"title", "columns", "without", "fused", "titles", "labels", "project", "answers"})) {
      return;
    }
    Form form;
    form.id = entry.key;
    if (Node const* const title = section_.required(entry.value, "title", entry.key)) {
      form.title = section_.word(*title, "title").value_or("");
    }
    if (Node const* const columns = section_.required(entry.value, "columns", entry.key)) {
      form.columns = fields(*columns, "columns");
    }
    if (Node const* const without = entry.value.find("without")) {
      form.without = fields(*without, "without");
    }
    if (Node const* const project = entry.value.find("project")) {
      form.project = section_.word(*project, "project").value_or("");
    }
    form.fused_target = truth(entry.value, "fused");
    form.answers = truth(entry.value, "answers");
    keys(entry.value, "titles", form.titles);
    keys(entry.value, "labels", form.labels);
    data_.forms.push_back(std::move(form));
  }

  void keys(Node const& node, std::string_view key, std::vector<std::string>& words) {
    if (Node const* const list = node.find(key)) {
      SeenWords seen;
      each_key(*list, key, seen, [&](std::string word) { words.push_back(std::move(word)); });
    }
  }

  RowFields fields(Node const& list, std::string_view where) {
    RowFields result;
    SeenWords seen;
    for (Node const& element : section_.list(list, where)) {
      if (auto const index = named(element, where, row_names_)) {
        if (section_.first_time(element.text(), element.line(), element.column(), seen)) {
          result.set(*index);
        }
      }
    }
    return result;
  }

  bool truth(Node const& node, std::string_view key) {
    Node const* const value = node.find(key);
    return value != nullptr && named(*value, key, truth_names).value_or(0) == 1;
  }

  std::optional<std::size_t> named(Node const& node, std::string_view where,
                                   std::span<std::string_view const> names) {
    auto const word = section_.word(node, where);
    return word ? section_.name(*word, node.line(), node.column(), where, names) : std::nullopt;
  }

  Section section_;
  Forms::Data& data_;
  std::vector<std::string_view> row_names_, label_names_, level1_names_;
};

} // namespace

void read_forms(RuleFile const& file, Forms::Data& data, diagnostic::Diagnostics& findings) {
  FormsLoader(file, data, findings).load(file.tree);
}

} // namespace jixiao::vocabulary
