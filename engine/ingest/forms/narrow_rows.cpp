#include "engine/ingest/forms/narrow_rows.hpp"

#include "engine/ingest/forms/titles.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;

class NarrowRows {
public:
  NarrowRows(std::vector<Token> const& tokens, std::size_t at, RowHeader const& header, Words const& words,
             std::uint32_t part, Lines& to)
      : tokens_(tokens), at_(at), header_(header), words_(words), part_(part), to_(to) {
    tabbed_ = at != 0 && tokens[at - 1].tabbed;
    // Rows that end in points: the numbers tell where a row ends. A reason may stand behind them.
    std::size_t last = header.fields.size();
    reason_ = last > 1 && header.fields[last - 1].field == row_field(Column::deviation_reason)
              && is_points(header.fields[last - 2]);
    last -= reason_ ? 1 : 0;
    while (last > 0 && is_points(header.fields[last - 1])) {
      --last;
      ++points_;
    }
    asked_ = static_cast<std::size_t>(
        std::count_if(header.fields.begin(), header.fields.begin() + static_cast<std::ptrdiff_t>(last),
                      [](FieldColumn const& field) { return is_of_row(field); }));
    std::size_t const near = std::min(tokens.size(), at + 2 * header.fields.size());
    for (std::size_t i = at + 1; i < near; ++i) {
      divided_ = divided_ || tokens[i].gap >= wide_gap;
    }
  }

  std::size_t run() {
    while (at_ < tokens_.size() && !is_end(at_)) {
      std::size_t const end = end_of_row(at_);
      if (!is_row(at_, end)) {
        break;
      }
      put_each(at_, end);
      at_ = end;
      if (ended_) {
        break;
      }
    }
    return at_;
  }

private:
  static bool is_points(FieldColumn const& field) {
    return field.field == row_field(Column::weight) || field.field == row_field(Column::claimed);
  }

  /// Name, target and answer, which every row has.
  static bool is_of_row(FieldColumn const& field) {
    return is_column(field.field) && field.field != row_field(Column::level1)
           && field.field != row_field(Column::level2);
  }

  /// Whether the text behind the points of a row is the reason of a deviation: the next row begins behind it
  /// with a level, a sum, or with as many cells as a row has. Else it is the name of the next row.
  bool is_reason(std::size_t at) const {
    if (!reason_ || is_level(at, false)) {
      return false;
    }
    std::size_t end = at + 1, numbers = 0;
    for (; end < tokens_.size() && !is_end(end) && !is_level(end, false) && !is_total(end); ++end) {
      numbers = is_number(end) ? numbers + 1 : 0;
      bool const next = end + 1 < tokens_.size() && is_number(end + 1);
      if (numbers >= points_ && !next) {
        return end + 1 - at == 1 + asked_ + points_;
      }
    }
    return end == at + 1;
  }

  bool is_total(std::size_t at) const { return words_.is_total(tokens_[at].cell.text); }

  bool is_end(std::size_t at) const {
    std::string const& text = tokens_[at].cell.text;
    auto const label = words_.label(text);
    return (tabbed_ && !tokens_[at].tabbed) || table_title(text, words_.forms())
           || report_title(text, words_.forms())
           || (label && label->label.field == vocabulary::LabelField::footer);
  }

  bool is_number(std::size_t at) const { return is_bare_number(tokens_[at].cell.text); }

  /// A word for a level that is nothing else; everyday words only at the beginning of a row.
  bool is_level(std::size_t at, bool first) const {
    return tokens_[at].level && (first || !words_.sorts(tokens_[at].cell.text).is(grammar::CellSort::common));
  }

  std::size_t end_of_row(std::size_t begin) {
    std::size_t numbers = is_number(begin) ? 1 : 0, texts = 0, levels = is_level(begin, true) ? 1 : 0;
    texts += levels == 0 && numbers == 0 ? 1 : 0;
    if (is_total(begin)) {
      ended_ = true;
    }
    for (std::size_t at = begin + 1; at < tokens_.size(); ++at) {
      bool const wide = tokens_[at].gap >= (tabbed_ ? wide_gap + 1 : wide_gap);
      bool const level = is_level(at, false);
      if (is_end(at) || wide || (level && tokens_[at].gap >= wide_gap)) {
        return at;
      }
      if (ended_ && !is_number(at)) {
        return at; // behind the sum
      }
      if (points_ != 0 && !is_number(at) && (numbers >= points_ || is_total(at))) {
        return !is_total(at) && is_reason(at) ? at + 1 : at;
      }
      // A level behind the cells of a row begins the next one; behind a level that is the same word it is the
      // name.
      if (level && points_ == 0 && begins_next_row(at, begin, texts + numbers, levels)) {
        return at;
      }
      // A number is there, though not all of them: the rest is lost, and the row below begins.
      if (level && points_ != 0 && is_number(at - 1) && texts != 0) {
        return at;
      }
      numbers += is_number(at) ? 1 : 0;
      levels += level ? 1 : 0;
      texts += !level && !is_number(at) ? 1 : 0;
    }
    return tokens_.size();
  }

