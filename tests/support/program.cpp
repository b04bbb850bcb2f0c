#include "tests/support/program.hpp"

#include "tests/support/files.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace jixiao::test {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void become(std::vector<std::string> const& arguments, fs::path const& folder,
                         std::vector<std::string> const& environment, std::string const& output) {
  auto const redirect = [&](char const* name, int flags, int descriptor) {
    int const file = ::open((folder / name).c_str(), flags, 0600);
    if (file < 0 || ::dup2(file, descriptor) < 0) {
      ::_exit(127);
    }
  };
  redirect("input", O_RDONLY, 0);
  redirect(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 1);
  redirect("errors", O_WRONLY | O_CREAT | O_TRUNC, 2);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  for (std::string const& each : environment) {
    auto const equals = each.find('=');
    ::setenv(each.substr(0, equals).c_str(), each.substr(equals + 1).c_str(), 1);
  }
  std::vector<char*> words{const_cast<char*>(JIXIAO_PROGRAM)};
  for (std::string const& each : arguments) {
    words.push_back(const_cast<char*>(each.c_str()));
  }
  words.push_back(nullptr);
  if (::chdir(JIXIAO_SOURCE_DIR) == 0) {
    ::execv(JIXIAO_PROGRAM, words.data());
  }
  ::_exit(127);
}

} // namespace

std::string fresh_folder(std::string const& name) {
  fs::path const folder =
      fs::temp_directory_path() / "jixiao-tests" / (name + "-" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder.string();
}

std::string write_file(std::string const& path, std::string const& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

ProgramRun run_program(std::vector<std::string> const& arguments, std::string const& input,
                       std::vector<std::string> const& environment, std::string const& device) {
  fs::path const folder = fresh_folder("run");
  write_file((folder / "input").string(), input);
  pid_t const child = ::fork();
  if (child < 0) {
    throw std::runtime_error("cannot fork");
  }
  if (child == 0) {
    become(arguments, folder, environment, device.empty() ? "output" : device);
  }
  int status = 0;
  if (::waitpid(child, &status, 0) < 0) {
    throw std::runtime_error("cannot wait");
  }
  ProgramRun run;
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.output = device.empty() ? read_file(folder / "output") : std::string();
  run.errors = read_file(folder / "errors");
  fs::remove_all(folder);
  return run;
}

} // namespace jixiao::test
