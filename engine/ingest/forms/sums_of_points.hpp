#pragma once
// What points add up to.
#include "engine/number/rational.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace jixiao::ingest::forms {

inline constexpr int points_of_project = 100;
inline constexpr int points_without_execution = 90;

/// The number that a cell of points or of an amount holds, the word for points behind it or not.
[[nodiscard]] std::optional<number::Rational> points_in(std::string_view text);

/// The row behind those whose points are all that a project has, with or without those of its execution, when
/// the rows from there on have as many again: two projects that nothing divides. `weights` as they stand.
[[nodiscard]] std::optional<std::size_t> begin_of_second_run(std::span<std::string_view const> weights);

} // namespace jixiao::ingest::forms
