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
using vocabulary::LabelField;
using vocabulary::ValuePlace;

constexpr std::size_t most_open = 64; ///< labels of one line whose values stand below

std::optional<Column> column_of(LabelField field) {
  switch (field) {
  case LabelField::project: return Column::project;
  case LabelField::project_code: return Column::project_code;
  case LabelField::unit: return Column::unit;
  case LabelField::agency: return Column::supervising_department;
  case LabelField::year: return Column::year;
  case LabelField::initial_budget:
  case LabelField::funds: return Column::initial_budget;
  case LabelField::adjusted_budget: return Column::adjusted_budget;
  case LabelField::executed: return Column::executed;
  default: return std::nullopt;
  }
}

bool is_money(LabelField field) {
  return field == LabelField::initial_budget || field == LabelField::adjusted_budget
         || field == LabelField::executed || field == LabelField::funds || field == LabelField::funds_part;
}

bool is_points(LabelField field) {
  return field == LabelField::execution_points || field == LabelField::execution_claimed;
}

/// "Unit: name" in one cell as two; both have the same origin.
Line with_labels_apart(Line const& line, Words const& words) {
  Line result = line;
  result.cells.clear();
  for (Cell const& cell : line.cells) {
    auto const value = words.value_behind_label(cell.text);
    result.cells.push_back(cell);
    if (value) {
      result.cells.back().text = cell.text.substr(0, *value);
      result.cells.push_back(cell);
      result.cells.back().text = std::string(grammar::trim(std::string_view(cell.text).substr(*value)));
      result.cells.back().columns = 1;
    }
  }
  return result;
}

class BlockReader {
public:
  BlockReader(Words const& words, diagnostic::SourceId source, Account& account)
      : words_(words), source_(source), account_(account) {}

  Facts run(Lines const& lines, std::size_t begin, std::size_t end) {
    join_cut_labels(lines, begin, end);
    lines_.reserve(end - begin); // cells are pointed at
    for (std::size_t i = begin; i < end; ++i) {
      lines_.push_back(with_labels_apart(lines[i], words_));
      read_line(lines_.back());
    }
    settle_orphans();
    return std::move(facts_);
  }

private:
  struct Open {
    LabelField field;
    std::uint32_t column = 0, columns = 1;
    bool filled = false;
  };

