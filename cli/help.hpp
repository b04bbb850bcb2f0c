#pragma once
// The page of --help, from what the command line declares.
#include "engine/vocabulary/messages.hpp"

#include <string>

namespace CLI {
class App;
}

namespace jixiao::cli {

/// Usage, arguments, options and commands of `app`; those of its parents that hold here as well.
[[nodiscard]] std::string help_page(CLI::App const& app, vocabulary::Messages const& messages,
                                    vocabulary::Language language);

/// "jixiao rules check"
[[nodiscard]] std::string command_path(CLI::App const& app);

} // namespace jixiao::cli
