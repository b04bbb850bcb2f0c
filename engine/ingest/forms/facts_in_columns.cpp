// Labels and values in lines whose columns are known.
#include "engine/ingest/forms/block_reader.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using vocabulary::LabelField;
using vocabulary::ValuePlace;

constexpr std::size_t several_amounts = 2;
constexpr std::size_t most_labels_of_amounts = 2; ///< of the block and of the line itself

bool opens_below(ValuePlace place) {
  return place == ValuePlace::below || place == ValuePlace::right_or_below;
}

bool stands_right(ValuePlace place) {
  return place == ValuePlace::right || place == ValuePlace::right_or_below;
}

bool is_row_of_amounts(LabelField field) {
  return field == LabelField::funds || field == LabelField::funds_part || field == LabelField::total;
}

} // namespace

void BlockReader::read_columns(Line const& line) {
  Values values;
  bool opened = false;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    Cell const& cell = line.cells[i];
    if (!is_label(cell)) {
      values.push_back(&cell);
      continue;
    }
    seen_label_ = true;
    taker_.use(cell, CellUse::label);
    auto const read = words_.label(cell.text);
    if (!read) {
      continue; // half of one
    }
    note_label(cell, *read);
    LabelField const field = read->label.field;
    Cell const* const next = i + 1 < line.cells.size() ? &line.cells[i + 1] : nullptr;
    Values const amounts = amounts_behind(line, i, field);
    if (heads_are_unknown(line, field)) {
      continue; // which of the amounts is whose nobody can tell
    }
    if (amounts.size() >= several_amounts) {
      taker_.leave_amounts(cell, amounts); // budget, adjusted, executed: no head says which is which
      i += amounts.size();
    } else if (field == LabelField::funds_block && line.grid != Grid::author && next != nullptr
               && !is_label(*next) && words_.is_amount(next->text)) {
      // The block begins with the budget; its own label was lost.
      taker_.give_without_label(*next, LabelField::initial_budget);
      ++i;
    } else if (takes_beside(line, i, *read)) {
      give(*next, field, unit_of(*read));
      ++i;
    } else if (opens_below(read->label.place)) {
      if (!opened) {
        open_.clear();
      }
      opened = true;
      open(cell, *read);
    }
  }
  note_unknown_heads(line, values);
  if (opened) {
    for (Cell const* const value : values) {
      orphan(*value, line);
    }
  } else {
    place_values(line, values);
  }
}

/// The amounts right behind the label of the whole amount, where no heads stand above them.
BlockReader::Values BlockReader::amounts_behind(Line const& line, std::size_t label, LabelField field) const {
  Values amounts;
  bool const whole = field == LabelField::funds || field == LabelField::funds_block;
  for (std::size_t i = label + 1; whole && !has_money_heads() && i < line.cells.size(); ++i) {
    if (is_label(line.cells[i]) || !words_.is_amount(line.cells[i].text)) {
      break;
    }
    amounts.push_back(&line.cells[i]);
  }
  return amounts;
}

/// Several texts that belong to no label may be the heads of the amounts in the line below.
void BlockReader::note_unknown_heads(Line const& line, Values const& values) {
  constexpr std::ptrdiff_t fewest = 2;
  auto const unknown = std::count_if(values.begin(), values.end(), [this](Cell const* value) {
    return !words_.is_amount(value->text) && head_above(*value, free_heads()) == nullptr;
  });
  unknown_heads_ = unknown >= fewest && !has_money_heads() ? &line : nullptr;
}

/// Amounts below heads that are not known: of last year, or of a part.
bool BlockReader::heads_are_unknown(Line const& line, LabelField field) const {
  constexpr std::ptrdiff_t fewest = 2;
  return is_row_of_amounts(field) && unknown_heads_ != nullptr && unknown_heads_ + 1 == &line
         && std::count_if(line.cells.begin(), line.cells.end(), [this](Cell const& cell) {
              return words_.is_amount(cell.text);
            }) >= fewest;
}

/// Whether the cell behind a label is its value.
bool BlockReader::takes_beside(Line const& line, std::size_t label, LabelRead const& read) const {
  return stands_right(read.label.place) && label + 1 < line.cells.size() && !is_label(line.cells[label + 1])
         && stands_beside(line, label) && taker_.fits(read.label.field, line.cells[label + 1].text);
}

/// Where cells were merged a blank between a label and the next text is a blank value. Where the borders of
/// merged cells are lost such a blank tells nothing: the text behind it is the value unless another unknown
/// text follows, whose label it may be.
bool BlockReader::stands_beside(Line const& line, std::size_t label) const {
  Cell const& cell = line.cells[label];
  Cell const& next = line.cells[label + 1];
  if (next.from == cell.from || next.column <= cell.column + cell.columns) {
    return true;
  }
  if (line.grid == Grid::author && merged_) {
    return false;
  }
  bool const last = label + 2 >= line.cells.size() || is_label(line.cells[label + 2])
                    || !money_unit_of(line.cells[label + 2].text, words_.vocabulary()).empty();
  return last && !words_.forms().may_be_label(next.text);
}

