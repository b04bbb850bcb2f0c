#pragma once
// What the tests of packs notice when the packs are changed, for people and for programs.
#include "engine/authoring/mutation.hpp"
#include "engine/diagnostic/source_table.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

/// One line for the pack, then one for each survivor that the pack does not explain and for each explanation
/// that does not hold.
[[nodiscard]] std::string mutation_text(authoring::Mutation const& mutation,
                                        diagnostic::SourceTable const& sources,
                                        vocabulary::Messages const& messages, vocabulary::Language language);
[[nodiscard]] std::string mutations_json(std::vector<authoring::Mutation> const& mutations,
                                         diagnostic::SourceTable const& sources);

} // namespace jixiao::report
