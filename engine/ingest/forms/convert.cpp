#include "engine/ingest/forms/convert.hpp"

#include "engine/ingest/carry_down.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/forms/adjusted_targets.hpp"
#include "engine/ingest/forms/assemble.hpp"
#include "engine/ingest/forms/choose_form.hpp"
#include "engine/ingest/forms/clean.hpp"
#include "engine/ingest/forms/cut_columns.hpp"
#include "engine/ingest/forms/fact_parts.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/halves.hpp"
#include "engine/ingest/forms/header_notes.hpp"
#include "engine/ingest/forms/narrow_tables.hpp"
#include "engine/ingest/forms/numbered_names.hpp"
#include "engine/ingest/forms/other_project.hpp"
#include "engine/ingest/forms/other_tables.hpp"
#include "engine/ingest/forms/points_of_both.hpp"
#include "engine/ingest/forms/repeated_columns.hpp"
#include "engine/ingest/forms/row_end.hpp"
#include "engine/ingest/forms/settle.hpp"
#include "engine/ingest/forms/short_rows.hpp"
#include "engine/ingest/forms/table_joiner.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/ingest/project_keys.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

/// Titles above the header of a standard table.
constexpr std::size_t most_lines_above = 8;

class Converter {
public:
  Converter(model::Document const& document, vocabulary::Vocabulary const& vocabulary,
            vocabulary::Forms const& forms)
      : document_(document), words_(vocabulary, forms) {}

  Conversion run() {
    lines_ = flatten(document_, account_);
    split_glued_words(lines_, words_);
    lines_ = stack_halves(unfold_narrow_tables(std::move(lines_), words_), words_);
    tagged_ = remove_tags(lines_);
    std::size_t done = 0;
    for (std::size_t at = 0; at < lines_.size();) {
      bool const refused = is_of_two_forms(lines_, at, words_);
      if (refused) {
        conversion_.findings.push_back(diagnostic::make(findings::forms_side_by_side,
                                                        {source_of(at), lines_[at].number, 0, 0, 0},
                                                        {texts_of(lines_[at])}));
      }
      auto header = refused ? std::nullopt : read_header(lines_, at, words_);
      if (!header) {
        ++at;
        continue;
      }
      std::size_t const rows = header->rows; // the lower line of a refused header is no header of its own
      std::size_t const end = read_table(std::move(*header), done);
      done = end == 0 ? done : read_next_projects();
      at = std::max(at + 1, end == 0 ? rows : done);
    }
    settle();
    list_rest();
    return finish();
  }

private:
  diagnostic::SourceId source_of(std::size_t line) const { return document_.parts[lines_[line].part].source; }

