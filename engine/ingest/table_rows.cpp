#include "engine/ingest/table_rows.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/separated_otherwise.hpp"
#include "engine/ingest/unknown_heads.hpp"
#include "engine/model/unreadable_cell.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::ingest {

namespace {

using diagnostic::make;
using model::Column;

/// A header stands among the first rows of a sheet, and what stands above it is not long.
constexpr std::size_t rows_above_header = 64;
constexpr std::size_t bytes_above_header = 1u << 20;
/// Above a table of names alone; below more lines the word for a name is a line of text.
constexpr std::size_t most_titles_above_names = 2;
/// Lines of sums between two rows of one project; more are listed and not compared.
constexpr std::size_t most_sums = 64;

std::string own_texts_of(model::RawRow const& row) {
  Listing texts;
  for (std::size_t i = 0; i < model::column_count; ++i) {
    std::string_view const text = model::said_text(row.cells[i]);
    if (!text.empty() && !row.carried.test(i)) {
      texts.add(text);
    }
  }
  return texts.text();
}

std::size_t bytes_of(KeptRow const& row) {
  std::size_t bytes = 0;
  for (std::string const& cell : row.cells) {
    bytes += cell.size();
  }
  return bytes;
}

} // namespace

TableRows::TableRows(std::unique_ptr<RowSource> source, vocabulary::Vocabulary const& vocabulary,
                     TableAccount* account)
    : source_(std::move(source)), vocabulary_(vocabulary), kinds_(vocabulary), account_(account) {}

TableRows::Step TableRows::next(model::RawRow& row, model::RawRow const* above,
                                diagnostic::Diagnostics& row_findings) {
  if (!in_table_) {
    return open_table() ? Step::new_table : Step::end;
  }
  while (std::exchange(peeked_, false) || source_->next_row(sheet_row_)) {
    std::size_t const findings_before = row_findings.size();
    mapper_.map(sheet_row_, source_->suspicious(), row, row_outside_, row_findings);
    RowKind const kind = kinds_.kind_beside(sheet_row_, layout_, kinds_.kind(row), row);
    if (row_outside_.texts.count() != 0) {
      take_outside(kind);
    }
    model::RawRow const* const effective = first_row_ ? nullptr : has_heading_ ? &heading_ : above;
    if (kind == RowKind::indicator) {
      bool const below_above = std::exchange(below_row_, true) && above != nullptr && effective == above;
      if (!below_above || above->carried.any()) {
        row.as_above.reset(); // the line above is not the row above, or that has texts from elsewhere
      }
      carry_.apply(row, effective);
      if (row.carried.any()) {
        carried_ += row.carried.count();
        row.as_above.reset();
      }
      if (source_->rows_have_all_cells() && sheet_row_.cells.size() < columns_of_header_) {
        first_short_row_ = short_rows_++ == 0 ? row.row : first_short_row_;
      }
      first_row_ = has_heading_ = false;
      ++rows_;
      account_row(kind);
      return Step::row;
    }
    // What was noticed about a row that is no indicator belongs to no project.
    auto const begin = row_findings.begin() + static_cast<std::ptrdiff_t>(findings_before);
    findings_.add(diagnostic::Diagnostics(begin, row_findings.end()));
    row_findings.erase(begin, row_findings.end());
    if (kind == RowKind::header && is_new_header()) {
      KeptRow const header = keep(sheet_row_);
      end_table();
      begin_table({}, header);
      return Step::new_table;
    }
    below_row_ = false;
    row.as_above.reset();
    set_aside(kind, row, effective);
    account_row(kind);
  }
  end_table();
  return open_table() ? Step::new_table : Step::end;
}

/// A header further down that differs from the one above it begins a table of its own.
bool TableRows::is_new_header() const {
  KeptRow const row = keep(sheet_row_);
  if (!likeness(row, vocabulary_).is_header()) {
    return false;
  }
  std::size_t const width = std::max(row.cells.size(), layout_.heads.size());
  for (std::size_t i = 0; i < width; ++i) {
    std::string_view const here = i < row.cells.size() ? std::string_view(row.cells[i]) : "";
    std::string_view const above = i < layout_.heads.size() ? std::string_view(layout_.heads[i]) : "";
    if (here != above) {
      return true;
    }
  }
  return false;
}

void TableRows::set_aside(RowKind kind, model::RawRow& row, model::RawRow const* above) {
  bool const divides = kind == RowKind::header || kind == RowKind::heading;
  surroundings_.divided =
      surroundings_.divided
      || (divides && !layout_.header->has(Column::project) && !layout_.header->has(Column::project_code));
  switch (kind) {
  case RowKind::indicator:
  case RowKind::blank: return;
  case RowKind::header: findings_.add(make(findings::header_repeated, place(row.row))); return;
  case RowKind::total: set_sum_aside(row, above); return;
  case RowKind::foot: findings_.add(make(findings::foot_line, place(row.row), {own_texts_of(row)})); return;
  case RowKind::heading:
    findings_.add(make(findings::row_without_indicator, place(row.row), {own_texts_of(row)}));
    carry_below(row, above);
    return;
  }
}

