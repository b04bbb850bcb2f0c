#include "cli/options.hpp"

#include "cli/exit_status.hpp"
#include "cli/help.hpp"
#include "cli/usage_fault.hpp"

#include <CLI/CLI.hpp>

#include <string_view>
#include <utility>

namespace jixiao::cli {
namespace {

using vocabulary::Language;

/// Words that an option takes, and what each stands for.
template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// Declares commands and options over one Options. Descriptions are looked up only when help is to be
/// printed.
class CommandLine {
public:
  CommandLine(Options& options, vocabulary::Messages const* messages)
      : options_(options), messages_(messages), app_(text("cli_program"), "jixiao") {
    app_.set_help_flag("-h,--help", text("cli_help"));
    app_.require_subcommand(0, 1);
    app_.fallthrough();
    choice<Language>(app_, "--lang", {{"zh", Language::zh}, {"en", Language::en}}, "cli_lang",
                     options_.language);
    option(app_, "--rules-dir", options_.rules_dir, "value_folder", "cli_rules_dir");
    app_.add_flag("--version", version_, text("cli_version"));
    app_.add_flag("--limits", limits_, text("cli_limits"));
    declare_score();
    declare_check();
    declare_explain();
    declare_parse();
    declare_convert();
    add_out(*command(app_, "template", "cli_template", Command::write_template), "cli_template_out");
    declare_rules();
  }

  CLI::App& app() { return app_; }

  /// The command that was understood so far.
  CLI::App const& command() const {
    CLI::App const* app = &app_;
    while (!app->get_subcommands().empty()) {
      app = app->get_subcommands().front();
    }
    return *app;
  }

  /// What is wrong with a value; known before the parser gives up.
  UsageFault const& fault() const { return fault_; }

