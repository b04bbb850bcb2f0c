#include "cli/usage_fault.hpp"

#include "engine/vocabulary/nearest.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>

namespace jixiao::cli {
namespace {

/// "FILE is required" -> "FILE"
UsageFault missing(std::string text) {
  text = text.substr(0, text.find(" is required"));
  if (text == "A subcommand") {
    return {"cli_missing_command", {}};
  }
  if (text.rfind("--", 0) == 0) {
    return {"cli_missing_option", {text}};
  }
  std::string id = "cli_missing_";
  for (char const c : text) {
    id += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return {id, {}};
}

/// "...: y x" -> the word that came first; the parser lists them backwards.
UsageFault not_expected(std::string const& text, bool command_chosen) {
  std::istringstream words(text.substr(std::min(text.find(": ") + 2, text.size())));
  std::string word;
  for (std::string next; words >> next;) {
    word = next;
  }
  if (word.rfind('-', 0) == 0) {
    return {"cli_unknown_option", {word}};
  }
  if (command_chosen) {
    return {"cli_not_expected", {word}};
  }
  std::string const meant =
      vocabulary::nearest(word, {"score", "check", "explain", "convert", "parse", "template", "rules"});
  return meant.empty() ? UsageFault{"cli_unknown_command", {word}}
                       : UsageFault{"cli_unknown_command_like", {word, meant}};
}

} // namespace

UsageFault usage_fault(CLI::ParseError const& error, bool command_chosen) {
  std::string const text = error.what();
  if (dynamic_cast<CLI::RequiredError const*>(&error) != nullptr) {
    return missing(text);
  }
  if (dynamic_cast<CLI::ExtrasError const*>(&error) != nullptr) {
    return not_expected(text, command_chosen);
  }
  if (dynamic_cast<CLI::ArgumentMismatch const*>(&error) != nullptr) {
    return {"cli_one_value", {text.substr(0, text.find(':'))}};
  }
  return {"cli_other_fault", {text}};
}

bool is_number(std::string const& typed) {
  return !typed.empty() && typed.size() <= 9 && typed.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace jixiao::cli
