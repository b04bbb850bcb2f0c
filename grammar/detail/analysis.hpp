#pragma once
// A cell on its way from bytes to a tree: items in the order of the text, judged, then divided into parts.
#include "grammar/detail/date.hpp"
#include "grammar/detail/quantity.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace jixiao::grammar::detail {

/// A number, range, date or period somewhere in the text.
struct Mention {
  CellKind kind = CellKind::quantity;
  Cursor begin = nullptr;
  Cursor end = nullptr;
  QuantityDraft quantity; ///< quantity, range
  DateDraft date;         ///< date, period
  Calendar calendar;
  std::uint32_t first_piece = 0; ///< index into Analysis::pieces
  std::uint32_t piece_count = 0;
  bool accepted = false; ///< a value; else part of a name or of prose

  [[nodiscard]] bool is_date() const { return kind == CellKind::date || kind == CellKind::period; }
  [[nodiscard]] bool is_deadline() const {
    return is_date() && (date.edge.found() || date.before.found || date.after.found);
  }
};

enum class ItemKind : std::uint8_t { mention, word, separator, opaque, marker };

/// What the scan has found; everything between items is text or blank.
struct Item {
  ItemKind kind = ItemKind::word;
  MarkKind mark = MarkKind::none; ///< separator; opaque: `open` when it is bracketed
  Cursor begin = nullptr;
  Cursor end = nullptr;
  Roles roles = 0;           ///< word
  std::uint32_t mention = 0; ///< index into Analysis::mentions

  [[nodiscard]] bool is(Roles wanted) const { return kind == ItemKind::word && (roles & wanted) != 0; }
};

/// The items between two separators.
struct Segment {
  std::uint32_t first = 0; ///< items [first, last)
  std::uint32_t last = 0;
  Cursor begin = nullptr;
  Cursor end = nullptr;
  MarkKind after = MarkKind::none; ///< the separator behind it
};

/// A part of the cell in the making; the whole cell when there is only one.
struct Part {
  CellKind kind = CellKind::text;
  Cursor begin = nullptr;
  Cursor end = nullptr;
  std::uint32_t first = 0; ///< items [first, last), separators among them
  std::uint32_t last = 0;
  std::int32_t mention = -1;
  std::int32_t level = -1; ///< item of the level word
  bool condition = false;
};

struct Analysis {
  State& state;
  std::vector<Item> items{};
  std::vector<Mention> mentions{};
  std::vector<Piece> pieces{}; ///< of all mentions
  std::vector<Note> notes{};
  bool overflow = false; ///< more numbers than any cell should hold; the scan stopped

  [[nodiscard]] ByteSpan span(Cursor begin, Cursor end) const {
    return {static_cast<std::uint32_t>(begin - state.begin), static_cast<std::uint32_t>(end - state.begin)};
  }
  void note(std::string_view code, Cursor begin, Cursor end, std::vector<std::string> arguments) {
    notes.push_back({std::string(code), span(begin, end), std::move(arguments)});
  }
  void note(std::string_view code, Cursor begin, Cursor end) {
    note(code, begin, end, {std::string(begin, end)});
  }
};

/// Opening marks with the place behind their closing ones (nullptr: never closed), in order of the opening.
[[nodiscard]] std::vector<std::pair<Cursor, Cursor>> match_brackets(Cursor at, Cursor end);

/// Finds all items of the text.
void scan(Analysis& analysis);
[[nodiscard]] std::vector<Segment> split_segments(Analysis const& analysis);
/// Decides which mentions of `segment` are values.
void judge(Analysis& analysis, Segment const& segment);
/// Divides the judged cell into parts; at least one.
[[nodiscard]] std::vector<Part> divide(Analysis& analysis, std::vector<Segment> const& segments);

/// Words that may stand around a value or a status without being text of their own.
inline constexpr Roles neutral_roles =
    roles_of(WordClass::status, WordClass::status_filler, WordClass::subject, WordClass::each,
             WordClass::total, WordClass::copula, WordClass::condition, WordClass::date_before);

/// True when [begin, end) holds nothing but neutral words, accepted mentions (and `but_mention`), marks and
/// remarks in brackets.
[[nodiscard]] bool is_neutral(Analysis const& analysis, std::uint32_t first, std::uint32_t last, Cursor begin,
                              Cursor end, std::int32_t but_mention);

} // namespace jixiao::grammar::detail
