#pragma once
// A pack as a list of clauses that can be held against those of another pack: everything that decides points,
// as text, with its place and its citation.
#include "engine/rulepack/rule_pack.hpp"

#include <string>
#include <utility>
#include <vector>

namespace jixiao::authoring {

struct Clause {
  std::string section; ///< "score", "weights", "department.items.<id>.rules" ...
  std::string id;      ///< of the rule, class, grade; the key of a section that is no list
  std::vector<std::pair<std::string, std::string>> fields; ///< key and text; without those that are empty
  std::string cite;
  std::string from_pack;
  diagnostic::Place place; ///< empty for what has no place of its own
  bool in_order = false;   ///< of a list in which the first match decides
};

/// In the order of the pack. What it rests on and what it is called is no clause, its tests are none.
[[nodiscard]] std::vector<Clause> clauses_of(rulepack::RulePack const& pack);

} // namespace jixiao::authoring