  /// A page break cuts labels too: the second half stands in the next line of the same column.
  void join_cut_labels(Lines const& lines, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (!lines[i + 1].after_gap || lines[i].cells.size() > most_open
          || lines[i + 1].cells.size() > most_open) {
        continue;
      }
      for (Cell const& upper : lines[i].cells) {
        for (Cell const& lower : lines[i + 1].cells) {
          if (upper.column == lower.column && !words_.label(upper.text) && !words_.label(lower.text)
              && words_.label(upper.text + lower.text)) {
            cut_.push_back(upper.from.front());
            cut_.push_back(lower.from.front());
          }
        }
      }
    }
  }

  bool is_cut_label(Cell const& cell) const {
    return std::find(cut_.begin(), cut_.end(), cell.from.front()) != cut_.end();
  }

  bool fits(LabelField field, std::string_view text) const {
    if (is_money(field)) {
      return words_.is_amount(text);
    }
    if (field == LabelField::year) {
      return text.size() >= 4 && is_bare_number(text.substr(0, 4));
    }
    bool const execution = field == LabelField::execution || is_points(field);
    return !execution || text.size() <= 60;
  }

  void use(Cell const& cell, CellUse use, std::string_view field = {}) {
    for (CellId const id : cell.from) {
      account_.use(id, use, field);
    }
  }

  void read_line(Line const& line) {
    bool const matrix_row = begins_matrix_row(line);
    bool opened = false;
    std::vector<Cell const*> values;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      Cell const& cell = line.cells[i];
      auto const read = words_.label(cell.text);
      if (!read && !is_cut_label(cell)) {
        values.push_back(&cell);
        continue;
      }
      use(cell, CellUse::label);
      seen_label_ = true;
      if (!read) {
        continue;
      }
      LabelField const field = read->label.field;
      if (!read->unit.empty()) {
        note_unit(*read);
      }
      if (matrix_row) {
        row_is_whole_ = field != LabelField::funds_part;
        continue;
      }
      Cell const* const next = i + 1 < line.cells.size() ? &line.cells[i + 1] : nullptr;
      bool const value_beside = next != nullptr && !words_.label(next->text) && !is_cut_label(*next);
      ValuePlace const place = read->label.place;
      if (field == LabelField::funds_block && value_beside && words_.is_amount(next->text)) {
        // The block begins with the budget; its own label was lost.
        lost_label(*next, LabelField::initial_budget);
        ++i;
      } else if ((place == ValuePlace::right || place == ValuePlace::right_or_below) && value_beside
                 && fits(field, next->text)) {
        give(*next, field);
        ++i;
      } else if (place == ValuePlace::below || place == ValuePlace::right_or_below) {
        if (!opened) {
          open_.clear();
          row_is_whole_ = true;
        }
        opened = true;
        if (open_.size() < most_open) {
          open_.push_back({field, cell.column, cell.columns});
        }
      }
      seen_funds_ = seen_funds_ || field == LabelField::funds_block;
    }
    place_values(line, values, opened && !matrix_row);
  }

  /// A line of amounts: its label says of which part, the heads above say which amount.
  bool begins_matrix_row(Line const& line) const {
    bool const heads = std::any_of(open_.begin(), open_.end(), [](Open const& each) {
      return is_money(each.field) && each.field != LabelField::funds_part;
    });
    if (!heads) {
      return false;
    }
    std::size_t labels = 0;
    bool of_funds = false;
    for (Cell const& cell : line.cells) {
      if (auto const read = words_.label(cell.text)) {
        ++labels;
        of_funds =
            of_funds || read->label.field == LabelField::funds || read->label.field == LabelField::funds_part;
      }
    }
    return of_funds && labels < line.cells.size() && labels <= 2;
  }

  void place_values(Line const& line, std::vector<Cell const*> const& values, bool below_own_line) {
    std::vector<Open*> free;
    for (Open& each : open_) {
      bool const goal = each.field == LabelField::goal || each.field == LabelField::goal_actual;
      bool const several = goal ? line.grid != Grid::order : !column_of(each.field);
      if (!each.filled || several || !row_is_whole_) {
        free.push_back(&each);
      }
    }
    bool const in_order = line.grid != Grid::author && values.size() == free.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
      Open* const open = below_own_line ? nullptr : in_order ? free[i] : nearest(*values[i], free);
      if (open == nullptr || !fits(open->field, values[i]->text)) {
        orphan(*values[i], line);
      } else if (!row_is_whole_) {
        use(*values[i], CellUse::part);
      } else {
        open->filled = true;
        give(*values[i], open->field);
      }
    }
  }

  Open* nearest(Cell const& cell, std::vector<Open*> const& free) const {
    Open* best = nullptr;
    std::uint32_t least = 0;
    for (Open* const each : free) {
      bool const under =
          each->column < cell.column + cell.columns && cell.column < each->column + each->columns;
      std::uint32_t const distance = under                        ? 0
                                     : each->column > cell.column ? each->column - cell.column
                                                                  : cell.column - each->column;
      if (fits(each->field, cell.text) && (best == nullptr || distance < least)) {
        best = each;
        least = distance;
      }
    }
    return best;
  }

  void note_unit(LabelRead const& read) {
    std::string unit = money_unit_of(read.unit, words_.vocabulary());
    if (!unit.empty() && facts_.money_unit.empty()) {
      facts_.money_unit = std::move(unit);
    }
  }

  void lost_label(Cell const& cell, LabelField field) {
    give(cell, field);
    facts_.findings.push_back(diagnostic::make(findings::label_lost, place(cell),
                                               {std::string(vocabulary::name(field)), shortened(cell.text)}));
  }

  diagnostic::Place place(Cell const& cell) const { return {source_, cell.line, cell.column + 1, 0, 0}; }

  void give(Cell const& cell, LabelField field) {
    Fact const fact{cell.text, cell.line, cell.column};
    if (field == LabelField::goal || field == LabelField::goal_actual) {
      Fact& goal = field == LabelField::goal ? facts_.goal : facts_.goal_actual;
      bool const first = goal.text.empty();
      goal = first ? fact : Fact{goal.text + cell.text, goal.line, goal.column};
      last_goal_ = field;
      return use(cell, first ? CellUse::head : CellUse::fragment, vocabulary::name(field));
    }
    if (is_points(field)) {
      std::string& points =
          field == LabelField::execution_points ? facts_.execution_points : facts_.execution_claimed;
      points = points.empty() ? cell.text : points;
      return use(cell, CellUse::computed);
    }
    auto const column = column_of(field);
    if (!column) {
      return use(cell, field == LabelField::funds_part  ? CellUse::part
                       : field == LabelField::execution ? CellUse::computed
                                                        : CellUse::passed_over);
    }
    if (field == LabelField::agency) {
      return give_agency(cell);
    }
    if (auto const coded = column == Column::project ? coded_name(cell.text) : std::nullopt) {
      facts_[Column::project_code] = {coded->code, cell.line, cell.column};
      facts_[Column::project] = {coded->name, cell.line, cell.column};
      return use(cell, CellUse::head, "project_code+project");
    }
    Fact& known = facts_[*column];
    if (known.text.empty()) {
      known = fact;
      return use(cell, CellUse::head, model::name(*column));
    }
    use(cell, known.text == cell.text ? CellUse::passed_over : CellUse::undecided);
    if (known.text != cell.text) {
      undecided(cell);
    }
  }

  /// "Department in charge and its code": whichever of the two was filled in.
  void give_agency(Cell const& cell) {
    if (auto const coded = coded_name(cell.text)) {
      facts_[Column::unit_code] = {coded->code, cell.line, cell.column};
      facts_[Column::supervising_department] = {coded->name, cell.line, cell.column};
      return use(cell, CellUse::head, "unit_code+supervising_department");
    }
    Column const column = is_bare_number(cell.text) ? Column::unit_code : Column::supervising_department;
    facts_[column] = {cell.text, cell.line, cell.column};
    use(cell, CellUse::head, model::name(column));
  }

  void orphan(Cell const& cell, Line const& line) {
    if (table_title(cell.text, words_.forms())) {
      facts_.title = facts_.title.empty() ? cell.text : facts_.title + cell.text;
      return use(cell, CellUse::title);
    }
    if (std::string const unit = money_unit_of(cell.text, words_.vocabulary()); !unit.empty()) {
      facts_.money_unit = facts_.money_unit.empty() ? unit : facts_.money_unit;
      return use(cell, CellUse::title);
    }
    if (std::string const year = year_in(cell.text, words_.forms());
        !year.empty() && cell.text.size() <= 30) {
      facts_[Column::year] = {year, cell.line, cell.column};
      return use(cell, CellUse::title, "year");
    }
    if (words_.forms().is_page_mark(cell.text)) {
      return use(cell, CellUse::page_mark);
    }
    if (line.grid == Grid::author && line.cells.size() == 1 && !seen_label_) {
      return use(cell, CellUse::title); // a line over the whole width, above everything
    }
    bool const answers_goal = last_goal_ == LabelField::goal && facts_.goal_actual.text.empty();
    if (answers_goal) {
      return lost_label(cell, LabelField::goal_actual);
    }
    orphans_.push_back(&cell);
    before_funds_.push_back(!seen_funds_);
  }

  /// A name in front of the amounts is the unit, when nothing else is.
  void settle_orphans() {
    for (std::size_t i = 0; i < orphans_.size(); ++i) {
      Cell const& cell = *orphans_[i];
      bool const unit = before_funds_[i] && facts_[Column::unit].text.empty() && !words_.is_value(cell.text)
                        && cell.text.size() <= 120;
      if (unit) {
        lost_label(cell, LabelField::unit);
      } else {
        use(cell, CellUse::undecided);
        undecided(cell);
      }
    }
  }

  void undecided(Cell const& cell) {
    facts_.findings.push_back(
        diagnostic::make(findings::head_cell_undecided, place(cell), {shortened(cell.text)}));
  }

  Words const& words_;
  diagnostic::SourceId source_;
  Account& account_;
  Facts facts_;
  Lines lines_;
  std::vector<Open> open_;
  bool row_is_whole_ = true; ///< the line of amounts that is read is the one of the whole
  bool seen_label_ = false;
  bool seen_funds_ = false;
  std::optional<LabelField> last_goal_;
  std::vector<CellId> cut_;
  std::vector<Cell const*> orphans_;
  std::vector<bool> before_funds_;
};

} // namespace

Facts read_facts(Lines const& lines, std::size_t begin, std::size_t end, Words const& words,
                 diagnostic::SourceId source, Account& account) {
  return BlockReader(words, source, account).run(lines, begin, end);
}

} // namespace jixiao::ingest::forms
