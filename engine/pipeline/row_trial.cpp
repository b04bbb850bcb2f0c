#include "engine/pipeline/row_trial.hpp"

#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "engine/report/report.hpp"
#include "engine/report/row_text.hpp"
#include "engine/report/width.hpp"
#include "engine/rulepack/load.hpp"
#include "engine/scoring/findings.hpp"
#include "engine/scoring/score.hpp"
#include "grammar/text.hpp"

#include <utility>

namespace jixiao::pipeline {
namespace {

using diagnostic::Diagnostics;
using diagnostic::Outcome;
using model::Column;

/// A pack around one test, which stands in its last line.
constexpr std::string_view around_test = "pack: pasted\ntitle: pasted\nextends: base\ntests:\n";
constexpr std::uint32_t lines_around = 4;
constexpr std::string_view list_mark = "- ";

bool is_test(std::string_view line) {
  return line.substr(0, 1) == "{" || line.substr(0, list_mark.size()) == list_mark;
}

Outcome<rulepack::PackFile> find_base(std::string_view id) {
  Outcome<rulepack::PackFile> result;
  std::string const name = "packs/" + std::string(id) + ".yaml";
  if (std::optional<configuration::Node> tree = configuration::embedded_tree(name)) {
    result.value = rulepack::PackFile{std::move(*tree), 0, std::string(configuration::embedded_text(name))};
  }
  return result;
}

} // namespace

RowTrial::RowTrial(vocabulary::Vocabulary const& vocabulary, vocabulary::Messages const& messages,
                   vocabulary::Language language, diagnostic::SourceTable& sources, std::string const& input)
    : messages_(messages), language_(language), sources_(sources), source_(sources.add(input)),
      lines_(vocabulary, source_), reader_(vocabulary), tester_(vocabulary) {}

std::string RowTrial::text(std::string_view id, std::vector<std::string> const& arguments) const {
  return messages_.text(id, language_, arguments);
}

std::string RowTrial::listed(std::vector<std::string> const& texts) const {
  std::string result;
  for (std::string const& each : texts) {
    result += (result.empty() ? "" : text("list_separator")) + report::printable(each);
  }
  return result;
}

std::string RowTrial::answer(rulepack::RulePack const& pack, std::string_view raw, std::uint32_t number) {
  std::string said;
  std::string repaired;
  if (!grammar::is_utf8(raw)) {
    repaired = grammar::repair_utf8(raw);
    raw = repaired;
    said = text("try_not_utf8") + "\n";
  }
  std::string_view const line = grammar::trim(raw);
  if (is_test(line)) {
    return said + test(pack, line, number);
  }
  RowLine read = lines_.read(line, number);
  if (!read.not_read.empty()) {
    said += text("try_not_read", {listed(read.not_read)}) + "\n";
  }
  if (read.kind == RowLine::Kind::header) {
    return said + text("try_header", {listed(read.columns)}) + "\n";
  }
  return said + row(pack, std::move(read));
}

std::string RowTrial::row(rulepack::RulePack const& pack, RowLine&& line) {
  model::RawRow& cells = line.project.rows.front();
  if (cells[Column::name].empty()) {
    cells.set(Column::name, text("try_name"));
  }
  bool const weighted = !cells[Column::weight].empty();
  if (!weighted) {
    cells.set(Column::weight, weight_);
  }
  reader_.use_slip_ratio(pack.digit_slip_ratio);
  model::ProjectEvaluation evaluation;
  reader_.lower(line.project, year_, lowering::RowDetail::unnamed, evaluation);
  rulepack::Judge judge(pack);
  scoring::score(evaluation, judge, scoring::Assume::as_is);
  model::ScoredIndicator& scored = evaluation.indicators.front();
  scored.indicator.row = cells.row;
  std::string said = explained(evaluation, pack);
  if (!weighted) { // the explanation takes it for printed
    std::string const points = report::weight_cell(scored, pack);
    std::string const printed = text("explain_weight", {points, text("weight_printed")});
    std::size_t const at = said.find(printed);
    if (at != std::string::npos) {
      said.replace(at, printed.size(), text("explain_weight", {points, text("try_weight_taken")}));
    }
  }
  return said;
}

/// Without what only a table can be blamed for, or needs.
std::string RowTrial::explained(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack) const {
  bool const alone = evaluation.indicators.size() == 1;
  std::string said;
  for (std::size_t i = 0; i < evaluation.indicators.size(); ++i) {
    model::ScoredIndicator& scored = evaluation.indicators[i];
    scored.indicator.key.clear(); // no judgement is made for a trial
    for (std::string* const level : {&scored.indicator.level1, &scored.indicator.level2}) {
      *level = level->empty() ? "-" : *level;
    }
    for (Diagnostics* const list : {&scored.indicator.findings, &scored.findings}) {
      std::erase_if(*list, [alone](diagnostic::Diagnostic const& each) {
        return alone && each.code == scoring::findings::single_row_level.id;
      });
      for (diagnostic::Diagnostic& each : *list) {
        each.where = each.where.source == 0 ? diagnostic::Place() : each.where; // a test stands in no file
      }
    }
    diagnostic::Place& place = scored.indicator.place;
    place = place.source == 0 ? diagnostic::Place() : place;
    said += report::explain_row(evaluation, i, pack, sources_, messages_, language_);
  }
  return said;
}

/// The test is read as the loader of packs reads it, and run against `pack`.
std::string RowTrial::test(rulepack::RulePack const& pack, std::string_view line, std::uint32_t number) {
  bool const marked = line.substr(0, 1) == "-";
  std::string const yaml = std::string(around_test).append(marked ? "" : list_mark).append(line).append("\n");
  Outcome<configuration::Node> tree = configuration::parse_yaml(yaml, source_);
  Diagnostics findings = std::move(tree.diagnostics);
  Outcome<rulepack::RulePack> loaded;
  if (tree.value) {
    loaded = rulepack::load_pack({std::move(*tree.value), source_, yaml}, find_base);
    findings.insert(findings.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  }
  std::string said;
  for (diagnostic::Diagnostic& each : findings) {
    if (each.severity != diagnostic::Severity::info && each.where.row > lines_around) {
      each.where.row = number;
      std::uint32_t const added = marked ? 0 : static_cast<std::uint32_t>(list_mark.size());
      each.where.column = each.where.column > added ? each.where.column - added : each.where.column;
      said += report::finding_text(each, sources_, messages_, language_) + "\n";
    }
  }
  if (!loaded.value || loaded.value->tests.empty()) {
    return said.empty() ? text("try_test_refused") + "\n" : said;
  }
  rulepack::PackTest const& tested = loaded.value->tests.front();
  bool const rows =
      !tested.row.empty() || !tested.tables.empty(); // else a budget, and a row only to carry it
  PackTestResult const result = tester_.run(pack, tested, [&](model::ProjectEvaluation const& evaluation) {
    model::ProjectEvaluation shown = evaluation;
    said += rows ? explained(shown, pack) : std::string();
    if (evaluation.execution.rate) {
      said += report::explain_execution(evaluation, pack, sources_, messages_, language_);
    }
  });
  for (PackTestDifference const& each : result.differences) {
    said += text("try_test_differs", {each.what, report::printable(each.expected), each.actual}) + "\n";
  }
  return said + (result.differences.empty() ? text("try_test_holds") + "\n" : "");
}

} // namespace jixiao::pipeline