/// Its claimed sum is that of the project above, also where the line repeats the project's name.
void TableRows::set_sum_aside(model::RawRow& row, model::RawRow const* above) {
  findings_.add(make(findings::row_total, place(row.row), {own_texts_of(row)}));
  SumLabel const label = *kinds_.sum_label(row);
  auto const column = static_cast<std::uint32_t>(Column::claimed);
  model::PrintedSum sum{{source_->source(), row.row, layout_.header->columns[column], 0, 0},
                        std::string(row[label.column]),
                        std::string(row[Column::weight]),
                        std::string(row[Column::claimed]),
                        0,
                        label.part,
                        false};
  bool ends_project = above != nullptr && !has_heading_;
  if (kinds_.begins_project(row)) {
    model::RawRow carried = row;
    carry_.apply(carried, above);
    ends_project = ends_project && same_project(carried, *above);
    if (!ends_project) {
      carry_below(row, above);
    }
  }
  if (ends_project && !sum.claimed.empty() && sums_.size() < most_sums) {
    sums_.push_back(std::move(sum));
  }
}

/// The rows below take their project and its amounts from `row`.
void TableRows::carry_below(model::RawRow& row, model::RawRow const* above) {
  carry_.apply(row, above);
  heading_ = row;
  has_heading_ = true;
  first_row_ = false;
}

bool TableRows::open_table() {
  for (;;) {
    if (!in_sheet_) {
      in_sheet_ = source_->next_sheet();
      if (!in_sheet_) {
        end_input();
        return false;
      }
      if (account_ != nullptr) {
        account_->begin_sheet();
      }
    }
    if (find_header()) {
      return true;
    }
    in_sheet_ = false;
    findings_.add(source_->take_findings());
  }
}

bool TableRows::find_header() {
  std::vector<KeptRow> titles;
  std::size_t bytes = 0;
  while (titles.size() < rows_above_header && bytes < bytes_above_header && source_->next_row(sheet_row_)) {
    KeptRow row = keep(sheet_row_);
    note_cells(row);
    bytes += bytes_of(row);
    HeaderLikeness const like = likeness(row, vocabulary_);
    bool const line_of_text = like.texts == 1 && titles.size() > most_titles_above_names;
    if (like.is_header() && !line_of_text) {
      any_text_ = true;
      begin_table(titles, row);
      return true;
    }
    if (texts_of(row).empty()) {
      continue;
    }
    any_text_ = true;
    titles.push_back(std::move(row));
  }
  if (!titles.empty()) {
    give_up_sheet(titles);
  }
  account_rest(titles);
  return false;
}

void TableRows::begin_table(std::vector<KeptRow> const& titles, KeptRow const& header) {
  ++tables_;
  in_table_ = true;
  first_row_ = true;
  below_row_ = false;
  has_heading_ = false;
  rows_ = carried_ = short_rows_ = 0;
  outside_ = {};
  HeaderLines lines{{header}, 0};
  // The header may have a second line above it, where most texts are heads (in pairs of a label and its value
  // only half of them are) ...
  std::size_t title_count = titles.size();
  if (!titles.empty() && titles.back().number + 1 == header.number) {
    HeaderLikeness const above = likeness(titles.back(), vocabulary_);
    if (above.columns >= 2 && above.heads * 2 > above.texts) {
      lines = {{titles.back(), header}, 1};
      --title_count;
    }
  }
  // ... or below it, where it leaves the header its column of names.
  peeked_ = source_->next_row(sheet_row_);
  if (peeked_ && sheet_row_.number == header.number + 1) {
    KeptRow const next = keep(sheet_row_);
    if (is_second_line(next, header, vocabulary_)) {
      lines.rows.push_back(next);
      note_cells(next);
      peeked_ = false;
    }
  }
  std::string unit;
  for (std::size_t i = 0; i < title_count; ++i) {
    note_title(titles[i], lines.rows.back().number);
    findings_.add(make(findings::titles_skipped, place(titles[i].number), {texts_of(titles[i])}));
    for (std::string const& text : titles[i].cells) {
      unit = unit.empty() ? money_unit_of(text, vocabulary_) : unit;
    }
  }
  note_surroundings(lines, titles, title_count);
  account_header(lines, titles, title_count);
  diagnostic::Outcome<Layout> made = make_layout(lines, unit, source_->source(), vocabulary_);
  layout_ = *std::move(made.value);
  if (account_ != nullptr) {
    account_->add_heads(layout_);
  }
  UnknownHeads unknown = note_unknown_heads(layout_, vocabulary_);
  doubts_ = std::move(unknown.doubtful);
  findings_.add(std::move(unknown.passed_over));
  findings_.add(std::move(made.diagnostics));
  if (!unit.empty()) {
    findings_.add(make(findings::unit_above_header, place(layout_.header->row), {unit}));
  }
  mapper_.set_layout(layout_);
  kinds_.set_layout(layout_);
  carry_ = CarryDown(*layout_.header);
  columns_of_header_ = layout_.targets.size();
  while (columns_of_header_ > 0 && layout_.targets[columns_of_header_ - 1] >= Layout::ignored) {
    --columns_of_header_;
  }
}

