#include "engine/model/facts.hpp"

#include <cstdlib>

namespace jixiao::model {

namespace {

constexpr std::array<std::string_view, input_count> input_names{
    "input_1", "input_2",  "input_3",  "input_4",  "input_5",  "input_6",  "input_7",  "input_8",
    "input_9", "input_10", "input_11", "input_12", "input_13", "input_14", "input_15", "input_16"};

} // namespace

std::optional<number::Interval> const& Facts::far_number(std::size_t index) const {
  static std::optional<number::Interval> const none;
  return far ? (*far)[index - near_field_count] : none;
}

FarNumbers& Facts::own_far() {
  if (!far) {
    far = std::make_shared<FarNumbers>();
  } else if (far.use_count() > 1) {
    far = std::make_shared<FarNumbers>(*far);
  }
  return *far;
}

std::string_view name(NumberField field) {
  switch (field) {
  case NumberField::actual: return "actual";
  case NumberField::target: return "target";
  case NumberField::weight: return "weight";
  case NumberField::pass_threshold: return "pass_threshold";
  case NumberField::execution_rate: return "execution_rate";
  case NumberField::budget: return "budget";
  case NumberField::executed: return "executed";
  case NumberField::target_1: return "target_1";
  case NumberField::target_2: return "target_2";
  case NumberField::target_3: return "target_3";
  case NumberField::target_4: return "target_4";
  case NumberField::target_5: return "target_5";
  case NumberField::elapsed: return "elapsed";
  case NumberField::initial_budget: return "initial_budget";
  case NumberField::adjusted_budget: return "adjusted_budget";
  case NumberField::input_1: break;
  }
  auto const input = static_cast<std::size_t>(field) - named_number_count;
  if (static_cast<std::size_t>(field) >= named_number_count && input < input_count) {
    return input_names[input];
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(TruthField field) {
  switch (field) {
  case TruthField::quantity: return "quantity";
  case TruthField::met: return "met";
  case TruthField::named: return "named";
  case TruthField::weighted: return "weighted";
  case TruthField::assumed: return "assumed";
  case TruthField::suspect: return "suspect";
  case TruthField::external: return "external";
  case TruthField::about: return "about";
  case TruthField::at_limit: return "at_limit";
  case TruthField::restated: return "restated";
  case TruthField::echo: return "echo";
  case TruthField::no_event: return "no_event";
  case TruthField::zero_event: return "zero_event";
  case TruthField::done_asked: return "done_asked";
  case TruthField::deadline: return "deadline";
  case TruthField::period_inside: return "period_inside";
  case TruthField::declared_scale: return "declared_scale";
  case TruthField::relation_printed: return "relation_printed";
  case TruthField::tier_no_effect: return "tier_no_effect";
  case TruthField::each: return "each";
  case TruthField::unreached: return "unreached";
  case TruthField::doubtful: return "doubtful";
  case TruthField::scaled: return "scaled";
  case TruthField::reason_given: return "reason_given";
  case TruthField::unreadable: return "unreadable";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(WordField field) {
  switch (field) {
  case WordField::target_kind: return "target_kind";
  case WordField::actual_kind: return "actual_kind";
  case WordField::relation: return "relation";
  case WordField::direction: return "direction";
  case WordField::level: return "level";
  case WordField::position: return "position";
  case WordField::level1: return "level1";
  case WordField::dimension: return "dimension";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(RelationWord word) {
  switch (word) {
  case RelationWord::none: return "none";
  case RelationWord::at_least: return "at_least";
  case RelationWord::at_most: return "at_most";
  case RelationWord::equal: return "equal";
  case RelationWord::more_than: return "more_than";
  case RelationWord::less_than: return "less_than";
  case RelationWord::not_equal: return "not_equal";
  case RelationWord::about: return "about";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(Position word) {
  switch (word) {
  case Position::none: return "none";
  case Position::point: return "point";
  case Position::inside: return "inside";
  case Position::same: return "same";
  case Position::overlap: return "overlap";
  case Position::outside: return "outside";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(LevelVerdict word) {
  switch (word) {
  case LevelVerdict::none: return "none";
  case LevelVerdict::met: return "met";
  case LevelVerdict::partly_met: return "partly_met";
  case LevelVerdict::not_met: return "not_met";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(Direction word) {
  switch (word) {
  case Direction::none: return "none";
  case Direction::positive: return "positive";
  case Direction::negative: return "negative";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

std::string_view name(Level1 word) {
  switch (word) {
  case Level1::other: return "other";
  case Level1::output: return "output";
  case Level1::benefit: return "benefit";
  case Level1::satisfaction: return "satisfaction";
  case Level1::cost: return "cost";
  case Level1::execution: return "execution";
  case Level1::department: return "department";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

} // namespace jixiao::model