  /// Whether the level at `at` begins another row. Where wide gaps divide the rows it does not.
  bool begins_next_row(std::size_t at, std::size_t begin, std::size_t cells, std::size_t levels) const {
    if (divided_) {
      return at - begin >= header_.fields.size();
    }
    return cells >= 2 || (cells == 0 && levels >= 2 && tokens_[at].cell.text != tokens_[at - 1].cell.text);
  }

  bool is_row(std::size_t begin, std::size_t end) const {
    if (is_total(begin) || is_level(begin, true)) {
      return true;
    }
    std::size_t const cells = end - begin;
    if (points_ != 0) {
      return cells > points_ && (is_number(end - 1) || (reason_ && is_number(end - 2)));
    }
    // Without a level only between rows that have one.
    bool const followed = end < tokens_.size() && is_level(end, true) && !is_end(end);
    return cells >= 2 && cells <= header_.fields.size() && (followed || (tabbed_ && tokens_[begin].tabbed));
  }

  /// Rows below one level follow each other without a sign where no points end them: a name, and as many
  /// values behind it as every row has, over and over.
  void put_each(std::size_t begin, std::size_t end) {
    std::size_t first = begin;
    while (first < end && is_level(first, first == begin)) {
      ++first;
    }
    if (points_ == 0 && !tabbed_ && repeats_row(first, end)) {
      for (; end - first > asked_; first += asked_) {
        put(begin, first + asked_);
        begin = first + asked_;
      }
    }
    put(begin, end);
  }

  bool repeats_row(std::size_t first, std::size_t end) const {
    constexpr std::size_t fewest = 3; // a name and two values
    if (asked_ < fewest || (end - first) % asked_ != 0) {
      return false;
    }
    for (std::size_t at = first; at < end; ++at) {
      bool const name = (at - first) % asked_ == 0;
      if (words_.is_value(tokens_[at].cell.text) == name) {
        return false;
      }
    }
    return true;
  }

  /// Where tabs mark blank cells, each takes a line.
  void put(std::size_t begin, std::size_t end) {
    Line line;
    line.part = part_;
    line.number = tokens_[begin].cell.line;
    line.narrow = true;
    std::optional<std::uint32_t> const first = tabbed_ ? column_of(begin) : std::nullopt;
    line.grid = first ? Grid::tabs : Grid::order;
    std::uint32_t column = first.value_or(0);
    for (std::size_t i = begin; i < end; ++i) {
      Cell cell = tokens_[i].cell;
      if (i != begin) {
        column += first ? tokens_[i].gap : 1;
      }
      cell.column = column;
      line.cells.push_back(std::move(cell));
    }
    to_.push_back(std::move(line));
  }

  std::optional<std::uint32_t> column_of(std::size_t token) const {
    grammar::RowCell const sorts = words_.sorts(tokens_[token].cell.text);
    bool const first = sorts.is(grammar::CellSort::level1) && !sorts.is(grammar::CellSort::level2);
    bool const second = sorts.is(grammar::CellSort::level2) && !sorts.is(grammar::CellSort::level1);
    for (FieldColumn const& field : header_.fields) {
      if ((first && field.field == row_field(Column::level1))
          || (second && field.field == row_field(Column::level2))) {
        return field.column;
      }
    }
    return std::nullopt;
  }

  std::vector<Token> const& tokens_;
  std::size_t at_;
  RowHeader const& header_;
  Words const& words_;
  std::uint32_t part_;
  Lines& to_;
  bool tabbed_ = false;
  std::size_t points_ = 0; ///< fields of points that end a row
  std::size_t asked_ = 0;  ///< cells of a row in front of them, without levels
  bool reason_ = false;    ///< a field for reasons stands behind them
  bool divided_ = false;   ///< wide gaps stand between the rows
  bool ended_ = false;     ///< the sum was met
};

} // namespace

std::size_t unfold_rows(std::vector<Token> const& tokens, std::size_t at, RowHeader const& header,
                        Words const& words, std::uint32_t part, Lines& to) {
  return NarrowRows(tokens, at, header, words, part, to).run();
}

} // namespace jixiao::ingest::forms
