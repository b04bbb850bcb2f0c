#pragma once
#include "engine/model/indicator.hpp"
#include "engine/model/raw_table.hpp"

namespace jixiao::lowering {

/// Key and digest of a row: by them a judgement finds it and sees whether it has changed.
void identify_row(model::RawRow const& raw, model::Project const& project, model::Indicator& row);

} // namespace jixiao::lowering
