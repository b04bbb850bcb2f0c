#include "engine/report/pack_text.hpp"

#include "engine/report/json.hpp"
#include "engine/report/width.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

using vocabulary::Language;
using vocabulary::Messages;

/// When a pack holds, in words.
std::string effective_text(rulepack::RulePack const& pack, Messages const& messages, Language language) {
  std::vector<std::string> const dates{pack.effective_from, pack.effective_to};
  return messages.text(pack.effective_from.empty() ? "effective_none"
                       : pack.effective_to.empty() ? "effective_from"
                                                   : "effective_between",
                       language, dates);
}

Json rule_json(rulepack::Rule const& rule) {
  return {{"id", rule.id},           {"when", rule.when_text}, {"share", rule.share_text},
          {"finding", rule.finding}, {"cite", rule.cite},      {"from", rule.from_pack}};
}

Json rules_array(std::vector<rulepack::Rule> const& rules) {
  Json list = Json::array();
  for (rulepack::Rule const& rule : rules) {
    list.push_back(rule_json(rule));
  }
  return list;
}

Json summary_json(rulepack::RulePack const& pack) {
  Json json = rules_json(pack);
  json["issued"] = pack.issued;
  json["region"] = pack.region.empty() ? Json(nullptr) : Json(pack.region);
  json["score_rules"] = pack.score.size();
  json["tests"] = pack.tests.size();
  return json;
}

void rule_lines(std::string& text, std::string const& heading, std::vector<rulepack::Rule> const& rules,
                Messages const& messages, Language language) {
  if (rules.empty()) {
    return;
  }
  text += "\n" + heading + "\n";
  for (rulepack::Rule const& rule : rules) {
    std::vector<std::string> const arguments{rule.id, rule.when_text,
                                             !rule.light.empty()       ? rule.light
                                             : rule.share_text.empty() ? rule.finding
                                                                       : rule.share_text,
                                             rule.from_pack, rule.cite};
    text +=
        messages.text(rule.cite.empty() ? "pack_rule" : "pack_rule_with_cite", language, arguments) + "\n";
  }
}

} // namespace

namespace {

/// What only some packs have: figures with names, items of a department's form, caps, lights.
void more_lines(std::string& text, rulepack::RulePack const& pack, Messages const& messages,
                Language language) {
  if (!pack.inputs.empty()) {
    text += "\n" + messages.text("pack_inputs", language) + "\n";
    for (rulepack::Input const& input : pack.inputs) {
      std::string names;
      for (std::string const& name : input.names) {
        names += (names.empty() ? "" : messages.text("list_separator", language)) + name;
      }
      text +=
          messages.text("pack_input", language, std::vector<std::string>{input.id, names, input.from_pack})
          + "\n";
    }
  }
  for (rulepack::Item const& item : pack.form.items) {
    std::vector<std::string> const head{item.names.empty() ? item.id : item.names.front(), item.level,
                                        item.points.plain_text()};
    rule_lines(text, messages.text("pack_item", language, head), item.rules, messages, language);
  }
  rule_lines(text, messages.text("pack_caps", language), pack.caps, messages, language);
  rule_lines(text, messages.text("pack_monitoring", language), pack.monitoring.indicators, messages,
             language);
  rule_lines(text, messages.text("pack_monitoring_execution", language), pack.monitoring.execution, messages,
             language);
}

Json inputs_json(rulepack::RulePack const& pack) {
  constexpr std::string_view kinds[] = {"ratio", "count", "money"};
  Json list = Json::array();
  for (rulepack::Input const& input : pack.inputs) {
    list.push_back({{"id", input.id},
                    {"names", input.names},
                    {"kind", std::string(kinds[static_cast<std::size_t>(input.kind)])},
                    {"from", input.from_pack}});
  }
  return list;
}

Json items_json(rulepack::RulePack const& pack) {
  Json list = Json::array();
  for (rulepack::Item const& item : pack.form.items) {
    list.push_back({{"id", item.id},
                    {"names", item.names},
                    {"level", item.level},
                    {"points", item.points.plain_text()},
                    {"rules", rules_array(item.rules)},
                    {"from", item.from_pack}});
  }
  return list;
}

Json lights_json(std::vector<rulepack::Rule> const& rules) {
  Json list = Json::array();
  for (rulepack::Rule const& rule : rules) {
    list.push_back({{"id", rule.id},
                    {"when", rule.when_text},
                    {"light", rule.light},
                    {"cite", rule.cite},
                    {"from", rule.from_pack}});
  }
  return list;
}

} // namespace

std::string pack_list_text(std::vector<rulepack::RulePack> const& packs, Messages const& messages,
                           Language language) {
  std::string text;
  for (rulepack::RulePack const& pack : packs) {
    std::vector<std::string> const arguments{fit(pack.id, 20),
                                             pack.title,
                                             pack.document,
                                             effective_text(pack, messages, language),
                                             std::to_string(pack.score.size()),
                                             std::to_string(pack.tests.size())};
    text +=
        messages.text(pack.document.empty() ? "pack_line_without_document" : "pack_line", language, arguments)
        + "\n";
  }
  return text;
}

