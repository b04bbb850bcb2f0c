#pragma once
// What every command needs: the words, the sources, where output goes, and how the program will end.
#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "engine/diagnostic/source_table.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "engine/vocabulary/messages.hpp"

#include <optional>
#include <set>
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
  /// The pack that `--rules` names; "auto" is chosen and said. No value as above.
  [[nodiscard]] std::optional<rulepack::RulePack> load_pack();

  /// Says which of the years of tables lie outside the dates of `pack`.
  void say_when_outside_years(rulepack::RulePack const& pack, std::set<std::string> const& years) const;

  /// False, said and ended with `wrong_usage`, when `--out` names one of `files`: a report never replaces an
  /// input.
  [[nodiscard]] bool may_write_beside(std::vector<std::filesystem::path> const& files);

  /// Flushes output and gives the exit status.
  [[nodiscard]] ExitStatus finish();

private:
  /// By region and year; says which and why.
  [[nodiscard]] std::optional<rulepack::RulePack> choose_pack();
  void say_when_outside_year(rulepack::RulePack const& pack);

  ExitStatus status_ = ExitStatus::clean;
  std::string held_; ///< output for --out
};

/// At most two: the machine of an office is not ours alone.
[[nodiscard]] std::uint32_t worker_threads();

/// "jixiao 0.1.0"
[[nodiscard]] std::string engine_name();

} // namespace jixiao::cli
