#pragma once
// Other programs, run without a shell.
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace jixiao::pipeline {

struct ProgramRequest {
  std::string program; ///< a name, looked up in PATH, or a path
  std::vector<std::string> arguments;
  std::filesystem::path folder;           ///< where it runs
  std::chrono::milliseconds time{60'000}; ///< then it is ended, with all it started
  std::size_t output_bytes = 64u << 20;   ///< of its standard output; more ends it
  std::vector<std::string> environment;   ///< NAME=VALUE, beside PATH and a plain locale
};

struct ProgramOutcome {
  enum class End : std::uint8_t {
    finished, ///< with `status`
    missing,  ///< there is no such program
    timed_out,
    too_much, ///< output
    failed    ///< by a signal, or it could not be started
  };
  End end = End::failed;
  int status = 0;
  std::string output;
  std::string errors; ///< the first of what it said
};

/// Runs a program and waits for its end. Its standard input is empty.
[[nodiscard]] ProgramOutcome run_program(ProgramRequest const& request);

/// A folder that only this user can enter, removed with all in it at the end.
class TemporaryFolder {
public:
  /// `path()` is empty when none could be made.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

private:
  std::filesystem::path path_;
};

} // namespace jixiao::pipeline
