#include "engine/pipeline/run_program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace jixiao::pipeline {

namespace {

using Clock = std::chrono::steady_clock;
using End = ProgramOutcome::End;

constexpr std::size_t most_errors = 4096;
constexpr rlim_t most_file_bytes = rlim_t{1} << 30; ///< of a file that the program writes
constexpr rlim_t most_memory = rlim_t{8} << 30;     ///< that it may address

class Pipe {
public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
      ends_ = {-1, -1};
    }
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;

  int operator[](std::size_t end) const { return ends_[end]; }
  void close(std::size_t end) {
    if (ends_[end] >= 0) {
      ::close(ends_[end]);
      ends_[end] = -1;
    }
  }

private:
  std::array<int, 2> ends_{-1, -1};
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& each : texts) {
    result.push_back(each.data());
  }
  result.push_back(nullptr);
  return result;
}

/// The program as a file, as PATH has it; empty when there is none. Looked up here, so that a program that
/// is not there is told from one that ended with an error.
std::string find_program(std::string const& name) {
  if (name.find('/') != std::string::npos) {
    return ::access(name.c_str(), X_OK) == 0 ? name : "";
  }
  char const* const stated = std::getenv("PATH");
  std::string const folders = stated == nullptr ? "/usr/local/bin:/usr/bin:/bin" : stated;
  for (std::size_t at = 0; at <= folders.size();) {
    std::size_t const end = std::min(folders.find(':', at), folders.size());
    std::string const path = folders.substr(at, end - at) + "/" + name;
    std::error_code ignored;
    if (path.front() == '/' && ::access(path.c_str(), X_OK) == 0
        && !std::filesystem::is_directory(path, ignored)) {
      return path;
    }
    at = end + 1;
  }
  return {};
}

std::vector<std::string> environment_of(ProgramRequest const& request) {
  char const* const path = std::getenv("PATH");
  std::vector<std::string> result{std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path),
                                  "LC_ALL=C.UTF-8"};
  result.insert(result.end(), request.environment.begin(), request.environment.end());
  return result;
}

/// A started program, at the head of a group of its own so that all of it can be ended.
class Child {
public:
  Child(std::string const& file, ProgramRequest const& request, Pipe& output, Pipe& errors) {
    std::vector<std::string> arguments{request.program};
    arguments.insert(arguments.end(), request.arguments.begin(), request.arguments.end());
    std::vector<std::string> environment = environment_of(request);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO);
    if (!request.folder.empty()) {
      ::posix_spawn_file_actions_addchdir_np(&actions, request.folder.c_str());
    }
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    int const failed = ::posix_spawn(&id_, file.c_str(), &actions, &attributes, pointers(arguments).data(),
                                     pointers(environment).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    id_ = failed == 0 ? id_ : -1;
    limit(RLIMIT_FSIZE, most_file_bytes);
    limit(RLIMIT_AS, most_memory);
    output.close(1);
    errors.close(1);
  }
  [[nodiscard]] bool started() const { return id_ > 0; }
  [[nodiscard]] bool has_ended() const {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT) == 0
           && info.si_pid != 0;
  }
  void end_all() const { ::kill(-id_, SIGKILL); }
  /// What waitpid says.
  [[nodiscard]] int wait() const {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
  }

private:
  void limit(__rlimit_resource resource, rlim_t most) const {
    if (started()) {
      rlimit const both{most, most};
      ::prlimit(id_, resource, &both, nullptr); // best effort: the time is limited in any case
    }
  }

  pid_t id_ = -1;
};

/// Reads what is there; false at the end of the pipe.
bool read_some(int from, std::string& into, std::size_t most) {
  std::array<char, 65536> buffer;
  ssize_t const count = ::read(from, buffer.data(), buffer.size());
  if (count < 0) {
    return errno == EINTR || errno == EAGAIN;
  }
  std::size_t const room = most - std::min(most, into.size());
  into.append(buffer.data(), std::min(static_cast<std::size_t>(count), room));
  return count != 0;
}

/// Reads both pipes until they end or a limit is reached.
End listen(Pipe& output, Pipe& errors, ProgramRequest const& request, Clock::time_point latest,
           ProgramOutcome& outcome) {
  while (output[0] >= 0 || errors[0] >= 0) {
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(latest - Clock::now()).count();
    if (left <= 0) {
      return End::timed_out;
    }
    std::array<pollfd, 2> watched{{{output[0], POLLIN, 0}, {errors[0], POLLIN, 0}}};
    ::poll(watched.data(), watched.size(), static_cast<int>(std::min<long long>(left, 1000)));
    if (watched[0].revents != 0 && !read_some(output[0], outcome.output, request.output_bytes + 1)) {
      output.close(0);
    }
    if (watched[1].revents != 0 && !read_some(errors[0], outcome.errors, most_errors)) {
      errors.close(0);
    }
    if (outcome.output.size() > request.output_bytes) {
      return End::too_much;
    }
  }
  return End::finished;
}

} // namespace

ProgramOutcome run_program(ProgramRequest const& request) {
  ProgramOutcome outcome;
  std::string const file = find_program(request.program);
  if (file.empty()) {
    outcome.end = End::missing;
    return outcome;
  }
  Pipe output, errors;
  Child const child(file, request, output, errors);
  if (!child.started()) {
    return outcome;
  }
  Clock::time_point const latest = Clock::now() + request.time;
  outcome.end = listen(output, errors, request, latest, outcome);
  // A program may close what it prints to before it ends.
  while (outcome.end == End::finished && !child.has_ended()) {
    if (Clock::now() >= latest) {
      outcome.end = End::timed_out;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  child.end_all(); // also what it left behind
  int const status = child.wait();
  if (outcome.end == End::finished) {
    bool const exited = WIFEXITED(status);
    outcome.end = exited ? End::finished : End::failed;
    outcome.status = exited ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  return outcome;
}

TemporaryFolder::TemporaryFolder() {
  std::error_code failed;
  std::filesystem::path const base = std::filesystem::temp_directory_path(failed);
  std::string name = ((failed ? std::filesystem::path("/tmp") : base) / "jixiao-XXXXXX").string();
  if (::mkdtemp(name.data()) != nullptr) {
    path_ = name;
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) {
    std::filesystem::remove_all(path_, ignored);
  }
}

} // namespace jixiao::pipeline
