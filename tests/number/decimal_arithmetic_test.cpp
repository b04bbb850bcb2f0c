// The General Decimal Arithmetic cases as a second opinion on exact arithmetic and rounding. They are read
// where the system keeps them (package libpython3.11-testsuite), not copied.
//
// Those tests compute with a limited precision; here the exact result is made first and then rounded to that
// many digits, which must give the same number, and must be inexact exactly where the files say so.
#include "engine/number/decimal.hpp"
#include "engine/number/rational.hpp"
#include "tests/number/arithmetic_file.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <functional>
#include <iostream>
#include <map>
#include <set>

using namespace jixiao::number;
using jixiao::test::ArithmeticCase;

namespace {

constexpr std::int32_t farthest_place = 4096;
constexpr DecimalLimits limits{100'000, farthest_place};

/// The files write ".5" and "5." as well, which a cell of ours may not.
std::optional<Decimal> read_operand(std::string text) {
  std::size_t const point = text.find('.');
  if (point != std::string::npos) {
    auto const is_digit = [&](std::size_t at) {
      return at < text.size() && '0' <= text[at] && text[at] <= '9';
    };
    bool const digit_before = point > 0 && is_digit(point - 1);
    if (!is_digit(point + 1)) {
      if (!digit_before) {
        return std::nullopt;
      }
      text.erase(point, 1);
    } else if (!digit_before) {
      text.insert(point, 1, '0');
    }
  }
  return Decimal::parse(text, limits);
}

bool is_special(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c | 0x20); });
  return text.find("nan") != std::string::npos || text.find("inf") != std::string::npos || text == "?";
}

bool is_encoded(std::string const& text) {
  return text.find('#') != std::string::npos;
}

std::optional<Rounding> mode_of(std::string const& name) {
  static std::map<std::string, Rounding> const modes{
      {"half_up", Rounding::half_up}, {"half_even", Rounding::half_even}, {"down", Rounding::down},
      {"up", Rounding::up},           {"floor", Rounding::floor},         {"ceiling", Rounding::ceiling}};
  auto const found = modes.find(name);
  return found == modes.end() ? std::nullopt : std::optional(found->second);
}

/// Power of ten of the first digit of a value that is not 0; no value beyond what round() reaches.
std::optional<std::int64_t> first_digit(Rational const& value) {
  std::string const text = abs(value).text();
  std::size_t const slash = std::min(text.find('/'), text.size());
  std::size_t const below = slash == text.size() ? 1 : text.size() - slash - 1;
  auto power = static_cast<std::int64_t>(slash) - static_cast<std::int64_t>(below);
  if (std::abs(power) >= farthest_place) {
    return std::nullopt;
  }
  if (abs(value) < Rational::power_of_ten(static_cast<std::int32_t>(power))) {
    --power;
  }
  return power;
}

using Operands = std::vector<Rational>;

Rational whole_quotient(Operands const& x, Rounding mode) {
  return *round(x[0] / x[1], 0, mode);
}

Rational order(Operands const& x) {
  return x[0] < x[1] ? Rational(-1) : (x[0] == x[1] ? Rational(0) : Rational(1));
}

struct Operation {
  std::size_t operands;
  std::function<Rational(Operands const&)> exact;
};

/// Operations whose result is an exact number rounded once to the precision.
std::map<std::string, Operation> const& operations() {
  static std::map<std::string, Operation> const all{
      {"add", {2, [](Operands const& x) { return x[0] + x[1]; }}},
      {"subtract", {2, [](Operands const& x) { return x[0] - x[1]; }}},
      {"multiply", {2, [](Operands const& x) { return x[0] * x[1]; }}},
      {"divide", {2, [](Operands const& x) { return x[0] / x[1]; }}},
      {"fma", {3, [](Operands const& x) { return x[0] * x[1] + x[2]; }}},
      {"divideint", {2, [](Operands const& x) { return whole_quotient(x, Rounding::down); }}},
      {"remainder", {2, [](Operands const& x) { return x[0] - x[1] * whole_quotient(x, Rounding::down); }}},
      {"remaindernear",
       {2, [](Operands const& x) { return x[0] - x[1] * whole_quotient(x, Rounding::half_even); }}},
      {"compare", {2, order}},
      {"comparesig", {2, order}},
      {"plus", {1, [](Operands const& x) { return x[0]; }}},
      {"reduce", {1, [](Operands const& x) { return x[0]; }}},
      {"minus", {1, [](Operands const& x) { return -x[0]; }}},
      {"abs", {1, [](Operands const& x) { return abs(x[0]); }}},
  };
  return all;
}

/// Operations that round to a place that they name.
bool rounds_to_place(std::string const& operation) {
  return operation == "quantize" || operation == "tointegral" || operation == "tointegralx";
}

struct Tally {
  std::size_t ran = 0;
  std::map<std::string, std::size_t> skipped;

  void skip(std::string const& reason) { ++skipped[reason]; }
  [[nodiscard]] std::string text() const {
    std::string result = std::to_string(ran) + " ran";
    for (auto const& [reason, count] : skipped) {
      result += "; " + std::to_string(count) + " skipped: " + reason;
    }
    return result;
  }
};