  /// After parsing: what the words amount to.
  void settle() {
    if (version_) {
      options_.command = Command::version;
    } else if (limits_) {
      options_.command = Command::limits;
    }
    bool const programs = options_.format == report::Format::json || options_.format == report::Format::jsonl;
    if (options_.exact && !programs) {
      fault_ = {"cli_exact_needs_json", {}};
    }
    bool const csv = options_.command == Command::convert ? options_.convert_to == ConvertTo::csv
                     : options_.command == Command::rules_diff
                         ? options_.difference_format == DifferenceFormat::csv
                         : options_.format == report::Format::csv;
    if (options_.bom && !csv) {
      fault_ = {"cli_bom_needs_csv", {}};
    }
    if (!options_.region.empty() && options_.rules != "auto") {
      fault_ = {"cli_region_needs_auto", {}};
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
    std::string words;
    for (auto const& [word, meaning] : choices) {
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
        text(description));
    added->type_name(words);
    return added->check([this, name, choices, words](std::string const& typed) {
      for (auto const& [word, meaning] : choices) {
        if (word == typed) {
          return std::string();
        }
      }
      bool const argument = name.rfind("--", 0) != 0; // has no name that a reader knows
      return refuse({"cli_not_a_choice", {argument ? this->command().get_name() : name, typed, words}});
    });
  }

  /// A whole number from `least` on.
  CLI::Option* number(CLI::App& app, std::string const& name, std::uint32_t least,
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

  void add_year(CLI::App& app) {
    option(app, "--year", options_.year, "value_year", "cli_year")->check([this](std::string const& typed) {
      return typed.size() == 4 && is_number(typed) ? std::string() : refuse({"cli_not_a_year", {typed}});
    });
  }

  void add_month(CLI::App& app) {
    CLI::Option* const added = app.add_option_function<std::string>(
        "--as-of",
        [this](std::string const& typed) { options_.month = static_cast<std::uint32_t>(std::stoul(typed)); },
        text("cli_as_of"));
    added->type_name(text("value_month"));
    added->check([this](std::string const& typed) {
      bool const month = is_number(typed) && std::stoul(typed) >= 1 && std::stoul(typed) <= 12;
      return month ? std::string() : refuse({"cli_not_a_month", {typed}});
    });
  }

  std::string refuse(UsageFault fault) {
    fault_ = std::move(fault);
    return fault_.id;
  }

  void add_inputs(CLI::App& app) {
    option(app, "FILE", options_.inputs, "value_inputs", "cli_inputs")->required();
    option(app, "--rules", options_.rules, "value_pack", "cli_rules");
    option(app, "--region", options_.region, "value_region", "cli_region");
    add_year(app);
    option(app, "--judgements", options_.judgements, "value_file", "cli_judgements");
    choice<scoring::Assume>(
        app, "--assume", {{"claims-met", scoring::Assume::claims_met}, {"nothing", scoring::Assume::nothing}},
        "cli_assume", options_.assume);
  }

  void add_out(CLI::App& app, std::string_view description) {
    option(app, "--out", options_.out, "value_file", description);
  }

  void add_output(CLI::App& app, Choices<report::Format> formats, std::string_view findings) {
    choice<report::Format>(app, "--format", std::move(formats), "cli_format", options_.format);
    number(app, "--findings", 0, findings, options_.findings_listed);
    add_out(app, "cli_out");
    choice<bool>(app, "--fail-on", {{"error", false}, {"warning", true}}, "cli_fail_on",
                 options_.fail_on_warning);
  }

  void declare_score() {
    CLI::App& app = *command(app_, "score", "cli_score", Command::score);
    add_inputs(app);
    add_output(app,
               {{"table", report::Format::table},
                {"json", report::Format::json},
                {"jsonl", report::Format::jsonl},
                {"csv", report::Format::csv},
                {"md", report::Format::markdown}},
               "cli_findings");
    app.add_flag("--account", options_.account, text("cli_account"));
    app.add_flag("--exact", options_.exact, text("cli_exact"));
    app.add_flag("--bom", options_.bom, text("cli_bom"));
    add_month(app);
    choice<report::Detail>(app, "--detail",
                           {{"indicators", report::Detail::indicators},
                            {"projects", report::Detail::projects},
                            {"departments", report::Detail::departments}},
                           "cli_detail", options_.detail);
    choice<model::DepartmentWeighting>(app, "--department-weight",
                                       {{"budget", model::DepartmentWeighting::by_budget},
                                        {"equal", model::DepartmentWeighting::equally},
                                        {"given", model::DepartmentWeighting::given}},
                                       "cli_department_weight", options_.weighting);
  }

  void declare_check() {
    CLI::App& app = *command(app_, "check", "cli_check", Command::check);
    add_inputs(app);
    add_output(app, table_or_json(), "cli_findings_check");
  }

  void declare_explain() {
    CLI::App& app = *command(app_, "explain", "cli_explain", Command::explain);
    add_inputs(app);
    option(app, "--project", options_.project, "value_project", "cli_project")->required();
    number(app, "--row", 1, "cli_row", options_.row);
    add_out(app, "cli_out");
  }

  void declare_parse() {
    CLI::App& app = *command(app_, "parse", "cli_parse", Command::parse);
    choice<ParseWhat>(app, "WHAT",
                      {{"target", ParseWhat::target},
                       {"actual", ParseWhat::actual},
                       {"number", ParseWhat::number},
                       {"row", ParseWhat::row}},
                      "cli_parse_what", options_.parse_what)
        ->required();
    option(app, "TEXT", options_.texts, "value_text", "cli_parse_text")->required();
    option(app, "--name", options_.name, "value_text", "cli_parse_name");
    option(app, "--level2", options_.level2, "value_text", "cli_parse_level2");
    option(app, "--unit", options_.unit, "value_text", "cli_parse_unit");
    add_year(app);
  }

  void declare_convert() {
    CLI::App& app = *command(app_, "convert", "cli_convert", Command::convert);
    option(app, "FILE", options_.inputs, "value_file", "cli_documents")->required();
    choice<ConvertTo>(app, "--to", {{"csv", ConvertTo::csv}, {"json", ConvertTo::json}}, "cli_convert_to",
                      options_.convert_to);
    app.add_flag("--account", options_.account, text("cli_account"));
    app.add_flag("--bom", options_.bom, text("cli_bom"));
    add_out(app, "cli_out");
  }

  void declare_rules() {
    CLI::App& rules = *app_.add_subcommand("rules", text("cli_rules_command"));
    rules.require_subcommand(1);
    CLI::App* const list = command(rules, "list", "cli_rules_list", Command::rules_list);
    CLI::App* const show = command(rules, "show", "cli_rules_show", Command::rules_show);
    CLI::App* const check = command(rules, "check", "cli_rules_check", Command::rules_check);
    CLI::App* const test = command(rules, "test", "cli_rules_test", Command::rules_test);
    for (CLI::App* sub : {list, show, check}) {
      choice<report::Format>(*sub, "--format", table_or_json(), "cli_format", options_.format);
    }
    CLI::App* const coverage = command(rules, "coverage", "cli_rules_coverage", Command::rules_coverage);
    choice<CoverageFormat>(
        *coverage, "--format",
        {{"text", CoverageFormat::text}, {"json", CoverageFormat::json}, {"html", CoverageFormat::html}},
        "cli_format", options_.coverage_format);
    number(*coverage, "--threshold", 0, "cli_threshold", options_.threshold);
    option(*coverage, "PACK", options_.packs, "value_pack", "cli_packs");
    add_out(*coverage, "cli_out");
    declare_mutate(rules);
    declare_tools(rules);
    declare_diff(rules);
    option(*show, "PACK", options_.packs, "value_pack", "cli_pack")->required();
    option(*check, "PACK", options_.packs, "value_pack", "cli_packs");
    option(*test, "PACK", options_.packs, "value_pack", "cli_packs");
    option(*test, "--filter", options_.filter, "value_text", "cli_test_filter");
    choice<TestFormat>(
        *test, "--format",
        {{"table", TestFormat::table}, {"json", TestFormat::json}, {"junit", TestFormat::junit}},
        "cli_format", options_.test_format);
    test->add_flag("--accept", options_.accept, text("cli_accept"));
    add_out(*test, "cli_out");
  }

  void declare_mutate(CLI::App& rules) {
    CLI::App& app = *command(rules, "mutate", "cli_rules_mutate", Command::rules_mutate);
    choice<CoverageFormat>(app, "--format", {{"text", CoverageFormat::text}, {"json", CoverageFormat::json}},
                           "cli_format", options_.coverage_format);
    number(app, "--threshold", 0, "cli_mutate_threshold", options_.threshold);
    option(app, "--filter", options_.filter, "value_text", "cli_mutate_filter");
    option(app, "PACK", options_.packs, "value_pack", "cli_packs");
    add_out(app, "cli_out");
  }

  void declare_tools(CLI::App& rules) {
    CLI::App& fmt = *command(rules, "fmt", "cli_rules_fmt", Command::rules_fmt);
    option(fmt, "PACK", options_.packs, "value_pack", "cli_packs_fmt")->required();
    CLI::Option* const write = fmt.add_flag_callback(
        "--write", [this] { options_.fmt = Fmt::write; }, text("cli_fmt_write"));
    fmt.add_flag_callback(
           "--check", [this] { options_.fmt = Fmt::check; }, text("cli_fmt_check"))
        ->excludes(write);
    CLI::App& made = *command(rules, "new", "cli_rules_new", Command::rules_new);
    option(made, "ID", options_.packs, "value_id", "cli_new_id")->required()->expected(1);
    option(made, "--extends", options_.extends, "value_pack", "cli_new_extends");
    CLI::App& schema = *command(rules, "schema", "cli_rules_schema", Command::rules_schema);
    option(schema, "NAME", options_.packs, "value_name", "cli_schema_name")->expected(0, 1);
    add_out(schema, "cli_out");
  }

  void declare_diff(CLI::App& rules) {
    CLI::App& app = *command(rules, "diff", "cli_rules_diff", Command::rules_diff);
    choice<DifferenceFormat>(app, "--format",
                             {{"text", DifferenceFormat::text},
                              {"csv", DifferenceFormat::csv},
                              {"json", DifferenceFormat::json},
                              {"html", DifferenceFormat::html}},
                             "cli_format", options_.difference_format);
    option(app, "PACK", options_.packs, "value_pack", "cli_two_packs")->required()->expected(2);
    option(app, "--over", options_.over, "value_inputs", "cli_over");
    add_year(app);
    app.add_flag("--bom", options_.bom, text("cli_bom"));
    add_out(app, "cli_out");
  }

  static Choices<report::Format> table_or_json() {
    return {{"table", report::Format::table}, {"json", report::Format::json}};
  }

  Options& options_;
  vocabulary::Messages const* messages_;
  CLI::App app_;
  UsageFault fault_;
  bool version_ = false, limits_ = false;
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
  return help_page(line.command(), messages, language);
}

Parsed wrong_usage(std::string text) {
  Parsed result;
  result.text = std::move(text);
  result.to_standard_error = true;
  result.status = static_cast<int>(ExitStatus::wrong_usage);
  return result;
}

Parsed wrong_usage(UsageFault const& fault, CommandLine const& line, Language language,
                   vocabulary::Messages const& messages) {
  std::vector<std::string> const arguments{messages.text(fault.id, language, fault.arguments),
                                           command_path(line.command())};
  return wrong_usage(messages.text("cli_wrong_usage", language, arguments) + "\n");
}

} // namespace

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
    bool const chosen = !line.app().get_subcommands().empty();
    return wrong_usage(line.fault().id.empty() ? usage_fault(error, chosen) : line.fault(), line, language,
                       messages);
  }
  if (!line.fault().id.empty()) {
    return wrong_usage(line.fault(), line, language, messages);
  }
  if (options.command == Command::help) {
    return wrong_usage(help_text(argc, argv, language, messages));
  }
  result.options = std::move(options);
  return result;
}

} // namespace jixiao::cli
