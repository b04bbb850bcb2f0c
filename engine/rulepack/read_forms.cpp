// What only some packs have: figures with names, the items of a department's form, the lights of monitoring.
#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/names.hpp"
#include "engine/rulepack/place_entry.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>

namespace jixiao::rulepack {

using configuration::Node;

namespace {

std::vector<std::string> read_names(Fields const& fields) {
  std::vector<std::string> names;
  Node const* const node = fields.need("names");
  Path const path = inside(fields.path(), "names");
  if (node == nullptr || !is_list(*node, path, bands_limit, fields.file())) {
    return names;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    if (auto name = read_text(element, Path{"", &path, ++index}, fields.file())) {
      names.push_back(std::move(*name));
    }
  }
  return names;
}

/// A name that is a field already would never be asked for.
bool is_taken(std::string const& id) {
  return find_name(id).kind != Name::Kind::unknown;
}

/// Names with `_` only: `-` would be a subtraction.
bool is_input_id(std::string const& id) {
  return !id.empty() && (id[0] < '0' || id[0] > '9') && id.find('-') == std::string::npos;
}

number::Rational read_points_of(Fields const& fields) {
  Node const* const node = fields.need("points");
  return node != nullptr ? read_number(*node, inside(fields.path(), "points"), 0, 100, fields.file())
                               .value_or(number::Rational(0))
                         : number::Rational(0);
}

void read_levels(Fields const& department, DepartmentForm& form) {
  Node const* const node = department.need("levels");
  Path const path = inside(department.path(), "levels");
  if (node == nullptr || !is_list(*node, path, bands_limit, department.file())) {
    return;
  }
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at, {"name", "points"}, department.file());
    if (fields.ok()) {
      DepartmentForm::Level level;
      read_text_into(level.name, fields, "name");
      level.points = read_points_of(fields);
      form.levels.push_back(std::move(level));
    }
  }
}

/// The items of each level must carry its points, and the levels 100.
void check_points(Fields const& department, DepartmentForm const& form) {
  number::Rational all;
  for (DepartmentForm::Level const& level : form.levels) {
    all += level.points;
    number::Rational sum;
    for (Item const& item : form.items) {
      sum += item.level == level.name ? item.points : number::Rational(0);
    }
    if (sum != level.points) {
      department.file().report(findings::pack_item_points, department.node(),
                               {level.name, level.points.plain_text(), sum.plain_text()});
    }
  }
  if (all != number::Rational(100)) {
    department.file().report(findings::pack_weights_sum, department.node(),
                             {all.plain_text(), department.path().text()});
  }
}

void read_lights(Fields const& monitoring, Monitoring& value) {
  Node const* const node = monitoring.find("lights");
  Path const path = inside(monitoring.path(), "lights");
  if (node == nullptr || !is_list(*node, path, bands_limit, monitoring.file())) {
    return;
  }
  value.lights.clear();
  std::size_t index = 0;
  for (Node const& element : node->elements()) {
    Path const at{"", &path, ++index};
    Fields const fields(element, at, {"id", "zh", "en"}, monitoring.file());
    if (fields.ok() && fields.need("id") && fields.need("zh") && fields.need("en")) {
      Light light;
      read_id_into(light.id, fields, "id");
      read_text_into(light.zh, fields, "zh");
      read_text_into(light.en, fields, "en");
      value.lights.push_back(std::move(light));
    }
  }
}

void check_lights(std::vector<Rule> const& rules, Monitoring const& monitoring, PackText const& file) {
  for (Rule const& rule : rules) {
    bool const known = rule.light.empty() || rule.light == "none"
                       || std::any_of(monitoring.lights.begin(), monitoring.lights.end(),
                                      [&](Light const& light) { return light.id == rule.light; });
    if (!known) {
      std::string words = "none";
      for (Light const& light : monitoring.lights) {
        words += ", " + light.id;
      }
      file.out.push_back(diagnostic::make(findings::pack_unknown_word, rule.place,
                                          {"monitoring." + rule.id, rule.light, words}));
    }
  }
}

} // namespace

void read_inputs(Fields const& top, RulePack& pack) {
  read_entries(top, "inputs", model::input_count, {"id", "names", "kind", "before", "after"}, pack.inputs,
               [&](Fields const& fields, Input const*) {
                 Input input;
                 input.names = read_names(fields);
                 read_word_into(input.kind, fields, "kind", {"ratio", "count", "money"});
                 Node const* const id = fields.find("id");
                 std::string const text(id->text());
                 if (!is_input_id(text) || is_taken(text)) {
                   fields.file().report(findings::pack_input_id, *id, {text});
                 }
                 return input;
               });
  if (pack.inputs.size() > model::input_count) {
    top.file().report(findings::pack_limit, top.node(), {"inputs", std::to_string(model::input_count)});
    pack.inputs.resize(model::input_count);
  }
  for (std::size_t i = 0; i < pack.inputs.size(); ++i) {
    pack.inputs[i].field = model::NumberField::input_1 + i;
  }
}

void read_department(Fields const& top, RulePack& pack) {
  Node const* const node = top.find("department");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(top.path(), "department");
  Fields const department(*node, path, {"levels", "items"}, top.file());
  if (!department.ok()) {
    return;
  }
  pack.form = {}; // one decision: a pack that gives a form gives all of it
  read_levels(department, pack.form);
  read_entries(department, "items", items_limit, {"id", "names", "level", "points", "rules"}, pack.form.items,
               [&](Fields const& fields, Item const*) {
                 Item item;
                 item.names = read_names(fields);
                 if (Node const* const level = fields.need("level")) {
                   item.level = read_text(*level, inside(fields.path(), "level"), fields.file()).value_or("");
                   bool const known = std::any_of(pack.form.levels.begin(), pack.form.levels.end(),
                                                  [&](auto const& each) { return each.name == item.level; });
                   if (!known) {
                     fields.file().report(findings::pack_item_level, *level, {item.level});
                   }
                 }
                 item.points = read_points_of(fields);
                 (void)fields.need("rules");
                 read_rule_list(fields, "rules", RuleGives::share, pack.inputs, item.rules);
                 return item;
               });
  check_points(department, pack.form);
}

void read_monitoring(Fields const& top, RulePack& pack) {
  Node const* const node = top.find("monitoring");
  if (node == nullptr) {
    return;
  }
  Path const path = inside(top.path(), "monitoring");
  Fields const monitoring(*node, path, {"lights", "indicators", "execution"}, top.file());
  if (!monitoring.ok()) {
    return;
  }
  read_lights(monitoring, pack.monitoring);
  read_rule_list(monitoring, "indicators", RuleGives::light, pack.inputs, pack.monitoring.indicators);
  read_rule_list(monitoring, "execution", RuleGives::light, {}, pack.monitoring.execution);
  check_lights(pack.monitoring.indicators, pack.monitoring, top.file());
  check_lights(pack.monitoring.execution, pack.monitoring, top.file());
}

} // namespace jixiao::rulepack
