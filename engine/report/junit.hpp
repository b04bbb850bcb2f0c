#pragma once
// Results of pack tests as the XML that build servers read.
#include "engine/report/pack_results.hpp"

namespace jixiao::report {

/// One suite for each pack; a refused pack is a suite with one error. Tests that are still to do are skipped.
[[nodiscard]] std::string pack_tests_junit(std::vector<PackTests> const& packs,
                                           diagnostic::SourceTable const& sources,
                                           vocabulary::Messages const& messages,
                                           vocabulary::Language language);

} // namespace jixiao::report
