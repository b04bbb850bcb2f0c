#include "engine/pipeline/table_years.hpp"

#include "engine/lowering/calendar.hpp"
#include "engine/pipeline/input_projects.hpp"

namespace jixiao::pipeline {
namespace {

/// The year of a project as lowering settles it, when none is given on the command line.
std::string year_of(model::RawProject const& project) {
  std::string_view const printed = project.rows.front()[model::Column::year];
  return lowering::leading_year(printed) == 0 ? std::string() : std::string(printed.substr(0, 4));
}

} // namespace

std::string TableYears::agreed() const {
  return projects.size() == 1 && not_read.empty() ? projects.begin()->first : std::string();
}

TableYears read_table_years(std::vector<std::filesystem::path> const& files,
                            vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms,
                            ingest::IngestLimits const& limits) {
  TableYears years;
  model::RawProject project;
  for (std::filesystem::path const& file : files) {
    std::error_code absent;
    if (!std::filesystem::is_regular_file(file, absent)) {
      if (std::filesystem::exists(file, absent)) {
        years.not_read.push_back(file);
      }
      continue;
    }
    diagnostic::SourceTable sources;
    InputReading const reading{vocabulary, &forms, sources, limits, false, {}};
    InputProjects projects(file, reading);
    while (projects.next(project)) {
      if (!project.rows.empty()) {
        ++years.projects[year_of(project)];
      }
    }
  }
  return years;
}

} // namespace jixiao::pipeline
