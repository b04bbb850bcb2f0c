#include "engine/report/explain_json.hpp"

#include "engine/report/actual_words.hpp"
#include "engine/report/explain_execution.hpp"
#include "engine/report/explain_more.hpp"
#include "engine/report/format.hpp"
#include "engine/report/grade_distance.hpp"
#include "engine/report/json.hpp"
#include "engine/rulepack/better_actual.hpp"
#include "engine/rulepack/better_answer.hpp"
#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/why_not.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

using number::Interval;
using number::Rational;
using rulepack::BetterActual;

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

Json number_or_null(std::optional<Rational> const& value) {
  return value ? Json(value->plain_text()) : Json(nullptr);
}

Json set_json(Interval const& value) {
  return {{"low", number_or_null(value.low.value)},
          {"high", number_or_null(value.high.value)},
          {"low_closed", value.low.closed},
          {"high_closed", value.high.closed}};
}

Json set_or_null(std::optional<Interval> const& value) {
  return value ? set_json(*value) : Json(nullptr);
}

char const* truth_word(model::Truth truth) {
  return truth == model::Truth::yes ? "yes" : truth == model::Truth::no ? "no" : "unknown";
}

Json rules_tried(std::vector<rulepack::TriedRule> const& tried) {
  Json list = Json::array();
  for (rulepack::TriedRule const& rule : tried) {
    list.push_back({{"id", std::string(rule.id)},
                    {"matched", truth_word(rule.matched)},
                    {"when", rule.when},
                    {"share", rule.share},
                    {"formula", text_or_null(rule.formula)},
                    {"cite", text_or_null(rule.cite)}});
  }
  return list;
}

Json rules_tried(rulepack::RulePack const& pack, model::Comparison const& comparison,
                 model::Verdict const& verdict) {
  return verdict.rule.empty() ? Json::array()
                              : rules_tried(rulepack::explain_rules(rulepack::rules_with(pack, verdict.rule),
                                                                    comparison.facts));
}

Json failed_rules(rulepack::RulePack const& pack, model::Comparison const& comparison,
                  model::Verdict const& verdict) {
  Json list = Json::array();
  for (rulepack::FailedRule const& rule :
       rulepack::why_not(rulepack::rules_with(pack, verdict.rule), pack.inputs, comparison.facts,
                         *verdict.share.low.value)) {
    list.push_back({{"rule", std::string(rule.id)},
                    {"condition", rule.condition},
                    {"numbers", text_or_null(rule.numbers)},
                    {"instead", text_or_null(rule.word)}});
  }
  return list;
}

Json change_json(BetterActual const& better, Rational const* now, ActualWords const& words) {
  static constexpr std::string_view kinds[] = {"unknown", "none", "every_bit", "reach", "beyond"};
  bool const placed = better.kind == BetterActual::Kind::reach || better.kind == BetterActual::Kind::beyond;
  Json json{{"kind", std::string(kinds[static_cast<std::size_t>(better.kind)])}};
  json["actual"] = placed ? Json(better.actual.plain_text()) : Json(nullptr);
  json["away"] =
      placed && now != nullptr ? Json(number::abs(better.actual - *now).plain_text()) : Json(nullptr);
  json["share"] = placed ? set_json(better.share) : Json(nullptr);
  json["unit"] = text_or_null(words.unit());
  json["in_unit"] = placed ? Json(words.in_unit(better.actual).plain_text()) : Json(nullptr);
  return json;
}

Json day_json(std::optional<rulepack::BetterDay> const& day) {
  if (!day) {
    return nullptr;
  }
  return {{"from", text_or_null(day_text(day->from))},
          {"to", text_or_null(day_text(day->to))},
          {"days_late", {{"low", day->late_least}, {"high", day->late_most}}},
          {"share", set_json(day->share)}};
}

Json tier_json(std::optional<rulepack::BetterTier> const& tier) {
  if (!tier) {
    return nullptr;
  }
  bool const best = tier->tier == model::LevelVerdict::none;
  return {{"now", std::string(model::name(tier->now))},
          {"next", best ? Json(nullptr) : Json(std::string(model::name(tier->tier)))},
          {"share", set_json(tier->share)}};
}