/// Heads that may take a value still: most take one, goals and what is passed over go on below.
std::vector<BlockReader::Open*> BlockReader::free_heads() {
  std::vector<Open*> free;
  for (Open& each : open_) {
    bool const several = !is_money(each.field) && each.field != LabelField::project
                         && each.field != LabelField::project_code && each.field != LabelField::unit
                         && each.field != LabelField::agency && each.field != LabelField::year;
    if (!each.filled || several) {
      free.push_back(&each);
    }
  }
  return free;
}

BlockReader::Open* BlockReader::head_above(Cell const& cell, std::vector<Open*> const& heads) const {
  for (Open* const each : heads) {
    bool const above =
        each->column < cell.column + cell.columns && cell.column < each->column + each->columns;
    if (above && taker_.fits(each->field, cell.text)) {
      return each;
    }
  }
  return nullptr;
}

/// An unknown text in front of amounts names a part, or the whole: nobody can tell.
bool BlockReader::is_unknown_amounts(Values const& values, std::vector<Open*> const& heads) const {
  return has_money_heads() && values.size() > 1 && !words_.is_amount(values.front()->text)
         && head_above(*values.front(), heads) == nullptr
         && std::any_of(values.begin() + 1, values.end(),
                        [](Cell const* cell) { return is_bare_number(cell->text); });
}

void BlockReader::place_values(Line const& line, Values const& values) {
  std::vector<Open*> const free = free_heads();
  bool const in_order = line.grid != Grid::author && values.size() == free.size();
  if (!in_order && (is_unknown_amounts(values, free) || lacks_cells(line, free))) {
    return leave_all(values);
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    Open* const head = in_order ? free[i] : head_above(*values[i], free);
    if (head == nullptr || !taker_.fits(head->field, values[i]->text)) {
      orphan(*values[i], line);
    } else {
      head->filled = true;
      give(*values[i], head->field, head->unit);
    }
  }
}

/// The line ends in front of the last head of an amount: a cell is lost, of which one nobody can tell.
bool BlockReader::lacks_cells(Line const& line, std::vector<Open*> const& heads) const {
  bool const divided = line.width != 0 && line.grid != Grid::order;
  return divided && std::any_of(heads.begin(), heads.end(), [&](Open const* head) {
           return is_money(head->field) && head->field != LabelField::funds_part
                  && head->column >= line.width;
         });
}

bool BlockReader::has_money_heads() const {
  return std::any_of(open_.begin(), open_.end(), [](Open const& each) {
    return is_money(each.field) && each.field != LabelField::funds_part;
  });
}

bool BlockReader::begins_amounts(Line const& line) const {
  if (!has_money_heads()) {
    return false;
  }
  std::size_t labels = 0;
  bool of_funds = false;
  for (Cell const& cell : line.cells) {
    if (auto const read = words_.label(cell.text)) {
      ++labels;
      of_funds = of_funds || is_row_of_amounts(read->label.field);
    }
  }
  return of_funds && labels < line.cells.size() && labels <= most_labels_of_amounts;
}

void BlockReader::read_amounts(Line const& line) {
  Values values;
  Cell const* label = nullptr;
  std::string unit;
  for (Cell const& cell : line.cells) {
    auto const read = words_.label(cell.text);
    if (!read && !is_label(cell)) {
      values.push_back(&cell);
      continue;
    }
    taker_.use(cell, CellUse::label);
    if (read) {
      label = &cell;
      unit = read->unit.empty() ? std::string() : money_unit_of(read->unit, words_.vocabulary());
    }
  }
  place_amounts(line, *label, unit, values);
}

/// In a text extract lines drift: amounts are taken when there is one for each head, or when the line begins
/// where it should.
void BlockReader::place_amounts(Line const& line, Cell const& label, std::string const& unit,
                                Values const& values) {
  if (words_.label(label.text)->label.field == LabelField::funds_part) {
    for (Cell const* const value : values) {
      taker_.use(*value, CellUse::part);
    }
    return;
  }
  std::vector<Open*> heads;
  for (Open& each : open_) {
    heads.push_back(&each);
  }
  bool const in_order = line.grid != Grid::author && values.size() == heads.size();
  bool const in_place = line.grid == Grid::author || label.column + label.columns == open_.front().column;
  std::vector<Open*> found;
  bool fit = in_order || (in_place && !lacks_cells(line, heads));
  for (std::size_t i = 0; i < values.size(); ++i) {
    found.push_back(in_order ? heads[i] : head_above(*values[i], heads));
    fit = fit && (line.grid == Grid::author || (found[i] && taker_.fits(found[i]->field, values[i]->text)));
  }
  if (!fit) {
    return leave_all(values);
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    bool const units_differ = found[i] && !unit.empty() && !found[i]->unit.empty() && found[i]->unit != unit
                              && found[i]->unit != block_unit_ && is_money(found[i]->field);
    if (found[i] == nullptr || units_differ) {
      taker_.leave(*values[i]);
    } else {
      found[i]->filled = true;
      give(*values[i], found[i]->field,
           found[i]->unit.empty() || found[i]->unit == block_unit_ ? (unit.empty() ? found[i]->unit : unit)
                                                                   : found[i]->unit);
    }
  }
}

} // namespace jixiao::ingest::forms
