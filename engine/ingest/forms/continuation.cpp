#include "engine/ingest/forms/continuation.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;
using vocabulary::RowField;

// How well a piece goes with a cell; what speaks against it is negative.
constexpr int completes_word = 60;
constexpr int repeats_word = 30;
constexpr int same_page_column = 12;
constexpr int column_of_row = 7;
constexpr int closes_bracket = 10;
constexpr int opens_nothing = -8;  ///< the cell above ends a sentence
constexpr int nothing_above = -20; ///< a piece of a cell that has no beginning
constexpr int impossible = -1000;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view marks[] = {"\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F"};
  return std::any_of(std::begin(marks), std::end(marks),
                     [text](std::string_view mark) { return ends_with(text, mark); });
}

/// Brackets that the end of `text` leaves open: a cell may have been joined from any number of pieces.
int open_brackets(std::string_view text) {
  constexpr std::size_t looked_at = 1024;
  text.remove_prefix(text.size() > looked_at ? text.size() - looked_at : 0);
  int open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string_view const wide = text.substr(at, 3);
    open += text[at] == '(' || wide == "\xEF\xBC\x88" ? 1 : 0;
    open -= text[at] == ')' || wide == "\xEF\xBC\x89" ? 1 : 0;
  }
  return open;
}

bool is_level(std::string_view text, Words const& words) {
  return words.level1(text) != model::Level1::other || words.level2(text).has_value();
}

bool takes_text(RowField field) {
  return field == RowField::goal || field == row_field(Column::project) || field == row_field(Column::name)
         || field == row_field(Column::target) || field == row_field(Column::actual)
         || field == row_field(Column::deviation_reason) || field == RowField::passed_over;
}

/// The best way to give cells to fields in their order.
class Joiner {
public:
  Joiner(Line const& line, RowHeader const& header, Above const& above, std::optional<std::int32_t> moved,
         Words const& words)
      : line_(line), header_(header), above_(above), moved_(moved), words_(words),
        fields_(std::min(header.fields.size(), most_fields)),
        states_((line.cells.size() + 1) * (fields_ + 1)) {}

  Continuation run() {
    at(0, 0) = {0, 1, 0, false};
    for (std::size_t cell = 0; cell < line_.cells.size(); ++cell) {
      step(cell);
    }
    return trace();
  }

private:
  static constexpr int left_out = -40;
  static constexpr std::size_t most_fields = 64;

  struct State {
    int score = impossible * 100;
    std::uint32_t ways = 0;
    std::size_t before = 0;
    bool placed = false;
  };

  // Fields are counted from 1, so that 0 is "none yet".
  State& at(std::size_t cells, std::size_t filled) { return states_[cells * (fields_ + 1) + filled]; }

  static void offer(State& best, State const& state) {
    if (state.score > best.score) {
      best = state;
    } else if (state.score == best.score) {
      best.ways += state.ways;
    }
  }

  void step(std::size_t cell) {
    for (std::size_t filled = 0; filled <= fields_; ++filled) {
      State const from = at(cell, filled);
      if (from.ways == 0) {
        continue;
      }
      offer(at(cell + 1, filled), {from.score + left_out, from.ways, filled, false});
      for (std::size_t field = filled; field < fields_; ++field) {
        int const fit = fits(line_.cells[cell], header_.fields[field]);
        if (fit != impossible) {
          offer(at(cell + 1, field + 1), {from.score + fit, from.ways, filled, true});
        }
      }
    }
  }

  Continuation trace() {
    Continuation result;
    std::size_t const cells = line_.cells.size();
    result.fields.resize(cells);
    std::size_t filled = 0;
    for (std::size_t each = 1; each <= fields_; ++each) {
      filled = at(cells, each).score > at(cells, filled).score ? each : filled;
    }
    result.doubtful = at(cells, filled).ways > 1;
    for (std::size_t each = 0; each <= fields_; ++each) {
      result.doubtful =
          result.doubtful || (each != filled && at(cells, each).score == at(cells, filled).score);
    }
    for (std::size_t cell = cells; cell-- > 0;) {
      State const& state = at(cell + 1, filled);
      if (state.placed) {
        result.fields[cell] = filled - 1;
        RowField const field = header_.fields[filled - 1].field;
        Joint const found = joint(field, above_.text(field), line_.cells[cell].text, words_);
        result.certain = result.certain || found == Joint::completes || found == Joint::remnant;
      }
      filled = state.before;
    }
    return result;
  }

