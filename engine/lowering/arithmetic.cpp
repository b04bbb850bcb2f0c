#include "engine/lowering/arithmetic.hpp"

#include "engine/lowering/findings.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace jixiao::lowering {

using model::Dimension;
using number::Rational;

namespace {

/// More sums than this are not tried: the cell is then no breakdown that a person would check.
constexpr std::size_t most_sums = 256;

Rational base_value(Part const& part) {
  return *part.value * numerator_factor(part.measure);
}

bool is_money(Part const& part) {
  return part.value && dimension(part.measure) == Dimension::money && !part.measure.rate();
}

/// All sums that the amounts so far may stand for.
struct Sums {
  std::vector<Rational> values{Rational(0)};
  std::vector<Rational> counts; ///< of things since the last amount, or before it when none came
  bool fresh = false;           ///< a count came since the last amount
  std::size_t amounts = 0;

  void add_count(Rational const& count) {
    if (!fresh) {
      counts.clear();
      fresh = true;
    }
    counts.push_back(count);
  }

  /// An amount for each thing is multiplied by one of the counts before it; one that does not say so may be
  /// either (`13 results, 1 more each`).
  void add_amount(Rational const& amount, bool each) {
    std::vector<Rational> next;
    for (Rational const& sum : values) {
      if (!each || counts.empty()) {
        next.push_back(sum + amount);
      }
      for (Rational const& count : counts) {
        next.push_back(sum + amount * count);
      }
    }
    values = std::move(next);
    fresh = false;
    ++amounts;
  }
};

std::optional<Rational> largest(std::vector<Rational> const& values) {
  auto const found = std::max_element(values.begin(), values.end());
  return found == values.end() ? std::nullopt : std::optional<Rational>(*found);
}

} // namespace

void check_arithmetic(std::vector<Part> const& parts, std::vector<model::CellFinding>& findings) {
  Sums sums;
  for (Part const& part : parts) {
    if (part.reading->condition || !part.value) {
      continue;
    }
    if (!is_money(part)) {
      if (dimension(part.measure) == Dimension::count) {
        sums.add_count(base_value(part));
      }
      continue;
    }
    if (!part.reading->total) {
      sums.add_amount(base_value(part), part.reading->each);
      if (sums.values.size() > most_sums) {
        return;
      }
      continue;
    }
    Rational const total = base_value(part);
    bool const reached = std::find(sums.values.begin(), sums.values.end(), total) != sums.values.end();
    if (sums.amounts > 0 && !reached) {
      Rational const unit = numerator_factor(part.measure);
      std::string const found = (*largest(sums.values) / unit).plain_text() + part.reading->unit;
      findings.push_back({findings::arithmetic_mismatch,
                          part.reading->span,
                          {found, part.reading->value + part.reading->unit}});
    }
    sums = Sums();
  }
}

} // namespace jixiao::lowering
