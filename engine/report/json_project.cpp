#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/headline.hpp"
#include "engine/report/json.hpp"
#include "engine/report/question_text.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

/// A rounded number as the pack shows it.
Json points_json(number::Rational const& value, JsonContext const& context) {
  return points(value, *context.pack);
}

Json ends_json(number::Interval const& value, JsonContext const& context) {
  return {{"low", value.low.value ? points_json(*value.low.value, context) : Json(nullptr)},
          {"high", value.high.value ? points_json(*value.high.value, context) : Json(nullptr)}};
}

Json exact_json(number::Interval const& value) {
  return {{"low", value.low.value ? Json(value.low.value->text()) : Json(nullptr)},
          {"high", value.high.value ? Json(value.high.value->text()) : Json(nullptr)}};
}

Json rational_or_null(std::optional<number::Rational> const& value) {
  return value ? Json(value->plain_text()) : Json(nullptr);
}

Json yuan_json(std::optional<number::Rational> const& yuan) {
  return yuan ? Json(ten_thousands(*yuan)) : Json(nullptr);
}

Json budget_json(model::Budget const& budget) {
  return {{"initial", yuan_json(budget.initial)},
          {"adjusted", yuan_json(budget.adjusted)},
          {"executed", yuan_json(budget.executed)},
          {"unit", "\xE4\xB8\x87\xE5\x85\x83"}}; // ten thousand yuan, the unit of every official form
}

Json execution_json(model::Execution const& execution, JsonContext const& context) {
  Json json;
  json["rate"] = execution.rate ? Json(percent(*execution.rate)) : Json(nullptr);
  json["score"] = execution.applicable ? ends_json(execution.score, context) : Json(nullptr);
  json["max"] = points_json(execution.max, context);
  json["applicable"] = execution.applicable;
  json["added"] = execution.added;
  if (execution.claimed) {
    json["claimed"] = points_json(*execution.claimed, context);
  }
  json["rule"] = text_or_null(execution.rule);
  if (!execution.light.empty()) {
    json["light"] = std::string(execution.light);
  }
  if (context.exact && execution.rate) {
    json["exact"] = {{"rate", execution.rate->text()}};
  }
  return json;
}

Json judgement_json(std::optional<model::AppliedJudgement> const& judgement) {
  if (!judgement) {
    return nullptr;
  }
  Json json{{judgement->what, judgement->text},
            {"by", judgement->by},
            {"on", judgement->on},
            {"why", judgement->why}};
  if (!judgement->tier.empty()) { // of a share the tier that was named beside it
    json["tier"] = judgement->tier;
  }
  return json;
}

Json ledger_json(model::Ledger const& ledger, JsonContext const& context) {
  return {{"answered", points_json(ledger.answered, context)},
          {"claimed", points_json(ledger.claimed, context)},
          {"unanswered", points_json(ledger.unanswered, context)},
          {"lost", points_json(ledger.lost, context)}};
}

Json queue_json(model::ProjectEvaluation const& project, JsonContext const& context) {
  Json list = Json::array();
  for (model::QueueItem const& item : project.queue) {
    auto const question = [&](vocabulary::Language language) {
      return question_text(project, item, *context.pack, context.messages, language, Words::whole);
    };
    list.push_back(
        {{"about", item.row == 0 ? "execution" : "row"},
         {"row", item.row},
         {"source_row", source_row(project, item)},
         {"points", points_json(item.points, context)},
         {"question",
          {{"zh", question(vocabulary::Language::zh)}, {"en", question(vocabulary::Language::en)}}}});
  }
  return list;
}

Json total_json(model::ProjectEvaluation const& project, JsonContext const& context) {
  if (!project.scored) {
    return nullptr;
  }
  model::Total const& total = project.total;
  Json json = ends_json(total.value, context);
  json["low_closed"] = total.value.low.closed;
  json["high_closed"] = total.value.high.closed;
  json["max"] = points_json(total.max, context);
  json["rebased"] = ends_json(total.rebased, context);
  json["accepted"] = points_json(total.accepted, context);
  json["incomplete"] = total.incomplete;
  if (context.exact) {
    json["exact"] = exact_json(total.exact);
  }
  return json;
}

Json ids_json(std::vector<std::string_view> const& ids) {
  Json list = Json::array();
  for (std::string_view id : ids) {
    list.push_back(std::string(id));
  }
  return list;
}

} // namespace

