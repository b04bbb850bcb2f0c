#include "cli/options.hpp"

#include "cli/exit_status.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <map>
#include <string_view>

namespace jixiao::cli {
namespace {

using vocabulary::Language;

/// Declares commands and options over one Options. Descriptions are looked up only when help is to be
/// printed.
class CommandLine {
public:
  CommandLine(Options& options, vocabulary::Messages const* messages)
      : options_(options), messages_(messages), app_(text("cli_program"), "jixiao") {
    app_.set_help_flag("-h,--help", text("cli_help"));
    app_.require_subcommand(0, 1);
    app_.fallthrough();
    app_.add_option("--lang", language_, text("cli_lang"))->check(CLI::IsMember({"zh", "en"}));
    app_.add_option("--rules-dir", options_.rules_dir, text("cli_rules_dir"));
    app_.add_flag("--version", version_, text("cli_version"));
    app_.add_flag("--limits", limits_, text("cli_limits"));
    declare_score();
    declare_check();
    declare_explain();
    declare_parse();
    declare_template();
    declare_rules();
  }

  CLI::App& app() { return app_; }

  /// After parsing: what the words amount to.
  void settle() {
    if (version_) {
      options_.command = Command::version;
    } else if (limits_) {
      options_.command = Command::limits;
    }
    if (!format_.empty()) {
      options_.format = formats_.at(format_);
    }
  }

private:
  std::string text(std::string_view id) const {
    return messages_ == nullptr ? std::string() : messages_->text(id, options_.language);
  }

  CLI::App* command(CLI::App& parent, std::string const& name, std::string_view id, Command command) {
    CLI::App* const sub = parent.add_subcommand(name, text(id));
    sub->callback([this, command] { options_.command = command; });
    return sub;
  }

  void add_inputs(CLI::App* sub) {
    sub->add_option("FILE", options_.inputs, text("cli_inputs"))->required();
    sub->add_option("--rules", options_.rules, text("cli_rules"));
    sub->add_option("--year", options_.year, text("cli_year"))->check(year());
    sub->add_option("--judgements", options_.judgements, text("cli_judgements"));
    sub->add_option("--assume", options_.assume, text("cli_assume"))
        ->transform(CLI::CheckedTransformer(std::map<std::string, scoring::Assume>{
            {"claims-met", scoring::Assume::claims_met}, {"nothing", scoring::Assume::nothing}}));
  }

  void add_output(CLI::App* sub, std::vector<std::string> const& formats) {
    sub->add_option("--format", format_, text("cli_format"))->check(CLI::IsMember(formats));
    sub->add_option("--findings", options_.findings_listed, text("cli_findings"));
    sub->add_option("--out", options_.out, text("cli_out"));
    sub->add_option_function<std::string>(
           "--fail-on", [this](std::string const& word) { options_.fail_on_warning = word == "warning"; },
           text("cli_fail_on"))
        ->check(CLI::IsMember({"error", "warning"}));
  }

  void declare_score() {
    CLI::App* const sub = command(app_, "score", "cli_score", Command::score);
    add_inputs(sub);
    add_output(sub, {"table", "json", "jsonl", "csv", "md"});
    sub->add_flag("--exact", options_.exact, text("cli_exact"));
    sub->add_option("--detail", options_.detail, text("cli_detail"))
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, report::Detail>{{"indicators", report::Detail::indicators},
                                                  {"projects", report::Detail::projects},
                                                  {"departments", report::Detail::departments}}));
    sub->add_option("--department-weight", options_.weighting, text("cli_department_weight"))
        ->transform(CLI::CheckedTransformer(std::map<std::string, model::DepartmentWeighting>{
            {"budget", model::DepartmentWeighting::by_budget},
            {"equal", model::DepartmentWeighting::equally},
            {"given", model::DepartmentWeighting::given}}));
  }

  void declare_check() {
    CLI::App* const sub = command(app_, "check", "cli_check", Command::check);
    add_inputs(sub);
    add_output(sub, {"table", "json"});
  }

  void declare_explain() {
    CLI::App* const sub = command(app_, "explain", "cli_explain", Command::explain);
    add_inputs(sub);
    sub->add_option("--project", options_.project, text("cli_project"))->required();
    sub->add_option("--row", options_.row, text("cli_row"))->check(CLI::PositiveNumber);
    sub->add_option("--out", options_.out, text("cli_out"));
  }

