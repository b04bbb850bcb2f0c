#include "engine/report/findings_text.hpp"

#include "engine/report/format.hpp"
#include "engine/report/report.hpp"
#include "engine/report/width.hpp"

#include <algorithm>

namespace jixiao::report {
namespace {

/// Names of indicators can fill a page; a reader needs enough of one to find it.
constexpr std::size_t argument_columns = 40;

} // namespace

diagnostic::Diagnostics all_findings(model::ProjectEvaluation const& project) {
  diagnostic::Diagnostics all = project.project.findings;
  for (model::ScoredIndicator const& each : project.indicators) {
    all.insert(all.end(), each.indicator.findings.begin(), each.indicator.findings.end());
    all.insert(all.end(), each.findings.begin(), each.findings.end());
  }
  all.insert(all.end(), project.findings.begin(), project.findings.end());
  std::stable_sort(all.begin(), all.end(),
                   [](diagnostic::Diagnostic const& left, diagnostic::Diagnostic const& right) {
                     return left.severity > right.severity;
                   });
  return all;
}

std::vector<std::string> shortened(std::vector<std::string> const& arguments) {
  std::vector<std::string> result;
  for (std::string const& each : arguments) {
    result.push_back(cut(each, argument_columns));
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

std::string finding_text(diagnostic::Diagnostic const& finding, diagnostic::SourceTable const& sources,
                         vocabulary::Messages const& messages, vocabulary::Language language,
                         diagnostic::SourceId home) {
  static constexpr std::string_view severities[] = {"severity_info", "severity_warning", "severity_error"};
  std::string where = place_text(finding.where, sources);
  if (home != 0 && finding.where.source == home && finding.where.row != 0) {
    std::string const row = std::to_string(finding.where.row);
    where = finding.where.column != 0 ? column_letters(finding.where.column) + row
                                      : messages.text("place_row", language, std::vector<std::string>{row});
  }
  std::vector<std::string> const short_arguments = shortened(finding.arguments);
  std::string const hint = messages.hint(finding.code, language, short_arguments);
  std::vector<std::string> arguments{
      messages.text(severities[static_cast<std::size_t>(finding.severity)], language), where,
      messages.text(finding.code, language, short_arguments), hint, std::string(finding.code)};
  std::string_view const id = where.empty()
                                  ? (hint.empty() ? "finding_bare" : "finding_with_hint")
                                  : (hint.empty() ? "finding_with_place" : "finding_with_place_and_hint");
  return printable(messages.text(id, language, arguments));
}

} // namespace jixiao::report