void run_to_place(ArithmeticCase const& one, std::vector<Decimal> const& operands, Decimal const& result,
                  Rounding mode, Tally& tally) {
  Rational const value = operands[0].rational();
  bool const whole = one.operation != "quantize";
  std::int32_t const places = whole ? 0 : operands[1].places();
  std::optional<Rational> const rounded = round(value, places, mode);
  REQUIRE(rounded);
  CHECK(*rounded == result.rational());
  CHECK(round(value, places, Rounding::never).has_value() == (*rounded == value));
  if (one.operation != "tointegral") { // which signals nothing
    CHECK((*rounded != value) == one.has("inexact"));
  }
  if (!whole) {
    CHECK(result.places() == places);
    if (places >= 0) {
      CHECK(format_fixed(value, places, mode) == result.text());
    }
  }
  ++tally.ran;
}

void run_to_precision(ArithmeticCase const& one, Operation const& operation,
                      std::vector<Decimal> const& operands, Decimal const& result, Rounding mode,
                      Tally& tally) {
  Operands values;
  for (Decimal const& operand : operands) {
    values.push_back(operand.rational());
  }
  Rational const exact = operation.exact(values);
  Rational rounded = exact;
  if (!exact.is_zero()) {
    std::optional<std::int64_t> const first = first_digit(exact);
    if (!first) {
      return tally.skip("beyond 4096 places");
    }
    // The last place that the precision leaves, or that the smallest exponent does.
    std::int64_t const places = std::min(one.precision - 1 - *first, one.precision - 1 - one.min_exponent);
    if (places <= farthest_place) {
      if (places < -farthest_place) {
        return tally.skip("beyond 4096 places");
      }
      rounded = *round(exact, static_cast<std::int32_t>(places), mode);
    } else if (!round(exact, farthest_place, Rounding::never)) {
      return tally.skip("beyond 4096 places");
    }
    if (!rounded.is_zero() && *first_digit(rounded) > one.max_exponent) {
      return tally.skip("overflow of the limited exponent");
    }
  }
  CHECK(rounded == result.rational());
  CHECK((rounded != exact) == one.has("inexact"));
  ++tally.ran;
}

void run(ArithmeticCase const& one, Tally& tally) {
  auto const operation = operations().find(one.operation);
  if (operation == operations().end() && !rounds_to_place(one.operation)) {
    return; // no operation of ours
  }
  std::vector<std::string> texts = one.operands;
  texts.push_back(one.result);
  if (std::any_of(texts.begin(), texts.end(), is_encoded)) {
    return tally.skip("encoded operand");
  }
  if (std::any_of(texts.begin(), texts.end(), is_special)) {
    return tally.skip("infinite or not a number");
  }
  std::optional<Rounding> const mode = mode_of(one.rounding);
  if (!mode) {
    return tally.skip("rounding " + one.rounding);
  }
  std::vector<Decimal> operands;
  for (std::string const& text : texts) {
    std::optional<Decimal> const operand = read_operand(text);
    if (!operand) {
      return tally.skip("exponent beyond 4096");
    }
    operands.push_back(*operand);
  }
  Decimal const result = operands.back();
  operands.pop_back();
  INFO(one.id << ' ' << one.operation << ' ' << texts[0] << " -> " << one.result);
  if (rounds_to_place(one.operation)) {
    return run_to_place(one, operands, result, *mode, tally);
  }
  REQUIRE(operands.size() == operation->second.operands);
  run_to_precision(one, operation->second, operands, result, *mode, tally);
}

Tally run_files(std::vector<std::filesystem::path> const& files) {
  Tally tally;
  for (std::filesystem::path const& file : files) {
    INFO("file " << file.filename().string());
    for (ArithmeticCase const& one : jixiao::test::read_arithmetic_file(file)) {
      run(one, tally);
    }
  }
  return tally;
}

std::filesystem::path folder_or_fail() {
  std::filesystem::path const folder = jixiao::test::arithmetic_folder();
  if (folder.empty()) {
    FAIL("no /usr/lib/python3*/test/decimaltestdata: install the package libpython3.11-testsuite");
  }
  return folder;
}

} // namespace

TEST_CASE("general decimal arithmetic: the seven operations at any precision", "[number][arithmetic]") {
  std::filesystem::path const folder = folder_or_fail();
  std::vector<std::filesystem::path> files;
  for (char const* name : {"add", "subtract", "multiply", "divide", "compare", "quantize", "rounding"}) {
    files.push_back(folder / (std::string(name) + ".decTest"));
  }
  Tally const tally = run_files(files);
  std::cout << "general decimal arithmetic, seven files: " << tally.text() << '\n';
  CHECK(tally.ran > 4'000);
}

TEST_CASE("general decimal arithmetic: all other files, where the operation is one of ours",
          "[number][arithmetic]") {
  std::set<std::string> const apart{"add",     "subtract", "multiply", "divide",
                                    "compare", "quantize", "rounding"};
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::directory_iterator(folder_or_fail())) {
    if (entry.path().extension() == ".decTest" && apart.count(entry.path().stem().string()) == 0) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  Tally const tally = run_files(files);
  std::cout << "general decimal arithmetic, other files: " << tally.text() << '\n';
  CHECK(tally.ran > 15'000);
}