  /// Returns the first line behind the table; 0 when it is no known form.
  std::size_t read_table(RowHeader header, std::size_t least) {
    Table table;
    behind_ = behind_ ? behind_ : facts_stand_behind(lines_, header.first, words_);
    FactLines const facts = find_facts(lines_, header, least, *behind_, words_);
    table.begin = facts.begin;
    diagnostic::SourceId const source = source_of(header.first);
    std::size_t const most = end_of_part(lines_, header.last);
    part_numbers_from_names(lines_, most, header);
    std::size_t const wraps = remove_wraps(lines_, table.begin, rows_end(header, most), words_);
    table.facts = read_facts(lines_of(facts), words_, source, account_);
    read_titles(lines_, table.begin, least, header.has(Column::project) || header.has(Column::project_code),
                words_, source, table.facts, account_);
    take_name_between(header, table);
    take_year_above(table);
    bool const beside = lines_[header.first].beside && !tables_.empty();
    FormChoice const choice =
        choose_form(header, table.facts.title, lines_, table.begin, header.first, words_.forms());
    table.form = beside ? tables_.back().form : choice.form;
    diagnostic::Place const place{source, lines_[header.first].number, 0, 0, 0};
    if (header.heads_below) {
      conversion_.findings.push_back(diagnostic::make(findings::heads_below_unplaced,
                                                      {source, lines_[header.last + 1].number, 0, 0, 0},
                                                      {texts_of(lines_[header.last + 1])}));
      return 0;
    }
    if (table.form == nullptr) {
      note_heads(header, place, words_, conversion_.findings);
      conversion_.findings.push_back(
          diagnostic::make(findings::form_unknown, place, {texts_of(header), choice.nearest->title}));
      return 0;
    }
    if (!beside && !choice.named && !table.facts.title.empty() && !table.form->titles.empty()) {
      conversion_.findings.push_back(diagnostic::make(findings::title_not_of_form, place,
                                                      {shortened(table.facts.title), table.form->title}));
    }
    diagnostic::Diagnostics chosen;
    choose_year(header, table.facts[Column::year].text, words_, place, chosen);
    account_header(lines_, header, words_, account_);
    split_rows_at_blanks(lines_, header.rows, most, header, words_);
    table.rows = read_rows(lines_, header, most, table.form->answers, words_, source, account_);
    note_heads(header, place, words_, table.rows.findings);
    table.rows.findings.insert(table.rows.findings.end(), chosen.begin(), chosen.end());
    std::size_t const end_of_rows = table.rows.end;
    TableJoiner(document_, lines_, words_, account_).continue_in_next_part(header, table);
    if (table.rows.end == end_of_rows) {
      take_adjusted_targets(header, lines_, end_of_rows, words_, table.rows, account_);
    }
    leave_repeated(header, lines_, end_of_rows, table.rows, account_);
    split_both_points(table.rows, header, account_);
    doubt_short_rows(table.rows, header, words_, account_);
    table.end = end_of_footer(lines_, table.rows.end, words_, account_);
    take_facts_apart(facts, header, table);
    if (wraps != 0) {
      table.rows.findings.push_back(
          diagnostic::make(findings::wraps_removed, place, {std::to_string(wraps)}));
    }
    table.header = std::move(header);
    tables_.push_back(std::move(table));
    return tables_.back().end;
  }

  /// Projects below the table read last whose rows have its columns: nothing but their names stands between.
  /// Returns the first line behind them.
  std::size_t read_next_projects() {
    std::size_t at = tables_.back().end;
    for (;;) {
      Table const& above = tables_.back();
      bool const bare = above.rows.bare_project_follows && at == above.rows.end;
      if (!bare && !names_next_project(lines_, at, above.header, above.rows, words_)) {
        break;
      }
      Table next;
      next.header = header_of_next(above.header, at);
      next.header.rows -= bare ? 1 : 0;
      next.form = above.form;
      next.facts[Column::year] = above.facts[Column::year];
      next.begin = at;
      next.rows = read_rows(lines_, next.header, end_of_part(lines_, at), next.form->answers, words_,
                            source_of(at), account_);
      leave_repeated(next.header, lines_, next.rows.end, next.rows, account_);
      split_both_points(next.rows, next.header, account_);
      next.end = end_of_footer(lines_, next.rows.end, words_, account_);
      at = next.end;
      tables_.push_back(std::move(next));
    }
    return at;
  }

  Lines lines_of(FactLines const& facts) const {
    Lines block;
    for (std::size_t const line : facts.lines) {
      block.push_back(lines_[line]);
    }
    return block;
  }

  /// Facts behind the rows belong to the table, and what stands between its parts.
  void take_facts_apart(FactLines const& facts, RowHeader const& header, Table& table) {
    std::size_t const rows_end = table.end;
    table.end = facts.lines.empty() ? table.end : std::max(table.end, facts.lines.back() + 1);
    for (std::size_t i = table.begin; i < table.end; ++i) {
      bool const rows = header.first <= i && i < rows_end;
      if (rows || std::binary_search(facts.lines.begin(), facts.lines.end(), i)) {
        continue;
      }
      for (Cell const& cell : lines_[i].cells) {
        for (CellId const id : cell.from) {
          account_.use(id, words_.forms().is_page_mark(cell.text) ? CellUse::page_mark : CellUse::label);
        }
      }
    }
  }

  /// The heading between the table above and this one.
  void take_name_between(RowHeader const& header, Table& table) const {
    bool const between =
        !tables_.empty() && table.begin == header.first && table.facts[Column::project].text.empty();
    table.heading = between ? heading_between(lines_, tables_.back().end, header, words_) : std::nullopt;
    table.begin -= table.heading ? 1 : 0;
  }

