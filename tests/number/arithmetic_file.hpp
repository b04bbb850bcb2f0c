#pragma once
// Reader of the General Decimal Arithmetic test files (*.decTest).
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace jixiao::test {

/// One test with the settings in force where it stands.
struct ArithmeticCase {
  std::string id, operation;
  std::vector<std::string> operands;
  std::string result;
  std::vector<std::string> conditions; ///< lower case
  std::string rounding;
  std::int64_t precision = 9;
  std::int64_t max_exponent = 384;
  std::int64_t min_exponent = -383;

  [[nodiscard]] bool has(std::string const& condition) const;
};

/// The folder that Debian's libpython3.*-testsuite installs; empty when there is none.
[[nodiscard]] std::filesystem::path arithmetic_folder();

[[nodiscard]] std::vector<ArithmeticCase> read_arithmetic_file(std::filesystem::path const& path);

} // namespace jixiao::test
