#include "engine/lowering/fingerprint.hpp"

#include <cstddef>

namespace jixiao::lowering {

std::string Fingerprint::text() const {
  constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz"; // no i, l, o, u: they are read aloud
  std::string result(13, '0');
  std::uint64_t rest = value();
  for (std::size_t i = result.size(); i > 0; --i, rest >>= 5U) {
    result[i - 1] = digits[rest & 0x1fU];
  }
  return result;
}

std::uint64_t fingerprint(std::initializer_list<std::string_view> texts) {
  Fingerprint result;
  for (std::string_view const text : texts) {
    result.add(text);
  }
  return result.value();
}

} // namespace jixiao::lowering