  int fits(Cell const& cell, FieldColumn const& column) const {
    std::string_view const above = above_.text(column.field);
    Joint const found = joint(column.field, above, cell.text, words_);
    if (found == Joint::none) {
      return impossible;
    }
    int score = found == Joint::completes ? completes_word : found == Joint::remnant ? repeats_word : 0;
    auto const stands_at = [&](std::int64_t offset) {
      return static_cast<std::int64_t>(cell.column) - column.column == offset;
    };
    score += moved_ && stands_at(*moved_) ? same_page_column : 0;
    std::int64_t const offset = above_.row == nullptr ? 0 : above_.row->moved;
    score += stands_at(offset) ? column_of_row : 0;
    if (found == Joint::text) {
      score += above.empty() ? nothing_above : ends_sentence(above) ? opens_nothing : 0;
      score += open_brackets(above) > 0 && open_brackets(cell.text) < 0 ? closes_bracket : 0;
      // The goal of a project is its longest cell: page breaks cut it most often.
      score += column.field == RowField::goal ? 2 : 0;
      score += static_cast<int>(std::min<std::size_t>(above.size() / 60, 3));
    }
    return score;
  }

  Line const& line_;
  RowHeader const& header_;
  Above const& above_;
  std::optional<std::int32_t> moved_;
  Words const& words_;
  std::size_t fields_;
  std::vector<State> states_;
};

} // namespace

std::string_view Above::text(RowField field) const {
  auto const i = static_cast<std::size_t>(field);
  auto const& cell = is_of_project(field) ? (*project)[i] : row->cells[i];
  return cell ? std::string_view(cell->text) : std::string_view();
}

bool is_of_project(RowField field) {
  if (!is_column(field)) {
    return field == RowField::goal;
  }
  constexpr Column columns[] = {Column::unit_code,
                                Column::unit,
                                Column::supervising_department,
                                Column::project_code,
                                Column::project,
                                Column::year,
                                Column::initial_budget,
                                Column::adjusted_budget,
                                Column::executed,
                                Column::department_weight};
  return std::find(std::begin(columns), std::end(columns), static_cast<Column>(field)) != std::end(columns);
}

Joint joint(RowField field, std::string_view above, std::string_view piece, Words const& words) {
  constexpr std::size_t longest_word = 256; // levels and units are shorter
  bool const word = above.size() + piece.size() <= longest_word;
  std::string const whole = word ? std::string(above) + std::string(piece) : std::string();
  if (field == row_field(Column::level1) || field == row_field(Column::level2)) {
    bool const first = field == row_field(Column::level1);
    bool const known = !word   ? false
                       : first ? words.level1(whole) != model::Level1::other
                               : words.level2(whole).has_value();
    if (known && !above.empty()) {
      return Joint::completes;
    }
    return is_level(above, words) && ends_with(above, piece) && piece.size() < above.size() ? Joint::remnant
                                                                                            : Joint::none;
  }
  if (field == row_field(Column::measure)) {
    bool const completes = word && !above.empty() && words.is_unit(whole) && !words.is_unit(above);
    return completes ? Joint::completes : Joint::none;
  }
  return takes_text(field) && !is_level(piece, words) ? Joint::text : Joint::none;
}

Continuation join_pieces(Line const& line, RowHeader const& header, Above const& above,
                         std::optional<std::int32_t> moved, Words const& words) {
  if (line.cells.size() > header.fields.size()) { // each needs a field of its own
    return {std::vector<std::optional<std::size_t>>(line.cells.size()), false, false};
  }
  return Joiner(line, header, above, moved, words).run();
}

} // namespace jixiao::ingest::forms
