#pragma once
// What an indicator's name tells about its target: hints, a declared scale, numbers with units, periods.
#include "engine/lowering/cell.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "grammar/scale.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::lowering {

/// A level of the scale that the name declares; rank 0 is met, 1 partly met, 2 not met.
struct DeclaredLevel {
  std::string level;
  std::string description; ///< bare words
  std::uint8_t rank = 0;
};

struct NameMeaning {
  vocabulary::NameHints hints;
  std::vector<DeclaredLevel> scale;  ///< best first; empty when the name declares none that can decide
  bool scale_twice = false;          ///< a level is defined twice
  bool partly_means_nothing = false; ///< a middle level says that nothing improved
  bool bonus = false;                ///< the name is that of points beside the full marks
  bool execution = false;            ///< the name is that of the budget execution rate
  bool deviation_named_rate = false; ///< a deviation that calls itself an accuracy
  bool per_period = false;           ///< begins with "every month", "every week"
  Cell cell;                         ///< the name read as a cell: its numbers, units and dates
  std::uint32_t titles = 0;          ///< works named between title marks: `each` counts over them

  /// A number stands in the name, which may give its unit to a bare one.
  [[nodiscard]] bool has_numbers() const;

  /// The unit that the name gives to a bare number: that of the same number in the name, or of the amounts
  /// of money that the name lists. Null when it gives none.
  [[nodiscard]] Part const* unit_for(number::Rational const& value) const;
};

[[nodiscard]] NameMeaning make_name(std::string_view name, vocabulary::Vocabulary const& vocabulary,
                                    grammar::CellParser const& parser);

} // namespace jixiao::lowering
