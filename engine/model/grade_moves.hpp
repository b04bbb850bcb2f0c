#pragma once
// What one row alone would have to become for its project to have another grade.
#include "engine/number/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jixiao::model {

struct GradeMove {
  std::size_t row = 0; ///< index among the rows of the project
  enum class By : std::uint8_t {
    actual,    ///< another actual does it
    points,    ///< the row is no number against a number: other points do it, how they are earned is not said
    judgement, ///< a person decides the points of this row
    unknown    ///< other points would do it; which actual earns them cannot be said exactly
  } by = By::unknown;
  std::optional<number::Rational> actual; ///< in the unit of the comparison
  number::Rational points;                ///< that the row has then
  number::Rational total;                 ///< that the project has then
  std::string_view grade;                 ///< id; lives as long as the pack
};

struct GradeMoves {
  bool known = false;        ///< false: the total is no single number, or too many rows
  std::size_t too_many = 0;  ///< the most rows for which it is worked out, when there are more
  std::vector<GradeMove> up; ///< in the order of the rows; those that cannot do it alone are left out
  std::vector<GradeMove> down;
};

} // namespace jixiao::model
