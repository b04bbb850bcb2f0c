#include "engine/pipeline/title_year.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/titles.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/model/unreadable_cell.hpp"

namespace jixiao::pipeline {

using model::Column;

void TitleYear::give(model::RawProject& project, std::vector<ingest::TitleAbove> const& titles,
                     vocabulary::Forms const& forms) {
  if (header_ != project.header) {
    header_ = project.header;
    find(project, titles, forms);
  }
  if (year_.empty()) {
    return;
  }
  project.above = above_;
  for (model::RawRow& row : project.rows) {
    row.set(Column::year, year_);
    row.carried.set(static_cast<std::size_t>(Column::year), &row != &project.rows.front());
  }
}

/// The nearest title counts.
void TitleYear::find(model::RawProject& project, std::vector<ingest::TitleAbove> const& titles,
                     vocabulary::Forms const& forms) {
  year_.clear();
  for (std::size_t i = header_->has(Column::year) ? 0 : titles.size(); i-- > 0 && year_.empty();) {
    auto const& [header, title] = titles[i];
    bool const above = title.place.source == header_->source && header == header_->row;
    year_ = above ? ingest::forms::year_of_title(title.text, forms) : std::string();
    if (!year_.empty()) {
      auto places = std::make_shared<model::PrintedAbove>();
      places->places[static_cast<std::size_t>(Column::year)] = title.place;
      above_ = std::move(places);
      project.findings.push_back(diagnostic::make(ingest::forms::findings::year_from_line, title.place,
                                                  {year_, ingest::shortened(title.text)}));
    }
  }
}

void TitleYear::take_back(model::RawProject& project) {
  if (project.above == nullptr) {
    return;
  }
  project.above.reset();
  for (model::RawRow& row : project.rows) {
    row.cells.clear();
  }
}

void leave_other_year(model::RawProject& project) {
  std::string const& heads = project.header->year;
  std::string_view const own = project.rows.front()[Column::year];
  if (heads.empty() || own.empty() || own.starts_with(heads)) {
    return;
  }
  project.findings.push_back(diagnostic::make(ingest::findings::heads_of_other_year,
                                              {project.header->source, project.rows.front().row, 0, 0, 0},
                                              {heads, std::string(own)}));
  for (model::RawRow& row : project.rows) {
    if (!row[Column::actual].empty()) {
      row.set(Column::actual, model::unreadable_cell);
      row.as_above.reset(static_cast<std::size_t>(Column::actual));
    }
  }
}

} // namespace jixiao::pipeline