/// What stands in the text of explain under "why not more"; null for a comparison that earned all points.
Json nearest_json(model::Indicator const& indicator, model::Comparison const& comparison,
                  model::Verdict const& verdict, JsonContext const& context) {
  rulepack::RulePack const& pack = *context.pack;
  bool const full = verdict.share.is_point() && *verdict.share.low.value == Rational(1);
  if (full || verdict.rule.empty()) {
    return nullptr;
  }
  bool const by_score = &rulepack::rules_with(pack, verdict.rule) == &pack.score;
  rulepack::BetterActuals const better =
      by_score ? rulepack::better_actuals(pack, comparison, verdict.share) : rulepack::BetterActuals{};
  auto const& actual = comparison.facts.number(model::NumberField::actual);
  Rational const* const now = actual && actual->is_point() ? &*actual->low.value : nullptr;
  ActualWords const words(indicator, comparison, context.messages, vocabulary::Language::zh);
  std::optional<Interval> const with_reason =
      by_score ? rulepack::share_with_reason(pack, comparison, verdict.share) : std::nullopt;
  return {{"more", change_json(better.more, now, words)},
          {"full", change_json(better.full, now, words)},
          {"reason", with_reason ? Json{{"share", set_json(*with_reason)}} : Json(nullptr)},
          {"day", by_score ? day_json(rulepack::better_day(pack, comparison, verdict.share)) : Json(nullptr)},
          {"tier", by_score ? tier_json(rulepack::better_tier(pack, comparison)) : Json(nullptr)}};
}

Json comparison_json(model::ScoredIndicator const& scored, std::size_t index, JsonContext const& context) {
  model::Comparison const& comparison = scored.indicator.comparisons[index];
  model::Verdict const& verdict = scored.verdicts[index];
  Json json;
  json["label"] = text_or_null(comparison.label);
  json["unit"] = text_or_null(comparison.unit);
  json["actual"] = set_or_null(comparison.facts.number(model::NumberField::actual));
  json["relation"] =
      comparison.relation ? Json(std::string(model::name(*comparison.relation))) : Json(nullptr);
  json["relation_implied"] = comparison.relation_origin == model::Origin::implied;
  json["target"] = set_or_null(comparison.facts.number(model::NumberField::target));
  json["evidence"] = {
      {"id", std::string(verdict.evidence)},
      {"text", both_languages(context.messages, "evidence_" + std::string(verdict.evidence), {})}};
  json["rules"] = rules_tried(*context.pack, comparison, verdict);
  json["share"] = set_json(verdict.share);
  Json nearest = scored.judgement ? Json(nullptr) // no other actual changes what a person has decided
                                  : nearest_json(scored.indicator, comparison, verdict, context);
  json["why_not"] = nearest.is_null() ? Json::array() : failed_rules(*context.pack, comparison, verdict);
  json["nearest"] = std::move(nearest);
  return json;
}

Json row_json(model::ScoredIndicator const& scored, bool project_scored, JsonContext const& context) {
  Json json;
  json["indicator"] = indicator_json(scored, context);
  json["share"] = set_json(scored.share);
  std::optional<Interval> const own = project_scored ? own_rounding(scored, *context.pack) : std::nullopt;
  json["rounded_alone"] = set_or_null(own);
  json["comparisons"] = Json::array();
  for (std::size_t i = 0; i < scored.verdicts.size(); ++i) {
    json["comparisons"].push_back(comparison_json(scored, i, context));
  }
  return json;
}

Json step_json(std::optional<GradeStep> const& step, rulepack::RulePack const& pack) {
  if (!step) {
    return nullptr;
  }
  return {{"grade", step->grade->id}, {"points", points(step->points, pack)}, {"at", points(step->at, pack)}};
}

Json moves_json(std::vector<model::GradeMove> const& moves, model::ProjectEvaluation const& project,
                JsonContext const& context) {
  static constexpr std::string_view ways[] = {"actual", "points", "judgement", "unknown"};
  Json list = Json::array();
  for (model::GradeMove const& move : moves) {
    model::Indicator const& indicator = project.indicators[move.row].indicator;
    Json json{{"row", indicator.row}, {"by", std::string(ways[static_cast<std::size_t>(move.by)])}};
    for (char const* const field : {"unit", "now", "actual", "away"}) {
      json[field] = nullptr;
    }
    if (move.actual) {
      model::Comparison const& comparison = indicator.comparisons.front();
      ActualWords const words(indicator, comparison, context.messages, vocabulary::Language::zh);
      Rational const& now = *comparison.facts.number(model::NumberField::actual)->low.value;
      json["unit"] = text_or_null(words.unit());
      json["now"] = words.in_unit(now).plain_text();
      json["actual"] = words.in_unit(*move.actual).plain_text();
      json["away"] = words.in_unit(number::abs(*move.actual - now)).plain_text();
    }
    json["points"] = points(move.points, *context.pack);
    json["total"] = points(move.total, *context.pack);
    json["grade"] = std::string(move.grade);
    list.push_back(std::move(json));
  }
  return list;
}

