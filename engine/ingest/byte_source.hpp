#pragma once
#include <cstddef>
#include <span>

namespace jixiao::ingest {

/// Bytes of an input, in order. The pipeline implements it over files; the core never opens one.
class ByteSource {
public:
  virtual ~ByteSource() = default;
  /// Fills the front of `buffer`; 0 means the end. Reading errors are the implementation's to report.
  virtual std::size_t read(std::span<char> buffer) = 0;
};

} // namespace jixiao::ingest
