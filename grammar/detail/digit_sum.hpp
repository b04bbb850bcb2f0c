#pragma once
// Non-negative decimals of any length that are only added and moved by powers of ten: all that numerals need.
#include <cstddef>
#include <string>

namespace jixiao::grammar::detail {

class DigitSum {
public:
  DigitSum() = default;
  /// `digits` holds ASCII digits and at most one point.
  explicit DigitSum(std::string const& digits);

  void add(DigitSum const& other);
  /// Multiplies by 10^places.
  void raise(std::size_t places);
  /// Divides by 10^places.
  void lower(std::size_t places);

  [[nodiscard]] bool zero() const;
  [[nodiscard]] std::size_t size() const { return digits_.size(); }
  [[nodiscard]] bool integer() const { return fraction_ == 0; }
  [[nodiscard]] std::string text() const;

private:
  std::string digits_;       ///< most significant first
  std::size_t fraction_ = 0; ///< how many of them stand behind the point
};

} // namespace jixiao::grammar::detail
