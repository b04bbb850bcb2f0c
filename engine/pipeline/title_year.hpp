#pragma once
// The year of a standard table without a column for it: that of the title above it.
#include "engine/ingest/standard_table.hpp"
#include "engine/vocabulary/forms.hpp"

namespace jixiao::pipeline {

class TitleYear {
public:
  /// Gives the rows of `project` the year that a title above their table names, when they have no column for
  /// one. The first project of the table gets a finding.
  void give(model::RawProject& project, std::vector<ingest::TitleAbove> const& titles,
            vocabulary::Forms const& forms);
  /// Takes back what was given: `project` is about to be read into again.
  static void take_back(model::RawProject& project);

private:
  void find(model::RawProject& project, std::vector<ingest::TitleAbove> const& titles,
            vocabulary::Forms const& forms);

  std::shared_ptr<model::Header const> header_; ///< of the project before
  std::string year_;
  std::shared_ptr<model::PrintedAbove const> above_;
};

/// Where the heads of targets and actual values name another year than that of `project`, nobody can tell
/// what year its values are of: none is used.
void leave_other_year(model::RawProject& project);

} // namespace jixiao::pipeline
