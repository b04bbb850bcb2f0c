#pragma once
// Evaluations as text, one sink for each format. A sink is given projects one at a time and holds none of
// them.
#include "engine/diagnostic/source_table.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/model/grade_moves.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::report {

/// `judgements`: the open rows, for people to decide (engine/judgement); its rows must have keys and digests.
enum class Format : std::uint8_t { table, json, jsonl, csv, markdown, judgements };
/// How far down a report goes. JSON always holds everything unless less is asked for.
enum class Detail : std::uint8_t { indicators, projects, departments };

/// Enough to reproduce the output byte for byte.
struct InputDigest {
  std::string file;
  std::string sha256;
};
struct Receipt {
  std::string engine;                                        ///< "jixiao 0.1.0"
  std::vector<std::pair<std::string, std::string>> settings; ///< option and value, sorted
  std::vector<InputDigest> inputs;
};

struct ReportOptions {
  std::string engine; ///< "jixiao 0.1.0"
  Format format = Format::table;
  Detail detail = Detail::indicators;
  vocabulary::Language language = vocabulary::Language::zh;
  bool exact = false;                 ///< add unrounded fractions
  std::uint32_t findings_listed = 20; ///< per project in table and markdown; the true count is always given
  std::uint32_t page_width = 112;     ///< columns of the table form, at least 80
};

/// Where the text goes; called with whole lines in order.
using Writer = std::function<void(std::string_view)>;

class Sink {
public:
  virtual ~Sink() = default;
  virtual void begin(rulepack::RulePack const& pack) = 0;
  virtual void project(model::ProjectEvaluation const& project) = 0;
  /// Departments, findings that belong to no project, and the receipt. Called once, last.
  virtual void end(std::vector<model::DepartmentEvaluation> const& departments,
                   diagnostic::Diagnostics const& findings, Receipt const& receipt) = 0;
};

/// `sources` and `messages` must outlive the sink.
[[nodiscard]] std::unique_ptr<Sink> make_sink(ReportOptions const& options,
                                              diagnostic::SourceTable const& sources,
                                              vocabulary::Messages const& messages, Writer write);

/// The parse object of one cell as one line of JSON, without a line break.
[[nodiscard]] std::string reading_line(model::Reading const& reading, vocabulary::Messages const& messages);

/// Findings alone, as a JSON document.
[[nodiscard]] std::string diagnostics_document(diagnostic::Diagnostics const& findings,
                                               diagnostic::SourceTable const& sources,
                                               vocabulary::Messages const& messages);

/// "[error] file F12: what is wrong. What to do." for people, one finding. The file is left out when it is
/// `home`: the page above names it.
[[nodiscard]] std::string finding_text(diagnostic::Diagnostic const& finding,
                                       diagnostic::SourceTable const& sources,
                                       vocabulary::Messages const& messages, vocabulary::Language language,
                                       diagnostic::SourceId home = 0);

/// The chain from text to points of one row: reading, conversion, comparison, the rules that were tried with
/// the numbers in them, clause, score and findings.
[[nodiscard]] std::string explain_row(model::ProjectEvaluation const& project, std::size_t index,
                                      rulepack::RulePack const& pack, diagnostic::SourceTable const& sources,
                                      vocabulary::Messages const& messages, vocabulary::Language language);

/// The execution score of the project: rate, rules with their clause and source, score; and the caps on its
/// total, with the one that decided. Empty for a pack that has neither.
[[nodiscard]] std::string explain_execution(model::ProjectEvaluation const& project,
                                            rulepack::RulePack const& pack,
                                            diagnostic::SourceTable const& sources,
                                            vocabulary::Messages const& messages,
                                            vocabulary::Language language);

/// The lights of the project under monitoring, and what it is from the grades beside its own: the smallest
/// change of its total, and of each row that could do it alone (`moves`). Empty for a project with neither.
[[nodiscard]] std::string explain_grade(model::ProjectEvaluation const& project,
                                        model::GradeMoves const& moves, rulepack::RulePack const& pack,
                                        vocabulary::Messages const& messages, vocabulary::Language language);

} // namespace jixiao::report
