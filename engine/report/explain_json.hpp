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
  /// All must outlive this object.
  ExplanationDocument(rulepack::RulePack const& pack, diagnostic::SourceTable const& sources,
                      vocabulary::Messages const& messages)
      : pack_(pack), sources_(sources), messages_(messages) {}

  /// All rows of a project, or the one with this number.
  /// `moves`: of the rows that could move the grade alone; not shown for one row.
  void add(model::ProjectEvaluation const& project, model::GradeMoves const& moves,
           std::optional<std::uint32_t> row);
  [[nodiscard]] std::string text() const;

private:
  rulepack::RulePack const& pack_;
  diagnostic::SourceTable const& sources_;
  vocabulary::Messages const& messages_;
  std::string projects_;
};

} // namespace jixiao::report
