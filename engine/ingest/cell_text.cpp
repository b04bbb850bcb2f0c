#include "engine/ingest/cell_text.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/ingest/serial_date.hpp"
#include "engine/ingest/stored_number.hpp"
#include "engine/ingest/transcoder.hpp"

#include <optional>

namespace jixiao::ingest {

namespace {

std::optional<std::uint32_t> hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  for (char const c : digits) {
    char const lower = static_cast<char>(c | 0x20);
    if ('0' <= c && c <= '9') {
      value = value * 16 + static_cast<std::uint32_t>(c - '0');
    } else if ('a' <= lower && lower <= 'f') {
      value = value * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

/// The UTF-16 unit of the escape that `text` begins with.
std::optional<std::uint32_t> escape_at(std::string_view text) {
  constexpr std::size_t length = 7; // _x000D_
  bool const shape = text.size() >= length && text[0] == '_' && text[1] == 'x' && text[6] == '_';
  return shape ? hexadecimal(text.substr(2, 4)) : std::nullopt;
}

/// What a person sees is the number in thousands. Where the format names that unit the cell says it all;
/// where it does not, nobody knows which of the two numbers the column asks for: the text holds both, and is
/// no number.
std::string scaled_text(StoredNumber const& stored, NumberFormat const& format, std::uint32_t column,
                        std::vector<CellNote>& notes) {
  StoredNumber shown = stored;
  shown.exponent -= shown.digits.empty() ? 0 : format.scale;
  if (format.scale_named || stored.digits.empty()) {
    return format.prefix + to_plain(shown) + format.suffix;
  }
  bool const percent = format.kind == NumberFormat::Kind::percent;
  shown.exponent += percent ? 2 : 0;
  std::string const text = format.prefix + to_plain(shown) + (percent ? "%" : "") + format.suffix;
  notes.push_back({column, findings::number_scaled, {to_plain(stored), text}});
  return text + " / " + to_plain(stored);
}

} // namespace

std::string number_text(std::string_view raw, NumberFormat const& format, bool from_1904,
                        std::uint32_t column, std::vector<CellNote>& notes) {
  std::optional<StoredNumber> number = parse_stored_number(raw);
  if (!number) {
    notes.push_back({column, findings::number_unreadable, {shortened(raw)}});
    return std::string(raw);
  }
  bool const rounded = round_to_shown(*number);
  if (format.kind == NumberFormat::Kind::date) {
    if (std::optional<std::string> date = serial_date(*number, format, from_1904)) {
      return *std::move(date);
    }
    notes.push_back({column, findings::date_unreadable, {shortened(raw)}});
  }
  if (rounded) {
    notes.push_back({column, findings::number_rounded, {shortened(raw), to_plain(*number)}});
  }
  if (format.kind == NumberFormat::Kind::percent && format.scale == 0) {
    number->exponent += number->digits.empty() ? 0 : 2;
    return format.prefix + to_plain(*number) + "%" + format.suffix;
  }
  if (format.scale != 0) {
    return scaled_text(*number, format, column, notes);
  }
  return format.prefix + to_plain(*number) + format.suffix;
}

std::string without_escapes(std::string text) {
  if (text.find("_x") == std::string::npos) {
    return text;
  }
  std::string result;
  std::string units; // escapes that follow each other, as UTF-16: two may be one character
  auto const flush = [&result, &units] {
    if (!units.empty()) {
      utf16_transcoder(Encoding::utf16_be)->append(units, true, result);
      units.clear();
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    if (auto const unit = escape_at(std::string_view(text).substr(at))) {
      units += static_cast<char>(*unit >> 8);
      units += static_cast<char>(*unit & 0xFF);
      at += 7;
    } else {
      flush();
      result += text[at++];
    }
  }
  flush();
  return result;
}

CellReference parse_reference(std::string_view text) {
  constexpr std::uint32_t most_columns = 16384;
  constexpr std::uint32_t most_rows = 1048576;
  CellReference result;
  std::size_t at = 0;
  for (; at < text.size() && 'A' <= text[at] && text[at] <= 'Z' && at < 3; ++at) {
    result.column = result.column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
  }
  for (; at < text.size() && '0' <= text[at] && text[at] <= '9' && result.row <= most_rows; ++at) {
    result.row = result.row * 10 + static_cast<std::uint32_t>(text[at] - '0');
  }
  bool const fits = at == text.size() && result.column <= most_columns && result.row <= most_rows;
  return fits ? result : CellReference();
}

} // namespace jixiao::ingest
