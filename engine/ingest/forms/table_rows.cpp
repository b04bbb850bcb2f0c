#include "engine/ingest/forms/table_rows.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/forms/continuation.hpp"
#include "engine/ingest/forms/continued_table.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/header_notes.hpp"
#include "engine/ingest/forms/line_kinds.hpp"
#include "engine/ingest/forms/line_reader.hpp"
#include "engine/ingest/forms/merged_above.hpp"
#include "engine/ingest/forms/other_project.hpp"
#include "engine/ingest/forms/printed_total.hpp"
#include "engine/ingest/forms/row_end.hpp"
#include "engine/ingest/forms/row_notes.hpp"
#include "engine/ingest/forms/same_project.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;
using vocabulary::RowField;

/// Of a cell that page breaks cut; nobody writes as much into one.
constexpr std::size_t longest_joined = 1u << 16;

class RowsReader {
public:
  RowsReader(Lines const& lines, RowHeader const& header, std::size_t most, bool answers, Words const& words,
             diagnostic::SourceId source, Account& account)
      : lines_(lines), header_(header), most_(most), answers_(answers), words_(words), source_(source),
        account_(account), reader_(header, words, answers) {}

  TableDraft run() {
    std::size_t at = header_.rows;
    auto const other = [&] {
      bool const named = at != header_.rows && !table_.projects.empty()
                         && (lines_[at].grid == Grid::tabs || is_labelled_name(lines_[at], words_))
                         && names_next_project(lines_, at, header_, table_, words_);
      return named || begins_other_project(lines_, at, most_, header_, table_, words_);
    };
    for (; at < most_ && !ends_rows(lines_, at, header_, words_) && !other(); ++at) {
      if (begins_bare_project(lines_, at, header_, table_, words_)) {
        table_.bare_project_follows = true;
        break;
      }
      read_line(at);
    }
    table_.end = at;
    table_.source = source_;
    return std::move(table_);
  }

private:
  void use(Cell const& cell, CellUse use, std::string_view field = {}) {
    for (CellId const id : cell.from) {
      account_.use(id, use, field);
    }
  }
  void use_all(Line const& line, CellUse what) {
    for (Cell const& cell : line.cells) {
      use(cell, what);
    }
  }
  diagnostic::Place place(Cell const& cell) const { return {source_, cell.line, cell.column + 1, 0, 0}; }

  Draft* above() {
    return table_.projects.empty() || table_.projects.back().rows.empty()
               ? nullptr
               : &table_.projects.back().rows.back();
  }

  void pass_over(Line const& line) {
    table_.findings.push_back(
        diagnostic::make(findings::remark_passed_over, place(line.cells.front()), {texts_of(line)}));
    use_all(line, CellUse::passed_over);
  }

  /// The sum of all rows is printed.
  bool is_closed() const {
    return std::any_of(table_.totals.begin(), table_.totals.end(),
                       [](PrintedTotal const& total) { return !total.part && total.end_row != 0; });
  }

  void read_line(std::size_t at) {
    Line line = lines_[at];
    if (is_page_mark(line, words_)) {
      return use_all(line, CellUse::page_mark);
    }
    if (repeats_header(line, header_, words_)) {
      table_.findings.push_back(
          diagnostic::make(ingest::findings::header_repeated, {source_, line.number, 0, 0, 0}));
      return use_all(line, CellUse::head_again);
    }
    if (is_column_numbers(line)) {
      return use_all(line, CellUse::head_again);
    }
    if (is_total_line(line, header_, words_)) {
      use_all(line, CellUse::total);
      return take_total(line, header_, words_, source_, table_);
    }
    if (is_closed() && stands_below_rows(line, header_, words_)) {
      return pass_over(line);
    }
    if (begins_bonus(line, words_)) {
      table_.findings.push_back(
          diagnostic::make(findings::bonus_rows, place(line.cells.front()), {texts_of(line)}));
      bonus_ = std::string(without_enumeration(line.cells.front().text));
      return use_all(line, CellUse::passed_over);
    }
    if (is_section_line(line, header_, words_) || is_remark(line, header_, words_)
        || is_bonus_heading(line, words_) || names_first_project(lines_, at, header_, words_)) {
      bonus_ = is_section_line(line, header_, words_) ? std::string() : bonus_;
      return pass_over(line);
    }
    if (above() != nullptr) {
      split_remnants(line);
    }
    std::optional<std::int32_t> const page = moved_below(at);
    if (above() != nullptr && continues(line, page)) {
      return;
    }
    Draft const* const last = above();
    std::int32_t const hint = line.after_gap && page ? *page : last == nullptr ? 0 : last->moved;
    LineRead read = reader_.read(line, hint, last == nullptr ? std::string_view() : last_level1_);
    take_row(line, std::move(read));
  }

