#pragma once
// The declarations of `rules ...`: what rule authors work with.
#include "cli/option_maker.hpp"

namespace jixiao::cli {

/// All must outlive the parsing of the command line.
void declare_rules(OptionMaker& make, CLI::App& program, Options& options);

} // namespace jixiao::cli
