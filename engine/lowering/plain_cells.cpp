#include "engine/lowering/plain_cells.hpp"

#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Dimension;
using number::Rational;

namespace {

struct NumberRead {
  PlainCell cell;
  Measure measure;
};

NumberRead read_number(std::string_view text, Tools const& tools) {
  NumberRead result;
  if (text.empty()) {
    return result;
  }
  if (auto plain = plain_number(text)) {
    result.cell.value = std::move(plain);
  } else {
    Cell const cell = make_cell(text, tools.parser.parse(text, grammar::Role::actual), tools.vocabulary);
    if (cell.whole.kind == CellKind::empty) {
      return result;
    }
    if (!cell.whole.relation) {
      result.cell.value = cell.whole.value;
      result.measure = cell.whole.measure;
    }
  }
  Dimension const kind = dimension(result.measure);
  bool const fits = kind == Dimension::none || kind == Dimension::score || kind == Dimension::ratio;
  if (!result.cell.value || !fits || result.measure.exponent != 0 || result.measure.rate()) {
    result.cell = {std::nullopt, true};
  }
  return result;
}

} // namespace

PlainCell read_points(std::string_view text, Tools const& tools) {
  return read_number(text, tools).cell;
}

PlainCell read_weight(std::string_view text, Tools const& tools, bool& in_percent) {
  NumberRead read = read_number(text, tools);
  in_percent = read.cell.value && dimension(read.measure) == Dimension::ratio;
  if (in_percent) {
    *read.cell.value *= numerator_factor(read.measure);
  }
  return std::move(read.cell);
}

PlainCell read_share(std::string_view text, Tools const& tools) {
  NumberRead read = read_number(text, tools);
  PlainCell& cell = read.cell;
  if (cell.value) {
    Rational const one = 1;
    bool const hundreds = dimension(read.measure) != Dimension::none || *cell.value > one;
    if (hundreds) {
      cell.value = *cell.value / Rational(100);
    }
    if (*cell.value > one || cell.value->sign() < 0) {
      cell = {std::nullopt, true};
    }
  }
  return std::move(cell);
}

} // namespace jixiao::lowering
