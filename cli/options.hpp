#pragma once
// What was typed, checked for form only. Nothing is opened here.
#include "engine/ingest/standard_table.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/report/report.hpp"
#include "engine/scoring/score.hpp"
#include "engine/vocabulary/messages.hpp"
#include "grammar/cell.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::cli {

enum class Command : std::uint8_t {
  score,
  check,
  explain,
  parse,
  convert,
  write_template,
  rules_list,
  rules_show,
  rules_check,
  rules_test,
  rules_coverage,
  rules_mutate,
  rules_fmt,
  rules_new,
  rules_schema,
  rules_diff,
  rules_try,
  version,
  limits,
  help
};

enum class ParseWhat : std::uint8_t { target, actual, number, row };

/// What `convert` writes.
enum class ConvertTo : std::uint8_t { csv, json };

/// How `rules coverage` is written.
enum class CoverageFormat : std::uint8_t { text, json, html };

/// How `rules test` is written.
enum class TestFormat : std::uint8_t { table, json, junit };

/// What `rules fmt` does with the canonical form.
enum class Fmt : std::uint8_t { print, check, write };

/// How `parse --report` is written.
enum class VocabularyFormat : std::uint8_t { text, csv, json };

/// How `rules diff` is written.
enum class DifferenceFormat : std::uint8_t { text, csv, json, html };

struct Options {
  Command command = Command::help;
  vocabulary::Language language = vocabulary::Language::zh;
  std::filesystem::path rules_dir;
  std::vector<std::filesystem::path> inputs;
  std::string rules = "auto";
  std::string region; ///< for `auto`
  std::filesystem::path judgements;
  scoring::Assume assume = scoring::Assume::as_is;
  std::string year;
  bool exact = false;
  bool bom = false; ///< CSV begins with a byte order mark
  bool fail_on_warning = false;
  report::Format format = report::Format::table;
  report::Detail detail = report::Detail::indicators;
  model::DepartmentWeighting weighting = model::DepartmentWeighting::by_budget;
  std::optional<std::uint32_t> month;           ///< score: monitored at its end
  std::optional<std::uint32_t> findings_listed; ///< score, check, parse: lines of findings
  std::filesystem::path out;
  ConvertTo convert_to = ConvertTo::csv;
  bool account = false;             ///< say where every cell of a document went
  std::string project;              ///< explain: name or code
  std::optional<std::uint32_t> row; ///< explain
  bool execution_alone = false;     ///< explain: the execution score and the caps instead of rows
  std::optional<ParseWhat> parse_what;
  std::vector<std::string> texts;                    ///< parse; "-" reads lines from standard input
  std::string name, level2, unit;                    ///< parse: the context of the cell
  std::vector<std::filesystem::path> report;         ///< parse: tables whose words are reported instead
  std::optional<VocabularyFormat> vocabulary_format; ///< as typed
  CoverageFormat coverage_format = CoverageFormat::text;
  std::optional<std::uint32_t> threshold; ///< rules coverage|mutate: percent that must be reached
  std::string filter;                     ///< rules mutate|test: only what has this in its name
  TestFormat test_format = TestFormat::table;
  bool accept = false; ///< rules test: write what came out into the packs
  Fmt fmt = Fmt::print;
  std::string extends; ///< rules new: the parent
  DifferenceFormat difference_format = DifferenceFormat::text;
  std::vector<std::filesystem::path> over; ///< rules diff: tables that both packs score
  std::vector<std::string> packs;          ///< rules show|check|test
};

/// The outcome of reading the command line.
struct Parsed {
  std::optional<Options> options; ///< absent: print `text` and leave with `status`
  std::string text;
  bool to_standard_error = false;
  int status = 0;
};

[[nodiscard]] Parsed parse_command_line(int argc, char const* const* argv,
                                        vocabulary::Messages const& messages);

/// Chinese unless `--lang en` stands on the command line or the locale is explicitly English.
[[nodiscard]] vocabulary::Language choose_language(int argc, char const* const* argv);

} // namespace jixiao::cli
