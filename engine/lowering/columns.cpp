#include "engine/lowering/columns.hpp"

namespace jixiao::lowering {

ColumnMeaning make_columns(std::string_view relation, std::string_view measure, std::string_view direction,
                           vocabulary::Vocabulary const& vocabulary, grammar::CellParser const& parser) {
  auto const says_nothing = [&](std::string_view text) {
    return text.empty() || parser.parse(text, grammar::Role::target).kind == model::CellKind::empty;
  };
  ColumnMeaning result;
  result.qualitative = vocabulary.is_qualitative_mark(relation);
  if (!result.qualitative && !relation.empty()) {
    result.relation = parser.parse_relation(relation);
    result.relation_unknown = !result.relation && !says_nothing(relation);
  }
  if (auto const unit = measure.empty() ? std::nullopt : parser.parse_unit(measure)) {
    result.measure = make_measure(*unit, vocabulary);
  }
  result.measure_unknown = !result.has_measure() && !says_nothing(measure);
  result.direction = vocabulary.direction(direction);
  result.direction_unknown = result.direction == model::Direction::none && !says_nothing(direction);
  return result;
}

} // namespace jixiao::lowering
