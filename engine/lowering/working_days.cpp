#include "engine/lowering/working_days.hpp"

#include "engine/lowering/likeness.hpp"

#include <algorithm>

namespace jixiao::lowering {

namespace {

struct Found {
  std::size_t at, length;
};

/// The word in brackets, or alone beside the number: "weekends (no working days)" is another one.
Found find_word(std::string_view text, std::string_view word, std::string_view subject) {
  constexpr std::string_view brackets[][2] = {{"(", ")"}, {"\xEF\xBC\x88", "\xEF\xBC\x89"}};
  for (auto const& bracket : brackets) {
    std::string const whole = std::string(bracket[0]) + std::string(word) + std::string(bracket[1]);
    if (std::size_t const at = text.find(whole); at != std::string_view::npos) {
      return {at, whole.size()};
    }
  }
  std::size_t const at = bare_words(subject) == word ? text.find(word) : std::string_view::npos;
  return {at, word.size()};
}

} // namespace

std::string with_working_days(std::string_view text, Cell const& cell,
                              vocabulary::Vocabulary const& vocabulary) {
  Part const& part = cell.whole;
  model::Unit const* const day = vocabulary.unit("day");
  if (!part.has_number() || day == nullptr || part.measure.unit != day || part.measure.rate()
      || part.reading->subject.empty()) {
    return {};
  }
  auto const unit = std::find_if(
      part.reading->tokens.rbegin(), part.reading->tokens.rend(),
      [](grammar::Token const& token) { return token.token_class == grammar::TokenClass::unit; });
  if (unit == part.reading->tokens.rend()) {
    return {};
  }
  for (grammar::UnitWord const& word : vocabulary.lexicon().units) {
    if (word.id != "working_day") {
      continue;
    }
    Found const found = find_word(text, word.text, part.reading->subject);
    bool const inside = found.at < unit->span.end && unit->span.begin < found.at + found.length;
    if (found.at == std::string_view::npos || inside) {
      continue;
    }
    std::string result(text);
    auto const say_unit = [&] { result.replace(unit->span.begin, unit->span.size(), word.text); };
    if (found.at > unit->span.begin) {
      result.erase(found.at, found.length);
      say_unit();
    } else {
      say_unit();
      result.erase(found.at, found.length);
    }
    return result;
  }
  return {};
}

} // namespace jixiao::lowering
