#include "cli/rules_options.hpp"

namespace jixiao::cli {
namespace {

void declare_mutate(OptionMaker& make, CLI::App& rules, Options& options) {
  CLI::App& app = *make.command(rules, "mutate", "cli_rules_mutate", Command::rules_mutate);
  make.choice<CoverageFormat>(app, "--format",
                              {{"text", CoverageFormat::text}, {"json", CoverageFormat::json}}, "cli_format",
                              options.coverage_format);
  make.number(app, "--threshold", 0, "cli_mutate_threshold", options.threshold);
  make.option(app, "--filter", options.filter, "value_text", "cli_mutate_filter");
  make.option(app, "PACK", options.packs, "value_pack", "cli_packs");
  make.out(app, "cli_out");
}

void declare_tools(OptionMaker& make, CLI::App& rules, Options& options) {
  CLI::App& fmt = *make.command(rules, "fmt", "cli_rules_fmt", Command::rules_fmt);
  make.option(fmt, "PACK", options.packs, "value_pack", "cli_packs_fmt")->required();
  CLI::Option* const write = fmt.add_flag_callback(
      "--write", [&options] { options.fmt = Fmt::write; }, make.text("cli_fmt_write"));
  fmt.add_flag_callback(
         "--check", [&options] { options.fmt = Fmt::check; }, make.text("cli_fmt_check"))
      ->excludes(write);
  CLI::App& made = *make.command(rules, "new", "cli_rules_new", Command::rules_new);
  make.option(made, "ID", options.packs, "value_id", "cli_new_id")->required()->expected(1);
  make.option(made, "--extends", options.extends, "value_pack", "cli_new_extends");
  CLI::App& schema = *make.command(rules, "schema", "cli_rules_schema", Command::rules_schema);
  make.option(schema, "NAME", options.packs, "value_name", "cli_schema_name")->expected(0, 1);
  make.out(schema, "cli_out");
}

void declare_diff(OptionMaker& make, CLI::App& rules, Options& options) {
  CLI::App& app = *make.command(rules, "diff", "cli_rules_diff", Command::rules_diff);
  make.choice<DifferenceFormat>(app, "--format",
                                {{"text", DifferenceFormat::text},
                                 {"csv", DifferenceFormat::csv},
                                 {"json", DifferenceFormat::json},
                                 {"html", DifferenceFormat::html}},
                                "cli_format", options.difference_format);
  make.option(app, "PACK", options.packs, "value_pack", "cli_two_packs")->required()->expected(2);
  make.option(app, "--over", options.over, "value_inputs", "cli_over");
  make.year(app);
  app.add_flag("--bom", options.bom, make.text("cli_bom"));
  make.out(app, "cli_out");
}

void declare_try(OptionMaker& make, CLI::App& rules, Options& options) {
  CLI::App& app = *make.command(rules, "try", "cli_rules_try", Command::rules_try);
  make.option(app, "PACK", options.packs, "value_pack", "cli_try_pack")->expected(0, 1);
  make.option(app, "--rules", options.rules, "value_pack", "cli_rules");
  make.option(app, "--region", options.region, "value_region", "cli_region");
  make.year(app);
}

} // namespace

void declare_rules(OptionMaker& make, CLI::App& program, Options& options) {
  CLI::App& rules = *program.add_subcommand("rules", make.text("cli_rules_command"));
  rules.require_subcommand(1);
  CLI::App* const list = make.command(rules, "list", "cli_rules_list", Command::rules_list);
  CLI::App* const show = make.command(rules, "show", "cli_rules_show", Command::rules_show);
  CLI::App* const check = make.command(rules, "check", "cli_rules_check", Command::rules_check);
  CLI::App* const test = make.command(rules, "test", "cli_rules_test", Command::rules_test);
  for (CLI::App* sub : {list, show, check}) {
    make.choice<report::Format>(*sub, "--format", OptionMaker::table_or_json(), "cli_format", options.format);
  }
  CLI::App* const coverage = make.command(rules, "coverage", "cli_rules_coverage", Command::rules_coverage);
  make.choice<CoverageFormat>(
      *coverage, "--format",
      {{"text", CoverageFormat::text}, {"json", CoverageFormat::json}, {"html", CoverageFormat::html}},
      "cli_format", options.coverage_format);
  make.number(*coverage, "--threshold", 0, "cli_threshold", options.threshold);
  make.option(*coverage, "PACK", options.packs, "value_pack", "cli_packs");
  make.out(*coverage, "cli_out");
  declare_mutate(make, rules, options);
  declare_tools(make, rules, options);
  declare_diff(make, rules, options);
  declare_try(make, rules, options);
  make.option(*show, "PACK", options.packs, "value_pack", "cli_pack")->required();
  make.option(*check, "PACK", options.packs, "value_pack", "cli_packs");
  make.option(*test, "PACK", options.packs, "value_pack", "cli_packs");
  make.option(*test, "--filter", options.filter, "value_text", "cli_test_filter");
  make.choice<TestFormat>(
      *test, "--format",
      {{"table", TestFormat::table}, {"json", TestFormat::json}, {"junit", TestFormat::junit}}, "cli_format",
      options.test_format);
  test->add_flag("--accept", options.accept, make.text("cli_accept"));
  make.out(*test, "cli_out");
}

} // namespace jixiao::cli
