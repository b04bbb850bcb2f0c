// Differences for programs: as CSV and as JSON.
#include "engine/report/csv_line.hpp"
#include "engine/report/difference_words.hpp"
#include "engine/report/format.hpp"
#include "engine/report/json.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

using authoring::Clause;
using authoring::DifferentClause;
using authoring::DifferentField;
using authoring::DifferentProject;
using authoring::DifferentRow;

Json text_or_null(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string joined(std::vector<std::string> const& ids) {
  std::string text;
  for (std::string const& id : ids) {
    text += (text.empty() ? "" : ";") + id;
  }
  return text;
}

class Csv {
public:
  Csv(DifferenceWords const& words, std::string& out)
      : words_(words), write_([&out](std::string_view text) { out += text; }) {}

  void clauses() {
    line({"section", "id", "difference", "field", "left", "right", "left_place", "right_place", "left_cite",
          "right_cite"});
    for (DifferentClause const& clause : words_.difference().clauses) {
      for (DifferentField const& field : clause.fields) {
        line({clause.either().section, clause.either().id, std::string(authoring::name(clause.what)),
              field.key, field.left, field.right, words_.place(clause.left), words_.place(clause.right),
              clause.left ? clause.left->cite : "", clause.right ? clause.right->cite : ""});
      }
    }
  }

  void batch() {
    line({"file", "unit", "project", "code", "left_total", "right_total", "change", "left_grades",
          "right_grades", "row", "name", "left_score", "right_score", "left_rule", "right_rule", "left_cap",
          "right_cap"});
    for (DifferentProject const& project : words_.difference().batch->projects) {
      for (DifferentRow const& row : project.rows) {
        of_row(project, std::to_string(row.left.row), row);
      }
      if (project.rows.empty()) {
        of_row(project, "", {});
      }
    }
  }

private:
  void of_row(DifferentProject const& project, std::string number, DifferentRow const& row) {
    PackDifference const& difference = words_.difference();
    bool const named = !number.empty();
    line({project.left.file, project.left.unit, project.left.project, project.left.code,
          words_.total(project.left.total, difference.left),
          words_.total(project.right.total, difference.right), words_.change(project),
          joined(project.left.grades), joined(project.right.grades), std::move(number),
          named ? words_.row(row.left) : "", named ? words_.score(row.left, difference.left) : "",
          named ? words_.score(row.right, difference.right) : "",
          named ? DifferenceWords::rule(row.left) : "", named ? DifferenceWords::rule(row.right) : "",
          project.left.cap, project.right.cap});
  }

  void line(std::vector<std::string> const& cells) {
    for (std::string const& cell : cells) {
      line_.add(cell);
    }
    line_.finish(write_);
  }

  DifferenceWords const& words_;
  CsvLine line_;
  Writer write_;
};

Json interval_json(std::optional<number::Interval> const& value, rulepack::RulePack const& pack) {
  return value ? Json{{"low", points(*value->low.value, pack)},
                      {"high", points(*value->high.value, pack)},
                      {"low_closed", value->low.closed},
                      {"high_closed", value->high.closed}}
               : Json(nullptr);
}

Json clause_json(std::optional<Clause> const& clause, DifferenceWords const& words) {
  if (!clause) {
    return nullptr;
  }
  diagnostic::Place const& place = clause->place;
  return {{"from", text_or_null(clause->from_pack)},
          {"file", text_or_null(words.context().sources.at(place.source).file)},
          {"line", place.row == 0 ? Json(nullptr) : Json(place.row)},
          {"column", place.column == 0 ? Json(nullptr) : Json(place.column)},
          {"cite", text_or_null(clause->cite)}};
}

Json difference_json(DifferentClause const& clause, DifferenceWords const& words) {
  Json fields = Json::array();
  for (DifferentField const& field : clause.fields) {
    fields.push_back(
        {{"key", field.key}, {"left", text_or_null(field.left)}, {"right", text_or_null(field.right)}});
  }
  return {{"section", clause.either().section},
          {"id", clause.either().id},
          {"difference", std::string(authoring::name(clause.what))},
          {"fields", std::move(fields)},
          {"left", clause_json(clause.left, words)},
          {"right", clause_json(clause.right, words)}};
}

Json row_json(authoring::RowScore const& row, rulepack::RulePack const& pack) {
  return {{"score", interval_json(row.counted ? std::optional(row.score) : std::nullopt, pack)},
          {"weight", row.weight.plain_text()},
          {"status", text_or_null(row.status)},
          {"evidence", text_or_null(row.evidence)},
          {"rule", text_or_null(row.rule)}};
}

Json project_json(DifferentProject const& project, PackDifference const& difference) {
  Json rows = Json::array();
  for (DifferentRow const& row : project.rows) {
    rows.push_back({{"row", row.left.row == 0 ? Json(nullptr) : Json(row.left.row)},
                    {"name", text_or_null(row.left.name)},
                    {"left", row_json(row.left, difference.left)},
                    {"right", row_json(row.right, difference.right)}});
  }
  bool const known = project.left.total && project.right.total;
  auto const side = [](authoring::ProjectScore const& score, rulepack::RulePack const& pack) {
    return Json{{"total", interval_json(score.total, pack)},
                {"grades", score.grades},
                {"cap", text_or_null(score.cap)}};
  };
  return {{"file", project.left.file},
          {"unit", text_or_null(project.left.unit)},
          {"name", text_or_null(project.left.project)},
          {"code", text_or_null(project.left.code)},
          {"left", side(project.left, difference.left)},
          {"right", side(project.right, difference.right)},
          {"change", known ? Json{{"low", project.low.plain_text()}, {"high", project.high.plain_text()}}
                           : Json(nullptr)},
          {"other_grade", project.other_grade},
          {"rows", std::move(rows)}};
}

Json batch_json(PackDifference const& difference) {
  if (!difference.batch) {
    return nullptr;
  }
  Json projects = Json::array();
  for (DifferentProject const& project : difference.batch->projects) {
    projects.push_back(project_json(project, difference));
  }
  return {{"compared", difference.batch->compared},
          {"other_score", difference.batch->other_score},
          {"other_grade", difference.batch->other_grade},
          {"projects", std::move(projects)}};
}

} // namespace

std::string difference_csv(PackDifference const& difference, DifferenceContext const& context) {
  DifferenceWords const words(difference, context);
  std::string out;
  Csv csv(words, out);
  if (difference.batch) {
    csv.batch();
  } else {
    csv.clauses();
  }
  return out;
}

std::string difference_json(PackDifference const& difference, DifferenceContext const& context) {
  DifferenceWords const words(difference, context);
  Json clauses = Json::array();
  for (DifferentClause const& clause : difference.clauses) {
    clauses.push_back(difference_json(clause, words));
  }
  return Json{{"schema", "jixiao/pack-difference/1"},
              {"left", rules_json(difference.left)},
              {"right", rules_json(difference.right)},
              {"clauses", std::move(clauses)},
              {"batch", batch_json(difference)}}
             .dump(1)
         + "\n";
}

} // namespace jixiao::report
