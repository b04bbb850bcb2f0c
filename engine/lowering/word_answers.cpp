#include "engine/lowering/word_answers.hpp"

#include "engine/lowering/likeness.hpp"

#include <array>

namespace jixiao::lowering {

namespace {

constexpr std::size_t most_answers = 8192;

/// What is asked of target and answer beside their texts, as bytes of a key.
std::array<char, 8> traits_of(Asked const& asked, Part const& answer, std::int32_t year) {
  auto const flags = static_cast<char>((asked.is_number() ? 1 : 0) | (asked.is_time() ? 2 : 0)
                                       | (answer.has_number() ? 4 : 0) | (answer.is_time() ? 8 : 0));
  auto const kind = static_cast<char>(answer.kind);
  auto const years = static_cast<std::uint32_t>(year);
  return {flags,
          kind,
          static_cast<char>(years & 0xFFU),
          static_cast<char>(years >> 8U & 0xFFU),
          static_cast<char>(years >> 16U & 0xFFU),
          static_cast<char>(years >> 24U)};
}

/// Whether an answer can say nothing about which number is asked: the target is digits alone, and the answer
/// has none (nor full-width characters, which may be some).
bool knows_no_number(Asked const& asked, std::string_view said, std::string_view target) {
  constexpr std::string_view digits = "0123456789.%";
  constexpr std::string_view full_width = "\xEF\xBC";
  return asked.is_number() && asked.reading->text.find_first_not_of(digits) == std::string::npos
         && target.find_first_not_of(digits) == std::string_view::npos
         && said.find_first_of(digits) == std::string_view::npos
         && said.find(full_width) == std::string_view::npos;
}

} // namespace

WordAnswers::WordAnswers() : opposites_(most_answers), suspects_(most_answers), repetitions_(most_answers) {}

bool WordAnswers::says_opposite(Asked const& asked, Part const& answer, RowWords const& words) {
  std::array<char, 8> const traits = traits_of(asked, answer, words.year);
  // Beside numbers a few words stand against targets without end: most of them say nothing of the kind.
  bool const suspect = asked_in_words(asked, answer)
                       || *suspects_.get({answer.reading->text, {traits.data(), 2}},
                                         [&] { return may_say_opposite(answer, words.vocabulary); });
  if (!suspect) {
    return false;
  }
  bool const any_number = knows_no_number(asked, answer.reading->text, words.target);
  std::string_view const target = asked.reading->text;
  return *opposites_.get({answer.reading->text,
                          any_number ? std::string_view() : target,
                          words.name,
                          any_number ? std::string_view() : words.target,
                          answer.reading->level,
                          {traits.data(), traits.size()}},
                         [&] { return lowering::says_opposite(asked, answer, words.name, words); });
}

bool WordAnswers::repeats(std::string_view answer, std::string_view name) {
  return *repetitions_.get({answer, name}, [&] { return lowering::repeats(answer, name); });
}

} // namespace jixiao::lowering
