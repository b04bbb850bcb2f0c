#include "engine/ingest/forms/other_tables.hpp"

#include "engine/ingest/forms/fact_parts.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/line_kinds.hpp"
#include "engine/ingest/listing.hpp"

#include <algorithm>
#include <bitset>

namespace jixiao::ingest::forms {
namespace {

constexpr std::size_t fewest_lines = 2;
constexpr std::size_t fewest_levels = 2;  ///< lines with a word for a level 2
constexpr std::size_t fewest_cells = 3;   ///< of a row of indicators
constexpr std::size_t fewest_in_text = 4; ///< the same where columns are not the author's
constexpr std::size_t fewest_heads = 3;   ///< of columns of indicators: fewer stand in any table

bool is_table_line(Line const& line) {
  return line.cells.size() >= 2;
}

/// The form that most of the column heads in these lines belong to.
vocabulary::Form const* nearest_form(Lines const& lines, std::size_t begin, std::size_t end,
                                     Words const& words) {
  vocabulary::RowFields found;
  for (std::size_t i = begin; i < end; ++i) {
    for (Cell const& cell : lines[i].cells) {
      if (auto const head = words.field_head(cell.text)) {
        found.set(static_cast<std::size_t>(head->field));
      }
    }
  }
  vocabulary::Form const* best = nullptr;
  std::size_t most = fewest_heads - 1;
  bool const levels = found.test(static_cast<std::size_t>(model::Column::level1))
                      || found.test(static_cast<std::size_t>(model::Column::level2))
                      || found.test(static_cast<std::size_t>(model::Column::name));
  for (vocabulary::Form const& form : words.forms().all()) {
    std::size_t const count = (form.columns & found).count();
    if (levels && count > most) {
      best = &form;
      most = count;
    }
  }
  return best;
}

/// Words for a level 2 in several lines: rows of indicators, whatever became of their header.
bool holds_levels(Lines const& lines, std::size_t begin, std::size_t end, Words const& words) {
  std::size_t count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    count += std::any_of(lines[i].cells.begin(), lines[i].cells.end(),
                         [&](Cell const& cell) {
                           grammar::RowCell const sorts = words.sorts(cell.text);
                           return sorts.is(grammar::CellSort::level2) && !sorts.is(grammar::CellSort::common);
                         })
                 ? 1
                 : 0;
  }
  return count >= fewest_levels;
}

/// A word for a level with a number or a value beside it is a row of indicators, be it the only one: the rest
/// of a table that a page break or a remark cut off. In a text it has what was asked and what was done.
bool holds_row(Lines const& lines, std::size_t begin, std::size_t end, Words const& words) {
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                     lines.begin() + static_cast<std::ptrdiff_t>(end), [&](Line const& line) {
                       bool level = false, number = false;
                       std::size_t values = 0;
                       for (Cell const& cell : line.cells) {
                         grammar::RowCell const sorts = words.sorts(cell.text);
                         bool const common = sorts.is(grammar::CellSort::common);
                         level = level || (sorts.is(grammar::CellSort::level2) && !common);
                         bool const bare = is_bare_number(cell.text);
                         number = number || bare;
                         bool const value = !bare && words.is_value(cell.text);
                         values += value || sorts.is(grammar::CellSort::relation) ? 1 : 0;
                       }
                       if (line.grid != Grid::author) {
                         return level && line.cells.size() >= fewest_in_text
                                && (values > 1 || (values == 1 && number));
                       }
                       return line.cells.size() >= fewest_cells
                              && ((level && number) || (values != 0 && names_level(line, words)));
                     });
}

/// The header of this table was met and refused: an error says so already.
bool is_refused(diagnostic::Diagnostics const& findings, diagnostic::SourceId source, std::uint32_t first,
                std::uint32_t last) {
  return std::any_of(findings.begin(), findings.end(), [&](diagnostic::Diagnostic const& each) {
    bool const refused = each.code == findings::form_unknown.id
                         || each.code == findings::heads_below_unplaced.id
                         || each.code == findings::forms_side_by_side.id;
    return refused && each.where.source == source && first <= each.where.row && each.where.row <= last;
  });
}

} // namespace

void list_other_tables(Lines const& lines, std::size_t begin, std::size_t end, Words const& words,
                       model::Document const& document, Conversion& to, Account& account) {
  for (std::size_t at = begin; at < end;) {
    std::size_t last = at;
    while (last < end && is_table_line(lines[last]) && lines[last].part == lines[at].part) {
      ++last;
    }
    bool const row = holds_row(lines, at, last, words);
    bool const table = row || last - at >= fewest_lines;
    std::size_t const stop = std::max(last, at + 1);
    if (table) {
      Listing texts;
      for (std::size_t i = at; i < last; ++i) {
        for (Cell const& cell : lines[i].cells) {
          texts.add(shortened(cell.text));
        }
      }
      diagnostic::SourceId const source = document.parts[lines[at].part].source;
      diagnostic::Place const place{source, lines[at].number, 0, 0, 0};
      vocabulary::Form const* const nearest = nearest_form(lines, at, last, words);
      bool const rows = nearest == nullptr && (row || holds_levels(lines, at, last, words));
      if (rows && !to.projects.empty()) {
        // They may be of any project of the document: none of them is whole.
        for (FormProject& project : to.projects) {
          project.raw.rows_left_out += last - at;
        }
      }
      std::string const count = std::to_string(last - at);
      bool const refused =
          nearest != nullptr && is_refused(to.findings, source, lines[at].number, lines[last - 1].number);
      if (!refused) {
        to.findings.push_back(
            nearest != nullptr
                ? diagnostic::make(findings::table_like_a_form, place, {texts.text(), count, nearest->title})
            : rows ? diagnostic::make(findings::rows_without_header, place, {texts.text(), count})
            : holds_facts(lines, at, last, words)
                ? diagnostic::make(findings::facts_without_rows, place, {texts.text(), count})
                : diagnostic::make(findings::table_not_understood, place, {texts.text(), count}));
      }
      to.tables.push_back({{}, {}, source, lines[at].number, lines[last - 1].number});
    }
    for (std::size_t i = at; i < stop; ++i) {
      for (Cell const& cell : lines[i].cells) {
        for (CellId const id : cell.from) {
          if (account.at(id).use == CellUse::unaccounted) {
            account.use(id, table ? CellUse::other_table : CellUse::prose);
            account.put_in_table(id, table ? static_cast<std::uint32_t>(to.tables.size()) : 0);
          }
        }
      }
    }
    at = stop;
  }
}

} // namespace jixiao::ingest::forms
