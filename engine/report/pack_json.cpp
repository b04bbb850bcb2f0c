// Rule packs for programs.
#include "engine/report/json.hpp"
#include "engine/report/pack_settings.hpp"
#include "engine/report/pack_text.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

Json confidence_json(std::optional<rulepack::Confidence> const& confidence) {
  return confidence ? Json(std::string(rulepack::name(*confidence))) : Json(nullptr);
}

Json basis_json(rulepack::Basis const* basis) {
  if (basis == nullptr) {
    return nullptr;
  }
  return {
      {"cite", basis->cite}, {"confidence", confidence_json(basis->confidence)}, {"from", basis->from_pack}};
}

Json rule_json(rulepack::Rule const& rule) {
  return {{"id", rule.id},
          {"when", rule.when_text},
          {"share", rule.share_text},
          {"finding", rule.finding},
          {"cite", rule.cite},
          {"from", rule.from_pack},
          {"confidence", confidence_json(rule.confidence)}};
}

Json settings_json(rulepack::RulePack const& pack) {
  Json list = Json::array();
  for (PackSetting const& setting : pack_settings(pack)) {
    list.push_back({{"section", setting.section},
                    {"key", setting.key},
                    {"value", setting.value},
                    {"from", setting.from.empty() ? Json(nullptr) : Json(setting.from)},
                    {"basis", basis_json(setting.basis)}});
  }
  return list;
}

Json all_basis_json(rulepack::RulePack const& pack) {
  Json list = Json::array();
  for (auto const& [section, basis] : pack.basis) {
    Json each = basis_json(&basis);
    each["section"] = section.substr(0, section.find('/'));
    list.push_back(std::move(each));
  }
  return list;
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
                    {"confidence", confidence_json(rule.confidence)},
                    {"cite", rule.cite},
                    {"from", rule.from_pack}});
  }
  return list;
}

} // namespace

std::string pack_list_json(std::vector<rulepack::RulePack> const& packs) {
  Json list = Json::array();
  for (rulepack::RulePack const& pack : packs) {
    list.push_back(summary_json(pack));
  }
  return Json{{"schema", "jixiao/rules/1"}, {"packs", list}}.dump(1) + "\n";
}

std::string pack_json(rulepack::RulePack const& pack) {
  Json json = summary_json(pack);
  Json weights{{"execution", pack.weights.execution.plain_text()}};
  for (auto const& [level, points] : pack.weights.levels) {
    weights[std::string(model::name(level))] = points.plain_text();
  }
  json["weights"] = std::move(weights);
  json["limits"] = {{"low_execution", pack.limits.low_execution.plain_text()},
                    {"single_row", pack.limits.single_row.plain_text()},
                    {"absurd_execution", pack.limits.absurd_execution.plain_text()},
                    {"scant_execution", pack.limits.scant_execution.plain_text()}};
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
  json["confidence"] = confidence_json(pack.confidence);
  json["settings"] = settings_json(pack);
  json["basis"] = all_basis_json(pack);
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
                                {"cite", each.cite},
                                {"from", each.from_pack}});
  }
  return Json{{"schema", "jixiao/rule-pack/1"}, {"pack", json}}.dump(1) + "\n";
}

} // namespace jixiao::report
