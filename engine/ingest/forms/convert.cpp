#include "engine/ingest/forms/convert.hpp"

#include "engine/ingest/forms/assemble.hpp"
#include "engine/ingest/forms/choose_form.hpp"
#include "engine/ingest/forms/clean.hpp"
#include "engine/ingest/forms/continued_table.hpp"
#include "engine/ingest/forms/fact_parts.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/header_notes.hpp"
#include "engine/ingest/forms/narrow_tables.hpp"
#include "engine/ingest/forms/other_tables.hpp"
#include "engine/ingest/forms/row_end.hpp"
#include "engine/ingest/forms/settle.hpp"
#include "engine/ingest/forms/short_rows.hpp"
#include "engine/ingest/listing.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

/// Titles above the header of a standard table.
constexpr std::size_t most_lines_above = 8;

/// A table between being read and being settled.
struct Table {
  RowHeader header;
  Facts facts;
  vocabulary::Form const* form = nullptr;
  TableDraft rows;
  std::size_t begin = 0, end = 0; ///< lines
  bool joined = false;            ///< its rows went to the table above
};

class Converter {
public:
  Converter(model::Document const& document, vocabulary::Vocabulary const& vocabulary,
            vocabulary::Forms const& forms)
      : document_(document), words_(vocabulary, forms) {}

