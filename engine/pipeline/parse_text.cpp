#include "engine/pipeline/parse_text.hpp"

#include "engine/report/json.hpp"
#include "grammar/row.hpp"
#include "grammar/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace jixiao::pipeline {
namespace {

using report::Json;

Json number_json(grammar::CellParser const& parser, std::string_view text) {
  std::optional<grammar::NumberTree> const number = parser.parse_number(text);
  Json json{
      {"text", std::string(text)}, {"value", nullptr}, {"approximate", false}, {"findings", Json::array()}};
  if (!number) {
    json["findings"].push_back({{"code", "not_a_number"}, {"severity", "error"}});
  } else if (number->beyond_limits) {
    json["findings"].push_back({{"code", "number_beyond_limits"}, {"severity", "error"}});
  } else {
    json["value"] = number->digits;
    json["approximate"] = number->approximate;
  }
  return json;
}

/// Cells of a row in the order of a rule pack's tests.
constexpr model::Column row_columns[] = {
    model::Column::level1,   model::Column::level2,    model::Column::name,
    model::Column::relation, model::Column::target,    model::Column::measure,
    model::Column::weight,   model::Column::direction, model::Column::actual};

} // namespace

TextParser::TextParser(vocabulary::Vocabulary const& vocabulary, vocabulary::Messages const& messages)
    : messages_(messages), reader_(vocabulary), parser_(vocabulary.lexicon()) {}

ParsedText TextParser::parse(ParseRequest const& request, std::string_view raw) const {
  std::string const text = grammar::is_utf8(raw) ? std::string(raw) : grammar::repair_utf8(raw);
  lowering::Context const context{request.name, request.level2, request.unit, {}, request.year};
  Json json;
  switch (request.what) {
  case ParseRequest::What::target:
    json = report::reading_json(*reader_.read(text, grammar::Role::target, context), messages_);
    break;
  case ParseRequest::What::actual:
    json = report::reading_json(*reader_.read(text, grammar::Role::actual, context), messages_);
    break;
  case ParseRequest::What::number: json = number_json(parser_, text); break;
  case ParseRequest::What::row: {
    auto header = std::make_shared<model::Header>();
    model::RawProject raw_project;
    raw_project.header = header;
    raw_project.rows.push_back({1, {}, {}});
    std::vector<grammar::RowField> const fields = grammar::split_row(text);
    for (std::size_t i = 0; i < fields.size() && i < std::size(row_columns); ++i) {
      header->columns[static_cast<std::size_t>(row_columns[i])] = static_cast<std::uint32_t>(i + 1);
      raw_project.rows[0].set(row_columns[i], fields[i].text);
    }
    model::Project const project = reader_.lower(raw_project, request.year);
    model::Indicator const& indicator = project.indicators.front();
    diagnostic::SourceTable const sources;
    report::JsonContext const json_context{sources, messages_, nullptr, false};
    json = {
        {"text", text}, {"level1", indicator.level1}, {"level2", indicator.level2}, {"name", indicator.name}};
    json["target"] = report::reading_json(*indicator.target, messages_);
    json["actual"] = indicator.actual->kind == model::CellKind::empty
                         ? Json(nullptr)
                         : report::reading_json(*indicator.actual, messages_);
    json["weight"] = indicator.weight ? Json(indicator.weight->plain_text()) : Json(nullptr);
    json["direction"] = std::string(model::name(indicator.direction));
    json["findings"] = report::diagnostics_json(indicator.findings, json_context);
    break;
  }
  }
  bool const error = std::any_of(json["findings"].begin(), json["findings"].end(),
                                 [](Json const& found) { return found["severity"] == "error"; });
  return {json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), error};
}

} // namespace jixiao::pipeline
