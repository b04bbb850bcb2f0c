#pragma once
// A zip archive behind an interface: libzip in the program, zlib in a browser. Limits on the expanded size
// are the implementation's duty: a member that is larger is refused before it is inflated in full.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ingest {

class Archive {
public:
  virtual ~Archive() = default;
  /// Names of the members, in archive order.
  [[nodiscard]] virtual std::vector<std::string> names() const = 0;

  enum class Failure : std::uint8_t {
    none,
    missing,
    too_large,
    damaged,
    encrypted,
    unavailable ///< the program lacks the library that opens archives
  };
  struct Member {
    std::string bytes;
    Failure failure = Failure::none;
  };
  /// The bytes of a member, at most `limit` of them.
  [[nodiscard]] virtual Member read(std::string_view name, std::size_t limit) const = 0;
};

/// Opens an archive over bytes that outlive it; nullptr when they are no zip archive.
using ArchiveOpener = std::unique_ptr<Archive> (*)(std::string_view bytes);

} // namespace jixiao::ingest
