#pragma once
// Explanations for programs: what explain_row and explain_grade say, as one document.
#include "engine/diagnostic/source_table.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/model/grade_moves.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <optional>
#include <string>

namespace jixiao::report {

class ExplanationDocument {
public:
  /// What of a project is explained; everything when nothing is set.
  struct Part {
    std::optional<std::uint32_t> row;
    bool execution = false; ///< its execution and caps alone
  };

  /// All must outlive this object.
  ExplanationDocument(rulepack::RulePack const& pack, diagnostic::SourceTable const& sources,
                      vocabulary::Messages const& messages)
      : pack_(pack), sources_(sources), messages_(messages) {}

  /// `moves`: of the rows that could move the grade alone; not shown for a part.
  void add(model::ProjectEvaluation const& project, model::GradeMoves const& moves, Part const& part);
  [[nodiscard]] std::string text() const;

private:
  rulepack::RulePack const& pack_;
  diagnostic::SourceTable const& sources_;
  vocabulary::Messages const& messages_;
  std::string projects_;
};

} // namespace jixiao::report
