#include "engine/ingest/text_reader.hpp"

#include "engine/ingest/utf8_scan.hpp"

namespace jixiao::ingest {

TextReader::TextReader(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

std::size_t TextReader::replaced() const {
  return repaired_ + (transcoder_ ? transcoder_->replaced() : 0);
}

std::size_t TextReader::fill(std::span<char> room) {
  std::size_t filled = 0;
  while (filled < room.size()) { // a pipe gives little at a time
    std::size_t const count = bytes_->read(room.subspan(filled));
    if (count == 0) {
      ended_ = true;
      break;
    }
    filled += count;
  }
  return filled;
}

bool TextReader::append(TextBuffer& out, std::size_t wanted) {
  std::size_t const before = out.size();
  while (out.size() == before && readable() && !ended_) {
    transcoder_ ? append_transcoded(out, wanted) : append_utf8(out, wanted);
  }
  return out.size() != before;
}

bool TextReader::append_transcoded(TextBuffer& out, std::size_t wanted) {
  scratch_.resize(wanted);
  scratch_.resize(fill(scratch_));
  converted_.clear();
  transcoder_->append(scratch_, ended_, converted_);
  nul_ = nul_ || converted_.find('\0') != std::string::npos;
  out.append(converted_);
  return !converted_.empty();
}

bool TextReader::append_utf8(TextBuffer& out, std::size_t wanted) {
  std::size_t const from = out.size();
  out.append(held_);
  held_.clear();
  out.commit(fill(out.room(wanted)));
  bool const first = !begun_;
  bool const known = multibyte_;
  if (first) {
    begun_ = true;
    begin(out, from);
    if (transcoder_) {
      return true;
    }
  }
  Utf8Scan const scan = scan_utf8(out.view().substr(from));
  multibyte_ = multibyte_ || scan.multibyte;
  nul_ = nul_ || scan.nul;
  std::size_t const valid = from + scan.valid;
  if (valid == out.size()) {
    return true;
  }
  if (scan.truncated && !ended_) {
    held_ = out.view().substr(valid);
    out.truncate(valid);
    return true;
  }
  // Damaged, or another encoding. What earlier blocks held was ASCII, which is the same in either case; this
  // block is judged as a whole, for two characters of GB18030 may look like one of UTF-8.
  Encoding const encoding =
      known || marked_ ? Encoding::utf8 : encoding_of_odd_bytes(out.view().substr(from));
  if (encoding == Encoding::gb18030) {
    transcode(encoding, out, from);
  } else if (encoding == Encoding::unknown && first) {
    encoding_ = encoding;
    out.truncate(from);
  } else {
    append_repaired(out, valid);
  }
  return true;
}

void TextReader::begin(TextBuffer& out, std::size_t from) {
  Start const start = encoding_of_start(out.view().substr(from));
  if (start.mark != 0) {
    std::string const text(out.view().substr(from + start.mark));
    out.truncate(from);
    out.append(text);
  }
  marked_ = start.mark == 3;
  if (start.encoding != Encoding::utf8) {
    transcode(start.encoding, out, from);
  }
}

void TextReader::transcode(Encoding encoding, TextBuffer& out, std::size_t from) {
  transcoder_ = encoding == Encoding::gb18030 ? gb18030_transcoder() : utf16_transcoder(encoding);
  encoding_ = transcoder_ ? encoding : Encoding::unknown;
  scratch_ = out.view().substr(from);
  out.truncate(from);
  if (!transcoder_) {
    return;
  }
  converted_.clear();
  transcoder_->append(scratch_, ended_, converted_);
  nul_ = nul_ || converted_.find('\0') != std::string::npos;
  out.append(converted_);
}

void TextReader::append_repaired(TextBuffer& out, std::size_t from) {
  scratch_ = out.view().substr(from);
  out.truncate(from);
  std::string_view rest = scratch_;
  while (!rest.empty()) {
    Utf8Scan const scan = scan_utf8(rest);
    out.append(rest.substr(0, scan.valid));
    nul_ = nul_ || scan.nul;
    rest.remove_prefix(scan.valid);
    if (scan.truncated && !ended_) {
      held_ = rest;
      return;
    }
    if (!rest.empty()) {
      out.append("\xEF\xBF\xBD");
      ++repaired_;
      rest.remove_prefix(1);
    }
  }
}

} // namespace jixiao::ingest
