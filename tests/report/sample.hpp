#pragma once
// A small evaluation made by hand, for tests of reports.
#include "engine/diagnostic/source_table.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"

namespace jixiao::test {

inline rulepack::RulePack sample_pack() {
  rulepack::RulePack pack;
  pack.id = "sample";
  pack.title = "Sample";
  pack.document = "D1";
  pack.grades = {{"excellent", "优", "excellent", 90}, {"good", "良", "good", 80}, {"poor", "差", "poor", 0}};
  return pack;
}

inline model::ReadingPtr sample_reading(std::string text) {
  auto reading = std::make_shared<model::Reading>();
  reading->text = std::move(text);
  reading->kind = reading->text.empty() ? model::CellKind::empty : model::CellKind::text;
  return reading;
}

/// One row worth 20 points that is met, one worth 10 that is open; execution adds its 10.
inline model::ProjectEvaluation sample_project(diagnostic::SourceId source, std::string name,
                                               std::string actual) {
  model::ProjectEvaluation project;
  project.project.name = std::move(name);
  project.project.unit = "某单位";
  project.scored = true;
  project.execution.applicable = project.execution.added = true;
  project.execution.max = 10;
  project.execution.rate = number::Rational::fraction(105, 138);
  project.execution.score = number::Interval::point(*number::Rational::parse("7.61"));
  for (std::uint32_t row : {1u, 2u}) {
    model::ScoredIndicator scored;
    scored.indicator.row = row;
    scored.indicator.place = {source, row + 1, 3, 0, 0};
    scored.indicator.level1 = "产出指标";
    scored.indicator.name = row == 1 ? "科目调整次数" : "保障水平";
    scored.indicator.target_text = "≤5次";
    scored.indicator.actual_text = actual;
    scored.indicator.target = sample_reading("≤5次");
    scored.indicator.actual = sample_reading(actual);
    scored.weight = row == 1 ? 20 : 10;
    scored.weight_origin = model::WeightOrigin::printed;
    scored.status = row == 1 ? model::Status::scored : model::Status::open;
    scored.column = row == 1 ? model::LedgerColumn::answered : model::LedgerColumn::unanswered;
    scored.evidence = row == 1 ? "value" : "no_actual";
    scored.score = row == 1 ? number::Interval::point(20) : number::Interval::closed(0, 10);
    scored.exact = scored.score;
    scored.share = row == 1 ? number::Interval::point(1) : number::Interval::closed(0, 1);
    project.indicators.push_back(scored);
  }
  project.ledger = {*number::Rational::parse("27.61"), 0, 10, *number::Rational::parse("2.39")};
  project.total.value =
      number::Interval::closed(*number::Rational::parse("27.61"), *number::Rational::parse("37.61"));
  project.total.rebased = project.total.value;
  project.total.max = 40;
  project.grades = {"poor"};
  project.queue.push_back({2, 10, {"settle_no_actual", {"x"}}});
  return project;
}

} // namespace jixiao::test