  /// Where the lines below `at` stand, by the first of them that tells, on the same page.
  std::optional<std::int32_t> moved_below(std::size_t at) const {
    if (auto const own = reader_.moved(lines_[at])) {
      return own;
    }
    for (std::size_t next = at + 1; next < std::min(most_, at + 4); ++next) {
      if (lines_[next].after_gap || lines_[next].part != lines_[at].part) {
        break;
      }
      if (auto const moved = reader_.moved(lines_[next])) {
        return moved;
      }
    }
    return std::nullopt;
  }

  /// The rest of a cell that a page break cut may stand in front of the cell below it.
  void split_remnants(Line& line) {
    std::vector<Cell> cells;
    for (Cell const& cell : line.cells) {
      std::size_t const blank = first_blank(cell.text);
      std::string const front = cell.text.substr(0, blank);
      std::string const rest(grammar::trim(std::string_view(cell.text).substr(blank)));
      bool const level = !rest.empty() && !words_.label(cell.text)
                         && words_.level1(cell.text) == model::Level1::other && !words_.level2(cell.text)
                         && (words_.level1(rest) != model::Level1::other || words_.level2(rest));
      if (level && join_remnant(cell, front, words_.level1(rest) != model::Level1::other, rest)) {
        Cell other = cell;
        other.text = rest;
        cells.push_back(std::move(other));
      } else {
        cells.push_back(cell);
      }
    }
    line.cells = std::move(cells);
  }

