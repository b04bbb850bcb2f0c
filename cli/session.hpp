#pragma once
// What every command needs: the words, the sources, where output goes, and how the program will end.
#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "engine/diagnostic/source_table.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "engine/pipeline/table_years.hpp"
#include "engine/vocabulary/messages.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::cli {

class Session {
public:
  Session(Options const& options, vocabulary::Messages const& messages);

  Options const& options;
  vocabulary::Messages const& messages;
  diagnostic::SourceTable sources;
  pipeline::RulesSource rules;

  /// Text of a message in the language of the session.
  [[nodiscard]] std::string text(std::string_view id, std::vector<std::string> const& arguments = {}) const;

  /// Results: standard output, or the file of `--out` (written whole when the session is finished).
  void write(std::string_view text);
  /// The byte order mark that `--bom` asks for: Excel takes CSV for UTF-8 by it.
  void begin_csv();
  /// One line for people on standard error.
  void say(std::string_view line) const;
  void say(diagnostic::Diagnostics const& findings) const;
  void say_worse_than_info(diagnostic::Diagnostics const& findings) const;

  /// Columns of the terminal that is written to, as far as a page makes use of them; none when it is no
  /// terminal.
  [[nodiscard]] std::optional<std::uint32_t> page_width() const;

  /// Makes the end worse, never better.
  void end_with(ExitStatus status) { status_ = worse(status_, status); }

  /// The vocabulary, or no value after its findings were said and the end was set to `unreadable`.
  [[nodiscard]] std::optional<vocabulary::Vocabulary> load_vocabulary();
  /// The forms of published tables; no value as above.
  [[nodiscard]] std::optional<vocabulary::Forms> load_forms();
  /// Reads the years of the tables that the command is about.
  using ReadYears = std::function<pipeline::TableYears()>;
  /// The pack that `--rules` names; "auto" is chosen and said. No value as above. `years` is called when the
  /// choice depends on a year and none was given; none: the command has no tables.
  [[nodiscard]] std::optional<rulepack::RulePack> load_pack(ReadYears const& years = {});

  /// Says which of the years of tables lie outside the dates of `pack`, and how many projects have them.
  void say_when_outside_years(rulepack::RulePack const& pack, pipeline::TableYears const& years) const;

  /// False, said and ended with `wrong_usage`, when `--out` names one of `files`: a report never replaces an
  /// input.
  [[nodiscard]] bool may_write_beside(std::vector<std::filesystem::path> const& files);

  /// Flushes output and gives the exit status.
  [[nodiscard]] ExitStatus finish();

private:
  /// By region and year; says which and why.
  [[nodiscard]] std::optional<rulepack::RulePack> choose_pack(ReadYears const& read_years);
  void say_when_outside_year(rulepack::RulePack const& pack);
  /// That the tables name no year to choose by, or several; or that one cannot be read twice.
  void say_without_year(pipeline::TableYears const& years) const;
  /// "2021 (3 projects), 2022 (1 project)"
  [[nodiscard]] std::string projects_text(std::map<std::string, std::uint64_t> const& projects) const;

  ExitStatus status_ = ExitStatus::clean;
  std::string held_; ///< output for --out
};

/// At most two: the machine of an office is not ours alone.
[[nodiscard]] std::uint32_t worker_threads();

/// "jixiao 0.1.0"
[[nodiscard]] std::string engine_name();

} // namespace jixiao::cli
