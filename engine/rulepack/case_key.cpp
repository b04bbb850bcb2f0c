#include "engine/rulepack/case_key.hpp"

namespace jixiao::rulepack {
namespace {

constexpr std::uint32_t bit(model::TruthField field) {
  return 1U << static_cast<std::uint32_t>(field);
}
constexpr std::uint32_t bit(model::WordField field) {
  return 1U << static_cast<std::uint32_t>(field);
}
constexpr std::uint32_t bit(model::NumberField field) {
  return 1U << static_cast<std::uint32_t>(field);
}
constexpr std::uint32_t tied_truths = bit(model::TruthField::quantity) | bit(model::TruthField::met)
                                      | bit(model::TruthField::at_limit) | bit(model::TruthField::deadline);
constexpr std::uint32_t tied_words =
    bit(model::WordField::relation) | bit(model::WordField::direction) | bit(model::WordField::level);
constexpr std::uint32_t tied_numbers = bit(model::NumberField::actual) | bit(model::NumberField::target);
constexpr std::uint32_t event_truths = bit(model::TruthField::no_event) | bit(model::TruthField::zero_event);
constexpr std::uint32_t execution_numbers =
    bit(model::NumberField::execution_rate) | bit(model::NumberField::executed);

} // namespace

void Asked::add(Program const& program) {
  truths |= program.truths_used;
  words |= program.words_used;
  for (std::size_t field = 0; field < model::number_field_count; ++field) {
    numbers |= program.mentions_of[field] != 0 ? 1U << field : 0U;
  }
  if ((truths & tied_truths) != 0 || (words & tied_words) != 0 || (numbers & tied_numbers) != 0) {
    truths |= tied_truths;
    words |= tied_words;
    numbers |= tied_numbers;
  }
  truths |= (truths & event_truths) != 0 ? event_truths : 0U;
  numbers |= (numbers & execution_numbers) != 0 ? execution_numbers : 0U;
}

CaseKey key_of(std::size_t at, Asked const& asked, Case const& given) {
  CaseKey key{};
  std::uint32_t const truths = given.truths & asked.truths;
  std::uint32_t const words = given.words & asked.words;
  std::uint32_t const numbers = given.numbers & asked.numbers;
  std::uint32_t values = 0;
  for (std::uint32_t field = 0; field < model::truth_field_count; ++field) {
    values |=
        (truths >> field & 1U) != 0 && given.facts.truths[field] == model::Truth::yes ? 1U << field : 0U;
  }
  key[0] = std::uint64_t{truths} << 32U | values;
  key[1] = std::uint64_t{numbers} << 32U | words << 16U | at;
  for (std::uint32_t field = 0; field < model::word_field_count; ++field) {
    key[2] |= (words >> field & 1U) != 0 ? std::uint64_t{given.facts.words[field]} << (field * 8U) : 0U;
  }
  for (std::uint32_t field = 0; field < model::number_field_count; ++field) {
    std::uint64_t const cell = (numbers >> field & 1U) != 0 ? given.cells[field] : 0U;
    key[3U + field / 2U] |= cell << (field % 2U * 32U);
  }
  return key;
}

} // namespace jixiao::rulepack
