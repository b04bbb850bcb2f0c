#include "engine/ingest/table_reader.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/model/short_text.hpp"

#include <iterator>
#include <utility>

namespace jixiao::ingest {

namespace {

using diagnostic::make;
using model::Column;
using model::RawProject;
using model::RawRow;

std::string shown_project(RawRow const& row) {
  std::string_view const name = row[Column::project];
  return shortened(name.empty() ? project_identity(row) : name);
}

} // namespace

TableReader::TableReader(std::unique_ptr<RowSource> source, vocabulary::Vocabulary const& vocabulary,
                         IngestLimits const& limits, TableAccount* account)
    : rows_(std::move(source), vocabulary, account), account_(account), limits_(limits) {}

bool TableReader::next(RawProject& project) {
  recycle(project);
  if (!begin(project)) {
    project.rows.clear();
    return false;
  }
  fill(project);
  finish(project);
  check_identity(project);
  return true;
}

void TableReader::recycle(RawProject& project) {
  used_ = 0;
  project.rows_left_out = 0;
  project.findings.clear();
  project.sums.clear();
  if (project.header != rows_.header()) {
    empty_storage(project);
  }
}

/// Rows keep the storage of their texts. Below another header fewer columns may be filled, so what is left
/// from the last one must go.
void TableReader::empty_storage(RawProject& project) {
  for (std::vector<RawRow>* rows : {&project.rows, &spare_}) {
    for (RawRow& row : *rows) {
      row.cells.clear();
    }
  }
  overflow_.cells.clear();
  if (!has_pending_) {
    pending_.cells.clear();
  }
}

RawRow& TableReader::slot(RawProject& project) {
  if (used_ == project.rows.size()) {
    if (spare_.empty()) {
      project.rows.emplace_back();
    } else {
      project.rows.push_back(std::move(spare_.back()));
      spare_.pop_back();
    }
  }
  return project.rows[used_];
}

bool TableReader::begin(RawProject& project) {
  RawRow& row = slot(project);
  if (std::exchange(has_pending_, false)) {
    std::swap(row, pending_);
  } else {
    while (!ended_) {
      TableRows::Step const step = rows_.next(row, nullptr, row_findings_);
      if (step == TableRows::Step::row) {
        break;
      }
      ended_ = step == TableRows::Step::end;
      empty_storage(project);
    }
  }
  if (ended_) {
    return false;
  }
  used_ = 1;
  project.header = rows_.header();
  std::swap(project.findings, row_findings_);
  if (rows_.has_doubts()) {
    diagnostic::Diagnostics doubts = rows_.take_doubts();
    project.findings.insert(project.findings.begin(), std::make_move_iterator(doubts.begin()),
                            std::make_move_iterator(doubts.end()));
  }
  take_identity(project);
  return true;
}

void TableReader::fill(RawProject& project) {
  std::uint64_t left_out = 0;
  bool const has_code = project.header->has(Column::project_code);
  for (;;) {
    bool const full = used_ == limits_.rows_per_project;
    // Behind the last row of storage stands most often the first row of the next project, which waits aside.
    bool const aside = full || used_ == project.rows.size();
    RawRow& row = aside ? pending_ : project.rows[used_];
    RawRow const& above = left_out != 0 ? overflow_ : project.rows[used_ - 1];
    TableRows::Step const step = rows_.next(row, &above, row_findings_);
    if (rows_.has_sums()) {
      take_sums(project);
    }
    if (step != TableRows::Step::row) {
      ended_ = step == TableRows::Step::end;
      break;
    }
    if (!continues_project(row, above)) {
      note_other_year(project, row, above);
      if (!aside) {
        std::swap(row, pending_);
      }
      has_pending_ = true;
      break;
    }
    if (full) {
      ++left_out;
      if (account_ != nullptr) {
        account_->leave_last_row();
      }
      std::swap(row, overflow_);
      row_findings_.clear();
      continue;
    }
    bool const named_alike = row.as_above[static_cast<std::size_t>(Column::project)];
    if (has_code && !named_alike && !model::same_text(row[Column::project], above[Column::project])) {
      project.findings.push_back(make(findings::project_names_differ, project.place(row, Column::project),
                                      {shortened(above[Column::project]), shortened(row[Column::project])}));
    }
    if (aside) {
      std::swap(slot(project), pending_);
    }
    ++used_;
    if (!row_findings_.empty()) {
      project.findings.insert(project.findings.end(), row_findings_.begin(), row_findings_.end());
      row_findings_.clear();
    }
  }
  project.rows_left_out = left_out;
  if (left_out != 0) {
    project.findings.push_back(make(findings::project_too_long,
                                    project.place(project.rows[used_ - 1], Column::name),
                                    {std::to_string(limits_.rows_per_project), std::to_string(left_out)}));
  }
}

/// The same project in another year is another project, or a slip.
void TableReader::note_other_year(RawProject& project, RawRow const& row, RawRow const& above) const {
  std::string_view const was = year_identity(above);
  std::string_view const is = year_identity(row);
  bool const same = !project_identity(row).empty() && project_identity(row) == project_identity(above)
                    && unit_identity(row) == unit_identity(above);
  if (same && !was.empty() && !is.empty() && was != is) {
    project.findings.push_back(make(findings::project_of_two_years, project.place(row, Column::year),
                                    {shown_project(row), std::string(was), std::string(is)}));
  }
}

/// The sums that stand behind the last row read.
void TableReader::take_sums(RawProject& project) {
  for (model::PrintedSum& sum : rows_.take_sums()) {
    sum.rows = static_cast<std::uint32_t>(used_);
    project.sums.push_back(std::move(sum));
  }
}

void TableReader::finish(RawProject& project) {
  while (project.rows.size() > used_) {
    spare_.push_back(std::move(project.rows.back()));
    project.rows.pop_back();
  }
}

void TableReader::check_identity(RawProject& project) {
  RawRow const& row = project.rows.front();
  if (!has_identity_) {
    return;
  }
  if (std::uint32_t const first = keys_.add(key_, row.row); first != 0) {
    project.findings.push_back(make(findings::project_again, project.place(row, Column::project),
                                    {shown_project(row), std::to_string(first)}));
  }
}

/// Looks up nothing yet: the place in the set comes from memory while the rows are read.
void TableReader::take_identity(RawProject& project) {
  model::Header const& header = *project.header;
  RawRow const& row = project.rows.front();
  bool const asked = header.has(Column::project) || header.has(Column::project_code);
  has_identity_ = asked && !project_identity(row).empty();
  if (has_identity_) {
    key_ = keys_.key(row);
  } else if (asked) {
    project.findings.push_back(make(findings::project_unnamed, project.place(row, Column::name)));
  } // else the sheet is the project
}

} // namespace jixiao::ingest
