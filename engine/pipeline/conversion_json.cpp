#include "engine/pipeline/conversion.hpp"

#include "engine/model/unreadable_cell.hpp"
#include "engine/report/json.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::pipeline {
namespace {

using ingest::forms::AccountEntry;
using ingest::forms::Conversion;
using ingest::forms::FormProject;
using ingest::forms::FormTable;
using model::Column;
using report::Json;

Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(std::string(text));
}

class ConversionJson {
public:
  ConversionJson(diagnostic::SourceTable const& sources, vocabulary::Messages const& messages)
      : sources_(sources), context_{sources, messages, nullptr, false} {}

  Json project(FormProject const& project, std::size_t first_table, FormTable const& table) const {
    model::RawRow const none;
    model::RawRow const& row = project.raw.rows.empty() ? none : project.raw.rows.front();
    Json json;
    json["table"] = first_table + project.table;
    json["form"] = text_or_null(table.form);
    for (Column const column : {Column::unit_code, Column::unit, Column::supervising_department,
                                Column::project_code, Column::project, Column::year}) {
      json[std::string(model::name(column))] = text_or_null(model::said_text(row[column]));
    }
    json["budget"] = {{"initial", amount(project.raw, row, Column::initial_budget)},
                      {"adjusted", amount(project.raw, row, Column::adjusted_budget)},
                      {"executed", amount(project.raw, row, Column::executed)}};
    json["goal"] = text_or_null(project.goal);
    json["goal_actual"] = text_or_null(project.goal_actual);
    json["fused_target"] = project.raw.header->fused_target;
    Json rows = Json::array();
    for (std::size_t i = 0; i < project.raw.rows.size(); ++i) {
      rows.push_back(this->row(project, i));
    }
    json["rows"] = std::move(rows);
    json["findings"] = report::diagnostics_json(project.raw.findings, context_);
    return json;
  }

  Json table(FormTable const& table) const {
    Json json;
    json["form"] = text_or_null(table.form);
    json["title"] = text_or_null(table.title);
    json["source"] = source(table.source);
    json["first_line"] = table.first_line;
    json["last_line"] = table.last_line;
    return json;
  }

  Json entry(AccountEntry const& entry, std::size_t first_table) const {
    Json json;
    json["part"] = entry.part;
    json["line"] = entry.line;
    json["column"] = entry.column;
    json["table"] = entry.table == 0 ? Json() : Json(first_table + entry.table - 1);
    json["use"] = ingest::forms::name(entry.use);
    json["field"] = text_or_null(entry.field);
    json["text"] = entry.text;
    return json;
  }

  Json findings(diagnostic::Diagnostics const& findings) const {
    return report::diagnostics_json(findings, context_);
  }

private:
  Json source(diagnostic::SourceId id) const {
    diagnostic::Source const& source = sources_.at(id);
    return {{"file", source.file}, {"sheet", text_or_null(source.sheet)}};
  }

  static Json amount(model::RawProject const& project, model::RawRow const& row, Column column) {
    if (row[column].empty()) {
      return Json();
    }
    return {{"text", std::string(row[column])},
            {"unit", text_or_null(project.header->units[static_cast<std::size_t>(column)])}};
  }

  Json row(FormProject const& project, std::size_t index) const {
    model::RawRow const& row = project.raw.rows[index];
    Json json;
    json["line"] = row.row;
    for (Column const column :
         {Column::level1, Column::level2, Column::name, Column::relation, Column::target, Column::measure,
          Column::weight, Column::direction, Column::actual, Column::claimed, Column::deviation_reason}) {
      json[std::string(model::name(column))] = text_or_null(model::said_text(row[column]));
    }
    Json origins = Json::object();
    for (std::size_t i = 0; i < model::column_count; ++i) {
      ingest::forms::CellOrigin const& origin = project.origins[index][i];
      if (origin.line != 0 && !row.carried.test(i)) {
        origins[std::string(model::name(static_cast<Column>(i)))] = {{"line", origin.line},
                                                                     {"column", origin.column}};
      }
    }
    json["origins"] = std::move(origins);
    return json;
  }

  diagnostic::SourceTable const& sources_;
  report::JsonContext context_;
};

} // namespace

std::string conversion_document(std::string const& engine, std::vector<Conversion> const& conversions,
                                bool account, diagnostic::SourceTable const& sources,
                                vocabulary::Messages const& messages) {
  ConversionJson const make(sources, messages);
  Json document;
  document["schema"] = "jixiao/conversion/1";
  document["engine"] = engine;
  Json tables = Json::array(), projects = Json::array(), entries = Json::array();
  diagnostic::Diagnostics findings;
  for (Conversion const& each : conversions) {
    std::size_t const first_table = tables.size();
    for (FormTable const& table : each.tables) {
      tables.push_back(make.table(table));
    }
    for (FormProject const& project : each.projects) {
      projects.push_back(make.project(project, first_table, each.tables[project.table]));
    }
    for (std::size_t i = 0; account && i < each.account.size(); ++i) {
      entries.push_back(make.entry(each.account[i], first_table));
    }
    findings.insert(findings.end(), each.findings.begin(), each.findings.end());
  }
  document["tables"] = std::move(tables);
  document["projects"] = std::move(projects);
  document["account"] = account ? std::move(entries) : Json();
  document["findings"] = make.findings(findings);
  return document.dump(1) + "\n";
}

} // namespace jixiao::pipeline
