#include "engine/ingest/signature.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace jixiao::ingest {

namespace {

struct Magic {
  std::string_view bytes;
  Signature signature;
};

using namespace std::string_view_literals;

constexpr std::array<Magic, 13> magics{{{"PK\x03\x04"sv, Signature::zip},
                                        {"PK\x05\x06"sv, Signature::zip},
                                        {"PK\x07\x08"sv, Signature::zip},
                                        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Signature::ole},
                                        {"%PDF-"sv, Signature::pdf},
                                        {"{\\rtf"sv, Signature::rtf},
                                        {"\x89PNG"sv, Signature::image},
                                        {"\xFF\xD8\xFF"sv, Signature::image},
                                        {"GIF8"sv, Signature::image},
                                        {"\x1F\x8B\x08"sv, Signature::compressed},
                                        {"7z\xBC\xAF\x27\x1C"sv, Signature::compressed},
                                        {"Rar!\x1A"sv, Signature::compressed},
                                        {"BZh"sv, Signature::compressed}}};

bool begins_with(std::string_view text, std::string_view front) {
  return text.substr(0, front.size()) == front;
}

/// The first bytes in lower case, without a byte order mark and blanks.
std::string markup_of(std::string_view bytes) {
  if (begins_with(bytes, "\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  std::size_t const begin = bytes.find_first_not_of(" \t\r\n");
  std::string text(begin == std::string_view::npos ? ""sv : bytes.substr(begin, 16));
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

} // namespace

Signature signature_of(std::string_view first_bytes) {
  for (Magic const& magic : magics) {
    if (begins_with(first_bytes, magic.bytes)) {
      return magic.signature;
    }
  }
  std::string const markup = markup_of(first_bytes);
  for (std::string_view const tag : {"<html"sv, "<!doctype html"sv, "<table"sv, "<meta"sv, "<head"sv}) {
    if (begins_with(markup, tag)) {
      return Signature::html;
    }
  }
  return begins_with(markup, "<?xml") ? Signature::xml : Signature::text;
}

std::string_view name(Signature signature) {
  switch (signature) {
  case Signature::text:
  case Signature::zip:
  case Signature::ole: return {};
  case Signature::pdf: return "PDF";
  case Signature::rtf: return "RTF";
  case Signature::html: return "HTML";
  case Signature::xml: return "XML";
  case Signature::image: return "PNG/JPEG/GIF";
  case Signature::compressed: return "GZIP/7Z/RAR";
  }
  return {};
}

} // namespace jixiao::ingest
