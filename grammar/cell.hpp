#pragma once
// One cell of a target or actual column as a syntax tree. Says what the cell itself says, nothing from its
// context.
//
// Every character of the text is accounted for by exactly one token. Parsing is linear in the length of the
// text; it never throws and never fails: prose is a tree of kind `text`.
#include "grammar/lexicon.hpp"
#include "grammar/span.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::grammar {

enum class CellKind : std::uint8_t { quantity, range, date, period, level, status, text, compound, empty };

/// Which column the cell stands in. Only the choice between equal readings depends on it.
enum class Role : std::uint8_t { target, actual };

/// What a run of characters is.
enum class TokenClass : std::uint8_t {
  relation,
  number,
  unit,
  date,
  level,
  status,
  subject,
  text,
  blank,
  mark
};

struct Token {
  TokenClass token_class = TokenClass::text;
  ByteSpan span;
};

/// A number as written, in plain ASCII digits.
struct NumberTree {
  std::string digits;       ///< `3.6`, `-5`, `22.50`; a fraction that does not end is `1/3`
  ByteSpan span;            ///< the digits alone, without relation and unit
  bool approximate = false; ///< a word such as "nearly" or "odd" inside or beside the number
  bool beyond_limits =
      false; ///< more digits or a larger exponent than `Limits` allows; `digits` is empty then
};

/// A unit as written. The value in base units is number * 10^exponent * scale(id) / scale(per_id).
struct UnitTree {
  std::string text;          ///< as written, scale word, slash and star included
  std::string id;            ///< unit id of units.yaml; empty when no known unit follows the scale word
  std::string per_id;        ///< unit id of the denominator of a rate; empty when it is not one
  std::string per2_id;       ///< second factor of the denominator (yuan a person and month)
  std::uint8_t exponent = 0; ///< of the scale word in front of the unit: 4, 8 or 12 ...
  bool mark = false;         ///< no unit is said, only a currency mark in front of the number
  ByteSpan span;
};

/// One end of a range or bound.
struct EndTree {
  NumberTree number;
  bool closed = true;
};

/// Something the grammar noticed and could not decide; made into a diagnostic by lowering.
struct Note {
  std::string code; ///< a code of rules/messages/grammar.yaml
  ByteSpan span;
  std::vector<std::string> arguments;
};

struct CellTree {
  CellKind kind = CellKind::empty;
  ByteSpan span;                    ///< of this cell or part
  std::optional<Relation> relation; ///< only what the cell itself says
  std::optional<NumberTree> number; ///< quantity
  std::optional<UnitTree> unit;     ///< quantity, range
  std::optional<EndTree> low, high; ///< range; of dates none
  std::string from, to;             ///< date, period: ISO 8601, `XXXX-12-31` when the year is not said
  std::string level;                ///< level: the word as written
  std::string subject;              ///< words that say what the number is about
  bool approximate = false;
  bool each = false;           ///< "each": holds for every one of several things
  bool total = false;          ///< "in all": a sum of the things
  bool condition = false;      ///< a part that is a condition, not a value
  bool no_event = false;       ///< says that nothing (bad) happened
  bool external = false;       ///< refers to a number set elsewhere
  std::vector<CellTree> parts; ///< compound: each a cell of its own; parts have no parts
  std::vector<Token> tokens;   ///< of the whole text; empty in parts
  std::vector<Note> notes;     ///< of the whole text; empty in parts
};

/// Limits that hold before any parsing. A breach is a note, the cell then is `text`.
struct Limits {
  std::uint32_t cell_bytes = 32768; ///< Excel's own limit is 32,767 characters; longer cells keep their text
  std::uint32_t number_digits = 64; ///< digits of one number
  std::uint32_t number_exponent = 64; ///< absolute value of an exponent as in 1e64
  std::uint32_t parts = 64;           ///< parts of a compound cell
};

/// Reads cells with one lexicon. Building it costs some 100 us; reading is const and thread-safe.
class CellParser {
public:
  explicit CellParser(Lexicon const& lexicon, Limits limits = {});
  ~CellParser();
  CellParser(CellParser&&) noexcept;
  CellParser& operator=(CellParser&&) noexcept;

  [[nodiscard]] CellTree parse(std::string_view text, Role role) const;

  /// Reads `text` as a number alone (numerals in any mix, scale words, parts of a hundred, approximate
  /// words). No value: not a number.
  [[nodiscard]] std::optional<NumberTree> parse_number(std::string_view text) const;

  /// Reads `text` as a unit alone (the cell of the unit column). No value: not a known unit.
  [[nodiscard]] std::optional<UnitTree> parse_unit(std::string_view text) const;

  /// Reads `text` as a relation alone (the cell of the relation column): a sign or a word in any form.
  [[nodiscard]] std::optional<Relation> parse_relation(std::string_view text) const;

private:
  struct Tables;
  std::unique_ptr<Tables const> tables_;
};

} // namespace jixiao::grammar
