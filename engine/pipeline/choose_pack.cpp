#include "engine/pipeline/choose_pack.hpp"

#include "engine/vocabulary/nearest.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <optional>

namespace jixiao::pipeline {
namespace {

using rulepack::RulePack;

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

constexpr std::size_t letter = 3;              // most Chinese characters in UTF-8
constexpr std::size_t least_name = 2 * letter; // one letter alone is the beginning of too much

/// A place as people write it: a provincial region, if one is named, and what follows.
struct Region {
  std::string province, rest;

  Region(std::string_view text, vocabulary::Regions const& regions) {
    std::string const full = regions.in_full(text);
    province = regions.province_of(text);
    rest = full.empty() ? std::string(grammar::trim(text)) : full.substr(province.size());
  }
};

/// How a pack speaks for a region.
struct Match {
  std::size_t precision = 0; ///< the longer the name below the province, the smaller the place
  bool by_name_only = false;
};

/// The same name but for the last letter, "city" or "county", which people leave out.
bool is_short_form(std::string_view text, std::string_view of) {
  return text.size() >= least_name && of.size() == text.size() + letter && begins(of, text);
}

bool ends(std::string_view text, std::string_view with) {
  return with.size() > least_name && with.size() <= text.size()
         && text.substr(text.size() - with.size()) == with;
}

std::optional<Match> match(Region const& own, Region const& asked) {
  bool const one_province = own.province == asked.province;
  if (!one_province && !own.province.empty() && !asked.province.empty()) {
    return std::nullopt;
  }
  bool const is_province = own.rest.empty();
  if (is_province) {
    return one_province ? std::optional(Match{}) : std::nullopt;
  }
  bool const in_it = own.rest.size() >= least_name && begins(asked.rest, own.rest);
  bool const by_name = in_it || is_short_form(asked.rest, own.rest);
  bool const by_end = !one_province && (ends(asked.rest, own.rest) || ends(own.rest, asked.rest));
  return by_name || by_end ? std::optional(Match{own.rest.size(), !one_province}) : std::nullopt;
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

/// Of several regions of a pack the smallest that the region lies in.
std::optional<Match> match(RulePack const& pack, Region const& asked, vocabulary::Regions const& regions) {
  std::optional<Match> best;
  for (std::string_view const each : regions_of(pack)) {
    std::optional<Match> const found = match(Region(each, regions), asked);
    if (found && (!best || best->precision < found->precision)) {
      best = found;
    }
  }
  return best;
}

/// A pack that speaks for the region, and how.
struct Candidate {
  RulePack const* pack;
  Match match;
};

/// That of the smaller place first, then the one that began last; an unknown beginning is an empty text and
/// stands behind all dates.
bool goes_before(Candidate const& left, Candidate const& right) {
  if (left.match.precision != right.match.precision) {
    return left.match.precision > right.match.precision;
  }
  return left.pack->effective_from > right.pack->effective_from;
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
  Region const asked(text, regions);
  std::vector<Candidate> found, not_in_force;
  for (RulePack const& pack : packs) {
    std::optional<Match> const how = match(pack, asked, regions);
    if (pack.subject == rulepack::Subject::project && how) {
      (holds_in(pack, year) ? found : not_in_force).push_back({&pack, *how});
    }
  }
  if (found.empty() && not_in_force.empty() && full.empty()) {
    choice.why = PackChoice::Why::unknown;
    choice.id.clear();
    choice.meant = slip_of(packs, regions, region);
    return choice;
  }
  std::stable_sort(found.begin(), found.end(), goes_before);
  std::size_t const precision = found.empty() ? 0 : found[0].match.precision;
  for (Candidate const& each : not_in_force) {
    if (each.match.precision >= precision) {
      choice.ids.push_back(each.pack->id);
    }
  }
  if (found.empty()) {
    choice.why = choice.ids.empty() ? PackChoice::Why::no_region : PackChoice::Why::not_in_force;
    return choice;
  }
  auto const larger = std::find_if(found.begin(), found.end(),
                                   [&](Candidate const& each) { return each.match.precision != precision; });
  found.erase(larger, found.end());
  bool const tie = found.size() > 1 && found[0].pack->effective_from == found[1].pack->effective_from;
  for (std::size_t i = tie ? 0 : 1; i < found.size(); ++i) {
    choice.ids.push_back(found[i].pack->id);
  }
  if (tie) {
    choice.why = PackChoice::Why::several;
    choice.id.clear();
    return choice;
  }
  RulePack const& chosen = *found[0].pack;
  choice.id = chosen.id;
  choice.by_name_only = found[0].match.by_name_only;
  choice.why = chosen.effective_from.empty() ? PackChoice::Why::undated : PackChoice::Why::region;
  return choice;
}

} // namespace jixiao::pipeline
