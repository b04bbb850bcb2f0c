// Which pack a command scores with: the one that was named, or the choice of `--rules auto`, said with its
// why.
#include "engine/pipeline/choose_pack.hpp"
#include "cli/session.hpp"

#include <algorithm>

namespace jixiao::cli {
namespace {

using pipeline::PackChoice;
using rulepack::RulePack;

/// The pack that stands behind `--rules auto`: the national method, which every region builds on.
constexpr std::string_view default_pack = "mof-2020";

char const* why_message(PackChoice::Why why, bool any_year, bool year_of_tables) {
  switch (why) {
  case PackChoice::Why::region:
    return any_year ? "rules_why_latest" : year_of_tables ? "rules_why_table_year" : "rules_why_region";
  case PackChoice::Why::undated: return "rules_why_undated";
  case PackChoice::Why::no_region: return "rules_why_no_region";
  default: return year_of_tables ? "rules_why_not_in_force_table_year" : "rules_why_not_in_force";
  }
}

bool is_year(std::string const& text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

std::optional<RulePack> Session::load_pack(ReadYears const& years) {
  bool const automatic = options.rules == "auto";
  if (automatic && !options.region.empty()) {
    return choose_pack(years);
  }
  diagnostic::Outcome<RulePack> loaded = rules.pack(automatic ? default_pack : options.rules);
  // Hints are for those who write rules (`rules check` shows them), not for those who score with them.
  say_worse_than_info(loaded.diagnostics);
  if (!loaded.value) {
    end_with(ExitStatus::unreadable);
  } else if (automatic) {
    say(text("rules_chosen", {loaded.value->id, loaded.value->title, loaded.value->document}));
    say_when_outside_year(*loaded.value);
  }
  return std::move(loaded.value);
}

void Session::say_when_outside_year(RulePack const& pack) {
  if (!pipeline::holds_in(pack, options.year)) {
    say(text("rules_outside_year", {pack.id, pack.effective_from, options.year}));
  }
}

std::string Session::projects_text(std::map<std::string, std::uint64_t> const& projects) const {
  std::string list;
  for (auto const& [year, count] : projects) {
    list +=
        (list.empty() ? "" : text("list_separator"))
        + text(year.empty() ? "projects_without_year" : "projects_of_year", {year, std::to_string(count)});
  }
  return list;
}

void Session::say_when_outside_years(RulePack const& pack, pipeline::TableYears const& years) const {
  std::map<std::string, std::uint64_t> outside;
  for (auto const& [year, count] : years.projects) {
    if (is_year(year) && year != options.year && !pipeline::holds_in(pack, year)) {
      outside.emplace(year, count);
    }
  }
  if (!outside.empty()) {
    std::string const& to = pack.effective_to;
    say(text(to.empty() ? "rules_outside_table_year" : "rules_outside_table_year_to",
             {pack.id, pack.effective_from, to, projects_text(outside)}));
  }
}

void Session::say_without_year(pipeline::TableYears const& years) const {
  for (std::filesystem::path const& each : years.not_read) {
    say(text("rules_years_read_once", {each.generic_string()}));
  }
  bool const none = years.projects.size() == 1 && years.projects.begin()->first.empty();
  if (none) {
    say(text("rules_years_none"));
  } else if (years.projects.size() > 1) {
    say(text("rules_years_differ", {projects_text(years.projects)}));
  }
}

std::optional<RulePack> Session::choose_pack(ReadYears const& read_years) {
  std::vector<RulePack> packs;
  for (std::string const& id : rules.pack_ids()) {
    diagnostic::Outcome<RulePack> loaded = rules.pack(id);
    say_worse_than_info(loaded.diagnostics);
    if (!loaded.value) {
      end_with(ExitStatus::unreadable); // it may be the one that was wanted
      return std::nullopt;
    }
    packs.push_back(std::move(*loaded.value));
  }
  diagnostic::Outcome<vocabulary::Regions> const regions = rules.regions();
  say(regions.diagnostics);
  if (!regions.value) {
    end_with(ExitStatus::unreadable);
    return std::nullopt;
  }
  using Why = PackChoice::Why;
  auto const choose = [&](std::string const& year) {
    return pipeline::choose_pack(packs, *regions.value, options.region, year, default_pack);
  };
  PackChoice choice = choose(options.year);
  pipeline::TableYears years;
  // Of packs without dates none is better for any year: the tables are not read for them.
  bool const dated = choice.why == Why::region || choice.why == Why::several;
  bool const asks_years = options.year.empty() && read_years && dated;
  if (asks_years) {
    years = read_years();
  }
  std::string const agreed = years.agreed();
  if (!agreed.empty()) {
    choice = choose(agreed);
  }
  std::string others;
  for (std::string const& id : choice.ids) {
    others += (others.empty() ? "" : text("list_separator", {})) + id;
  }
  if (choice.why == Why::unknown) {
    say(choice.meant.empty() ? text("rules_region_unknown", {options.region})
                             : text("rules_region_like", {options.region, choice.meant}));
    end_with(ExitStatus::wrong_usage);
    return std::nullopt;
  }
  if (choice.why == Why::several) {
    say(text("rules_several", {options.region, others}));
    end_with(ExitStatus::wrong_usage);
    return std::nullopt;
  }
  auto const chosen =
      std::find_if(packs.begin(), packs.end(), [&](RulePack const& pack) { return pack.id == choice.id; });
  if (chosen == packs.end()) {
    end_with(ExitStatus::unreadable); // the folder of rules has no general pack
    return std::nullopt;
  }
  bool const any_year = options.year.empty() && agreed.empty();
  char const* const why = why_message(choice.why, any_year, !agreed.empty());
  std::string const count = agreed.empty() ? std::string() : std::to_string(years.projects.at(agreed));
  say(text("rules_chosen_why", {chosen->id, chosen->title, chosen->document,
                                text(why, {options.region, others, agreed, count})}));
  if (asks_years && agreed.empty()) {
    say_without_year(years);
  }
  if (choice.by_name_only) {
    say(text("rules_by_name_only", {chosen->id, chosen->region, options.region}));
  }
  if (choice.why != Why::not_in_force && !others.empty()) {
    say(text("rules_others", {others}));
  }
  say_when_outside_year(*chosen);
  return std::move(*chosen);
}

} // namespace jixiao::cli
