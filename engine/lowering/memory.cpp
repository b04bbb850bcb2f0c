#include "engine/lowering/memory.hpp"

#include <string>
#include <utility>

namespace jixiao::lowering {

namespace {

// Entries: a table repeats some hundred names and cells; a whole province some thousands. An entry is one or
// two kilobytes, so that all together stay within some megabytes.
constexpr std::size_t most_patterns = 8192;
constexpr std::size_t most_targets = 2048;
constexpr std::size_t most_actuals = 2048;
constexpr std::size_t most_names = 2048;
constexpr std::size_t most_columns = 512;
constexpr std::size_t most_levels = 256;

} // namespace

Memory::Memory(vocabulary::Vocabulary const& vocabulary)
    : vocabulary_(vocabulary), parser_(vocabulary.lexicon()), units_(find_conventional_units(vocabulary)),
      none_words_(vocabulary.lexicon()), patterns_(most_patterns), targets_(most_targets),
      actuals_(most_actuals), names_(most_names), columns_(most_columns), levels_(most_levels) {}

std::shared_ptr<Target> const& Memory::target(TargetTexts const& texts, bool cost, std::int32_t year) {
  std::string const year_text = std::to_string(year);
  return targets_.get(
      {texts.target, texts.name, texts.level2, texts.relation, texts.measure, texts.direction, year_text},
      [&] {
        return make_target(texts, year, tools(), {name(texts.name), columns(texts), cost});
      });
}

Memory::Pattern Memory::make_pattern(TargetTexts const& texts, bool cost, std::int32_t year) {
  TargetTexts sample = texts;
  sample.target = "7"; // any positive number would do
  Frame frame{name(texts.name), columns(texts), cost};
  bool const unit_by_number = !frame.columns->has_measure() && frame.name->has_numbers();
  bool const date_by_number =
      is_year(frame.columns->measure.unit) || (!frame.columns->has_measure() && frame.name->hints.deadline);
  if (unit_by_number || date_by_number) {
    return {};
  }
  auto target = std::make_shared<Target const>(make_target(sample, year, tools(), std::move(frame)));
  if (!target->findings.empty()) {
    return {}; // they name the number; what is found once must be found for each row
  }
  Asked asked = target->asked.front();
  return {std::move(target), std::move(asked)};
}

RowTarget Memory::row_target(TargetTexts const& texts, bool cost, std::int32_t year, bool shared) {
  auto const value = plain_number(texts.target);
  if (shared && value && value->sign() > 0) {
    std::string const year_text = std::to_string(cost ? -year - 1 : year); // both in one text of the key
    Pattern& pattern = *patterns_.get({texts.name, texts.relation, texts.measure, texts.direction, year_text},
                                      [&] { return make_pattern(texts, cost, year); });
    if (pattern.target != nullptr) {
      std::shared_ptr<model::Reading> reading = target_readings_.take();
      fill_plain_reading(texts.target, *value, *reading);
      reading->implied = pattern.target->reading->implied;
      pattern.asked.value = value;
      pattern.asked.reading = reading.get();
      return {*pattern.target, pattern.asked, std::move(reading)};
    }
  }
  Target const& whole = *target(texts, cost, year);
  return {whole, whole.asked.front(), whole.reading};
}

Cell const& Memory::actual(std::string_view text) {
  if (auto const value = plain_number(text)) { // making it is cheaper than finding it
    std::shared_ptr<model::Reading> reading = actual_readings_.take();
    fill_plain_reading(text, *value, *reading);
    plain_actual_.whole.kind = model::CellKind::quantity;
    plain_actual_.whole.value = value;
    plain_actual_.whole.reading = reading.get();
    plain_actual_.reading = std::move(reading);
    return plain_actual_;
  }
  return *actuals_.get(
      {text}, [&] { return make_cell(text, parser_.parse(text, grammar::Role::actual), vocabulary_); });
}

std::shared_ptr<NameMeaning const> Memory::name(std::string_view text) {
  return names_.get({text}, [&] { return make_name(text, vocabulary_, parser_); });
}

std::shared_ptr<ColumnMeaning const> Memory::columns(TargetTexts const& texts) {
  return columns_.get({texts.relation, texts.measure, texts.direction}, [&] {
    return make_columns(texts.relation, texts.measure, texts.direction, vocabulary_, parser_);
  });
}

Levels const& Memory::levels(std::string_view level1, std::string_view level2) {
  return *levels_.get({level1, level2}, [&] {
    Levels result;
    result.level1 = vocabulary_.level1(level1);
    result.level2 = vocabulary_.level2(level2);
    bool const department = result.level1 == model::Level1::department;
    result.execution = result.level1 == model::Level1::execution
                       || (!department && vocabulary_.level1(level2) == model::Level1::execution);
    result.cost = result.level2 && (result.level2->id == "cost" || result.level2->id == "economic_cost");
    return result;
  });
}

} // namespace jixiao::lowering
