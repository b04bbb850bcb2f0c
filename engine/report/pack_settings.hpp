#pragma once
// What a pack says outside its lists of rules, line by line, with where each line comes from. Private to this
// folder.
#include "engine/rulepack/rule_pack.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

struct PackSetting {
  std::string section, key, value;
  std::string from;                       ///< id of the pack that wrote it; empty: no pack says it
  rulepack::Basis const* basis = nullptr; ///< of its section; null: none
};

/// In the order in which packs are written; the lines of a section stand together.
[[nodiscard]] std::vector<PackSetting> pack_settings(rulepack::RulePack const& pack);

/// "source (K+)"; empty when there is neither.
[[nodiscard]] std::string basis_text(std::string const& cite,
                                     std::optional<rulepack::Confidence> const& confidence);
/// What a rule rests on: its own citation, else that of its section.
[[nodiscard]] rulepack::Basis rule_basis(rulepack::RulePack const& pack, std::string_view section,
                                         rulepack::Rule const& rule);

} // namespace jixiao::report
