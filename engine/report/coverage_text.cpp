#include "engine/report/coverage_text.hpp"

#include "engine/report/html_page.hpp"
#include "engine/report/json.hpp"
#include "engine/report/width.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

using diagnostic::SourceTable;
using rulepack::Covered;
using vocabulary::Language;
using vocabulary::Messages;

bool is_own(Covered const& entry, std::string const& pack) {
  return entry.from_pack == pack;
}

/// Why nothing reaches it: in the words of the pack where it explains that.
std::string reason_text(Covered const& entry, Messages const& messages, Language language) {
  if (!entry.explained.empty()) {
    return messages.text("coverage_explained_as", language, std::vector<std::string>{entry.explained});
  }
  return entry.reason.empty() ? std::string() : messages.text(entry.reason, language, entry.arguments);
}

std::string title_of(Covered const& entry) {
  return entry.part.empty() ? entry.id : entry.id + ": " + entry.part;
}

std::string kind_text(Covered const& entry, Messages const& messages, Language language) {
  return messages.text("covered_" + std::string(rulepack::name(entry.kind)), language);
}

Json entry_json(Covered const& entry, std::string const& pack, SourceTable const& sources,
                Messages const& messages) {
  Json json{{"kind", std::string(rulepack::name(entry.kind))},
            {"id", entry.id},
            {"of", entry.of},
            {"part", entry.part.empty() ? Json(nullptr) : Json(entry.part)},
            {"from", entry.from_pack},
            {"own", is_own(entry, pack)},
            {"file", entry.place.row == 0 ? Json(nullptr) : Json(sources.at(entry.place.source).file)},
            {"line", entry.place.row == 0 ? Json(nullptr) : Json(entry.place.row)},
            {"column", entry.place.column == 0 ? Json(nullptr) : Json(entry.place.column)},
            {"count", entry.count}};
  json["reason"] = entry.reason.empty() ? Json(nullptr)
                                        : Json{{"zh", reason_text(entry, messages, Language::zh)},
                                               {"en", reason_text(entry, messages, Language::en)}};
  json["explained"] = entry.explained.empty() ? Json(nullptr) : Json(entry.explained);
  return json;
}

char const* why(rulepack::StaleUnreached const& stale) {
  return stale.reached ? "reached" : stale.possible.empty() ? "gone" : "possible";
}

Json stale_json(rulepack::StaleUnreached const& stale) {
  return {{"of", stale.entry.of},
          {"operand", stale.entry.part},
          {"line", stale.entry.place.row},
          {"column", stale.entry.place.column},
          {"why", why(stale)}};
}

/// The packs that wrote what can be reached, each once.
std::string writers(PackCoverage const& coverage, Messages const& messages, Language language) {
  std::vector<std::string> packs;
  std::string text;
  for (Covered const& entry : coverage.entries) {
    if (std::find(packs.begin(), packs.end(), entry.from_pack) == packs.end()) {
      packs.push_back(entry.from_pack);
      text += (text.empty() ? "" : messages.text("list_separator", language)) + entry.from_pack;
    }
  }
  return text;
}

std::string summary(PackCoverage const& coverage, Messages const& messages, Language language) {
  std::optional<std::size_t> const percent = coverage.percent();
  if (!percent) {
    std::vector<std::string> const arguments{coverage.pack, writers(coverage, messages, language),
                                             std::to_string(coverage.explained())};
    return messages.text(coverage.explained() == 0 ? "coverage_line_nothing" : "coverage_line_all_explained",
                         language, arguments);
  }
  std::vector<std::string> const arguments{coverage.pack, std::to_string(coverage.own_reached()),
                                           std::to_string(coverage.own()), std::to_string(*percent),
                                           std::to_string(coverage.explained())};
  return messages.text(coverage.explained() == 0 ? "coverage_line" : "coverage_line_explained", language,
                       arguments);
}

std::string stale_text(rulepack::StaleUnreached const& stale, Messages const& messages, Language language) {
  std::vector<std::string> const arguments{std::to_string(stale.entry.place.row), stale.entry.of,
                                           stale.entry.part, stale.possible};
  return messages.text(std::string("coverage_stale_") + why(stale), language, arguments);
}

/// Which tests were not counted; one line for those that fail, one for those that are known to.
std::vector<std::string> not_counted(PackCoverage const& coverage, Messages const& messages,
                                     Language language) {
  std::vector<std::string> lines;
  auto const add = [&](char const* message, std::vector<std::string> const& tests) {
    std::string names;
    for (std::string const& name : tests) {
      names += (names.empty() ? "" : messages.text("list_separator", language)) + name;
    }
    if (!tests.empty()) {
      std::vector<std::string> const arguments{std::to_string(tests.size()), names};
      lines.push_back(messages.text(message, language, arguments));
    }
  };
  add("coverage_failing", coverage.failing);
  add("coverage_todo", coverage.todo);
  return lines;
}

/// A part that the pack kept from what it extends stands in another file than the pack.
bool is_in_other_file(Covered const& entry, PackCoverage const& coverage) {
  return entry.place.row != 0 && entry.place.source != coverage.source;
}

std::string missing_text(Covered const& entry, PackCoverage const& coverage, CoverageContext const& context) {
  auto const& [sources, messages, language] = context;
  std::vector<std::string> const arguments{
      kind_text(entry, messages, language), title_of(entry), std::to_string(entry.place.row),
      reason_text(entry, messages, language), sources.at(entry.place.source).file};
  return messages.text(entry.place.row == 0                ? "coverage_missing"
                       : is_in_other_file(entry, coverage) ? "coverage_missing_in"
                                                           : "coverage_missing_at",
                       language, arguments);
}

