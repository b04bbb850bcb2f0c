#include "tests/rulepack/facts_text.hpp"

#include <sstream>
#include <stdexcept>

namespace jixiao::test {
namespace {

using number::Interval;
using number::Rational;

Interval interval_of(std::string const& text) {
  if (text.front() != '[' && text.front() != '(') {
    return Interval::point(Rational::parse(text).value());
  }
  std::size_t const comma = text.find(',');
  std::string const low = text.substr(1, comma - 1);
  std::string const high = text.substr(comma + 1, text.size() - comma - 2);
  Interval result = Interval::everything();
  if (!low.empty()) {
    result.low = {Rational::parse(low).value(), text.front() == '['};
  }
  if (!high.empty()) {
    result.high = {Rational::parse(high).value(), text.back() == ']'};
  }
  return result;
}

template <class Field>
bool find_field(std::string const& name, std::size_t count, Field& found) {
  for (std::size_t i = 0; i < count; ++i) {
    if (model::name(static_cast<Field>(i)) == name) {
      found = static_cast<Field>(i);
      return true;
    }
  }
  return false;
}

void set_value(model::Facts& facts, std::string const& name, std::string const& value) {
  model::NumberField number_field{};
  model::WordField word_field{};
  if (find_field(name, model::number_field_count, number_field)) {
    facts.number(number_field) = interval_of(value);
    return;
  }
  if (find_field(name, model::word_field_count, word_field)) {
    auto const words = model::words_of(word_field);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] == value) {
        facts.set(word_field, i);
        return;
      }
    }
  }
  throw std::runtime_error("no such field or word: " + name + "=" + value);
}

} // namespace

model::Facts facts_of(std::string const& text) {
  model::Facts facts;
  facts.number(model::NumberField::pass_threshold) = Interval::point(0);
  std::istringstream words(text);
  std::string word;
  while (words >> word) {
    std::size_t const equals = word.find('=');
    if (equals != std::string::npos) {
      set_value(facts, word.substr(0, equals), word.substr(equals + 1));
      continue;
    }
    bool const unknown = word.back() == '?';
    model::TruthField field{};
    if (!find_field(unknown ? word.substr(0, word.size() - 1) : word, model::truth_field_count, field)) {
      throw std::runtime_error("no such truth: " + word);
    }
    facts.set(field, unknown ? model::Truth::unknown : model::Truth::yes);
  }
  return facts;
}

} // namespace jixiao::test
