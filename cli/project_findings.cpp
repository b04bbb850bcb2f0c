#include "cli/project_findings.hpp"

#include "engine/report/finding_list.hpp"
#include "engine/report/report.hpp"

namespace jixiao::cli {

namespace {

constexpr std::size_t most_kept = 1000; // memory must not grow with the table

} // namespace

void ProjectFindings::add(model::ProjectEvaluation const& evaluation) {
  for (diagnostic::Diagnostics const* const findings : {&evaluation.project.findings, &evaluation.findings}) {
    for (diagnostic::Diagnostic const& each : *findings) {
      if (each.severity == diagnostic::Severity::info) {
        continue;
      }
      if (kept_.size() < most_kept) {
        kept_.push_back(each);
      } else {
        ++left_;
      }
    }
  }
}

void ProjectFindings::say(Session const& session) const {
  report::FindingListOptions list{session.options.language};
  list.limit = session.options.findings_listed.value_or(report::ReportOptions().findings_listed);
  for (std::string const& line : report::finding_lines(kept_, session.sources, session.messages, list)) {
    session.say(line);
  }
  if (left_ > 0) {
    session.say(session.text("csv_findings_left", {std::to_string(left_)}));
  }
}

} // namespace jixiao::cli
