// Which lines above a header belong to its table, and what the titles above them say.
#include "engine/ingest/forms/captions.hpp"
#include "engine/ingest/forms/fact_parts.hpp"
#include "engine/ingest/forms/facts.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/titles.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <optional>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

constexpr std::size_t most_lines_without_label = 8;
constexpr std::size_t most_title_lines = 8;
constexpr std::size_t most_lines_of_facts = 16;
constexpr std::size_t most_lines_to_report = 2000;
constexpr std::size_t longest_title_line = 200;
constexpr std::uint32_t most_lines_inside_title = 3;

bool is_label_line(Line const& line, Words const& words) {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    return words.label(cell.text) || words.value_behind_label(cell.text);
  });
}

bool may_be_in_block(Line const& line, Line const& header) {
  if (header.grid == Grid::author || line.grid == Grid::author) {
    return line.part == header.part;
  }
  return header.narrow ? line.narrow : line.cells.size() > 1 || line.cells.front().column != 0;
}

/// In a text without tabs a line of one cell among the facts is a heading or a goal: no end of them, when the
/// project is named above it and nothing else begins there.
bool stands_below_project(Lines const& lines, std::size_t at, std::size_t least, Words const& words) {
  for (std::size_t above = at, seen = 0; above-- > least && seen < most_lines_of_facts; ++seen) {
    Line const& line = lines[above];
    if (line.part != lines[at].part || line.grid != Grid::tabs || line.narrow
        || table_title(line.cells.front().text, words.forms()) || read_header(lines, above, words)) {
      return false;
    }
    if (line.cells.size() > 1 && names_project(line, words)) {
      return true;
    }
  }
  return false;
}

class TitleReader {
public:
  TitleReader(Lines const& lines, std::size_t least, Words const& words, diagnostic::SourceId source,
              Facts& facts, Account& account)
      : lines_(lines), least_(least), words_(words), source_(source), facts_(facts), account_(account) {}

  void run(std::size_t begin, bool named) {
    std::size_t at = begin;
    if (!facts_.title.empty()) {
      take_title(facts_.title, nullptr); // it stands in the block itself
    }
    for (std::size_t seen = 0; at > least_ && seen < most_title_lines; ++seen) {
      Line const& line = lines_[at - 1];
      if (line.cells.size() != 1 || line.cells.front().text.size() > longest_title_line) {
        break;
      }
      Cell const& cell = line.cells.front();
      if (facts_.title.empty() && table_title(cell.text, words_.forms())) {
        title_lines(at - 1);
      } else if (std::string const unit = money_unit_of(cell.text, words_.vocabulary()); !unit.empty()) {
        facts_.money_unit = facts_.money_unit.empty() ? unit : facts_.money_unit;
        mark(cell);
      } else if (std::string const year = year_of_title(cell.text, words_.forms()); !year.empty()) {
        take_year(year, cell);
      }
      --at;
    }
    if (!named && facts_[Column::project].text.empty()) {
      from_report(begin);
    }
  }

private:
  void mark(Cell const& cell, std::string_view field = {}) {
    for (CellId const id : cell.from) {
      account_.use(id, CellUse::title, field);
    }
  }

  void take_year(std::string const& year, Cell const& cell) {
    if (facts_[Column::year].text.empty()) {
      facts_[Column::year] = {year, cell.line, cell.column, {}};
      mark(cell, "year");
      if (whole_year(cell.text, words_.forms()).empty()) {
        facts_.findings.push_back(diagnostic::make(findings::year_from_line,
                                                   {source_, cell.line, cell.column + 1, 0, 0},
                                                   {year, shortened(cell.text)}));
      }
    }
  }

  /// The title that ends in line `at`; a title that is nothing but its ending begins in the line above.
  void title_lines(std::size_t at) {
    Cell const& cell = lines_[at].cells.front();
    facts_.title = cell.text;
    mark(cell);
    bool const nameless = table_title(cell.text, words_.forms())->name.empty();
    if (nameless && at > least_) {
      Line const& above = lines_[at - 1];
      Cell const& start = above.cells.front();
      bool const near = cell.line > start.last_line && cell.line - start.last_line <= most_lines_inside_title;
      if (above.part == lines_[at].part && above.cells.size() == 1 && near && is_title_text(start.text)) {
        facts_.title = start.text + cell.text;
        mark(start);
      }
    }
    take_title(facts_.title, &cell);
  }