  Conversion run() {
    lines_ = flatten(document_, account_);
    split_glued_words(lines_, words_);
    lines_ = unfold_narrow_tables(std::move(lines_), words_);
    tagged_ = remove_tags(lines_);
    std::size_t done = 0;
    for (std::size_t at = 0; at < lines_.size();) {
      auto header = read_header(lines_, at, words_);
      if (!header) {
        ++at;
        continue;
      }
      std::size_t const end = read_table(std::move(*header), done);
      done = end == 0 ? done : end;
      at = std::max(at + 1, end);
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
    std::size_t const most = end_of_part(header.last);
    std::size_t const wraps = remove_wraps(lines_, table.begin, rows_end(header, most), words_);
    table.facts = read_facts(lines_of(facts), words_, source, account_);
    read_titles(lines_, table.begin, least, header.has(Column::project) || header.has(Column::project_code),
                words_, source, table.facts, account_);
    take_year_above(table);
    FormChoice const choice =
        choose_form(header, table.facts.title, lines_, table.begin, header.first, words_.forms());
    table.form = choice.form;
    diagnostic::Place const place{source, lines_[header.first].number, 0, 0, 0};
    if (header.heads_below) {
      conversion_.findings.push_back(diagnostic::make(findings::heads_below_unplaced,
                                                      {source, lines_[header.last + 1].number, 0, 0, 0},
                                                      {texts_of(lines_[header.last + 1])}));
      return 0;
    }
    if (table.form == nullptr) {
      note_heads(header, place, conversion_.findings);
      conversion_.findings.push_back(
          diagnostic::make(findings::form_unknown, place, {texts_of(header), choice.nearest->title}));
      return 0;
    }
    account_header(lines_, header, words_, account_);
    table.rows = read_rows(lines_, header, most, table.form->answers, words_, source, account_);
    note_heads(header, place, table.rows.findings);
    continue_in_next_part(header, table);
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

  /// Tables that follow each other without a word between them stand below one title.
  void take_year_above(Table& table) const {
    Fact& year = table.facts[Column::year];
    bool const follows = !tables_.empty() && tables_.back().end == table.begin && table.facts.title.empty();
    if (follows && year.text.empty()) {
      year = tables_.back().facts[Column::year];
    }
  }

  std::size_t end_of_part(std::size_t line) const {
    std::size_t end = line;
    while (end < lines_.size() && lines_[end].part == lines_[line].part) {
      ++end;
    }
    return end;
  }

  std::size_t rows_end(RowHeader const& header, std::size_t most) const {
    std::size_t end = header.rows;
    while (end < most && !ends_rows(lines_, end, header, words_)) {
      ++end;
    }
    return end;
  }

  /// The first line from `at` on that is more than a number of a page or "continued".
  std::size_t behind_page_marks(std::size_t at) {
    for (; at < lines_.size() && lines_[at].cells.size() == 1; ++at) {
      Cell const& cell = lines_[at].cells.front();
      if (!words_.forms().is_page_mark(cell.text)) {
        break;
      }
      for (CellId const id : cell.from) {
        account_.use(id, CellUse::page_mark);
      }
    }
    return at;
  }

  /// The rows at line `at` cannot go on with those above: they stand in a sheet of their own, or begin with a
  /// level 1 that is done with.
  bool begins_own(std::size_t at, RowHeader const& header, TableDraft const& above) const {
    std::uint32_t const part = lines_[at].part;
    return (document_.parts[part].sheet && part != lines_[above.end - 1].part)
           || begins_anew(lines_[at], header, above, words_);
  }

  /// A table that was cut in two: the next part begins with rows that fit the header, and nothing stands
  /// between.
  void continue_in_next_part(RowHeader const& header, Table& table) {
    RowHeader next = header;
    for (std::size_t at = table.rows.end;
         at < lines_.size() && header.grid == Grid::author && !is_closed(table); at = table.rows.end) {
      at = behind_page_marks(at);
      if (at == lines_.size()) {
        return;
      }
      next.part = lines_[at].part;
      next.rows = at;
      if (next.part == lines_[at - 1].part || begins_own(at, header, table.rows)
          || !goes_on(lines_, at, header, words_)) {
        return;
      }
      TableDraft more =
          read_rows(lines_, next, end_of_part(at), table.form->answers, words_, source_of(at), account_);
      diagnostic::Place const place{source_of(at), lines_[at].number, 0, 0, 0};
      append_rows(table.rows, std::move(more), place);
    }
  }

  /// Its sum is printed: nothing comes behind it.
  static bool is_closed(Table const& table) {
    return std::any_of(table.rows.totals.begin(), table.rows.totals.end(),
                       [](PrintedTotal const& total) { return !total.part; });
  }

  /// A table with its header printed again, nothing between it and the rows above, and no project of its own.
  bool is_second_half(Table const& table, Table const& above) {
    bool nameless = true;
    for (std::size_t i = 0; i < model::column_count; ++i) { // the year is that of the table above
      bool const year = i == static_cast<std::size_t>(Column::year);
      nameless = nameless && (year || table.facts.columns[i].text.empty());
    }
    return nameless && !is_closed(above) && table.facts.title.empty() && !table.header.has(Column::project)
           && behind_page_marks(above.end) == table.begin
           && !begins_own(table.header.rows, table.header, above.rows);
  }

  /// A table with its own header on every page: rows before the first project belong to the last one above.
  void continue_above(Table& table, Table& above) {
    bool const both =
        table.form == above.form && !table.rows.projects.empty() && !above.rows.projects.empty();
    if (both && is_second_half(table, above)) {
      diagnostic::Place const place{table.rows.source, lines_[table.header.first].number, 0, 0, 0};
      append_rows(above.rows, std::move(table.rows), place);
      table.rows = TableDraft();
      table.joined = true;
      return;
    }
    if (!both || !table.header.has(Column::project)) {
      return;
    }
    ProjectDraft& last = above.rows.projects.back();
    ProjectDraft& first = table.rows.projects.front();
    for (ProjectDraft& project : table.rows.projects) {
      for (Column const column : {Column::unit_code, Column::unit, Column::supervising_department}) {
        auto& cell = project.cells[static_cast<std::size_t>(column)];
        cell = cell ? cell : last[column];
      }
    }
    if (!first[Column::project] && !first[Column::project_code]) {
      std::move(first.rows.begin(), first.rows.end(), std::back_inserter(last.rows));
      last.findings.insert(last.findings.end(), first.findings.begin(), first.findings.end());
      table.rows.projects.erase(table.rows.projects.begin());
    }
  }

  void settle() {
    for (std::size_t i = 1; i < tables_.size(); ++i) {
      continue_above(tables_[i], tables_[i - 1]);
    }
    conversion_.beyond_standard = tables_.size() > 1 || (tables_.size() == 1 && !is_plain(tables_.front()));
    std::vector<TableDraft*> drafts;
    for (Table& table : tables_) {
      settle_boundaries(table.rows);
      drafts.push_back(&table.rows);
    }
    settle_levels(drafts, words_);
    for (Table& table : tables_) {
      check_totals(table.rows, table.header, table.facts);
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

  /// Whether one table with everything in its columns is all there is.
  bool is_plain(Table const& table) const {
    Line const& top = lines_[table.header.first];
    bool const facts = std::any_of(table.facts.columns.begin(), table.facts.columns.end(),
                                   [](Fact const& fact) { return !fact.text.empty(); });
    bool const whole = table.header.first < most_lines_above && table.end == lines_.size();
    bool const in_place =
        std::all_of(table.rows.projects.begin(), table.rows.projects.end(), [](auto const& project) {
          return std::all_of(project.rows.begin(), project.rows.end(),
                             [](Draft const& row) { return row.moved == 0 && !row.drifted && !row.joined; });
        });
    return !facts && whole && in_place && !top.narrow;
  }

  void list_rest() {
    std::size_t done = 0;
    for (Table const& table : tables_) {
      list_other_tables(lines_, done, table.begin, words_, document_, conversion_, account_);
      done = table.end;
    }
    list_other_tables(lines_, done, lines_.size(), words_, document_, conversion_, account_);
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
  Conversion conversion_;
};

} // namespace

Conversion convert(model::Document const& document, vocabulary::Vocabulary const& vocabulary,
                   vocabulary::Forms const& forms) {
  return Converter(document, vocabulary, forms).run();
}

} // namespace jixiao::ingest::forms
