#pragma once
// Scales that an indicator's name declares: `...(high:description;middle:description;low:description)` in
// both orders, with the level words of the lexicon.
#include "grammar/lexicon.hpp"
#include "grammar/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::grammar {

struct ScaleLevel {
  std::string level;       ///< the level word as written
  std::string description; ///< what the name says it means
};

struct ScaleTree {
  std::vector<ScaleLevel> levels; ///< in the order of the name; empty when the name declares none
  ByteSpan span;                  ///< of the declaration inside the name
  bool duplicate = false;         ///< a level is defined twice: the scale cannot decide it
};

/// The scale that `name` declares. At least two levels are needed, else `levels` is empty.
[[nodiscard]] ScaleTree parse_scale(std::string_view name, Lexicon const& lexicon);

} // namespace jixiao::grammar