  /// No sentence, and nothing that is said behind a colon, such as the day of the report.
  bool is_title_text(std::string_view text) const {
    constexpr std::string_view stops[] = {"\xE3\x80\x82", "\xEF\xBC\x8C", "\xEF\xBC\x9B", "\xEF\xBC\x9A",
                                          ":"};
    bool const stopped = std::any_of(std::begin(stops), std::end(stops), [text](std::string_view stop) {
      return text.find(stop) != std::string_view::npos;
    });
    return text.size() <= longest_title_line && !stopped && !is_date(text) && words_.forms().may_be_name(text)
           && !table_title(text, words_.forms());
  }

  void take_title(std::string const& text, Cell const* cell) {
    auto const title = table_title(text, words_.forms());
    Fact const place{{}, cell == nullptr ? 0 : cell->line, cell == nullptr ? 0 : cell->column, {}};
    Fact const& known = facts_[Column::year];
    std::string const said = whole_year(known.text, words_.forms());
    bool const differs = title && !title->year.empty() && !said.empty() && said != title->year;
    if (differs) {
      facts_.findings.push_back(diagnostic::make(findings::title_of_other_year,
                                                 {source_, known.line, known.column + 1, 0, 0},
                                                 {shortened(text), title->year, shortened(known.text)}));
    }
    if (title && facts_[Column::year].text.empty() && !title->year.empty()) {
      facts_[Column::year] = place;
      facts_[Column::year].text = title->year;
    }
    if (title && facts_[Column::project].text.empty() && !title->name.empty()) {
      facts_[Column::project] = place;
      facts_[Column::project].text = title->name;
    }
  }

  /// No title: the nearest report above is about this project.
  void from_report(std::size_t begin) {
    std::size_t const last = begin > most_lines_to_report ? begin - most_lines_to_report : 0;
    for (std::size_t at = begin; at-- > std::max(least_, last);) {
      Line const& line = lines_[at];
      auto const report =
          line.cells.size() == 1 ? report_title(line.cells.front().text, words_.forms()) : std::nullopt;
      if (!report) {
        continue;
      }
      bool const above = report->name.empty() && at > least_ && lines_[at - 1].cells.size() == 1;
      Cell const& cell = (above ? lines_[at - 1] : line).cells.front();
      std::string const name = above ? cell.text : report->name;
      if (name.empty()) {
        return;
      }
      facts_[Column::project] = {name, cell.line, cell.column, {}};
      mark(cell, "project");
      facts_.findings.push_back(diagnostic::make(findings::project_from_report,
                                                 {source_, cell.line, cell.column + 1, 0, 0},
                                                 {shortened(name), std::to_string(cell.line)}));
      if (facts_[Column::year].text.empty() && !report->year.empty()) {
        take_year(report->year, line.cells.front());
      }
      return;
    }
  }

  Lines const& lines_;
  std::size_t least_;
  Words const& words_;
  diagnostic::SourceId source_;
  Facts& facts_;
  Account& account_;
};

} // namespace

std::size_t begin_of_block(Lines const& lines, std::size_t header, std::size_t least, Words const& words) {
  std::size_t top = header, without_label = 0;
  for (std::size_t at = header; at-- > least;) {
    Line const& line = lines[at];
    bool const inside = may_be_in_block(line, lines[header])
                        || (lines[header].grid == Grid::tabs && line.grid == Grid::tabs && !line.narrow
                            && stands_below_project(lines, at, least, words));
    if (!inside || without_label > most_lines_without_label) {
      break;
    }
    if (lines[header].narrow) { // what was put back into lines belongs to it
      top = at;
      continue;
    }
    bool const label = is_label_line(line, words);
    without_label = label ? 0 : without_label + 1;
    top = label ? at : top;
  }
  // In a grid the title and the unit of money are lines of the table.
  while (lines[header].grid == Grid::author && top > least && lines[top - 1].part == lines[header].part
         && lines[top - 1].cells.size() <= 2) {
    --top;
  }
  return begin_of_captions(lines, top, least, words);
}

std::size_t begin_of_captions(Lines const& lines, std::size_t begin, std::size_t least, Words const& words) {
  std::size_t top = begin;
  for (std::size_t at = begin; at > least && begin - at < most_title_lines; --at) {
    Line const& line = lines[at - 1];
    if (is_line_of_facts(line, words)) {
      top = at - 1;
    } else if (line.cells.size() != 1 || caption_facts(line.cells.front().text, words).empty()) {
      break; // a year or a unit of money alone may stand between
    }
  }
  return top;
}

void read_titles(Lines const& lines, std::size_t begin, std::size_t least, bool named, Words const& words,
                 diagnostic::SourceId source, Facts& facts, Account& account) {
  TitleReader(lines, least, words, source, facts, account).run(begin, named);
}

} // namespace jixiao::ingest::forms
