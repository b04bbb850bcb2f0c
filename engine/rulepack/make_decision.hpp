#pragma once
#include "engine/rulepack/decision.hpp"
#include "grammar/expression.hpp"

namespace jixiao::rulepack {

/// The decision of a condition that has been compiled without findings.
[[nodiscard]] Decision make_decision(grammar::ExpressionTree const& tree);

} // namespace jixiao::rulepack
