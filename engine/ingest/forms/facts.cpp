#include "engine/ingest/forms/facts.hpp"

#include "engine/ingest/forms/block_reader.hpp"
#include "engine/ingest/forms/captions.hpp"
#include "engine/ingest/forms/titles.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::LabelField;
using vocabulary::ValuePlace;

constexpr std::size_t most_open = 64;          ///< labels of one line whose values stand below
constexpr std::size_t longest_unit_name = 120; ///< in bytes: 40 ideographs

/// "Unit: name" in one cell as two, and what captions say as a cell for each; all have the same origin.
Line with_labels_apart(Line const& line, Words const& words) {
  Line result = line;
  result.cells.clear();
  for (Cell const& cell : line.cells) {
    std::vector<std::string> facts = caption_facts(cell.text, words);
    if (facts.empty()) {
      facts.push_back(cell.text);
    }
    for (std::string const& fact : facts) {
      auto const value = value_of_caption(fact, words);
      result.cells.push_back(cell);
      result.cells.back().text = fact;
      if (value) {
        result.cells.back().text = fact.substr(0, *value);
        result.cells.push_back(cell);
        result.cells.back().text = std::string(grammar::trim(std::string_view(fact).substr(*value)));
        result.cells.back().columns = 1;
      }
    }
  }
  return result;
}

bool has_colon(std::string_view text) {
  return text.find(':') != std::string_view::npos || text.find("\xEF\xBC\x9A") != std::string_view::npos;
}

/// One of several things that a caption says.
bool is_of_caption(Cell const& cell, Line const& line, Words const& words) {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& each) {
    return each.from == cell.from && (has_colon(each.text) || words.label(each.text));
  });
}

} // namespace

Facts BlockReader::run(Lines const& block) {
  join_cut_labels(block);
  for (Line const& line : block) {
    merged_ = merged_ || std::any_of(line.cells.begin(), line.cells.end(), [](Cell const& cell) {
                return cell.columns > 1;
              });
  }
  lines_.reserve(block.size()); // cells are pointed at
  for (Line const& each : block) {
    if (!lines_.empty()
        && lines_.back().part != each.part) { // no value stands below a label of another table
      take_pending();
      end_tasks();
      open_.clear();
    }
    Line const& line = lines_.emplace_back(with_labels_apart(each, words_));
    if (line.grid == Grid::order) {
      read_order(line);
      continue;
    }
    take_pending();
    if (read_tasks(line)) {
      continue;
    }
    if (begins_amounts(line)) {
      read_amounts(line);
    } else {
      read_columns(line);
    }
  }
  end_tasks();
  take_pending();
  settle_orphans();
  return taker_.finish();
}

/// A page break cuts labels too: the second half stands in the next line of the same column.
void BlockReader::join_cut_labels(Lines const& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
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

bool BlockReader::is_label(Cell const& cell) const {
  return words_.label(cell.text) || std::find(cut_.begin(), cut_.end(), cell.from.front()) != cut_.end();
}

/// The unit of money in the label's brackets; that of the block when it has none.
std::string BlockReader::unit_of(LabelRead const& label) const {
  std::string own = label.unit.empty() ? std::string() : money_unit_of(label.unit, words_.vocabulary());
  return own.empty() ? block_unit_ : own;
}

void BlockReader::note_label(Cell const& cell, LabelRead const& label) {
  LabelField const field = label.label.field;
  taker_.expect(cell, field);
  seen_goal_actual_ = seen_goal_actual_ || field == LabelField::goal_actual;
  if (field == LabelField::funds_block) {
    seen_funds_ = true;
    block_unit_ = label.unit.empty() ? std::string() : money_unit_of(label.unit, words_.vocabulary());
  }
}

void BlockReader::open(Cell const& cell, LabelRead const& label) {
  if (open_.size() < most_open) {
    open_.push_back({label.label.field, cell.column, cell.columns, unit_of(label), false});
  }
}

void BlockReader::give(Cell const& cell, LabelField field, std::string const& unit) {
  taker_.give(cell, field, is_money(field) ? unit : std::string());
}

void BlockReader::leave_all(Values const& values) {
  for (Cell const* const value : values) {
    taker_.leave(*value);
  }
}

/// Nothing but years, titles and units of money: an unknown text would be the label of what follows it.
bool BlockReader::is_title_line(Line const& line) const {
  return std::all_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    return !whole_year(cell.text, words_.forms()).empty() || table_title(cell.text, words_.forms())
           || !money_unit_of(cell.text, words_.vocabulary()).empty();
  });
}

/// A cell that belongs to no label.
void BlockReader::orphan(Cell const& cell, Line const& line) {
  bool const alone = line.cells.size() == 1;
  if (table_title(cell.text, words_.forms())) {
    return taker_.give_title(cell);
  }
  std::string const unit = money_unit_of(cell.text, words_.vocabulary());
  if (!unit.empty() && (alone || has_colon(cell.text))) {
    return taker_.give_money_unit(cell, unit);
  }
  std::string const year = whole_year(cell.text, words_.forms());
  bool const above_all = line.grid == Grid::order && !seen_label_;
  if (!year.empty() && (is_title_line(line) || is_of_caption(cell, line, words_) || above_all)) {
    return taker_.give_year(cell, year);
  }
  if (alone && line.grid != Grid::author && words_.forms().is_page_mark(cell.text)) {
    return taker_.use(cell, CellUse::page_mark);
  }
  if (line.grid == Grid::author && alone && !seen_label_) {
    return taker_.use(cell, CellUse::title); // a line over the whole width, above everything
  }
  // Text extracts lose labels; an author's own grid has them all.
  bool const may_lack_label = line.grid != Grid::author;
  if (may_lack_label && !seen_goal_actual_ && taker_.last_goal() == LabelField::goal
      && taker_.facts().goal_actual.text.empty()) {
    return taker_.give_without_label(cell, LabelField::goal_actual);
  }
  bool const among_heads = std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& each) {
    auto const label = words_.label(each.text);
    return label && is_money(label->label.field);
  });
  if (may_lack_label && !seen_funds_ && !among_heads) {
    orphans_.push_back(&cell);
  } else {
    taker_.leave(cell);
  }
}

/// A name in front of the amounts is the unit, when no label of the unit was printed.
void BlockReader::settle_orphans() {
  // The name may be that of the project, whose own label has none.
  bool const project = taker_.expects(Column::project) && taker_.facts()[Column::project].text.empty();
  for (Cell const* const cell : orphans_) {
    bool const unit = !project && !taker_.expects(Column::unit) && taker_.facts()[Column::unit].text.empty()
                      && !words_.is_value(cell->text) && cell->text.size() <= longest_unit_name
                      && whole_year(cell->text, words_.forms()).empty()
                      && !words_.forms().may_be_label(cell->text);
    if (unit) {
      taker_.give_without_label(*cell, LabelField::unit);
    } else {
      taker_.leave(*cell);
    }
  }
}

Facts read_facts(Lines const& block, Words const& words, diagnostic::SourceId source, Account& account) {
  return BlockReader(words, source, account).run(block);
}

} // namespace jixiao::ingest::forms
