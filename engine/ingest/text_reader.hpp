#pragma once
// The bytes of a text file as well-formed UTF-8, whatever they were.
#include "engine/ingest/byte_source.hpp"
#include "engine/ingest/text_buffer.hpp"
#include "engine/ingest/transcoder.hpp"

#include <memory>
#include <string>

namespace jixiao::ingest {

class TextReader {
public:
  explicit TextReader(std::unique_ptr<ByteSource> bytes);

  /// Appends about `wanted` bytes of text to `out`; false when the input has ended and nothing was appended.
  bool append(TextBuffer& out, std::size_t wanted);

  /// Known for certain only at the end: a file that begins in ASCII shows later what it is.
  [[nodiscard]] Encoding encoding() const { return encoding_; }
  /// False when the input began with bytes that are no text in any known encoding: nothing was read then.
  [[nodiscard]] bool readable() const { return encoding_ != Encoding::unknown; }
  /// Number of places where bytes that are no text became U+FFFD.
  [[nodiscard]] std::size_t replaced() const;
  [[nodiscard]] bool has_nul() const { return nul_; }

private:
  bool append_utf8(TextBuffer& out, std::size_t wanted);
  bool append_transcoded(TextBuffer& out, std::size_t wanted);
  void append_repaired(TextBuffer& out, std::size_t from);
  void begin(TextBuffer& out, std::size_t from);
  void transcode(Encoding encoding, TextBuffer& out, std::size_t from);
  std::size_t fill(std::span<char> room);

  std::unique_ptr<ByteSource> bytes_;
  std::unique_ptr<Transcoder> transcoder_;
  Encoding encoding_ = Encoding::utf8;
  std::string held_;    ///< the beginning of a character whose rest has not been read
  std::string scratch_; ///< bytes on their way through the transcoder
  std::string converted_;
  std::size_t repaired_ = 0;
  bool begun_ = false;
  bool ended_ = false;
  bool multibyte_ = false; ///< UTF-8 beyond ASCII has been seen, so it is UTF-8
  bool marked_ = false;    ///< the byte order mark says UTF-8
  bool nul_ = false;
};

} // namespace jixiao::ingest
