#include "cli/options.hpp"

#include "cli/exit_status.hpp"
#include "cli/help.hpp"
#include "cli/option_maker.hpp"
#include "cli/rules_options.hpp"

namespace jixiao::cli {
namespace {

using vocabulary::Language;

/// Declares commands and options over one Options. Descriptions are looked up only when help is to be
/// printed.
class CommandLine {
public:
  CommandLine(Options& options, vocabulary::Messages const* messages)
      : options_(options), app_({}, "jixiao"), make_(app_, options, messages) {
    app_.description(make_.text("cli_program"));
    app_.set_help_flag("-h,--help", make_.text("cli_help"));
    app_.require_subcommand(0, 1);
    app_.fallthrough();
    make_.choice<Language>(app_, "--lang", {{"zh", Language::zh}, {"en", Language::en}}, "cli_lang",
                           options_.language);
    make_.option(app_, "--rules-dir", options_.rules_dir, "value_folder", "cli_rules_dir");
    app_.add_flag("--version", version_, make_.text("cli_version"));
    app_.add_flag("--limits", limits_, make_.text("cli_limits"));
    declare_score();
    declare_check();
    declare_explain();
    declare_parse();
    declare_convert();
    make_.out(*make_.command(app_, "template", "cli_template", Command::write_template), "cli_template_out");
    declare_rules(make_, app_, options_);
  }

  CLI::App& app() { return app_; }

  /// What is wrong with a value; known before the parser gives up.
  UsageFault const& fault() const { return make_.fault(); }

  /// After parsing: what the words amount to.
  void settle() {
    if (version_) {
      options_.command = Command::version;
    } else if (limits_) {
      options_.command = Command::limits;
    }
    bool const programs = options_.format == report::Format::json || options_.format == report::Format::jsonl;
    if (options_.exact && !programs) {
      make_.refuse({"cli_exact_needs_json", {}});
    }
    if (options_.command == Command::parse) {
      settle_parse();
    }
    bool const csv =
        options_.command == Command::convert      ? options_.convert_to == ConvertTo::csv
        : options_.command == Command::rules_diff ? options_.difference_format == DifferenceFormat::csv
        : options_.command == Command::parse      ? options_.vocabulary_format == VocabularyFormat::csv
                                                  : options_.format == report::Format::csv;
    if (options_.bom && !csv) {
      make_.refuse({"cli_bom_needs_csv", {}});
    }
    if (!options_.region.empty() && options_.rules != "auto") {
      make_.refuse({"cli_region_needs_auto", {}});
    }
  }

private:
  /// Texts to read, or tables to report on.
  void settle_parse() {
    bool const texts = options_.parse_what || !options_.texts.empty();
    if (!options_.report.empty() && texts) {
      make_.refuse({"cli_report_without_texts", {}});
    } else if (options_.report.empty() && (options_.vocabulary_format || options_.findings_listed)) {
      make_.refuse({"cli_needs_report", {options_.vocabulary_format ? "--format" : "--findings"}});
    } else if (options_.report.empty() && !options_.parse_what) {
      make_.refuse({"cli_missing_what", {}});
    } else if (options_.report.empty() && options_.texts.empty()) {
      make_.refuse({"cli_missing_text", {}});
    }
  }

  void add_month(CLI::App& app) {
    CLI::Option* const added = app.add_option_function<std::string>(
        "--as-of",
        [this](std::string const& typed) { options_.month = static_cast<std::uint32_t>(std::stoul(typed)); },
        make_.text("cli_as_of"));
    added->type_name(make_.text("value_month"));
    added->check([this](std::string const& typed) {
      bool const month = is_number(typed) && std::stoul(typed) >= 1 && std::stoul(typed) <= 12;
      return month ? std::string() : make_.refuse({"cli_not_a_month", {typed}});
    });
  }

  void add_inputs(CLI::App& app) {
    make_.option(app, "FILE", options_.inputs, "value_inputs", "cli_inputs")->required();
    make_.option(app, "--rules", options_.rules, "value_pack", "cli_rules");
    make_.option(app, "--region", options_.region, "value_region", "cli_region");
    make_.year(app);
    make_.option(app, "--judgements", options_.judgements, "value_file", "cli_judgements");
    make_.choice<scoring::Assume>(
        app, "--assume", {{"claims-met", scoring::Assume::claims_met}, {"nothing", scoring::Assume::nothing}},
        "cli_assume", options_.assume);
  }

  void add_output(CLI::App& app, Choices<report::Format> formats, std::string_view findings) {
    make_.choice<report::Format>(app, "--format", std::move(formats), "cli_format", options_.format);
    make_.number(app, "--findings", 0, findings, options_.findings_listed);
    make_.out(app, "cli_out");
    make_.choice<bool>(app, "--fail-on", {{"error", false}, {"warning", true}}, "cli_fail_on",
                       options_.fail_on_warning);
  }

