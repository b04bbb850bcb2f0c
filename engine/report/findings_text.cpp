#include "engine/report/findings_text.hpp"

#include "engine/report/width.hpp"

#include <algorithm>

namespace jixiao::report {

diagnostic::Diagnostics all_findings(model::ProjectEvaluation const& project) {
  diagnostic::Diagnostics all = project.project.findings;
  for (model::ScoredIndicator const& each : project.indicators) {
    all.insert(all.end(), each.indicator.findings.begin(), each.indicator.findings.end());
    all.insert(all.end(), each.findings.begin(), each.findings.end());
  }
  all.insert(all.end(), project.findings.begin(), project.findings.end());
  sort_by_severity(all);
  return all;
}

void sort_by_severity(diagnostic::Diagnostics& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](diagnostic::Diagnostic const& left, diagnostic::Diagnostic const& right) {
                     return left.severity > right.severity;
                   });
}

std::vector<std::string> shown(std::vector<std::string> const& arguments,
                               vocabulary::Messages const& messages, vocabulary::Language language,
                               std::size_t columns) {
  std::vector<std::string> result;
  for (std::string const& each : arguments) {
    // The first argument of a finding names the row; a row of a form that nobody filled in has no name.
    std::string_view const blank = result.empty() ? "unnamed_row" : "blank_argument";
    result.push_back(each.empty() ? messages.text(blank, language) : cut(each, columns));
  }
  return result;
}

FindingCounts count(diagnostic::Diagnostics const& findings) {
  FindingCounts counts;
  for (diagnostic::Diagnostic const& each : findings) {
    switch (each.severity) {
    case diagnostic::Severity::error: ++counts.errors; break;
    case diagnostic::Severity::warning: ++counts.warnings; break;
    case diagnostic::Severity::info: ++counts.infos; break;
    }
  }
  return counts;
}

std::string counts_text(FindingCounts const& counts, vocabulary::Messages const& messages,
                        vocabulary::Language language) {
  return messages.text("counts", language,
                       std::vector<std::string>{std::to_string(counts.errors),
                                                std::to_string(counts.warnings),
                                                std::to_string(counts.infos)});
}

} // namespace jixiao::report