Json grade_json(model::ProjectEvaluation const& project, model::GradeMoves const& moves,
                JsonContext const& context) {
  rulepack::RulePack const& pack = *context.pack;
  static constexpr std::string_view states[] = {"none", "open", "capped", "unrounded", "settled"};
  GradeDistance const distance = grade_distance(project, pack);
  if (distance.state == GradeDistance::State::none) {
    return nullptr;
  }
  return {{"state", std::string(states[static_cast<std::size_t>(distance.state)])},
          {"total", set_json(project.total.rebased)},
          {"grade", distance.own != nullptr ? Json(distance.own->id) : Json(nullptr)},
          {"up", step_json(distance.up, pack)},
          {"most", distance.most ? Json(distance.most->plain_text()) : Json(nullptr)},
          {"down", step_json(distance.down, pack)},
          {"rows", moves.known ? Json{{"up", moves_json(moves.up, project, context)},
                                      {"down", moves_json(moves.down, project, context)}}
                               : Json(nullptr)}};
}

Json execution_json(model::ProjectEvaluation const& project, rulepack::RulePack const& pack) {
  model::Execution const& execution = project.execution;
  if (!execution.applicable) {
    return nullptr;
  }
  return {{"rate", execution.rate ? Json(percent(*execution.rate)) : Json(nullptr)},
          {"rules", execution.rule.empty()
                        ? Json::array()
                        : rules_tried(rulepack::explain_rules(pack.execution, project.facts))},
          {"share", set_json(execution.share)},
          {"max", execution.max.plain_text()},
          {"score", set_json(execution.score)},
          {"added", execution.added}};
}

Json caps_json(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
               diagnostic::SourceTable const& sources) {
  Json list = Json::array();
  for (TriedCap const& cap : tried_caps(project, pack)) {
    list.push_back({{"id", cap.rule->id},
                    {"matched", truth_word(cap.holds)},
                    {"when", cap.rule->when_text},
                    {"share", cap.rule->share_text},
                    {"most", cap.holds == model::Truth::no ? Json(nullptr) : set_json(cap.most)},
                    {"cite", text_or_null(cite_of(*cap.rule, "caps", pack))},
                    {"place", text_or_null(place_text(cap.rule->place, sources))},
                    {"decided", cap.decided}});
  }
  return list;
}

std::string dump(Json const& json, int indent) {
  return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

void ExplanationDocument::add(model::ProjectEvaluation const& project, model::GradeMoves const& moves,
                              Part const& part) {
  JsonContext const context{sources_, messages_, &pack_, true};
  Json json;
  json["name"] = project.project.name;
  json["code"] = text_or_null(project.project.code);
  json["unit"] = text_or_null(project.project.unit);
  json["year"] = text_or_null(project.project.year);
  json["rows"] = Json::array();
  for (model::ScoredIndicator const& scored : project.indicators) {
    if (!part.execution && (!part.row || *part.row == scored.indicator.row)) {
      json["rows"].push_back(row_json(scored, project.scored, context));
    }
  }
  json["execution"] = part.row ? Json(nullptr) : execution_json(project, pack_);
  json["caps"] = part.row ? Json::array() : caps_json(project, pack_, sources_);
  json["grade"] = part.row || part.execution ? Json(nullptr) : grade_json(project, moves, context);
  json["monitoring"] = project.month == 0 ? Json(nullptr)
                                          : Json{{"month", project.month},
                                                 {"light", text_or_null(project.light)},
                                                 {"execution_light", text_or_null(project.execution.light)}};
  projects_ += (projects_.empty() ? "\n" : ",\n") + dump(json, 1);
}

std::string ExplanationDocument::text() const {
  return "{\n\"schema\": \"jixiao/explanation/1\",\n\"rules\": " + dump(rules_json(pack_), -1)
         + ",\n\"projects\": [" + projects_ + "\n]\n}\n";
}

} // namespace jixiao::report
