#pragma once
// Other encodings into UTF-8, piece by piece.
#include "engine/ingest/encoding.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace jixiao::ingest {

class Transcoder {
public:
  virtual ~Transcoder() = default;
  /// Appends `bytes` to `out` as UTF-8. A character cut off by the end of `bytes` is kept for the next call,
  /// unless this is the `last` one. What is no character becomes U+FFFD.
  virtual void append(std::string_view bytes, bool last, std::string& out) = 0;
  /// Number of replacements so far.
  [[nodiscard]] std::size_t replaced() const { return replaced_; }

protected:
  void replace(std::string& out) {
    out += "\xEF\xBF\xBD";
    ++replaced_;
  }

private:
  std::size_t replaced_ = 0;
};

/// For the UTF-16 encodings.
[[nodiscard]] std::unique_ptr<Transcoder> utf16_transcoder(Encoding encoding);

/// nullptr where the system cannot convert GB18030. The one function of the core that asks the system; a
/// build for another one replaces its file.
[[nodiscard]] std::unique_ptr<Transcoder> gb18030_transcoder();

} // namespace jixiao::ingest
