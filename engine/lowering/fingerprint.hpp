#pragma once
// A fast stable hash of a few texts: for the memory of a reader and for the digest of a row. It notices that
// a row has changed; it protects against nobody.
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace jixiao::lowering {

/// The same on every machine. Texts are told apart by their lengths: ("ab", "c") differs from ("a", "bc").
class Fingerprint {
public:
  Fingerprint& add(std::string_view text);

  [[nodiscard]] std::uint64_t value() const;
  /// 13 digits and small letters, five bits each.
  [[nodiscard]] std::string text() const;

private:
  std::uint64_t state_ = 0x9e3779b97f4a7c15U;
};

[[nodiscard]] std::uint64_t fingerprint(std::initializer_list<std::string_view> texts);

} // namespace jixiao::lowering
