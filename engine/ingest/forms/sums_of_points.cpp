#include "engine/ingest/forms/sums_of_points.hpp"

#include "engine/ingest/forms/words.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <string>

namespace jixiao::ingest::forms {
namespace {

using number::Rational;

constexpr std::string_view points_sign = "\xE5\x88\x86"; // a point, as in "20 points"

} // namespace

std::optional<Rational> points_in(std::string_view text) {
  if (text.ends_with(points_sign)) {
    text.remove_suffix(points_sign.size());
  }
  if (!is_bare_number(text)) {
    return std::nullopt;
  }
  std::string plain = grammar::fold_width(text);
  plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  return Rational::parse(plain);
}

std::optional<std::size_t> begin_of_second_run(std::span<std::string_view const> weights) {
  Rational whole;
  for (std::string_view const each : weights) {
    whole += points_in(each).value_or(Rational());
  }
  Rational before;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    bool const closed = before == Rational(points_of_project) || before == Rational(points_without_execution);
    if (closed && !(whole - before < Rational(points_without_execution))) {
      return i;
    }
    before += points_in(weights[i]).value_or(Rational());
  }
  return std::nullopt;
}

} // namespace jixiao::ingest::forms
