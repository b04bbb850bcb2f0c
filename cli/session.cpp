#include "cli/session.hpp"

#include "engine/pipeline/text_file.hpp"
#include "engine/report/report.hpp"

#include <algorithm>
#include <cstdio>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>

namespace jixiao::cli {
namespace {

/// A page below these columns would break every number, above them no eye follows a line.
constexpr std::uint32_t narrowest = 80, widest = 132;

} // namespace

std::string engine_name() {
  return "jixiao " JIXIAO_VERSION;
}

Session::Session(Options const& typed, vocabulary::Messages const& words)
    : options(typed), messages(words), rules(typed.rules_dir, sources) {}

std::string Session::text(std::string_view id, std::vector<std::string> const& arguments) const {
  return messages.text(id, options.language, arguments);
}

void Session::begin_csv() {
  if (options.bom) {
    write("\xEF\xBB\xBF");
  }
}

void Session::write(std::string_view text) {
  if (options.out.empty()) {
    std::fwrite(text.data(), 1, text.size(), stdout);
  } else {
    held_ += text;
  }
}

void Session::say(std::string_view line) const {
  std::fflush(stdout);
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fputc('\n', stderr);
}

void Session::say(diagnostic::Diagnostics const& findings) const {
  for (diagnostic::Diagnostic const& each : findings) {
    say(report::finding_text(each, sources, messages, options.language));
  }
}

void Session::say_worse_than_info(diagnostic::Diagnostics const& findings) const {
  for (diagnostic::Diagnostic const& each : findings) {
    if (each.severity != diagnostic::Severity::info) {
      say(diagnostic::Diagnostics{each});
    }
  }
}

std::optional<std::uint32_t> Session::page_width() const {
  winsize size{};
  bool const terminal = options.out.empty() && isatty(STDOUT_FILENO) != 0
                        && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return terminal ? std::optional(std::clamp<std::uint32_t>(size.ws_col, narrowest, widest)) : std::nullopt;
}

std::optional<vocabulary::Vocabulary> Session::load_vocabulary() {
  diagnostic::Outcome<vocabulary::Vocabulary> loaded = rules.vocabulary();
  say(loaded.diagnostics);
  if (!loaded.value) {
    end_with(ExitStatus::unreadable);
  }
  return std::move(loaded.value);
}

std::optional<vocabulary::Forms> Session::load_forms() {
  diagnostic::Outcome<vocabulary::Forms> loaded = rules.forms();
  say(loaded.diagnostics);
  if (!loaded.value) {
    end_with(ExitStatus::unreadable);
  }
  return std::move(loaded.value);
}

bool Session::may_write_beside(std::vector<std::filesystem::path> const& files) {
  for (std::filesystem::path const& file : files) {
    std::error_code absent; // a file that is not there cannot be replaced
    if (!options.out.empty() && std::filesystem::equivalent(options.out, file, absent)) {
      say(text("out_is_an_input", {options.out.generic_string()}));
      end_with(ExitStatus::wrong_usage);
      return false;
    }
  }
  return true;
}

ExitStatus Session::finish() {
  bool const writes_itself = options.command == Command::write_template;
  if (!options.out.empty() && status_ != ExitStatus::wrong_usage && !writes_itself) {
    std::string const reason = pipeline::write_text_file(options.out, held_);
    if (!reason.empty()) {
      say(text("out_unwritable", {options.out.generic_string(), reason}));
      end_with(ExitStatus::unreadable);
    }
  } else if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) { // also of a write long before
    say(text("output_unwritable"));
    end_with(ExitStatus::unreadable);
  }
  return status_;
}

std::uint32_t worker_threads() {
  return std::clamp(std::thread::hardware_concurrency(), 1U, 2U);
}

} // namespace jixiao::cli
