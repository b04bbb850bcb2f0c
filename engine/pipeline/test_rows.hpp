#pragma once
// Rows of tests of packs as rows of a table.
#include "engine/model/raw_table.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstddef>
#include <memory>

namespace jixiao::pipeline {

/// The columns that tests can fill.
[[nodiscard]] std::shared_ptr<model::Header const> header_of_tests();

/// `number`: of the row, from 1 on.
[[nodiscard]] model::RawRow row_of(rulepack::PackTestRow const& test, std::size_t number);

/// A row that is met and carries the points of the indicators, so that there is a total for the budget to
/// join.
[[nodiscard]] model::RawRow row_for_budget(rulepack::PackTest const& test, rulepack::RulePack const& pack);

} // namespace jixiao::pipeline
