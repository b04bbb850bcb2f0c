// Labels and values in lines of which only the order of cells is known: a run of labels, a run of values. A
// value is taken only where their numbers leave no choice.
#include "engine/ingest/forms/block_reader.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using vocabulary::LabelField;
using vocabulary::ValuePlace;

bool is_of_amounts(LabelField field) {
  return field == LabelField::funds || field == LabelField::funds_part || field == LabelField::total;
}

} // namespace

void BlockReader::read_order(Line const& line) {
  for (std::size_t at = 0; at < line.cells.size();) {
    if (!is_label(line.cells[at])) {
      pending_.push_back({&line.cells[at++], &line});
      continue;
    }
    take_pending();
    Values labels;
    while (at < line.cells.size() && is_label(line.cells[at])) {
      labels.push_back(&line.cells[at++]);
    }
    open_run(labels);
  }
  bool const beside_only = open_.size() == 1 && pending_.empty()
                           && words_.label(line.cells.back().text).has_value()
                           && words_.label(line.cells.back().text)->label.place == ValuePlace::right;
  if (beside_only) {
    open_.clear(); // blank: what stands in the next line is something else
  }
}

/// Labels that follow each other: those that want a value beside them were left blank, but for the last one.
void BlockReader::open_run(Values const& labels) {
  std::vector<Open> above;
  std::swap(above, open_);
  std::optional<LabelRead> last;
  for (Cell const* const cell : labels) {
    seen_label_ = true;
    taker_.use(*cell, CellUse::label);
    auto const read = words_.label(cell->text);
    if (!read) {
      continue; // half of one
    }
    note_label(*cell, *read);
    last = read;
    if (read->label.place == ValuePlace::right || read->label.place == ValuePlace::none) {
      open_.clear();
    }
    bool const again = !open_.empty() && open_.back().field == read->label.field;
    if (read->label.place != ValuePlace::none && !again) {
      open(*cell, *read);
    }
  }
  row_ = nullptr;
  budget_follows_ = last && last->label.field == LabelField::funds_block;
  if (!last || !is_of_amounts(last->label.field)) {
    return;
  }
  // "Budget, adjusted, executed; whole: 1, 2, 3" and the lines below it.
  if (open_.size() > 2) {
    open_.pop_back();
  } else if (open_.size() == 1 && above.size() > 1) {
    std::swap(open_, above);
  }
  row_ = open_.size() > 1 && has_money_heads() ? labels.back() : nullptr;
}

/// Gives the values read since the last label to the labels in front of them.
void BlockReader::take_pending() {
  std::vector<Pending> const pending = std::move(pending_);
  pending_.clear();
  if (pending.empty()) {
    return;
  }
  if (row_ != nullptr) {
    Values values;
    for (Pending const& each : pending) {
      values.push_back(each.cell);
    }
    return place_amounts(*pending.front().line, *row_, {}, values);
  }
  std::vector<Open*> free;
  for (Open& each : open_) {
    if (!each.filled) {
      free.push_back(&each);
    }
  }
  bool const one_each = pending.size() == free.size();
  for (std::size_t i = 0; i < pending.size(); ++i) {
    Cell const& cell = *pending[i].cell;
    bool const sure = one_each || (free.size() == 1 && i == 0);
    if (sure && taker_.fits(free[i]->field, cell.text)) {
      free[i]->filled = true;
      give(cell, free[i]->field, free[i]->unit);
    } else if (i == 0 && budget_follows_ && words_.is_amount(cell.text)) {
      taker_.give_without_label(cell, LabelField::initial_budget); // its own label was lost
    } else if (free.size() > 1) {
      taker_.leave(cell);
    } else {
      orphan(cell, *pending[i].line);
    }
  }
}

} // namespace jixiao::ingest::forms
