#include "cli/help.hpp"

#include "engine/report/width.hpp"

#include <CLI/CLI.hpp>

#include <utility>
#include <vector>

namespace jixiao::cli {
namespace {

using vocabulary::Language;
using vocabulary::Messages;

constexpr std::size_t page_columns = 80;
constexpr std::size_t name_columns = 30;

bool takes_many(CLI::Option const& option) {
  return option.get_items_expected_max() > 1;
}

/// "FILE...", "--rules PACK", "-h, --help"
std::string name_of(CLI::Option const& option) {
  if (option.get_positional()) {
    return option.get_type_name() + (takes_many(option) ? "..." : "");
  }
  std::string name;
  for (std::string const& each : option.get_snames()) {
    name += "-" + each + ", ";
  }
  name += "--" + option.get_lnames().front();
  return option.get_items_expected_max() == 0 ? name : name + " " + option.get_type_name();
}

class Page {
public:
  Page(Messages const& messages, Language language) : messages_(messages), language_(language) {}

  std::string text(CLI::App const& app) {
    page_ = app.get_description() + "\n\n" + message("help_usage", {usage(app)}) + "\n";
    std::vector<Entry> positional, options, everywhere, commands;
    for (CLI::Option const* option : app.get_options()) {
      (option->get_positional() ? positional : options)
          .push_back({name_of(*option), option->get_description()});
    }
    for (CLI::App const* parent = app.get_parent(); parent != nullptr; parent = parent->get_parent()) {
      for (CLI::Option const* option : parent->get_options()) {
        if (option->get_items_expected_max() > 0) { // flags belong to one page
          everywhere.push_back({name_of(*option), option->get_description()});
        }
      }
    }
    for (CLI::App const* command : app.get_subcommands([](CLI::App const*) { return true; })) {
      commands.push_back({command->get_name(), command->get_description()});
    }
    section("help_arguments", positional);
    section("help_commands", commands);
    section("help_options", options);
    section("help_common_options", everywhere);
    if (app.get_parent() == nullptr) {
      page_ += "\n" + message("help_examples") + "\n";
    }
    return std::move(page_);
  }

private:
  struct Entry {
    std::string name, description;
  };

  std::string message(std::string_view id, std::vector<std::string> const& arguments = {}) const {
    return messages_.text(id, language_, arguments);
  }

  std::string usage(CLI::App const& app) const {
    std::string text = command_path(app);
    for (CLI::Option const* option : app.get_options()) {
      if (option->get_positional()) {
        text += option->get_required() ? " " + name_of(*option) : " [" + name_of(*option) + "]";
      }
    }
    bool const has_commands = !app.get_subcommands([](CLI::App const*) { return true; }).empty();
    return text + (has_commands ? " " + message("help_command") : "") + " [" + message("help_option") + "]";
  }

  void section(std::string_view title, std::vector<Entry> const& entries) {
    if (entries.empty()) {
      return;
    }
    page_ += "\n" + message(title) + "\n";
    for (Entry const& entry : entries) {
      std::string left = "  " + entry.name;
      if (report::display_width(left) + 2 > name_columns) {
        page_ += left + "\n";
        left.clear();
      }
      for (std::string line : report::wrap(entry.description, page_columns - name_columns)) {
        line.erase(line.find_last_not_of(' ') + 1);
        page_ += report::fit(left, name_columns) + line + "\n";
        left.clear();
      }
    }
  }

  Messages const& messages_;
  Language language_;
  std::string page_;
};

} // namespace

std::string help_page(CLI::App const& app, Messages const& messages, Language language) {
  return Page(messages, language).text(app);
}

std::string command_path(CLI::App const& app) {
  return app.get_parent() == nullptr ? app.get_name()
                                     : command_path(*app.get_parent()) + " " + app.get_name();
}

} // namespace jixiao::cli
