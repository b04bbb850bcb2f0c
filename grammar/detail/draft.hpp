#pragma once
// What the productions of the cell grammar yield: small plain values that point into the text. Strings are
// made from them once, when a reading is accepted (build.hpp).
#include "grammar/detail/word_table.hpp"

#include <array>
#include <cstdint>

namespace jixiao::grammar::detail {

/// A ratio that the numeral itself names: "parts of a hundred".
enum class Ratio : std::uint8_t { none, percent, permille };

struct NumberDraft {
  Cursor begin = nullptr;
  Cursor end = nullptr;
  Cursor ratio_begin = nullptr; ///< the words of `ratio`
  std::int32_t computed = -1;   ///< State::computed of a numeral in words or a mix; -1: the digits as written
  std::int32_t small = -1;      ///< value of an integer below 10000, for dates
  std::uint8_t trailing = 0;    ///< exponent of the multiplier that ends a numeral in words
  Ratio ratio = Ratio::none;
  bool negative = false;
  bool beyond = false; ///< beyond the limits

  [[nodiscard]] bool found() const { return begin != nullptr; }
  [[nodiscard]] bool in_words() const { return computed >= 0; }
};

/// Scale words between digits and unit (ten thousand, hundred million).
struct ScaleDraft {
  Cursor begin = nullptr;
  Cursor end = nullptr;
  std::uint8_t exponent = 0;

  [[nodiscard]] bool found() const { return begin != nullptr; }
};

struct UnitDraft {
  Hit unit;
  Hit compound;                       ///< a second classifier right behind the first
  Hit per, per2;                      ///< denominators
  std::string_view sign = "\xC2\xB7"; ///< between the two, as written; a raised dot between words
  Cursor end = nullptr;               ///< behind the denominators, when there are any

  [[nodiscard]] bool found() const { return unit.found(); }
};

/// What may follow the unit: half a unit more, or "odd", and the rest of a unit that was cut in two by it
/// (three-odd months).
struct TailDraft {
  Hit half, odd, unit;
};

struct MeasureDraft {
  Hit rate;     ///< "each day" in front of the number
  Hit currency; ///< its sign in front of the number
  NumberDraft number;
  Hit odd; ///< 20-odd
  ScaleDraft scale;
  Hit odd_scale; ///< 30-thousand-odd
  UnitDraft unit;
  TailDraft tail;

  [[nodiscard]] bool has_unit() const {
    return unit.found() || rate.found() || scale.found() || currency.found() || number.ratio != Ratio::none;
  }
  [[nodiscard]] bool is_odd() const { return odd.found() || odd_scale.found() || tail.odd.found(); }
};

/// The relation words on one side of a number, taken together.
struct RelationDraft {
  Cursor begin = nullptr;
  Cursor end = nullptr;
  bool found = false; ///< `relation` holds
  bool conflict = false;
  bool approximate = false;
  Relation relation = Relation::equal;
};

struct BoundDraft {
  RelationDraft before;
  MeasureDraft measure;
  RelationDraft after;
};

enum class RangeForm : std::uint8_t {
  none,
  joined,     ///< 20-100
  two_bounds, ///< more than 10 less than 20
  enclosed,   ///< 80% <= x < 90%
  interval    ///< [80%, 90%)
};

struct QuantityDraft {
  BoundDraft first, second; ///< the second when `form` is not none; `first` is the lower end then
  RangeForm form = RangeForm::none;
  bool low_closed = true;
  bool high_closed = true;
  bool reversed = false; ///< the ends stood the other way round
};

} // namespace jixiao::grammar::detail
