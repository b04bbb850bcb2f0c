#pragma once
// What is wrong with a command line, as data: the option parser's own words are English and speak of types.
#include <string>
#include <vector>

namespace CLI {
class ParseError;
}

namespace jixiao::cli {

/// A message of rules/messages/cli.yaml with its arguments; no id: nothing is wrong.
struct UsageFault {
  std::string id;
  std::vector<std::string> arguments;
};

/// `command_chosen`: a word that was not expected is then no command.
[[nodiscard]] UsageFault usage_fault(CLI::ParseError const& error, bool command_chosen);

/// Digits alone, few enough for a number of the machine.
[[nodiscard]] bool is_number(std::string const& typed);

} // namespace jixiao::cli
