#pragma once
// What one target or actual cell means: the parse object of the command line.
// Its own fields hold only what the cell says; what the context adds stands in `implied`.
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/model/unit.hpp"
#include "engine/number/interval.hpp"
#include "grammar/cell.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::model {

using grammar::CellKind;
using grammar::Relation;

[[nodiscard]] std::string_view name(CellKind kind);     ///< "quantity", ...
[[nodiscard]] std::string_view name(Relation relation); ///< "at_least", ...

/// What a careful reader adds from the name, level 2, unit column and year. Advice, never part of the cell.
struct Implied {
  std::optional<CellKind> kind; ///< the context makes it something else (12 beside "done January-December")
  std::optional<Relation> relation;
  std::string unit;     ///< as written where it was found
  std::string from, to; ///< ISO dates
  std::string
      because; ///< message id (rules/messages/reading.yaml) that says why; empty when nothing is implied
  std::vector<std::string> arguments;
};

/// A finding about a cell: the place is added by whoever knows it, the span counts bytes of the cell.
struct CellFinding {
  diagnostic::Code code;
  grammar::ByteSpan span;
  std::vector<std::string> arguments;
};

struct Reading {
  std::string text; ///< the cell as it was
  CellKind kind = CellKind::empty;
  std::optional<Relation> relation;
  std::string
      value;        ///< as written, in plain digits; "1/3" when it does not end; empty when it does not apply
  std::string unit; ///< as written, with its scale word
  std::optional<Quantity> quantity;     ///< in base units
  std::optional<number::Interval> ends; ///< range: both ends, in base units
  std::string from, to;                 ///< ISO dates; `XXXX-..` when the year is not known
  std::string level;
  std::string subject;
  std::string suspect; ///< the value that was probably meant (a slip of digits), in plain digits
  bool approximate = false;
  bool each = false;
  bool total = false;
  bool condition = false;
  bool no_event = false;
  bool external = false;
  std::optional<Implied> implied;
  std::vector<Reading> parts; ///< of a compound; parts have no parts
  grammar::ByteSpan span;     ///< of a part inside the cell's text
  std::vector<grammar::Token> tokens;
  std::vector<CellFinding> findings;
};

using ReadingPtr = std::shared_ptr<Reading const>;

} // namespace jixiao::model
