#pragma once
// An actual that a row does not have, in the words in which the row would write it. Private to this folder.
#include "engine/model/written_unit.hpp"
#include "engine/vocabulary/messages.hpp"

#include <optional>
#include <string>

namespace jixiao::report {

class ActualWords {
public:
  /// All must outlive this object.
  ActualWords(model::Indicator const& indicator, model::Comparison const& comparison,
              vocabulary::Messages const& messages, vocabulary::Language language);

  /// Of a number in the unit of the comparison: in the row's own unit, ratios as percentages.
  [[nodiscard]] std::string value(number::Rational const& value) const;
  /// The same of the difference of two; of percentages percentage points.
  [[nodiscard]] std::string distance(number::Rational const& step) const;
  /// The unit that the row writes and the number in it; where it says none, those of the comparison.
  [[nodiscard]] std::string const& unit() const;
  [[nodiscard]] number::Rational in_unit(number::Rational const& value) const;

private:
  model::Comparison const& comparison_;
  vocabulary::Messages const& messages_;
  vocabulary::Language language_;
  std::optional<model::WrittenUnit> written_;
};

} // namespace jixiao::report