  void declare_parse() {
    CLI::App* const sub = command(app_, "parse", "cli_parse", Command::parse);
    sub->add_option("WHAT", options_.parse_what, text("cli_parse_what"))
        ->required()
        ->transform(CLI::CheckedTransformer(std::map<std::string, ParseWhat>{{"target", ParseWhat::target},
                                                                             {"actual", ParseWhat::actual},
                                                                             {"number", ParseWhat::number},
                                                                             {"row", ParseWhat::row}}));
    sub->add_option("TEXT", options_.texts, text("cli_parse_text"))->required();
    sub->add_option("--name", options_.name, text("cli_parse_name"));
    sub->add_option("--level2", options_.level2, text("cli_parse_level2"));
    sub->add_option("--unit", options_.unit, text("cli_parse_unit"));
    sub->add_option("--year", options_.year, text("cli_year"))->check(year());
  }

  void declare_template() {
    CLI::App* const sub = command(app_, "template", "cli_template", Command::write_template);
    sub->add_option("--out", options_.out, text("cli_template_out"));
  }

  void declare_rules() {
    CLI::App* const rules = app_.add_subcommand("rules", text("cli_rules_command"));
    rules->require_subcommand(1);
    CLI::App* const list = command(*rules, "list", "cli_rules_list", Command::rules_list);
    CLI::App* const show = command(*rules, "show", "cli_rules_show", Command::rules_show);
    CLI::App* const check = command(*rules, "check", "cli_rules_check", Command::rules_check);
    CLI::App* const test = command(*rules, "test", "cli_rules_test", Command::rules_test);
    for (CLI::App* sub : {list, show, check, test}) {
      sub->add_option("--format", format_, text("cli_format"))->check(CLI::IsMember({"table", "json"}));
    }
    show->add_option("PACK", options_.packs, text("cli_pack"))->required();
    check->add_option("PACK", options_.packs, text("cli_packs"));
    test->add_option("PACK", options_.packs, text("cli_packs"));
  }

  static CLI::Validator year() {
    return CLI::Validator(
        [](std::string& word) {
          bool const digits = word.size() == 4 && word.find_first_not_of("0123456789") == std::string::npos;
          return digits ? std::string() : "expected four digits, as in 2023";
        },
        "YYYY");
  }

  Options& options_;
  vocabulary::Messages const* messages_;
  CLI::App app_;
  std::string language_, format_;
  bool version_ = false, limits_ = false;
  std::map<std::string, report::Format> const formats_{{"table", report::Format::table},
                                                       {"json", report::Format::json},
                                                       {"jsonl", report::Format::jsonl},
                                                       {"csv", report::Format::csv},
                                                       {"md", report::Format::markdown}};
};

/// Help of the command that was typed, with descriptions.
std::string help_text(int argc, char const* const* argv, Language language,
                      vocabulary::Messages const& messages) {
  Options options;
  options.language = language;
  CommandLine line(options, &messages);
  try {
    line.app().parse(argc, argv);
  } catch (CLI::ParseError const&) {
    // Asked for help or wrong anyway: what was understood so far decides whose help is shown.
  }
  CLI::App const* app = &line.app();
  while (!app->get_subcommands().empty()) {
    app = app->get_subcommands().front();
  }
  return app->help();
}

} // namespace

Language choose_language(int argc, char const* const* argv) {
  for (int i = 1; i < argc; ++i) {
    std::string_view const word = argv[i];
    std::string_view const value = word == "--lang" && i + 1 < argc ? std::string_view(argv[i + 1])
                                   : word.substr(0, 7) == "--lang=" ? word.substr(7)
                                                                    : std::string_view();
    if (!value.empty()) {
      return value == "en" ? Language::en : Language::zh;
    }
  }
  for (char const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    char const* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).substr(0, 2) == "en" ? Language::en : Language::zh;
    }
  }
  return Language::zh;
}

Parsed parse_command_line(int argc, char const* const* argv, vocabulary::Messages const& messages) {
  Language const language = choose_language(argc, argv);
  Parsed result;
  Options options;
  options.language = language;
  CommandLine line(options, nullptr);
  try {
    line.app().parse(argc, argv);
    line.settle();
  } catch (CLI::CallForHelp const&) {
    result.text = help_text(argc, argv, language, messages);
    return result;
  } catch (CLI::ParseError const& error) {
    result.text = messages.text("cli_wrong_usage", language, std::vector<std::string>{error.what()}) + "\n";
    result.to_standard_error = true;
    result.status = static_cast<int>(ExitStatus::wrong_usage);
    return result;
  }
  if (options.command == Command::help) {
    result.text = help_text(argc, argv, language, messages);
    result.to_standard_error = true;
    result.status = static_cast<int>(ExitStatus::wrong_usage);
    return result;
  }
  result.options = std::move(options);
  return result;
}

} // namespace jixiao::cli
