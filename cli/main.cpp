#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <cstdio>
#include <exception>

#include <unistd.h>

namespace {

using namespace jixiao::cli;

void run(Session& session) {
  switch (session.options.command) {
  case Command::score: return score_command(session);
  case Command::check: return check_command(session);
  case Command::explain: return explain_command(session);
  case Command::parse: return parse_command(session);
  case Command::convert: return convert_command(session);
  case Command::write_template: return template_command(session);
  case Command::rules_list: return rules_list_command(session);
  case Command::rules_show: return rules_show_command(session);
  case Command::rules_check: return rules_check_command(session);
  case Command::rules_test: return rules_test_command(session);
  case Command::rules_coverage: return rules_coverage_command(session);
  case Command::rules_mutate: return rules_mutate_command(session);
  case Command::rules_fmt: return rules_fmt_command(session);
  case Command::rules_new: return rules_new_command(session);
  case Command::rules_schema: return rules_schema_command(session);
  case Command::rules_diff: return rules_diff_command(session);
  case Command::rules_try: return rules_try_command(session);
  case Command::version: return version_command(session);
  case Command::limits: return limits_command(session);
  case Command::help: break; // answered while the command line was read
  }
}

} // namespace

int main(int argc, char** argv) {
  static char output[64 * 1024]; // a line per project: the usual 4 KiB are full every twenty lines
  if (isatty(STDOUT_FILENO) == 0) {
    std::setvbuf(stdout, output, _IOFBF, sizeof output);
  }
  try {
    jixiao::vocabulary::Messages const messages = jixiao::vocabulary::Messages::embedded();
    Parsed const parsed = parse_command_line(argc, argv, messages);
    if (!parsed.options) {
      std::fputs(parsed.text.c_str(), parsed.to_standard_error ? stderr : stdout);
      return parsed.status;
    }
    Session session(*parsed.options, messages);
    run(session);
    return static_cast<int>(session.finish());
  } catch (std::exception const& fault) {
    // Bad data never comes here: this is a fault of the program, or a machine out of memory.
    std::fprintf(stderr, "jixiao: internal fault: %s\n", fault.what());
    return static_cast<int>(ExitStatus::internal_fault);
  }
}
