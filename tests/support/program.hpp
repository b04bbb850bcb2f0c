#pragma once
// Runs the program as a user would, without a shell.
#include <string>
#include <vector>

namespace jixiao::test {

struct ProgramRun {
  int status = -1; ///< exit status; 128 + n when signal n ended it
  std::string output, errors;
};

/// Runs `jixiao ARGUMENTS` in the root of the source tree with `input` as standard input. The locale is
/// C.UTF-8, so Chinese is spoken; `environment` adds NAME=VALUE; its
/// output goes to `device`, a path, where there is one.
[[nodiscard]] ProgramRun run_program(std::vector<std::string> const& arguments, std::string const& input = {},
                                     std::vector<std::string> const& environment = {},
                                     std::string const& device = {});

/// A folder of its own below the build tree, empty, removed by nobody (for looking at after a failure).
[[nodiscard]] std::string fresh_folder(std::string const& name);

/// Writes `bytes` to `path` and gives the path back.
std::string write_file(std::string const& path, std::string const& bytes);

} // namespace jixiao::test