bool is_missing(Covered const& entry, PackCoverage const& coverage) {
  return !entry.reached() && entry.explained.empty() && is_own(entry, coverage.pack);
}

/// How many branches and operands of one rule, from `at` on, are missing for one and the same reason: that
/// nothing reaches the rule is no news of each of them.
std::size_t parts_alike(PackCoverage const& coverage, std::size_t at) {
  Covered const& first = coverage.entries[at];
  std::size_t end = at + 1;
  while (!first.part.empty() && end < coverage.entries.size()) {
    Covered const& entry = coverage.entries[end];
    bool const alike = is_missing(entry, coverage) && !entry.part.empty() && entry.id == first.id
                       && entry.reason == first.reason && entry.arguments == first.arguments;
    if (!alike) {
      break;
    }
    ++end;
  }
  return end - at;
}

std::string row_html(Covered const& entry, PackCoverage const& coverage, CoverageContext const& context) {
  auto const& [sources, messages, language] = context;
  std::string const line = entry.place.row == 0 ? std::string() : std::to_string(entry.place.row);
  std::string const place =
      is_in_other_file(entry, coverage) ? html_text(sources.at(entry.place.source).file) + ":" + line : line;
  return std::string("<tr class=\"") + (entry.reached() || !entry.explained.empty() ? "yes" : "no")
         + "\"><td>" + html_text(kind_text(entry, messages, language)) + "</td><td>"
         + html_text(title_of(entry)) + "</td><td>" + place + "</td><td>" + std::to_string(entry.count)
         + "</td><td>" + html_text(reason_text(entry, messages, language)) + "</td></tr>\n";
}

} // namespace

std::size_t PackCoverage::own() const {
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [this](Covered const& entry) {
    return is_own(entry, pack) && entry.explained.empty();
  }));
}

std::size_t PackCoverage::explained() const {
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [this](Covered const& entry) {
    return is_own(entry, pack) && !entry.explained.empty();
  }));
}

std::size_t PackCoverage::own_reached() const {
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [this](Covered const& entry) {
    return is_own(entry, pack) && entry.reached();
  }));
}

std::optional<std::size_t> PackCoverage::percent() const {
  return own() == 0 ? std::nullopt : std::optional(own_reached() * 100 / own());
}

std::string coverage_text(PackCoverage const& coverage, CoverageContext const& context) {
  Messages const& messages = context.messages;
  Language const language = context.language;
  std::string text = summary(coverage, messages, language) + "\n";
  for (std::string const& line : not_counted(coverage, messages, language)) {
    text += line + "\n";
  }
  for (std::size_t at = 0; at < coverage.entries.size();) {
    Covered const& entry = coverage.entries[at];
    std::size_t const parts = is_missing(entry, coverage) ? parts_alike(coverage, at) : 1;
    if (parts > 1) {
      text += messages.text("coverage_missing_parts", language,
                            std::vector<std::string>{entry.id, std::to_string(parts),
                                                     reason_text(entry, messages, language)})
              + "\n";
    } else if (is_missing(entry, coverage)) {
      text += missing_text(entry, coverage, context) + "\n";
    }
    at += parts;
  }
  if (text.find("= ?") != std::string::npos) {
    text += messages.text("coverage_unknown_number", language) + "\n";
  }
  for (rulepack::StaleUnreached const& stale : coverage.stale) {
    text += stale_text(stale, messages, language) + "\n";
  }
  return escaped(text);
}

std::string coverage_json(std::vector<PackCoverage> const& packs, SourceTable const& sources,
                          Messages const& messages) {
  Json list = Json::array();
  for (PackCoverage const& each : packs) {
    Json entries = Json::array();
    for (Covered const& entry : each.entries) {
      entries.push_back(entry_json(entry, each.pack, sources, messages));
    }
    Json stale = Json::array();
    for (rulepack::StaleUnreached const& explanation : each.stale) {
      stale.push_back(stale_json(explanation));
    }
    list.push_back({{"pack", each.pack},
                    {"reached", each.own_reached()},
                    {"all", each.own()},
                    {"percent", each.percent() ? Json(*each.percent()) : Json(nullptr)},
                    {"explained", each.explained()},
                    {"failing_tests", each.failing},
                    {"todo_tests", each.todo},
                    {"stale_explanations", std::move(stale)},
                    {"entries", std::move(entries)}});
  }
  return Json{{"schema", "jixiao/pack-coverage/1"}, {"packs", std::move(list)}}.dump(1) + "\n";
}

std::string coverage_html(std::vector<PackCoverage> const& packs, CoverageContext const& context) {
  Messages const& messages = context.messages;
  Language const language = context.language;
  std::string text = html_begin(messages.text("coverage_title", language), language);
  for (PackCoverage const& each : packs) {
    text += "<h2>" + html_text(summary(each, messages, language)) + "</h2>\n";
    for (std::string const& line : not_counted(each, messages, language)) {
      text += "<p>" + html_text(line) + "</p>\n";
    }
    for (rulepack::StaleUnreached const& stale : each.stale) {
      text += "<p>" + html_text(stale_text(stale, messages, language)) + "</p>\n";
    }
    text += "<table>\n<tr>";
    for (char const* head : {"coverage_head_kind", "coverage_head_what", "coverage_head_line",
                             "coverage_head_count", "coverage_head_reason"}) {
      text += "<th>" + html_text(messages.text(head, language)) + "</th>";
    }
    text += "</tr>\n";
    for (Covered const& entry : each.entries) {
      if (is_own(entry, each.pack)) {
        text += row_html(entry, each, context);
      }
    }
    text += "</table>\n";
  }
  return text + html_end();
}

} // namespace jixiao::report