  void declare_score() {
    CLI::App& app = *make_.command(app_, "score", "cli_score", Command::score);
    add_inputs(app);
    add_output(app,
               {{"table", report::Format::table},
                {"json", report::Format::json},
                {"jsonl", report::Format::jsonl},
                {"csv", report::Format::csv},
                {"md", report::Format::markdown},
                {"judgements", report::Format::judgements}},
               "cli_findings");
    app.add_flag("--account", options_.account, make_.text("cli_account"));
    app.add_flag("--exact", options_.exact, make_.text("cli_exact"));
    app.add_flag("--bom", options_.bom, make_.text("cli_bom"));
    add_month(app);
    make_.choice<report::Detail>(app, "--detail",
                                 {{"indicators", report::Detail::indicators},
                                  {"projects", report::Detail::projects},
                                  {"departments", report::Detail::departments}},
                                 "cli_detail", options_.detail);
    make_.choice<model::DepartmentWeighting>(app, "--department-weight",
                                             {{"budget", model::DepartmentWeighting::by_budget},
                                              {"equal", model::DepartmentWeighting::equally},
                                              {"given", model::DepartmentWeighting::given}},
                                             "cli_department_weight", options_.weighting);
  }

  void declare_check() {
    CLI::App& app = *make_.command(app_, "check", "cli_check", Command::check);
    add_inputs(app);
    add_output(app, OptionMaker::table_or_json(), "cli_findings_check");
  }

  void declare_explain() {
    CLI::App& app = *make_.command(app_, "explain", "cli_explain", Command::explain);
    add_inputs(app);
    make_.option(app, "--project", options_.project, "value_project", "cli_project")->required();
    make_.choice<report::Format>(app, "--format", OptionMaker::table_or_json(), "cli_format",
                                 options_.format);
    add_month(app);
    make_.row(app);
    make_.out(app, "cli_out");
  }

  void declare_parse() {
    CLI::App& app = *make_.command(app_, "parse", "cli_parse", Command::parse);
    make_.choice<std::optional<ParseWhat>>(app, "WHAT",
                                           {{"target", ParseWhat::target},
                                            {"actual", ParseWhat::actual},
                                            {"number", ParseWhat::number},
                                            {"row", ParseWhat::row}},
                                           "cli_parse_what", options_.parse_what);
    make_.option(app, "TEXT", options_.texts, "value_text", "cli_parse_text");
    make_.option(app, "--name", options_.name, "value_text", "cli_parse_name");
    make_.option(app, "--level2", options_.level2, "value_text", "cli_parse_level2");
    make_.option(app, "--unit", options_.unit, "value_text", "cli_parse_unit");
    make_.year(app);
    make_.option(app, "--report", options_.report, "value_inputs", "cli_parse_report");
    make_.choice<std::optional<VocabularyFormat>>(
        app, "--format",
        {{"text", VocabularyFormat::text}, {"csv", VocabularyFormat::csv}, {"json", VocabularyFormat::json}},
        "cli_parse_format", options_.vocabulary_format);
    make_.number(app, "--findings", 0, "cli_parse_findings", options_.findings_listed);
    app.add_flag("--bom", options_.bom, make_.text("cli_bom"));
    make_.out(app, "cli_out");
  }

  void declare_convert() {
    CLI::App& app = *make_.command(app_, "convert", "cli_convert", Command::convert);
    make_.option(app, "FILE", options_.inputs, "value_file", "cli_documents")->required();
    make_.choice<ConvertTo>(app, "--to", {{"csv", ConvertTo::csv}, {"json", ConvertTo::json}},
                            "cli_convert_to", options_.convert_to);
    app.add_flag("--account", options_.account, make_.text("cli_account"));
    app.add_flag("--bom", options_.bom, make_.text("cli_bom"));
    make_.out(app, "cli_out");
  }

  Options& options_;
  CLI::App app_;
  OptionMaker make_;
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
  return help_page(innermost_command(line.app()), messages, language);
}

Parsed wrong_usage(std::string text) {
  Parsed result;
  result.text = std::move(text);
  result.to_standard_error = true;
  result.status = static_cast<int>(ExitStatus::wrong_usage);
  return result;
}

Parsed wrong_usage(UsageFault const& fault, CommandLine& line, Language language,
                   vocabulary::Messages const& messages) {
  std::vector<std::string> const arguments{messages.text(fault.id, language, fault.arguments),
                                           command_path(innermost_command(line.app()))};
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
