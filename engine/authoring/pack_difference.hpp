#pragma once
// What differs between two packs, clause by clause.
#include "engine/authoring/clauses.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::authoring {

struct DifferentField {
  std::string key;
  std::string left, right; ///< empty: this pack does not have it
};

struct DifferentClause {
  enum class What : std::uint8_t {
    only_left,  ///< the first pack alone has it
    only_right, ///< the second pack alone has it
    changed,    ///< both have it, and it says something else
    moved       ///< says the same, behind another one
  } what = What::changed;
  std::optional<Clause> left, right;  ///< as far as the packs have it
  std::vector<DifferentField> fields; ///< that differ; "behind" is the clause before it that both have

  [[nodiscard]] Clause const& either() const { return left ? *left : *right; }
};

[[nodiscard]] std::string_view name(DifferentClause::What what); ///< "only_left" ...

/// In the order of the first pack; what only the second has stands behind the clauses of its section. A
/// citation that differs alone is no difference.
[[nodiscard]] std::vector<DifferentClause> compare_packs(rulepack::RulePack const& left,
                                                         rulepack::RulePack const& right);

} // namespace jixiao::authoring
