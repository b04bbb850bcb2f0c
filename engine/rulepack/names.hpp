#pragma once
// The names that expressions know: fields of model::Facts, formulas written out by the compiler, functions.
#include "engine/model/facts.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::rulepack {

/// Formulas that stand for several fields.
enum class Sugar : std::uint8_t {
  attainment,        ///< actual / target
  deviation,         ///< actual - target
  deviation_rate,    ///< (actual - target) / target
  percentage_points, ///< (actual - target) * 100: of two percentages
};

struct Name {
  enum class Kind : std::uint8_t { unknown, number, truth, word, sugar, yes, no } kind = Kind::unknown;
  std::uint8_t field = 0; ///< of the enumeration that `kind` says
};
[[nodiscard]] Name find_name(std::string_view text);

/// Number of the word `text` of `field`; no value when the field does not have it.
[[nodiscard]] std::optional<std::uint8_t> find_word(model::WordField field, std::string_view text);

enum class Function : std::uint8_t { minimum, maximum, clamp, absolute, round };
[[nodiscard]] std::optional<Function> find_function(std::string_view text);

/// For messages: those of `names` that look most like `text` (at most three, with commas); empty for none.
[[nodiscard]] std::string nearest_of(std::string_view text, std::span<std::string_view const> names);
/// `texts` with commas.
[[nodiscard]] std::string joined(std::span<std::string_view const> texts);
/// For messages: the names of fields and formulas that look most like `text` (at most three), or all of them
/// when none does.
[[nodiscard]] std::string names_like(std::string_view text);
/// The words of `field`, with commas.
[[nodiscard]] std::string words_as_text(model::WordField field);

} // namespace jixiao::rulepack
