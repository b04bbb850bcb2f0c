#pragma once
// The columns beside a target: relation, unit and direction as words.
#include "engine/lowering/measure.hpp"

#include <optional>
#include <string_view>

namespace jixiao::lowering {

struct ColumnMeaning {
  std::optional<model::Relation> relation;
  bool qualitative = false; ///< the relation column says that a level is asked
  bool relation_unknown = false;
  model::Direction direction = model::Direction::none;
  bool direction_unknown = false;
  Measure measure;
  bool measure_unknown = false;

  [[nodiscard]] bool has_measure() const { return !measure.bare(); }
};

[[nodiscard]] ColumnMeaning make_columns(std::string_view relation, std::string_view measure,
                                         std::string_view direction, vocabulary::Vocabulary const& vocabulary,
                                         grammar::CellParser const& parser);

} // namespace jixiao::lowering