std::string pack_list_json(std::vector<rulepack::RulePack> const& packs) {
  Json list = Json::array();
  for (rulepack::RulePack const& pack : packs) {
    list.push_back(summary_json(pack));
  }
  return Json{{"schema", "jixiao/rules/1"}, {"packs", list}}.dump(1) + "\n";
}

std::string pack_text(rulepack::RulePack const& pack, Messages const& messages, Language language) {
  std::string lineage;
  for (std::string const& id : pack.lineage) {
    lineage += (lineage.empty() ? "" : " < ") + id;
  }
  std::string text = messages.text("pack_title", language,
                                   std::vector<std::string>{pack.id, pack.title, pack.document, pack.issued,
                                                            effective_text(pack, messages, language), "",
                                                            lineage, pack.digest})
                     + "\n\n" + messages.text("pack_weights", language) + "\n";
  text += messages.text("pack_weight", language,
                        std::vector<std::string>{"execution", pack.weights.execution.plain_text()})
          + "\n";
  for (auto const& [level, points] : pack.weights.levels) {
    text += messages.text("pack_weight", language,
                          std::vector<std::string>{std::string(model::name(level)), points.plain_text()})
            + "\n";
  }
  text += "\n" + messages.text("pack_grades", language) + "\n";
  for (rulepack::Grade const& grade : pack.grades) {
    text += messages.text("pack_grade", language,
                          std::vector<std::string>{grade.id, language == Language::zh ? grade.zh : grade.en,
                                                   grade.from.plain_text()})
            + "\n";
  }
  text += "\n" + messages.text("pack_limits", language) + "\n";
  for (auto const& [name, limit] :
       {std::pair<std::string, number::Rational const&>{"low_execution", pack.limits.low_execution},
        {"single_row", pack.limits.single_row}}) {
    text += messages.text("pack_weight", language, std::vector<std::string>{name, limit.plain_text()}) + "\n";
  }
  text += "\n" + messages.text("pack_tiers", language) + "\n";
  for (rulepack::Tier const& tier : pack.tiers) {
    text += messages.text("pack_tier", language, std::vector<std::string>{tier.id, number::text(tier.share)})
            + "\n";
  }
  rule_lines(text, messages.text("pack_execution_rules", language), pack.execution, messages, language);
  rule_lines(text, messages.text("pack_score_rules", language), pack.score, messages, language);
  rule_lines(text, messages.text("pack_checks", language), pack.checks, messages, language);
  more_lines(text, pack, messages, language);
  text += "\n" + messages.text("pack_evidence", language) + "\n";
  for (rulepack::EvidenceClass const& each : pack.evidence) {
    std::vector<std::string> const arguments{each.id,
                                             each.when_text,
                                             each.share_text,
                                             std::string(model::name(each.status)),
                                             std::string(model::name(each.column)),
                                             each.from_pack,
                                             messages.text("evidence_" + each.id, language)};
    text += messages.text("pack_evidence_class", language, arguments) + "\n";
  }
  return text;
}

std::string pack_json(rulepack::RulePack const& pack) {
  Json json = summary_json(pack);
  Json weights{{"execution", pack.weights.execution.plain_text()}};
  for (auto const& [level, points] : pack.weights.levels) {
    weights[std::string(model::name(level))] = points.plain_text();
  }
  json["weights"] = std::move(weights);
  json["limits"] = {{"low_execution", pack.limits.low_execution.plain_text()},
                    {"single_row", pack.limits.single_row.plain_text()}};
  json["grades"] = Json::array();
  for (rulepack::Grade const& grade : pack.grades) {
    json["grades"].push_back({{"id", grade.id},
                              {"from", grade.from.plain_text()},
                              {"name", {{"zh", grade.zh}, {"en", grade.en}}}});
  }
  json["tiers"] = Json::array();
  for (rulepack::Tier const& tier : pack.tiers) {
    json["tiers"].push_back({{"id", tier.id}, {"share", number::text(tier.share)}});
  }
  json["execution"] = rules_array(pack.execution);
  json["score"] = rules_array(pack.score);
  json["checks"] = rules_array(pack.checks);
  json["caps"] = rules_array(pack.caps);
  json["inputs"] = inputs_json(pack);
  json["department"] = items_json(pack);
  json["monitoring"] = {{"indicators", lights_json(pack.monitoring.indicators)},
                        {"execution", lights_json(pack.monitoring.execution)}};
  json["evidence"] = Json::array();
  for (rulepack::EvidenceClass const& each : pack.evidence) {
    json["evidence"].push_back({{"id", each.id},
                                {"when", each.when_text},
                                {"share", each.share_text},
                                {"status", std::string(model::name(each.status))},
                                {"ledger", std::string(model::name(each.column))},
                                {"from", each.from_pack}});
  }
  return Json{{"schema", "jixiao/rule-pack/1"}, {"pack", json}}.dump(1) + "\n";
}

} // namespace jixiao::report
