#include "engine/report/mutation_text.hpp"

#include "engine/report/json.hpp"
#include "engine/report/width.hpp"

#include <nlohmann/json.hpp>

namespace jixiao::report {
namespace {

using authoring::Mutation;
using authoring::StaleExplanation;
using authoring::TriedMutant;
using diagnostic::SourceTable;
using vocabulary::Language;
using vocabulary::Messages;
using Outcome = TriedMutant::Outcome;

std::vector<std::string> place_of(diagnostic::Place const& place, SourceTable const& sources) {
  return {sources.at(place.source).file, std::to_string(place.row), std::to_string(place.column)};
}

std::string survivor_text(TriedMutant const& tried, SourceTable const& sources, Messages const& messages,
                          Language language) {
  std::vector<std::string> arguments = place_of(tried.mutant.place, sources);
  arguments.push_back(messages.text("mutant_" + std::string(authoring::name(tried.mutant.kind)), language));
  arguments.push_back(tried.mutant.of);
  for (std::string const* text : {&tried.mutant.before, &tried.mutant.after}) {
    arguments.push_back(text->empty() ? messages.text("mutation_nothing", language) : *text);
  }
  arguments.push_back(tried.mutant.change);
  return messages.text("mutation_survivor", language, arguments) + "\n";
}

std::string stale_text(StaleExplanation const& stale, SourceTable const& sources, Messages const& messages,
                       Language language) {
  std::vector<std::string> arguments = place_of(stale.explanation.place, sources);
  arguments.push_back(stale.explanation.of);
  arguments.push_back(stale.explanation.change);
  return messages.text("mutation_stale_" + std::string(authoring::name(stale.why)), language, arguments)
         + "\n";
}

Json text_or_null(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json tried_json(TriedMutant const& tried) {
  authoring::Mutant const& mutant = tried.mutant;
  bool const killed = tried.outcome == Outcome::killed;
  return {{"of", mutant.of},
          {"change", mutant.change},
          {"kind", std::string(authoring::name(mutant.kind))},
          {"before", mutant.before},
          {"after", mutant.after},
          {"line", mutant.place.row},
          {"column", mutant.place.column},
          {"outcome", std::string(authoring::name(tried.outcome))},
          {"test", killed ? Json{{"name", tried.test}, {"line", tried.test_line}} : Json(nullptr)},
          {"reason", text_or_null(tried.reason)}};
}

Json stale_json(StaleExplanation const& stale) {
  return {{"of", stale.explanation.of},
          {"change", stale.explanation.change},
          {"line", stale.explanation.place.row},
          {"column", stale.explanation.place.column},
          {"why", std::string(authoring::name(stale.why))}};
}

} // namespace

std::string mutation_text(Mutation const& mutation, SourceTable const& sources, Messages const& messages,
                          Language language) {
  if (!mutation.failing.empty()) {
    std::string names;
    for (std::string const& name : mutation.failing) {
      names += (names.empty() ? "" : messages.text("list_separator", language)) + name;
    }
    std::vector<std::string> const arguments{mutation.pack, std::to_string(mutation.failing.size()), names};
    return messages.text("mutation_failing", language, arguments) + "\n";
  }
  std::string const percent = mutation.percent() ? std::to_string(*mutation.percent()) : std::string();
  std::vector<std::string> const arguments{mutation.pack,
                                           std::to_string(mutation.count(Outcome::killed)),
                                           std::to_string(mutation.noticeable()),
                                           percent,
                                           std::to_string(mutation.count(Outcome::explained)),
                                           std::to_string(mutation.count(Outcome::survived)),
                                           std::to_string(mutation.count(Outcome::refused)),
                                           std::to_string(mutation.count(Outcome::same))};
  std::string text =
      messages.text(percent.empty() ? "mutation_line_nothing" : "mutation_line", language, arguments) + "\n";
  if (mutation.todo > 0) {
    std::vector<std::string> const left_out{std::to_string(mutation.todo)};
    text += messages.text("mutation_todo", language, left_out) + "\n";
  }
  for (TriedMutant const& tried : mutation.tried) {
    if (tried.outcome == Outcome::survived) {
      text += survivor_text(tried, sources, messages, language);
    }
  }
  for (StaleExplanation const& stale : mutation.stale) {
    text += stale_text(stale, sources, messages, language);
  }
  return escaped(text);
}

std::string mutations_json(std::vector<Mutation> const& mutations, SourceTable const& sources) {
  Json packs = Json::array();
  for (Mutation const& each : mutations) {
    Json tried = Json::array(), stale = Json::array();
    for (TriedMutant const& mutant : each.tried) {
      tried.push_back(tried_json(mutant));
    }
    for (StaleExplanation const& explanation : each.stale) {
      stale.push_back(stale_json(explanation));
    }
    packs.push_back(
        {{"pack", each.pack},
         {"file",
          each.tried.empty() ? Json(nullptr) : Json(sources.at(each.tried.front().mutant.place.source).file)},
         {"killed", each.count(Outcome::killed)},
         {"survived", each.count(Outcome::survived)},
         {"explained", each.count(Outcome::explained)},
         {"same", each.count(Outcome::same)},
         {"refused", each.count(Outcome::refused)},
         {"percent", each.percent() ? Json(*each.percent()) : Json(nullptr)},
         {"todo_tests", each.todo},
         {"failing_tests", each.failing},
         {"mutants", std::move(tried)},
         {"stale", std::move(stale)}});
  }
  return Json{{"schema", "jixiao/pack-mutation/1"}, {"packs", std::move(packs)}}.dump(1) + "\n";
}

} // namespace jixiao::report