  /// Tables that follow each other without a word between them stand below one title, unless each has a sheet
  /// of its own.
  void take_year_above(Table& table) const {
    Fact& year = table.facts[Column::year];
    std::uint32_t const part = lines_[table.begin].part;
    bool const follows =
        !tables_.empty() && tables_.back().end == table.begin && table.facts.title.empty()
        && (!document_.parts[part].sheet || lines_[tables_.back().header.first].part == part);
    if (follows && year.text.empty()) {
      year = tables_.back().facts[Column::year];
    }
  }

  std::size_t rows_end(RowHeader const& header, std::size_t most) const {
    std::size_t end = header.rows;
    while (end < most && !ends_rows(lines_, end, header, words_)) {
      ++end;
    }
    return end;
  }

  void settle() {
    name_projects(tables_, lines_, words_, account_);
    TableJoiner const joiner(document_, lines_, words_, account_);
    for (std::size_t i = 1, whole = 0; i < tables_.size(); ++i) {
      joiner.continue_above(tables_[i], tables_[whole], tables_[i - 1].end);
      whole = tables_[i].joined ? whole : i;
    }
    bool const one = tables_.size() == 1;
    conversion_.beyond_standard = !std::all_of(tables_.begin(), tables_.end(), [&](Table const& table) {
      return is_plain(table) && (says_all(table.header) || (one && stands_alone(table)));
    });
    std::vector<TableDraft*> drafts;
    for (Table& table : tables_) {
      settle_boundaries(table.rows);
      bool const split = split_levels(table.rows, table.header, words_);
      settle_names(table.rows, table.header, words_, account_);
      conversion_.beyond_standard = conversion_.beyond_standard || split;
      drafts.push_back(&table.rows);
    }
    settle_levels(drafts, words_);
    for (Table& table : tables_) {
      bool const doubtful = check_levels(table.rows, table.header, words_);
      conversion_.beyond_standard = conversion_.beyond_standard || doubtful;
      check_totals(table.rows, table.header, table.facts, words_);
      count_moved_rows(table.rows);
      emit(table);
    }
  }

  void emit(Table& table) {
    std::size_t rows = 0;
    std::size_t const before = conversion_.projects.size();
    auto const number = static_cast<std::uint32_t>(conversion_.tables.size());
    for (ProjectDraft& draft : table.rows.projects) {
      if (draft.rows.empty()) {
        continue;
      }
      rows += draft.rows.size();
      FormProject project = assemble(std::move(draft), table.facts, table.header, *table.form, words_,
                                     table.rows.source, account_);
      check_identity(project.raw, *table.form);
      project.table = number;
      if (table.rows.projects.size() == 1) {
        project.raw.sums = claimed_sums(table.rows, project.raw);
      }
      bool const first = conversion_.projects.empty() || conversion_.projects.back().table != number;
      if (first) {
        project.raw.findings.insert(project.raw.findings.begin(), table.facts.findings.begin(),
                                    table.facts.findings.end());
      }
      conversion_.projects.push_back(std::move(project));
    }
    FormTable entry;
    entry.form = table.form->id;
    entry.title = table.facts.title.empty() ? table.form->title : table.facts.title;
    entry.source = table.rows.source;
    std::size_t first = table.begin; // lines above the table may stand in another part
    while (lines_[first].part != lines_[table.header.first].part) {
      ++first;
    }
    entry.first_line = lines_[first].number;
    std::size_t last = table.end - 1; // as may those below
    while (lines_[last].part != lines_[table.header.first].part) {
      --last;
    }
    entry.last_line = lines_[last].cells.back().last_line;
    if (!table.joined && rows == 0) {
      conversion_.findings.push_back(
          diagnostic::make(findings::form_without_rows,
                           {entry.source, lines_[table.header.first].number, 0, 0, 0}, {table.form->title}));
    } else if (!table.joined) {
      conversion_.findings.push_back(diagnostic::make(
          findings::form_recognised, {entry.source, lines_[table.header.first].number, 0, 0, 0},
          {table.form->title, std::to_string(conversion_.projects.size() - before), std::to_string(rows)}));
    }
    conversion_.findings.insert(conversion_.findings.end(), table.rows.findings.begin(),
                                table.rows.findings.end());
    conversion_.tables.push_back(std::move(entry));
    for (std::size_t i = table.begin; i < table.end; ++i) {
      for (Cell const& cell : lines_[i].cells) {
        for (CellId const id : cell.from) {
          account_.put_in_table(id, number + 1);
        }
      }
    }
  }

