// The tasks of a year above the rows of a department's form.
#include "engine/ingest/forms/block_reader.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using vocabulary::LabelField;

bool is_sum(LabelField field) {
  return field == LabelField::funds || field == LabelField::total;
}

} // namespace

Cell const* BlockReader::head_of_tasks(Line const& line) const {
  auto const head = std::find_if(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    auto const read = words_.label(cell.text);
    return read && read->label.field == LabelField::task;
  });
  return head == line.cells.end() ? nullptr : &*head;
}

/// A second line of heads: nothing but labels, behind the names of the tasks.
bool BlockReader::goes_on_with_heads(Line const& line) const {
  return task_lines_ == 0 && std::all_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
           return is_label(cell) && cell.column > tasks_->column;
         });
}

/// Neither a label in front of the names nor one among them: the line is about one task.
bool BlockReader::is_task(Line const& line) const {
  return std::all_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    return cell.column > tasks_->column || !words_.label(cell.text);
  });
}

/// The heads of amounts wait for the line of sums. Where the unit stands over several of them it is theirs.
void BlockReader::open_amounts(Line const& line) {
  std::vector<Open> const above = std::move(open_);
  open_.clear();
  for (Cell const& cell : line.cells) {
    taker_.use(cell, CellUse::label);
    auto const read = words_.label(cell.text);
    if (!read || !is_money(read->label.field)) {
      continue;
    }
    open(cell, *read);
    for (Open const& each : above) {
      bool const over = each.column <= cell.column && cell.column < each.column + each.columns;
      if (over && open_.back().column == cell.column && open_.back().unit.empty()) {
        open_.back().unit = each.unit;
      }
    }
  }
}

void BlockReader::end_tasks() {
  if (tasks_ != nullptr) {
    taker_.pass_over_tasks(*tasks_, task_lines_);
    tasks_ = nullptr;
    open_.clear();
  }
}

/// True when the line is done with.
bool BlockReader::read_tasks(Line const& line) {
  if (Cell const* const head = line.grid == Grid::author ? head_of_tasks(line) : nullptr) {
    end_tasks();
    open_.clear();
    open_amounts(line);
    tasks_ = head;
    task_lines_ = 0;
    seen_label_ = true;
    return true;
  }
  if (tasks_ == nullptr) {
    return false;
  }
  if (goes_on_with_heads(line)) {
    open_amounts(line);
    return true;
  }
  if (is_task(line)) {
    ++task_lines_;
    for (Cell const& cell : line.cells) {
      taker_.use(cell, CellUse::passed_over);
    }
    return true;
  }
  bool const sums =
      begins_amounts(line) && std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
        auto const read = words_.label(cell.text);
        return read && is_sum(read->label.field);
      });
  if (sums) {
    read_amounts(line);
  }
  end_tasks();
  return sums;
}

} // namespace jixiao::ingest::forms
