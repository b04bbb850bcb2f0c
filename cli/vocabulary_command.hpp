#pragma once
// parse --report.
#include "cli/session.hpp"

namespace jixiao::cli {

/// Writes what of the tables that the options name is understood, and sets the end.
void report_vocabulary(Session& session, vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::cli
