#pragma once
// From where on two numbers beside each other may not mean what they say: `number_doubts` of lexicon.yaml.
#include "engine/number/rational.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>

namespace jixiao::vocabulary {

struct NumberDoubts {
  using Rational = number::Rational;

  Rational amounts_apart = 1000; ///< one amount of money so many times the other
  Rational counts_apart = 1000;  ///< the same of other numbers; a unit that counts fewer needs no second look
  Rational smaller_unit = Rational::fraction(1, 2);  ///< of what a unit counts of the next smaller one
  Rational short_scale = 10;                         ///< the largest whole of a short scale of points
  Rational short_scale_ratio = 5;                    ///< a longer scale gives so many times as many
  Rational fraction_most = 2;                        ///< the largest share of one where percentages stand
  Rational share_ratio = 10;                         ///< a percentage so many times the fraction beside it
  Rational thousandth_ratio = 30;                    ///< the same where thousandths stand
  Rational shares_target = Rational::fraction(4, 5); ///< two fractions, at least as large as these ...
  Rational shares_actual = Rational::fraction(1, 2); ///< ... are shares of one
  Rational high_share = Rational::fraction(1, 2);    ///< a percentage that no small fraction misses by itself
  Rational rounding_slack = Rational::fraction(1, 100); ///< 2 of 3 are 66.7 %
  Rational open_money_least = Rational::fraction(4, 5); ///< below it a ceiling may have been a goal
  std::uint32_t slip_figures = 4; ///< that two numbers share when one is a slip of the other
  std::uint32_t slip_figures_of_percentage = 2;

  /// Numbers nearer to each other are in no doubt about their units. Follows from the others and from the
  /// units.
  Rational least_ratio = 10;
};

[[nodiscard]] NumberDoubts const& number_doubts(Vocabulary const& vocabulary);

} // namespace jixiao::vocabulary