  static std::size_t first_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (grammar::blank_length(text.substr(at)) != 0) {
        return at;
      }
    }
    return text.size();
  }

  bool join_remnant(Cell const& cell, std::string const& front, bool may_be_first, std::string const& rest) {
    bool const second = words_.level2(rest).has_value();
    for (Column const column : {Column::level1, Column::level2}) {
      if (column == Column::level1 ? !may_be_first : !second) {
        continue;
      }
      Joint const found = joint(row_field(column), above()->text(column), front, words_);
      if (found == Joint::completes || found == Joint::remnant) {
        join(cell, front, row_field(column), found);
        return true;
      }
    }
    return false;
  }

  /// Puts `piece` to the cell above it, and says so.
  void join(Cell const& cell, std::string const& piece, RowField field, Joint found) {
    auto const i = static_cast<std::size_t>(field);
    auto& to = is_of_project(field) ? table_.projects.back().cells[i] : above()->cells[i];
    if (found == Joint::remnant) {
      use(cell, CellUse::remnant, name(field));
      above()->findings.push_back(
          diagnostic::make(findings::remnant_left_out, place(cell), {shortened(piece), to->text}));
      return;
    }
    if (to && to->text.size() + piece.size() > longest_joined) {
      use(cell, CellUse::undecided);
      auto& said = above()->findings;
      if (said.empty() || said.back().code != findings::cell_too_long_to_join.id) {
        said.push_back(diagnostic::make(
            findings::cell_too_long_to_join, place(cell),
            {std::string(name(field)), shortened(to->text), std::to_string(longest_joined)}));
      }
      return;
    }
    if (!to) {
      to = DraftCell{piece, cell.from, cell.line, cell.column};
    } else {
      to->text += piece;
      to->from.insert(to->from.end(), cell.from.begin(), cell.from.end());
    }
    use(cell, CellUse::fragment, name(field));
    above()->joined = true;
    above()->findings.push_back(
        diagnostic::make(findings::fragment_joined, place(cell),
                         {shortened(piece), std::string(name(field)), shortened(to->text)}));
  }

  static bool has_glued_cells(Line const& line) {
    return line.grid == Grid::tabs && std::any_of(line.cells.begin(), line.cells.end(), [](Cell const& cell) {
             return is_glued(cell.text);
           });
  }

  /// Joins `line` to the row above when it goes on with it; false when it is a row of its own.
  bool continues(Line const& line, std::optional<std::int32_t> page) {
    ProjectDraft& project = table_.projects.back();
    Above const up{above(), &project.cells};
    Continuation const found = join_pieces(line, header_, up, page, words_);
    bool const complete = std::all_of(found.fields.begin(), found.fields.end(),
                                      [](auto const& field) { return field.has_value(); });
    if (!complete || has_glued_cells(line)
        || !(found.certain || (line.after_gap && is_headless(line, page)))) {
      return false;
    }
    if (reader_.moved(line) && !found.certain) {
      return false;
    }
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      RowField const field = header_.fields[*found.fields[i]].field;
      join(line.cells[i], line.cells[i].text, field,
           joint(field, up.text(field), line.cells[i].text, words_));
    }
    if (found.doubtful) {
      Listing texts;
      for (Cell const& cell : line.cells) {
        texts.add(cell.text);
      }
      above()->findings.push_back(
          diagnostic::make(findings::fragment_doubtful, place(line.cells.front()), {texts.text()}));
    }
    return true;
  }

  /// No row of its own: nothing in it is a level or a sign, and no cell stands where this page has the names.
  bool is_headless(Line const& line, std::optional<std::int32_t> page) const {
    std::int64_t const moved = page.value_or(table_.projects.back().rows.back().moved);
    for (FieldColumn const& field : header_.fields) {
      bool const name = field.field == row_field(Column::name);
      for (Cell const& cell : line.cells) {
        if (name && static_cast<std::int64_t>(cell.column) == field.column + moved) {
          return false;
        }
      }
    }
    LineRead const read = reader_.read(line, static_cast<std::int32_t>(moved), last_level1_);
    return !read.level && !read.measured && line.grid != Grid::order;
  }

  void take_row(Line const& line, LineRead read) {
    Draft& draft = read.draft;
    take_bonus_beside(line, header_, words_, read);
    bool const has_project = draft[Column::project].has_value() || draft[Column::project_code].has_value();
    if (line.grid == Grid::author && !has_project && above() != nullptr) {
      take_merged_above(draft, *above(), header_, source_);
    }
    bool const row = read.level || read.measured || (draft[Column::name] && !has_glued_cells(line))
                     || (line.grid == Grid::author && has_value(draft)) || lacks_name(draft);
    bool const again = has_project && is_printed_again(line, draft);
    if ((has_project && !again) || table_.projects.empty()) {
      begin_project();
    }
    project_printed_ = has_project;
    ProjectDraft& project = table_.projects.back();
    if (again) {
      drop_contradictions(draft, project, contradicted_, source_, account_);
    }
    bool const goes_on =
        !has_project && draft[RowField::goal] && project.cells[static_cast<std::size_t>(RowField::goal)];
    settle_cells(line, header_, answers_, words_, source_, account_, read);
    if (goes_on && !project.rows.empty()) {
      // The goal of the project goes on beside the first row of a page.
      Cell const& cell = cell_of(line, read, RowField::goal);
      join(cell, cell.text, RowField::goal, Joint::text);
    }
    if (!row) {
      if (!has_project) {
        not_a_row(line, read);
      }
      return;
    }
    move_to_project(draft, project, goes_on);
    mark_bonus(draft, bonus_, words_, source_);
    last_level1_ = draft[Column::level1] ? draft[Column::level1]->text : last_level1_;
    project.rows.push_back(std::move(draft));
  }

  /// The project of the rows above. Where not every row prints it, one that does and begins with a level that
  /// was done with is another one of the same name.
  bool is_printed_again(Line const& line, Draft const& draft) {
    return above() != nullptr && is_same_project(draft, table_.projects.back())
           && (project_printed_ || !begins_anew(line, header_, table_, words_));
  }

  static Cell const& cell_of(Line const& line, LineRead const& read, RowField field) {
    auto const& from = read.draft[field]->from;
    return *std::find_if(line.cells.begin(), line.cells.end(),
                         [&](Cell const& cell) { return cell.from == from; });
  }

  void begin_project() {
    ProjectDraft next;
    if (!table_.projects.empty()) {
      // Units stand before the first of their projects.
      for (Column const column :
           {Column::unit_code, Column::unit, Column::supervising_department, Column::year}) {
        next.cells[static_cast<std::size_t>(column)] = table_.projects.back()[column];
      }
    }
    table_.projects.push_back(std::move(next));
    contradicted_.reset();
    last_level1_.clear();
    bonus_.clear();
  }

  void move_to_project(Draft& draft, ProjectDraft& project, bool goal_goes_on) {
    for (std::size_t i = 0; i < draft.cells.size(); ++i) {
      auto const field = static_cast<RowField>(i);
      if (draft.cells[i] && is_of_project(field) && !(goal_goes_on && field == RowField::goal)) {
        project.cells[i] = std::move(draft.cells[i]);
      }
      if (is_of_project(field)) {
        draft.cells[i].reset();
      }
    }
  }

  void not_a_row(Line const& line, LineRead& read) {
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      if (read.fields[i]) {
        if (Draft* const row = above()) {
          doubt_cut_number(line.cells[i], header_.fields[*read.fields[i]].field, source_, account_, *row);
        }
        use(line.cells[i], CellUse::undecided);
        table_.findings.push_back(diagnostic::make(findings::cell_undecided, place(line.cells[i]),
                                                   {shortened(line.cells[i].text)}));
      }
    }
    table_.findings.insert(table_.findings.end(), read.draft.findings.begin(), read.draft.findings.end());
  }

  Lines const& lines_;
  RowHeader const& header_;
  std::size_t most_;
  bool answers_;
  Words const& words_;
  diagnostic::SourceId source_;
  Account& account_;
  LineReader reader_;
  TableDraft table_;
  bool project_printed_ = false;                  ///< in the row above
  std::bitset<model::column_count> contradicted_; ///< amounts that rows of the project print differently
  std::string bonus_;                             ///< the heading of points to add that rows stand below
  std::string last_level1_;                       ///< printed, of the project that is read
};

} // namespace

TableDraft read_rows(Lines const& lines, RowHeader const& header, std::size_t most, bool answers,
                     Words const& words, diagnostic::SourceId source, Account& account) {
  return RowsReader(lines, header, most, answers, words, source, account).run();
}

} // namespace jixiao::ingest::forms