  /// Nobody can tell two projects without a name from each other, nor two units whose names are lost.
  void check_identity(model::RawProject& project, vocabulary::Form const& form) {
    model::RawRow const& row = project.rows.front();
    std::string_view const name = project_identity(row);
    if (name.empty() || (!form.project.empty() && unit_identity(row).empty())) {
      return;
    }
    std::uint32_t const line = std::max(row.row, 1U);
    if (std::uint32_t const first = keys_.add(keys_.key(row), line); first != 0) {
      project.findings.push_back(diagnostic::make(ingest::findings::project_again,
                                                  {project.header->source, row.row, 0, 0, 0},
                                                  {shortened(name), std::to_string(first)}));
    }
  }

  /// Whether everything is in its columns and in its place. A standard table takes the year of its title,
  /// too.
  bool is_plain(Table const& table) const {
    bool facts = false;
    for (std::size_t i = 0; i < model::column_count; ++i) {
      bool const of_title = i == static_cast<std::size_t>(Column::year) && says_all(table.header);
      facts = facts || (!table.facts.columns[i].text.empty() && !of_title);
    }
    bool const in_place =
        std::all_of(table.rows.projects.begin(), table.rows.projects.end(), [](auto const& project) {
          return std::all_of(project.rows.begin(), project.rows.end(),
                             [](Draft const& row) { return row.moved == 0 && !row.drifted && !row.joined; });
        });
    return !facts && in_place && !lines_[table.header.first].narrow;
  }

  /// Whether nothing but titles stands around it.
  bool stands_alone(Table const& table) const {
    return table.header.first < most_lines_above && table.end == lines_.size();
  }

  /// Each row names its project, what is asked and what was done: a standard table, whatever stands around.
  static bool says_all(RowHeader const& header) {
    return header.has(Column::project) && header.has(Column::target) && header.has(Column::actual);
  }

  void list_rest() {
    std::size_t done = 0;
    for (Table const& table : tables_) {
      list_other_tables(lines_, done, table.begin, words_, document_, conversion_, account_);
      done = table.end;
    }
    list_other_tables(lines_, done, lines_.size(), words_, document_, conversion_, account_);
    std::vector<bool> read(document_.parts.size());
    for (Table const& table : tables_) {
      for (std::size_t i = table.begin; i < table.end; ++i) {
        read[lines_[i].part] = true;
      }
    }
    if (!tables_.empty()) {
      note_cut_columns(lines_, read, document_, words_, conversion_);
    }
  }

  Conversion finish() {
    if (tagged_ != 0) {
      conversion_.findings.push_back(diagnostic::make(findings::tags_removed, {}, {std::to_string(tagged_)}));
    }
    if (tables_.empty()) {
      Listing texts;
      for (std::size_t i = 0; i < std::min<std::size_t>(lines_.size(), 8); ++i) {
        texts.add(shortened(lines_[i].cells.front().text));
      }
      diagnostic::SourceId const source = document_.parts.empty() ? 0 : document_.parts.front().source;
      conversion_.findings.push_back(
          diagnostic::make(findings::document_without_form, {source, 0, 0, 0, 0}, {texts.text()}));
    }
    conversion_.account = account_.take();
    return std::move(conversion_);
  }

  model::Document const& document_;
  Words words_;
  Account account_;
  Lines lines_;
  std::size_t tagged_ = 0;
  std::optional<bool> behind_; ///< facts stand behind the rows of the document
  std::vector<Table> tables_;
  ProjectKeys keys_;
  Conversion conversion_;
};

} // namespace

Conversion convert(model::Document const& document, vocabulary::Vocabulary const& vocabulary,
                   vocabulary::Forms const& forms) {
  return Converter(document, vocabulary, forms).run();
}

} // namespace jixiao::ingest::forms
