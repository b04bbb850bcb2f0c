#include "cli/option_maker.hpp"

namespace jixiao::cli {

CLI::App const& innermost_command(CLI::App const& program) {
  CLI::App const* app = &program;
  while (!app->get_subcommands().empty()) {
    app = app->get_subcommands().front();
  }
  return *app;
}

std::string OptionMaker::text(std::string_view id, std::vector<std::string> const& arguments) const {
  return messages_ == nullptr ? std::string() : messages_->text(id, options_.language, arguments);
}

CLI::App* OptionMaker::command(CLI::App& parent, std::string const& name, std::string_view id,
                               Command command) {
  CLI::App* const sub = parent.add_subcommand(name, text(id));
  sub->callback([this, command] { options_.command = command; });
  return sub;
}

CLI::Option* OptionMaker::number(CLI::App& app, std::string const& name, std::uint32_t least,
                                 std::string_view description, std::optional<std::uint32_t>& value) {
  CLI::Option* const added = app.add_option_function<std::string>(
      name, [&value](std::string const& typed) { value = static_cast<std::uint32_t>(std::stoul(typed)); },
      text(description));
  added->type_name(text("value_number"));
  return added->check([this, name, least](std::string const& typed) {
    return is_number(typed) && std::stoul(typed) >= least
               ? std::string()
               : refuse({"cli_not_a_number", {name, typed, std::to_string(least)}});
  });
}

void OptionMaker::row(CLI::App& app) {
  constexpr std::string_view execution = "execution";
  CLI::Option* const added = app.add_option_function<std::string>(
      "--row",
      [this, execution](std::string const& typed) {
        options_.execution_alone = typed == execution;
        if (!options_.execution_alone) {
          options_.row = static_cast<std::uint32_t>(std::stoul(typed));
        }
      },
      text("cli_row"));
  added->type_name(text("value_row"));
  added->check([this, execution](std::string const& typed) {
    return typed == execution || (is_number(typed) && std::stoul(typed) >= 1)
               ? std::string()
               : refuse({"cli_not_a_row", {typed}});
  });
}

void OptionMaker::year(CLI::App& app) {
  option(app, "--year", options_.year, "value_year", "cli_year")->check([this](std::string const& typed) {
    return typed.size() == 4 && is_number(typed) ? std::string() : refuse({"cli_not_a_year", {typed}});
  });
}

void OptionMaker::out(CLI::App& app, std::string_view description) {
  option(app, "--out", options_.out, "value_file", description);
}

std::string OptionMaker::refuse(UsageFault fault) {
  fault_ = std::move(fault);
  return fault_.id;
}

} // namespace jixiao::cli
