#include "engine/lowering/scale.hpp"

#include "engine/lowering/list_cell.hpp"

#include <utility>
#include <vector>

namespace jixiao::lowering {

using model::NumberField;
using number::Interval;
using number::Rational;

namespace {

/// Whether each value lies on the same side of the one before it.
bool go_one_way(Scale& scale) {
  scale.falls = scale.values[1] < scale.values[0];
  for (std::size_t i = 1; i < scale.values.size(); ++i) {
    Rational const& here = scale.values[i];
    Rational const& before = scale.values[i - 1];
    if (here == before || (here < before) != scale.falls) {
      return false;
    }
  }
  return true;
}

} // namespace

std::optional<Scale> read_scale(std::string_view text, TargetTexts const& row, std::int32_t year,
                                Memory& memory) {
  std::vector<std::string_view> const parts = split_list(text);
  if (parts.size() != model::scale_steps) {
    return std::nullopt;
  }
  Scale scale;
  scale.first = std::string(parts.front());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    TargetTexts texts = row.with_target(parts[i]);
    texts.relation = {};
    RowTarget const read = memory.row_target(texts, memory.frame({}, texts), year);
    Asked const& asked = read.first;
    bool const plain = asked.value && asked.kind == model::CellKind::quantity && !read.target.compound
                       && !asked.about && !asked.reading->relation && !asked.reading->each;
    if (!plain || (i > 0 && !(asked.measure == scale.measure))) {
      return std::nullopt;
    }
    scale.measure = asked.measure;
    scale.values[i] = *asked.value;
  }
  return go_one_way(scale) ? std::optional(std::move(scale)) : std::nullopt;
}

void add_scale_facts(Scale const& scale, Asked const& asked, model::Facts& facts) {
  std::optional<Interval> const& target = facts.number(NumberField::target);
  bool const compared = facts.truth(model::TruthField::quantity) == model::Truth::yes && target
                        && target->is_point() && asked.value && asked.measure == scale.measure;
  if (!compared) {
    return;
  }
  Rational const factor =
      asked.value->is_zero() ? numerator_factor(scale.measure) : *target->low.value / *asked.value;
  for (std::size_t i = 0; i < scale.values.size(); ++i) {
    facts.number(NumberField::target_1 + i) = Interval::point(scale.values[i] * factor);
  }
  facts.set(model::TruthField::scaled, true);
}

} // namespace jixiao::lowering
