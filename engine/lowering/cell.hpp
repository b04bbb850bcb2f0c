#pragma once
// One cell by itself: what it says (model::Reading) and the same made ready for comparing.
#include "engine/lowering/calendar.hpp"
#include "engine/lowering/measure.hpp"
#include "engine/model/padded_text.hpp"
#include "engine/vocabulary/change.hpp"
#include "engine/vocabulary/remark.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace jixiao::lowering {

/// A cell, or one part of a compound cell. Numbers are as written; `measure` says what they count.
struct Part {
  model::CellKind kind = model::CellKind::empty;
  std::optional<model::Relation> relation;
  std::optional<number::Rational> value; ///< quantity
  std::optional<number::Interval> ends;  ///< range
  bool list_number = false; ///< "1.48" in the first of several, "2.20" in the second: perhaps items of a list
  Measure measure;
  vocabulary::Remark remark;                           ///< in brackets behind the number
  std::optional<number::Rational> from;                ///< where the change began that ends with it
  vocabulary::Trend reached = vocabulary::Trend::none; ///< of that change
  bool begins_change = false;                          ///< it is that beginning
  bool odd_change = false; ///< of a cell that says where a change began, and more than such a change
  DaySpan days;            ///< date, period
  vocabulary::Claim claim = vocabulary::Claim::plain; ///< of all its words
  model::Reading const* reading = nullptr;            ///< of the cell or part; lives as long as the Cell

  [[nodiscard]] bool has_number() const { return value.has_value() || ends.has_value(); }
  [[nodiscard]] bool is_time() const {
    return kind == model::CellKind::date || kind == model::CellKind::period;
  }
};

struct Cell {
  model::ReadingPtr reading; ///< never null
  Part whole;
  std::vector<Part> parts; ///< of a compound, conditions among them
};

/// `relation` with the limit itself counted or not, as a remark says.
[[nodiscard]] std::optional<model::Relation> bounded(std::optional<model::Relation> relation,
                                                     vocabulary::Bound bound);

/// `text` with the tree that the grammar made of it.
[[nodiscard]] Cell make_cell(std::string_view text, grammar::CellTree&& tree,
                             vocabulary::Vocabulary const& vocabulary);

/// The number that `text` is when it is nothing but plain ASCII digits, with a sign and a point at most and
/// well inside all limits: most cells of most tables. No value: read it with the grammar.
[[nodiscard]] std::optional<number::Rational> plain_number(std::string_view text);
[[nodiscard]] std::optional<number::Rational> plain_number(model::PaddedText text);
/// The reading of a text for which plain_number() has given `value`: what the grammar would make of it, but
/// without its one token.
[[nodiscard]] std::shared_ptr<model::Reading> make_plain_reading(std::string_view text,
                                                                 number::Rational const& value);
/// The same in the storage of a reading that holds another plain number, or nothing.
void fill_plain_reading(std::string_view text, number::Rational const& value, model::Reading& reading);
/// A percentage as the grammar reads it, for others to be made like it; without a reading when the lexicon
/// takes the sign for something else.
[[nodiscard]] Cell make_percent_cell(grammar::CellParser const& parser,
                                     vocabulary::Vocabulary const& vocabulary);
/// The reading of a plain number and a percent sign, like that of `sample`, in the storage of another one.
/// `factor`: the number times this is the number in base units.
void fill_percent_reading(std::string_view text, number::Rational const& value,
                          number::Rational const& factor, model::Reading const& sample,
                          model::Reading& reading);
/// The cell around such a reading.
[[nodiscard]] Cell make_plain_cell(model::ReadingPtr reading, number::Rational value);

} // namespace jixiao::lowering