void TableRows::end_table() {
  if (account_ != nullptr) {
    account_->end_table();
  }
  in_table_ = false;
  diagnostic::Place const header = place(layout_.header->row);
  if (rows_ == 0) {
    findings_.add(take_doubts());
    findings_.add(make(findings::header_without_rows, header));
  }
  if (carried_ != 0) {
    findings_.add(make(findings::cells_carried, header, {std::to_string(carried_)}));
  }
  if (short_rows_ != 0) {
    findings_.add(make(findings::rows_short, place(first_short_row_), {std::to_string(short_rows_)}));
  }
  if (outside_.texts.count() != 0) {
    findings_.add(make(findings::cells_outside, outside_.first,
                       {std::to_string(outside_.texts.count()), outside_.texts.text()}));
  }
}

/// The row that comes nearest to a header: facts above it may name columns too.
KeptRow const* TableRows::nameless_header(std::vector<KeptRow> const& kept) const {
  KeptRow const* nearest = nullptr;
  std::size_t most = 0;
  for (KeptRow const& row : kept) {
    HeaderLikeness const like = likeness(row, vocabulary_);
    if (like.is_nameless_header() && like.columns > most) {
      nearest = &row;
      most = like.columns;
    }
  }
  return nearest;
}

void TableRows::give_up_sheet(std::vector<KeptRow> const& kept) {
  if (KeptRow const* const header = nameless_header(kept)) {
    sheets_without_table_.push_back(
        make(findings::header_without_name, place(header->number), {texts_of(*header)}));
    note_likely_name(*header);
    return;
  }
  if (auto const separated = separated_otherwise(kept, vocabulary_)) {
    bool const blanks = separated->sign.empty();
    sheets_without_table_.push_back(
        blanks ? make(findings::cells_run_together, place(separated->number), {separated->heads})
               : make(findings::separator_unknown, place(separated->number),
                      {separated->sign, separated->heads}));
    return;
  }
  Listing texts;
  for (KeptRow const& row : kept) {
    texts.add(texts_of(row));
  }
  if (is_in_one_column(kept, vocabulary_)) {
    sheets_without_table_.push_back(
        make(findings::text_in_one_column, place(kept.front().number), {texts.text()}));
    return;
  }
  sheets_without_table_.push_back(make(findings::header_missing, place(kept.front().number), {texts.text()}));
}

/// A head that is near to the name of the indicator's column.
void TableRows::note_likely_name(KeptRow const& header) {
  model::Header others; // everything but the name is there, or is not asked for
  others.columns.fill(1);
  others.columns[static_cast<std::size_t>(model::Column::name)] = 0;
  std::vector<std::string> heads;
  for (std::string const& text : header.cells) {
    if (!text.empty() && !read_head(text, vocabulary_).column) {
      heads.push_back(text);
    }
  }
  std::string const meanings = likely_meanings(heads, others, vocabulary_);
  if (!meanings.empty()) {
    doubts_.push_back(make(findings::columns_misnamed, place(header.number), {"1", meanings}));
  }
}

void TableRows::end_input() {
  if (std::exchange(ended_, true)) {
    return;
  }
  findings_.add(source_->take_findings());
  surroundings_.sheet_without_table = !sheets_without_table_.empty();
  if (tables_ != 0) {
    for (diagnostic::Diagnostic const& each : sheets_without_table_) {
      findings_.add(make(findings::sheet_without_table, each.where, each.arguments));
    }
  } else {
    findings_.add(sheets_without_table_);
    findings_.add(take_doubts());
    if (!any_text_ && source_->readable()) {
      findings_.add(make(findings::input_empty, place(0)));
    }
  }
  findings_.finish();
}

/// What reading the cells of a row noticed that is no row of a table.
void TableRows::note_cells(KeptRow const& row) {
  for (CellNote const& note : sheet_row_.notes) {
    findings_.add(make(note.code, {source_->source(), row.number, note.column, 0, 0}, note.arguments));
  }
  for (std::size_t i = 0; i < sheet_row_.cells.size(); ++i) {
    if (source_->suspicious() && sheet_row_.cells[i].find('\0') != std::string_view::npos) {
      auto const column = static_cast<std::uint32_t>(i + 1);
      findings_.add(make(findings::nul_removed, {source_->source(), row.number, column, 0, 0}));
    }
  }
}

} // namespace jixiao::ingest
