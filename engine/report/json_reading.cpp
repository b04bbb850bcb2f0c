#include "engine/report/json.hpp"
#include "grammar/text.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

std::string dimension_text(model::Quantity const& quantity) {
  std::string text(model::name(quantity.dimension));
  if (quantity.per != model::Dimension::none) {
    text += "/" + std::string(model::name(quantity.per));
  }
  if (quantity.per2 != model::Dimension::none) {
    text += "*" + std::string(model::name(quantity.per2));
  }
  return text;
}

Json end_json(number::End const& end) {
  if (!end.value) {
    return nullptr;
  }
  return {{"value", end.value->plain_text()}, {"closed", end.closed}};
}

Json implied_json(std::optional<model::Implied> const& implied, vocabulary::Messages const& messages) {
  if (!implied) {
    return nullptr;
  }
  Json json;
  json["kind"] = implied->kind ? Json(std::string(model::name(*implied->kind))) : Json(nullptr);
  json["relation"] = implied->relation ? Json(std::string(model::name(*implied->relation))) : Json(nullptr);
  json["unit"] = text_or_null(implied->unit);
  json["from"] = text_or_null(implied->from);
  json["to"] = text_or_null(implied->to);
  json["because"] = implied->because.empty() ? Json(nullptr)
                                             : both_languages(messages, implied->because, implied->arguments);
  return json;
}

Json findings_json(model::Reading const& reading, vocabulary::Messages const& messages) {
  Json list = Json::array();
  for (model::CellFinding const& finding : reading.findings) {
    static constexpr std::string_view severities[] = {"info", "warning", "error"};
    list.push_back({{"code", std::string(finding.code.id)},
                    {"severity", std::string(severities[static_cast<std::size_t>(finding.code.severity)])},
                    {"span", Json::array({grammar::character_offset(reading.text, finding.span.begin),
                                          grammar::character_offset(reading.text, finding.span.end)})},
                    {"arguments", finding.arguments},
                    {"message", both_languages(messages, finding.code.id, finding.arguments)}});
  }
  return list;
}

} // namespace

Json both_languages(vocabulary::Messages const& messages, std::string_view id,
                    std::vector<std::string> const& arguments) {
  return {{"zh", messages.text(id, vocabulary::Language::zh, arguments)},
          {"en", messages.text(id, vocabulary::Language::en, arguments)}};
}

Json reading_json(model::Reading const& reading, vocabulary::Messages const& messages) {
  Json json;
  json["text"] = reading.text;
  json["kind"] = std::string(model::name(reading.kind));
  json["relation"] = reading.relation ? Json(std::string(model::name(*reading.relation))) : Json(nullptr);
  json["value"] = text_or_null(reading.value);
  json["unit"] = text_or_null(reading.unit);
  if (reading.quantity) {
    json["quantity"] = {{"value", reading.quantity->value.plain_text()},
                        {"unit", text_or_null(reading.quantity->unit)},
                        {"dimension", dimension_text(*reading.quantity)}};
  } else {
    json["quantity"] = nullptr;
  }
  json["low"] = reading.ends ? end_json(reading.ends->low) : Json(nullptr);
  json["high"] = reading.ends ? end_json(reading.ends->high) : Json(nullptr);
  json["from"] = text_or_null(reading.from);
  json["to"] = text_or_null(reading.to);
  json["level"] = text_or_null(reading.level);
  json["approximate"] = reading.approximate;
  json["each"] = reading.each;
  json["total"] = reading.total;
  json["condition"] = reading.condition;
  json["subject"] = text_or_null(reading.subject);
  json["suspect"] = text_or_null(reading.suspect);
  json["parts"] = Json::array();
  for (model::Reading const& part : reading.parts) {
    json["parts"].push_back(reading_json(part, messages));
  }
  json["implied"] = implied_json(reading.implied, messages);
  json["findings"] = findings_json(reading, messages);
  return json;
}

} // namespace jixiao::report