Json indicator_json(model::ScoredIndicator const& scored, JsonContext const& context) {
  model::Indicator const& indicator = scored.indicator;
  diagnostic::Source const& source = context.sources.at(indicator.place.source);
  Json json;
  json["row"] = indicator.row;
  json["source"] = {
      {"file", source.file}, {"sheet", text_or_null(source.sheet)}, {"row", indicator.place.row}};
  json["level1"] = indicator.level1;
  json["level2"] = indicator.level2;
  json["name"] = indicator.name;
  json["target"] = reading_json(*indicator.target, context.messages);
  json["actual"] = indicator.actual->kind == model::CellKind::empty
                       ? Json(nullptr)
                       : reading_json(*indicator.actual, context.messages);
  json["weight"] =
      scored.weight_origin == model::WeightOrigin::none ? Json(nullptr) : points_json(scored.weight, context);
  json["weight_origin"] = std::string(model::name(scored.weight_origin));
  auto const attainment = model::attainment_of(scored);
  json["attainment"] = attainment ? Json{{"low", rational_or_null(attainment->low.value)},
                                         {"high", rational_or_null(attainment->high.value)}}
                                  : Json(nullptr);
  json["score"] = ends_json(scored.score, context);
  json["low_closed"] = scored.score.low.closed;
  json["high_closed"] = scored.score.high.closed;
  json["status"] = std::string(model::name(scored.status));
  json["ledger"] = std::string(model::name(scored.column));
  json["evidence"] = text_or_null(scored.evidence);
  json["rules"] = Json::array();
  for (model::Verdict const& verdict : scored.verdicts) {
    if (!verdict.rule.empty()) {
      json["rules"].push_back(std::string(verdict.rule));
    }
  }
  json["claimed"] = rational_or_null(indicator.claimed);
  json["difference"] = rational_or_null(scored.difference);
  json["difference_cause"] = scored.difference_cause.empty()
                                 ? Json(nullptr)
                                 : both_languages(context.messages, scored.difference_cause, {});
  json["judgement"] = judgement_json(scored.judgement);
  if (!scored.light.empty()) {
    json["light"] = std::string(scored.light);
  }
  json["key"] = indicator.key;
  json["digest"] = indicator.digest;
  if (context.exact) {
    json["exact"] = exact_json(scored.exact);
  }
  json["findings"] = diagnostics_json(indicator.findings, context);
  for (Json& finding : diagnostics_json(scored.findings, context)) {
    json["findings"].push_back(std::move(finding));
  }
  return json;
}

Json project_json(model::ProjectEvaluation const& evaluation, JsonContext const& context, Detail detail) {
  model::Project const& project = evaluation.project;
  Json json;
  json["name"] = project.name;
  json["code"] = text_or_null(project.code);
  json["unit"] = text_or_null(project.unit);
  json["unit_code"] = text_or_null(project.unit_code);
  json["year"] = text_or_null(project.year);
  json["budget"] = budget_json(project.budget);
  json["execution"] = execution_json(evaluation.execution, context);
  if (detail == Detail::indicators) {
    json["indicators"] = Json::array();
    for (model::ScoredIndicator const& indicator : evaluation.indicators) {
      json["indicators"].push_back(indicator_json(indicator, context));
    }
  }
  json["scored"] = evaluation.scored;
  json["ledger"] = evaluation.scored ? ledger_json(evaluation.ledger, context) : Json(nullptr);
  json["total"] = total_json(evaluation, context);
  json["grades"] = ids_json(evaluation.grades);
  json["unproven"] = evaluation.unproven;
  if (evaluation.month != 0) {
    json["monitoring"] = {{"month", evaluation.month}, {"light", text_or_null(evaluation.light)}};
  }
  json["claimed"] = {{"total", rational_or_null(evaluation.claimed.total)},
                     {"grade", text_or_null(evaluation.claimed.grade)},
                     {"graded_total", rational_or_null(graded_claim(evaluation))},
                     {"rows", evaluation.claimed.rows}};
  json["queue"] = queue_json(evaluation, context);
  json["findings"] = diagnostics_json(project.findings, context);
  for (Json& finding : diagnostics_json(evaluation.findings, context)) {
    json["findings"].push_back(std::move(finding));
  }
  return json;
}

