#pragma once
// The unit of a number: what stands behind it, with its scale word and, for rates, its denominators.
#include "engine/model/reading.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "grammar/cell.hpp"

#include <cstdint>
#include <string>

namespace jixiao::lowering {

/// Units live as long as the vocabulary.
struct Measure {
  model::Unit const* unit = nullptr; ///< null: no unit is said
  model::Unit const* per = nullptr;  ///< denominators of a rate
  model::Unit const* per2 = nullptr;
  std::uint8_t exponent = 0; ///< scale word: 4 for ten thousand
  bool mark = false;         ///< the unit is only a currency mark, such as that of yuan

  [[nodiscard]] bool bare() const { return unit == nullptr && exponent == 0; }
  /// A scale word that stands alone: of what is not said.
  [[nodiscard]] bool scale_alone() const { return unit == nullptr && exponent != 0; }
  /// Says that it is money, and not in which unit the column counts.
  [[nodiscard]] bool mark_alone() const { return mark && exponent == 0 && per == nullptr; }
  [[nodiscard]] bool rate() const { return per != nullptr; }
  friend bool operator==(Measure const&, Measure const&) = default;
};

[[nodiscard]] Measure make_measure(grammar::UnitTree const& tree, vocabulary::Vocabulary const& vocabulary);

[[nodiscard]] model::Dimension dimension(Measure const& measure);

/// A number in this unit times this is the number in base units, numerator alone (a rate per year stays per
/// year).
[[nodiscard]] number::Rational numerator_factor(Measure const& measure);
/// The same with the denominators brought to their base units, too: what rates are compared in.
[[nodiscard]] number::Rational full_factor(Measure const& measure);

/// The base unit as shown; `written` is the unit as the cell writes it, which names the period of a rate.
[[nodiscard]] std::string base_text(Measure const& measure, std::string_view written);

/// The unit is a year: an amount per year in a yearly table is the amount.
[[nodiscard]] bool is_year(model::Unit const* unit);

[[nodiscard]] model::Quantity to_quantity(number::Rational const& value, Measure const& measure,
                                          std::string_view written);

} // namespace jixiao::lowering
