#pragma once
// A diagnostic is data: a code, a place and arguments. Text is made at the edge (vocabulary/messages.hpp).
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::diagnostic {

enum class Severity : std::uint8_t { info, warning, error };

/// A stable code. Each module lists its codes as constants in its `findings.hpp`; the text of every code
/// stands in rules/messages/*.yaml, and a test holds the two together.
struct Code {
  std::string_view id; ///< snake_case, never renamed
  Severity severity = Severity::warning;
};

/// Index of an input (file and sheet) in the SourceTable; 0 is "no input" (the program itself).
using SourceId = std::uint32_t;

/// A place in an input. Rows and columns are 1-based as people count them; 0 means "not applicable".
struct Place {
  SourceId source = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t begin = 0; ///< characters (code points) inside the cell or line, 0-based, half-open
  std::uint32_t end = 0;   ///< begin == end: the whole cell
  friend bool operator==(Place const&, Place const&) = default;
};

struct Diagnostic {
  std::string_view code; ///< points at a Code's id, which lives as long as the program
  Severity severity = Severity::warning;
  Place where;
  std::vector<std::string> arguments; ///< {0}, {1}, ... of the message
  friend bool operator==(Diagnostic const&, Diagnostic const&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Cold: what leads here moves out of the way of rows about which there is nothing to say.
[[nodiscard, gnu::cold]] Diagnostic make(Code const& code, Place where,
                                         std::vector<std::string> arguments = {});

/// The worst severity among `diagnostics`; no value when there are none.
[[nodiscard]] std::optional<Severity> worst(Diagnostics const& diagnostics);

/// A value and what was noticed on the way to it. Bad data is never an exception.
template <class T>
struct Outcome {
  std::optional<T> value;  ///< absent when nothing usable came out
  Diagnostics diagnostics; ///< may be non-empty even when value is present
};

} // namespace jixiao::diagnostic
