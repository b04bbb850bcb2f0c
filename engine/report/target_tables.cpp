#include "engine/report/target_tables.hpp"

#include "engine/report/format.hpp"

#include <algorithm>

namespace jixiao::report {
namespace {

constexpr std::string_view without_actuals = "no_actuals";

} // namespace

void TargetTables::take(diagnostic::Diagnostics& findings) {
  auto const at = std::stable_partition(findings.begin(), findings.end(),
                                        [](auto const& finding) { return finding.code != without_actuals; });
  for (auto each = at; each != findings.end(); ++each) {
    if (tables_.empty() || tables_.back().source != each->where.source) {
      tables_.push_back({each->where.source, 0});
    }
    ++tables_.back().projects;
  }
  findings.erase(at, findings.end());
}

std::vector<std::string> TargetTables::lines(diagnostic::SourceTable const& sources,
                                             vocabulary::Messages const& messages,
                                             vocabulary::Language language) const {
  std::vector<std::string> result;
  for (Table const& table : tables_) {
    std::vector<std::string> const arguments{place_text({table.source, 0, 0, 0, 0}, sources),
                                             std::to_string(table.projects)};
    result.push_back(messages.text("target_table", language, arguments));
  }
  return result;
}

} // namespace jixiao::report
