#pragma once
// Which pack `--rules auto` takes: by region and year, among the packs that speak for projects.
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/regions.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::pipeline {

struct PackChoice {
  enum class Why {
    general,      ///< no region was named
    region,       ///< the pack of the region that holds in the year
    undated,      ///< the pack of the region; since when it holds is not known
    no_region,    ///< a region that is known and has no pack: the general one
    not_in_force, ///< the region's packs do not hold in that year: the general one
    several,      ///< packs of the region that nothing tells apart; none is chosen
    unknown,      ///< no known region; none is chosen
  } why = Why::general;
  /// The pack and the region named are of one place by its name alone: only one of them says in which
  /// province.
  bool by_name_only = false;
  std::string id;               ///< of the pack; empty for Why::several and Why::unknown
  std::vector<std::string> ids; ///< packs of the region that were not chosen, or cannot be told apart
  std::string meant;            ///< Why::unknown: the region that the text may be a slip of, if any is near
};

/// `year`: four digits, or empty. A pack speaks for its places and what lies in them, never for what lies
/// above: that of a province for its cities, that of a city for no province. Of several packs that hold in
/// the year the one of the smallest place is taken, of these the one that began last, a dated one before one
/// whose dates are not known. A text that neither `regions` nor a pack knows is
/// no region: nothing is chosen for it.
[[nodiscard]] PackChoice choose_pack(std::span<rulepack::RulePack const> packs,
                                     vocabulary::Regions const& regions, std::string_view region,
                                     std::string_view year, std::string_view general);

/// Whether the pack holds on some day of the year; true when no year is given.
[[nodiscard]] bool holds_in(rulepack::RulePack const& pack, std::string_view year);

} // namespace jixiao::pipeline
