#pragma once
// What every declaration of a command is made of: options, words to choose from, numbers, and how each is
// refused. Included by the declarations alone: CLI11 is slow to compile.
#include "cli/options.hpp"
#include "cli/usage_fault.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::cli {

/// Words that an option takes, and what each stands for.
template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// The command that was understood so far.
[[nodiscard]] CLI::App const& innermost_command(CLI::App const& program);

/// Adds commands and options over one Options to the program. Descriptions are looked up only when help is to
/// be printed.
class OptionMaker {
public:
  /// All must outlive what is made. No `messages`: no help is wanted.
  OptionMaker(CLI::App& program, Options& options, vocabulary::Messages const* messages)
      : program_(program), options_(options), messages_(messages) {}

  [[nodiscard]] std::string text(std::string_view id, std::vector<std::string> const& arguments = {}) const;

  CLI::App* command(CLI::App& parent, std::string const& name, std::string_view id, Command command);

  /// An option, or an argument, with the word that help shows for its value.
  template <class Value>
  CLI::Option* option(CLI::App& app, std::string const& name, Value& value, std::string_view value_name,
                      std::string_view description) {
    CLI::Option* const added = app.add_option(name, value, text(description));
    added->type_name(messages_ == nullptr ? "-" : text(value_name));
    return added;
  }

  /// One of a list of words.
  template <class Value>
  CLI::Option* choice(CLI::App& app, std::string const& name, Choices<Value> choices,
                      std::string_view description, Value& value) {
    std::string words, by_default;
    for (auto const& [word, meaning] : choices) {
      by_default = meaning == value ? word : by_default;
      words += (words.empty() ? "" : "|") + word;
    }
    CLI::Option* const added = app.add_option_function<std::string>(
        name,
        [&value, choices](std::string const& typed) {
          for (auto const& [word, meaning] : choices) {
            if (word == typed) {
              value = meaning;
            }
          }
        },
        text(description, {by_default}));
    added->type_name(words);
    return added->check([this, name, choices, words](std::string const& typed) {
      for (auto const& [word, meaning] : choices) {
        if (word == typed) {
          return std::string();
        }
      }
      bool const argument = name.rfind("--", 0) != 0; // has no name that a reader knows
      return refuse(
          {"cli_not_a_choice", {argument ? innermost_command(program_).get_name() : name, typed, words}});
    });
  }

  /// A whole number from `least` on.
  CLI::Option* number(CLI::App& app, std::string const& name, std::uint32_t least,
                      std::string_view description, std::optional<std::uint32_t>& value);

  /// A row by its number, or the execution.
  void row(CLI::App& app);
  void year(CLI::App& app);
  void out(CLI::App& app, std::string_view description);

  static Choices<report::Format> table_or_json() {
    return {{"table", report::Format::table}, {"json", report::Format::json}};
  }

  /// Remembers what is wrong with a value; its id for the parser.
  std::string refuse(UsageFault fault);
  /// What was refused; known before the parser gives up.
  [[nodiscard]] UsageFault const& fault() const { return fault_; }

private:
  CLI::App& program_;
  Options& options_;
  vocabulary::Messages const* messages_;
  UsageFault fault_;
};

} // namespace jixiao::cli
