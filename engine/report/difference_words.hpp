#pragma once
// Words that the forms of a difference share. Private to this folder.
#include "engine/report/pack_difference_text.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

class DifferenceWords {
public:
  DifferenceWords(PackDifference const& difference, DifferenceContext const& context)
      : difference_(difference), context_(context) {}

  [[nodiscard]] std::string label(std::string_view id, std::vector<std::string> const& arguments = {}) const;
  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::string counts() const; ///< of clauses
  [[nodiscard]] std::string batch_counts() const;
  [[nodiscard]] std::string what(authoring::DifferentClause const& clause) const;
  /// "base.yaml:50:22"; the pack alone for what has no place of its own; empty for no clause.
  [[nodiscard]] std::string place(std::optional<authoring::Clause> const& clause) const;
  /// "80.00", "[60.00, 80.00]"; "-" for a project without a total.
  [[nodiscard]] std::string total(std::optional<number::Interval> const& total,
                                  rulepack::RulePack const& pack) const;
  [[nodiscard]] std::string score(authoring::RowScore const& row, rulepack::RulePack const& pack) const;
  /// "+1.50", "-3.00~0.00": of the ends.
  [[nodiscard]] std::string change(authoring::DifferentProject const& project) const;
  [[nodiscard]] std::string grades(std::vector<std::string> const& ids, rulepack::RulePack const& pack) const;
  /// The cap that decided the total, with its condition and share as written; a word for none.
  [[nodiscard]] std::string cap(authoring::ProjectScore const& score, rulepack::RulePack const& pack) const;
  /// That the execution score does not count, and the sums by which the pack decides it; empty when it
  /// counts.
  [[nodiscard]] std::string not_counted(authoring::RowScore const& execution,
                                        rulepack::RulePack const& pack) const;
  /// Name of the row; of the execution score its word.
  [[nodiscard]] std::string row(authoring::RowScore const& row) const;
  /// The rule, else the class of evidence.
  [[nodiscard]] static std::string rule(authoring::RowScore const& row);

  [[nodiscard]] PackDifference const& difference() const { return difference_; }
  [[nodiscard]] DifferenceContext const& context() const { return context_; }

private:
  PackDifference const& difference_;
  DifferenceContext const& context_;
};

} // namespace jixiao::report
