#include "engine/lowering/stated_execution.hpp"

#include "engine/lowering/plain_cells.hpp"
#include "grammar/text.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace jixiao::lowering {
namespace {

using number::Interval;
using number::Rational;

/// The rates that are printed as `printed` when the step of its last digit is `step`: rounded or cut off.
Interval printed_as(Rational const& printed, Rational const& step) {
  return {{printed - step * Rational::fraction(1, 2), true}, {printed + step, false}};
}

/// "90%" is one rate; a bare 90 or 0.9 may be a percentage or a share.
std::vector<Interval> read_rates(std::string_view text) {
  std::string plain = grammar::without_blanks(grammar::fold_width(text));
  bool const percent = !plain.empty() && plain.back() == '%';
  plain.erase(plain.size() - (percent ? 1 : 0));
  std::optional<Rational> const value = Rational::parse(plain);
  if (!value || value->sign() < 0) {
    return {};
  }
  std::size_t const point = plain.find('.');
  std::size_t const places = point == std::string::npos ? 0 : plain.size() - point - 1;
  Rational const step = Rational::power_of_ten(-static_cast<std::int32_t>(places));
  Rational const hundredth = Rational::fraction(1, 100);
  std::vector<Interval> rates{printed_as(*value * hundredth, step * hundredth)};
  if (!percent) { // whole numbers are no rounded shares: 1 is all of it
    rates.push_back(places == 0 ? Interval::point(*value) : printed_as(*value, step));
  }
  return rates;
}

} // namespace

std::shared_ptr<model::StatedExecution const> read_stated(model::PrintedAbove const& above,
                                                          Tools const& tools) {
  if (above.execution_rate.text.empty() && above.execution_points.text.empty()
      && above.execution_claimed.text.empty() && above.execution_reason.text.empty()) {
    return nullptr;
  }
  auto stated = std::make_shared<model::StatedExecution>();
  stated->points = read_points(above.execution_points.text, tools).value;
  stated->claimed = read_points(above.execution_claimed.text, tools).value;
  stated->rates = read_rates(above.execution_rate.text);
  stated->reason = above.execution_reason.text;
  return stated;
}

} // namespace jixiao::lowering
