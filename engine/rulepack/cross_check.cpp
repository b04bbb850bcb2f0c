#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/instruction.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/sections.hpp"

#include <algorithm>

namespace jixiao::rulepack {

using configuration::Node;

namespace {

/// A section that no pack of the line gives leaves nothing to score with.
void check_sections(RulePack const& pack, Node const& top, PackText const& file) {
  auto const missing = [&](bool empty, char const* section) {
    if (empty) {
      file.report(findings::pack_missing_section, top, {section});
    }
  };
  missing(pack.weights.levels.empty(), "weights");
  missing(pack.score.empty(), "score");
  missing(pack.evidence.empty(), "evidence");
  missing(pack.execution.empty(), "execution");
  missing(pack.grades.empty(), "grades");
  missing(pack.tiers.empty(), "tiers");
}

/// Notes of the template that nobody replaced; the brackets stand nowhere else.
void check_filled_in(RulePack const& pack, Node const& top, PackText const& file) {
  constexpr std::string_view bracket = "\xE3\x80\x90";
  auto const look = [&](Node const* node, char const* key, std::string const& text) {
    if (node != nullptr && text.find(bracket) != std::string::npos) {
      file.report(findings::pack_not_filled_in, *node, {key, text});
    }
  };
  Node const* const source = top.find("source");
  look(top.find("title"), "title", pack.title);
  look(source != nullptr ? source->find("document") : nullptr, "source.document", pack.document);
  look(top.find("region"), "region", pack.region);
}

/// Lists of rules cite for themselves; what has no place for it says so under `basis`.
void check_basis(RulePack const& pack, Node const& top, PackText const& file) {
  bool const changes = top.find("extends") != nullptr;
  for (char const* const section : {"weights", "grades", "tiers"}) {
    Node const* const node = top.find(section);
    if (changes && node != nullptr && pack.basis.count(section) == 0) {
      file.report(findings::pack_without_basis, *node, {section});
    }
  }
}

/// The sum that the pack itself gives to its indicators must be one that it accepts in a table.
void check_sums(RulePack const& pack, Node const& top, PackText const& file) {
  Node const* const weights = top.find("weights");
  if (pack.weights.levels.empty()) {
    return;
  }
  number::Rational const own = number::Rational(100) - pack.weights.execution;
  auto const& sums = pack.weights.accepted_sums;
  if (std::find(sums.begin(), sums.end(), own) == sums.end()) {
    file.report(findings::pack_sums_without_own, weights != nullptr ? *weights : top, {own.plain_text()});
  }
}

/// What is only a guess may not speak for a region, whoever wrote it.
void check_confidence(RulePack const& pack, Node const& top, PackText const& file) {
  if (pack.region.empty()) {
    return;
  }
  auto const refuse = [&](std::string what, std::optional<Confidence> const& confidence) {
    if (confidence == Confidence::unsure) {
      file.report(findings::pack_unsure_with_region, *top.find("region"), {std::move(what), pack.region});
    }
  };
  refuse(pack.id, pack.confidence);
  for (auto const& [section, basis] : pack.basis) {
    refuse(section, basis.confidence);
  }
  auto const refuse_rules = [&](std::vector<Rule> const& list) {
    for (Rule const& rule : list) {
      refuse(rule.id, rule.confidence);
    }
  };
  for (std::vector<Rule> const* list : {&pack.score, &pack.execution, &pack.checks, &pack.caps,
                                        &pack.monitoring.indicators, &pack.monitoring.execution}) {
    refuse_rules(*list);
  }
  for (Item const& item : pack.form.items) {
    refuse_rules(item.rules);
  }
}

/// A level read from a cell that a rule of other packs scores with a share of no tier: the pack divides its
/// levels otherwise and has forgotten it.
void check_without_tier(RulePack const& pack, std::string_view level, RuleShare const& by_rules,
                        Node const& at, PackText const& file) {
  auto const rule = std::find_if(pack.score.begin(), pack.score.end(),
                                 [&](Rule const& each) { return each.id == by_rules.rule; });
  bool const own = rule != pack.score.end() && rule->from_pack == pack.tiers_from;
  bool const is_tier = std::any_of(pack.tiers.begin(), pack.tiers.end(),
                                   [&](Tier const& tier) { return tier.share == by_rules.share; });
  if (!own && !is_tier) {
    std::string ids;
    for (Tier const& tier : pack.tiers) {
      ids += (ids.empty() ? "" : ", ") + tier.id;
    }
    file.report(findings::pack_tier_missing, at,
                {std::string(level), std::string(by_rules.rule), number::text(by_rules.share), ids});
  }
}

/// Cells are read as one of three levels; every other tier is given by people alone.
void check_judged_tiers(RulePack const& pack, Node const& top, PackText const& file) {
  Node const* const tiers = top.find("tiers");
  std::string ids;
  for (Tier const& tier : pack.tiers) {
    bool const read = tier.id == model::name(model::LevelVerdict::met)
                      || tier.id == model::name(model::LevelVerdict::partly_met)
                      || tier.id == model::name(model::LevelVerdict::not_met);
    if (!read) {
      ids += (ids.empty() ? "" : ", ") + tier.id;
    }
  }
  if (tiers != nullptr && !ids.empty()) {
    file.report(findings::pack_tier_judged, *tiers, {ids});
  }
}

/// A judged tier and a level read from a cell must earn the same points.
void check_tiers(RulePack const& pack, Node const& top, PackText const& file) {
  model::Facts facts;
  facts.set(model::WordField::target_kind, model::CellKind::level);
  facts.set(model::WordField::actual_kind, model::CellKind::level);
  for (model::LevelVerdict const verdict :
       {model::LevelVerdict::met, model::LevelVerdict::partly_met, model::LevelVerdict::not_met}) {
    auto const tier = std::find_if(pack.tiers.begin(), pack.tiers.end(),
                                   [&](Tier const& each) { return each.id == model::name(verdict); });
    Node const& tiers = top.find("tiers") != nullptr ? *top.find("tiers") : top;
    facts.set(model::WordField::level, verdict);
    RuleShare const by_rules = share_by_rules(pack, facts);
    if (tier == pack.tiers.end()) {
      check_without_tier(pack, model::name(verdict), by_rules, tiers, file);
      continue;
    }
    if (by_rules.share != tier->share) {
      file.report(
          findings::pack_tier_differs, tiers,
          {tier->id, number::text(tier->share), std::string(by_rules.rule), number::text(by_rules.share)});
    }
  }
}

bool is_compiled(std::vector<Rule> const& rules, bool with_share) {
  return std::all_of(rules.begin(), rules.end(), [&](Rule const& rule) {
    return rule.when != nullptr && (!with_share || rule.share != nullptr);
  });
}

void append(diagnostic::Diagnostics&& found, PackText const& file) {
  for (diagnostic::Diagnostic& each : found) {
    file.out.push_back(std::move(each));
  }
}

/// A cap is asked once for the project, when no row is at hand.
std::string row_fields(Program const& program) {
  using model::NumberField;
  std::string names;
  auto const add = [&](std::string_view name) { names += (names.empty() ? "" : ", ") + std::string(name); };
  for (std::size_t i = 0; i < model::number_field_count; ++i) {
    auto const field = static_cast<NumberField>(i);
    bool const of_project = field == NumberField::execution_rate || field == NumberField::budget
                            || field == NumberField::executed || field == NumberField::initial_budget
                            || field == NumberField::adjusted_budget;
    if (program.mentions_of[i] != 0 && !of_project) {
      add(i < model::named_number_count ? model::name(field) : std::string_view("inputs"));
    }
  }
  for (std::size_t i = 0; i < model::truth_field_count; ++i) {
    if ((program.truths_used >> i & 1U) != 0) {
      add(model::name(static_cast<model::TruthField>(i)));
    }
  }
  for (std::size_t i = 0; i < model::word_field_count; ++i) {
    if ((program.words_used >> i & 1U) != 0) {
      add(model::name(static_cast<model::WordField>(i)));
    }
  }
  return names;
}

void check_cap_fields(Rule const& cap, PackText const& file) {
  for (ProgramPtr const& program : {cap.when, cap.share}) {
    std::string names = row_fields(*program);
    if (!names.empty()) {
      file.out.push_back(
          diagnostic::make(findings::pack_cap_asks_row, program->where, {cap.id, std::move(names)}));
    }
  }
}

Rule whatever_is_left() {
  Rule rest;
  rest.id = "rest";
  rest.when = *compile("true", Want::truth, {}).value;
  rest.share = *compile("1", Want::number, {}).value;
  return rest;
}

/// Checks hold each for itself, too.
void check_checks(RulePack const& pack, PackText const& file) {
  Rule const rest = whatever_is_left();
  for (Rule const& check : pack.checks) {
    Rule alone = check;
    alone.share = rest.share;
    append(check_score_rules({alone, rest}, pack.id), file);
  }
}

/// The table of evidence is a list like the others, of classes that overlap by their nature.
void check_evidence(RulePack const& pack, PackText const& file) {
  std::vector<Rule> rules;
  for (EvidenceClass const& each : pack.evidence) {
    Rule& rule = rules.emplace_back();
    rule.id = each.id;
    rule.when_text = each.when_text;
    rule.when = each.when;
    rule.share = each.fixed;
    rule.from_pack = each.from_pack;
    rule.place = each.place;
  }
  for (diagnostic::Diagnostic& each : check_score_rules(rules, pack.id)) {
    if (each.severity == diagnostic::Severity::warning) {
      file.out.push_back(std::move(each));
    }
  }
}

/// Caps hold each for itself: each is checked as a list of its own, with what is left over behind it.
void check_caps(RulePack const& pack, PackText const& file) {
  Rule const rest = whatever_is_left();
  for (Rule const& cap : pack.caps) {
    append(check_execution_rules({cap, rest}, pack.id), file);
    check_cap_fields(cap, file);
  }
  append(check_guards(pack.caps), file);
  append(check_cap_effects(pack.caps, pack.id), file);
}

/// Items of a department's form and lights of monitoring: lists of rules like the others.
void check_more_rules(RulePack const& pack, PackText const& file) {
  for (Item const& item : pack.form.items) {
    if (is_compiled(item.rules, true)) {
      append(check_guards(item.rules), file);
      append(check_score_rules(item.rules, pack.id), file);
    }
  }
  for (std::vector<Rule> const* list : {&pack.monitoring.indicators, &pack.monitoring.execution}) {
    if (!list->empty() && is_compiled(*list, false)) {
      append(check_guards(*list), file);
      append(check_score_rules(*list, pack.id), file);
      append(check_band_gaps(*list, pack.id, false), file);
    }
  }
  if (is_compiled(pack.caps, true)) {
    check_caps(pack, file);
  }
}

/// A comparison that no class takes would have no verdict.
void check_evidence_tail(RulePack const& pack, Node const& top, PackText const& file) {
  EvidenceClass const& last = pack.evidence.back();
  model::Facts nothing_known;
  nothing_known.truths.fill(model::Truth::unknown);
  if (evaluate_truth(*last.when, nothing_known) != model::Truth::yes
      || evaluate_truth(*last.when, model::Facts{}) != model::Truth::yes) {
    Node const* const evidence = top.find("evidence");
    file.report(findings::pack_evidence_tail, evidence != nullptr ? *evidence : top, {last.id});
  }
}

} // namespace

void cross_check(RulePack const& pack, Node const& top, PackText const& file) {
  check_sections(pack, top, file);
  check_sums(pack, top, file);
  check_confidence(pack, top, file);
  check_filled_in(pack, top, file);
  check_basis(pack, top, file);
  if (pack.tests.empty()) {
    file.report(findings::pack_without_tests, top, {pack.id});
  }
  bool const evidence_compiled = std::all_of(pack.evidence.begin(), pack.evidence.end(),
                                             [](EvidenceClass const& each) { return each.when != nullptr; });
  if (!pack.evidence.empty() && evidence_compiled) {
    check_evidence_tail(pack, top, file);
    check_evidence(pack, file);
  }
  if (!pack.execution.empty() && is_compiled(pack.execution, true)) {
    append(check_execution_rules(pack.execution, pack.id), file);
    append(check_guards(pack.execution), file);
    append(check_band_gaps(pack.execution, pack.id, true), file);
  }
  if (!pack.score.empty() && is_compiled(pack.score, true)) {
    append(check_guards(pack.score), file);
    append(check_guards(pack.checks), file);
    append(check_score_rules(pack.score, pack.id), file);
    append(check_band_gaps(pack.score, pack.id, false), file);
    check_checks(pack, file);
    check_tiers(pack, top, file);
    check_judged_tiers(pack, top, file);
  }
  check_more_rules(pack, file);
}

} // namespace jixiao::rulepack
