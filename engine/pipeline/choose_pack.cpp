#include "engine/pipeline/choose_pack.hpp"

#include "engine/vocabulary/nearest.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::pipeline {
namespace {

using rulepack::RulePack;

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

/// "Sichuan" names the province of Sichuan, and Chengdu of that province lies in it.
bool same_place(std::string_view left, std::string_view right) {
  constexpr std::size_t two_characters = 6; // in UTF-8: one alone is the beginning of too much
  return std::min(left.size(), right.size()) >= two_characters
         && (begins(left, right) || begins(right, left));
}

/// The regions that a pack names, with enumeration commas between them.
std::vector<std::string_view> regions_of(RulePack const& pack) {
  constexpr std::string_view separator = "\xE3\x80\x81";
  std::vector<std::string_view> result;
  for (std::string_view rest = pack.region; !rest.empty();) {
    std::size_t const end = std::min(rest.find(separator), rest.size());
    result.push_back(grammar::trim(rest.substr(0, end)));
    rest = end == rest.size() ? std::string_view() : rest.substr(end + separator.size());
  }
  return result;
}

bool speaks_for(RulePack const& pack, std::string_view region) {
  std::vector<std::string_view> const own = regions_of(pack);
  return std::any_of(own.begin(), own.end(), [&](std::string_view each) { return same_place(each, region); });
}

/// The known region that `text` is near to.
std::string slip_of(std::span<RulePack const> packs, vocabulary::Regions const& regions,
                    std::string_view text) {
  std::vector<std::string> known = regions.names();
  for (RulePack const& pack : packs) {
    for (std::string_view const each : regions_of(pack)) {
      known.emplace_back(each);
    }
  }
  return vocabulary::nearest(text, known);
}

} // namespace

bool holds_in(RulePack const& pack, std::string_view year) {
  std::string const first = std::string(year) + "-01-01";
  std::string const last = std::string(year) + "-12-31";
  return year.empty()
         || ((pack.effective_from.empty() || pack.effective_from <= last)
             && (pack.effective_to.empty() || first <= pack.effective_to));
}

PackChoice choose_pack(std::span<RulePack const> packs, vocabulary::Regions const& regions,
                       std::string_view text, std::string_view year, std::string_view general) {
  PackChoice choice;
  choice.id = std::string(general);
  if (text.empty()) {
    return choice;
  }
  std::string const full = regions.in_full(text);
  std::string_view const region = full.empty() ? grammar::trim(text) : std::string_view(full);
  std::vector<RulePack const*> found;
  for (RulePack const& pack : packs) {
    if (pack.subject == rulepack::Subject::project && speaks_for(pack, region)) {
      if (holds_in(pack, year)) {
        found.push_back(&pack);
      } else {
        choice.ids.push_back(pack.id);
      }
    }
  }
  if (found.empty() && choice.ids.empty() && full.empty()) {
    choice.why = PackChoice::Why::unknown;
    choice.id.clear();
    choice.meant = slip_of(packs, regions, region);
    return choice;
  }
  if (found.empty()) {
    choice.why = choice.ids.empty() ? PackChoice::Why::no_region : PackChoice::Why::not_in_force;
    return choice;
  }
  // The one that began last; an unknown beginning is an empty text and stands behind all dates.
  std::stable_sort(found.begin(), found.end(), [](RulePack const* left, RulePack const* right) {
    return left->effective_from > right->effective_from;
  });
  bool const tie = found.size() > 1 && found[0]->effective_from == found[1]->effective_from;
  for (std::size_t i = tie ? 0 : 1; i < found.size(); ++i) {
    choice.ids.push_back(found[i]->id);
  }
  if (tie) {
    choice.why = PackChoice::Why::several;
    choice.id.clear();
    return choice;
  }
  choice.id = found[0]->id;
  choice.why = found[0]->effective_from.empty() ? PackChoice::Why::undated : PackChoice::Why::region;
  return choice;
}

} // namespace jixiao::pipeline