Json department_json(model::DepartmentEvaluation const& department, JsonContext const& context) {
  Json json;
  json["code"] = text_or_null(department.code);
  json["name"] = text_or_null(department.name);
  json["projects"] = department.projects;
  json["scored_projects"] = department.scored_projects;
  json["incomplete_projects"] = department.incomplete_projects;
  json["budget"] = {{"adjusted", ten_thousands(department.budget)}, {"unit", "\xE4\xB8\x87\xE5\x85\x83"}};
  static constexpr std::string_view weightings[] = {"by_budget", "equally", "given"};
  json["weighting"] = std::string(weightings[static_cast<std::size_t>(department.weighting)]);
  json["without_weight"] = department.without_weight;
  json["covered"] = percent(department.covered);
  json["total"] = department.total ? ends_json(*department.total, context) : Json(nullptr);
  if (context.exact && department.exact) {
    json["exact"] = exact_json(*department.exact);
  }
  json["ledger"] = department.total ? ledger_json(department.ledger, context) : Json(nullptr);
  json["grades"] = ids_json(department.grades);
  json["unproven"] = department.unproven;
  json["grade_counts"] = Json::object();
  for (auto const& [grade, count] : department.grade_counts) {
    json["grade_counts"][grade.empty() ? "several" : std::string(grade)] = count;
  }
  json["ungraded_projects"] = department.ungraded_projects;
  json["findings"] = diagnostics_json(department.findings, context);
  return json;
}

Json diagnostic_json(diagnostic::Diagnostic const& finding, JsonContext const& context) {
  static constexpr std::string_view severities[] = {"info", "warning", "error"};
  diagnostic::Source const& source = context.sources.at(finding.where.source);
  auto const position = [](std::uint32_t value) { return value == 0 ? Json(nullptr) : Json(value); };
  Json json;
  json["code"] = std::string(finding.code);
  json["severity"] = std::string(severities[static_cast<std::size_t>(finding.severity)]);
  json["where"] = {{"file", text_or_null(source.file)},
                   {"sheet", text_or_null(source.sheet)},
                   {"row", position(finding.where.row)},
                   {"column", position(finding.where.column)},
                   {"span", finding.where.begin == finding.where.end
                                ? Json(nullptr)
                                : Json::array({finding.where.begin, finding.where.end})}};
  json["arguments"] = finding.arguments;
  auto const arguments = [&](vocabulary::Language language) {
    return shown(finding.arguments, context.messages, language);
  };
  auto const text = [&](vocabulary::Language language) {
    return context.messages.text(finding.code, language, arguments(language));
  };
  auto const hint = [&](vocabulary::Language language) {
    return context.messages.hint(finding.code, language, arguments(language));
  };
  using vocabulary::Language;
  json["message"] = {{"zh", text(Language::zh)}, {"en", text(Language::en)}};
  std::string hint_zh = hint(Language::zh);
  json["hint"] =
      hint_zh.empty() ? Json(nullptr) : Json{{"zh", std::move(hint_zh)}, {"en", hint(Language::en)}};
  json["clause"] = text_or_null(context.messages.clause(finding.code));
  return json;
}

Json diagnostics_json(diagnostic::Diagnostics const& findings, JsonContext const& context) {
  Json list = Json::array();
  for (diagnostic::Diagnostic const& each : findings) {
    list.push_back(diagnostic_json(each, context));
  }
  return list;
}

Json rules_json(rulepack::RulePack const& pack) {
  return {
      {"id", pack.id},
      {"effective", {{"from", text_or_null(pack.effective_from)}, {"to", text_or_null(pack.effective_to)}}},
      {"digest", pack.digest},
      {"title", text_or_null(pack.title)},
      {"document", text_or_null(pack.document)},
      {"lineage", pack.lineage}};
}

Json receipt_json(Receipt const& receipt) {
  Json settings = Json::object();
  for (auto const& [option, value] : receipt.settings) {
    settings[option] = value;
  }
  Json inputs = Json::array();
  for (InputDigest const& input : receipt.inputs) {
    inputs.push_back({{"file", input.file}, {"sha256", input.sha256}});
  }
  return {{"engine", receipt.engine}, {"settings", std::move(settings)}, {"inputs", std::move(inputs)}};
}

} // namespace jixiao::report
