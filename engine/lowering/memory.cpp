#include "engine/lowering/memory.hpp"

#include <string>
#include <utility>

namespace jixiao::lowering {

namespace {

// Entries: a table repeats some hundred names and cells; a whole province some thousands. An entry is one or
// two kilobytes, so that all together stay within some megabytes.
constexpr std::size_t most_frames = 4096;
constexpr std::size_t most_targets = 2048;
constexpr std::size_t most_actuals = 2048;
constexpr std::size_t most_names = 2048;
constexpr std::size_t most_columns = 512;
constexpr std::size_t most_levels = 256;

std::unordered_set<std::string> find_none_words(grammar::Lexicon const& lexicon) {
  std::unordered_set<std::string> result;
  for (grammar::ClassWord const& word : lexicon.words) {
    if (word.word_class == grammar::WordClass::negated_event) {
      result.insert(word.text);
    }
  }
  return result;
}

} // namespace

Memory::Memory(vocabulary::Vocabulary const& vocabulary)
    : vocabulary_(vocabulary), parser_(vocabulary.lexicon()), units_(find_conventional_units(vocabulary)),
      none_words_(find_none_words(vocabulary.lexicon())), frames_(most_frames), targets_(most_targets),
      actuals_(most_actuals), names_(most_names), columns_(most_columns), levels_(most_levels) {}

std::shared_ptr<Frame const> Memory::frame(TargetTexts const& texts) {
  return frames_.get({texts.name, texts.level2, texts.relation, texts.measure, texts.direction}, [&] {
    return Frame{name(texts.name), columns(texts), is_cost(texts.level2, vocabulary_)};
  });
}

std::shared_ptr<Target const> Memory::target(TargetTexts const& texts, std::int32_t year) {
  auto const make = [&] { return make_target(texts, year, tools(), frame(texts)); };
  if (plain_number(texts.target)) { // making it is as cheap as finding it
    return std::make_shared<Target const>(make());
  }
  std::string const year_text = std::to_string(year);
  return targets_.get(
      {texts.target, texts.name, texts.level2, texts.relation, texts.measure, texts.direction, year_text},
      make);
}

std::shared_ptr<Cell const> Memory::actual(std::string_view text) {
  if (auto value = plain_number(text)) {
    return std::make_shared<Cell const>(make_plain_cell(make_plain_reading(text, *value), *value));
  }
  return actuals_.get(
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

std::shared_ptr<Levels const> Memory::levels(std::string_view level1, std::string_view level2) {
  return levels_.get({level1, level2}, [&] {
    Levels result;
    result.level1 = vocabulary_.level1(level1);
    result.level2 = vocabulary_.level2(level2);
    bool const department = result.level1 == model::Level1::department;
    result.execution = result.level1 == model::Level1::execution
                       || (!department && vocabulary_.level1(level2) == model::Level1::execution);
    return result;
  });
}

} // namespace jixiao::lowering
