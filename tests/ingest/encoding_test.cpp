#include "engine/ingest/findings.hpp"
#include "engine/ingest/text_reader.hpp"
#include "engine/ingest/utf8_scan.hpp"
#include "grammar/text.hpp"
#include "tests/ingest/reading.hpp"

#include <random>

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::findings;
using model::Column;

namespace {

std::string const table_text = "三级指标,指标值,实际完成值\n群众满意度,≥95%,98%\n设备购置数量𠀀,≥3台,3台\n";

std::string utf16(std::string const& text, bool big_endian) {
  std::string result;
  auto const unit = [&](std::uint32_t value) {
    char const high = static_cast<char>(value >> 8);
    char const low = static_cast<char>(value & 0xFF);
    result += big_endian ? high : low;
    result += big_endian ? low : high;
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const lead = static_cast<unsigned char>(text[at]);
    std::size_t const length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
      code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    }
    at += length;
    if (code >= 0x10000) {
      unit(0xD800 + ((code - 0x10000) >> 10));
      unit(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      unit(code);
    }
  }
  return result;
}

std::string read_text(std::string const& bytes, std::size_t piece, ingest::Encoding& encoding) {
  ingest::TextReader reader(std::make_unique<StringSource>(bytes, piece));
  ingest::TextBuffer text;
  while (reader.append(text, 16)) {
  }
  encoding = reader.encoding();
  return std::string(text.view());
}

} // namespace

TEST_CASE("every encoding gives the same text", "[ingest][encoding]") {
  // 三级指标,指标值 / 满意度,≥95% in GB18030, with a character of four bytes.
  std::string const gb = "\xC8\xFD\xBC\xB6\xD6\xB8\xB1\xEA,\xD6\xB8\xB1\xEA\xD6\xB5\n"
                         "\xC2\xFA\xD2\xE2\xB6\xC8\x95\x32\x82\x36,\xA1\xDD"
                         "95%\n";
  std::string const gb_text = "三级指标,指标值\n满意度𠀀,≥95%\n";
  struct Case {
    std::string bytes, text;
    ingest::Encoding encoding;
  };
  std::vector<Case> const cases{
      {table_text, table_text, ingest::Encoding::utf8},
      {"\xEF\xBB\xBF" + table_text, table_text, ingest::Encoding::utf8},
      {"\xFF\xFE" + utf16(table_text, false), table_text, ingest::Encoding::utf16_le},
      {"\xFE\xFF" + utf16(table_text, true), table_text, ingest::Encoding::utf16_be},
      {utf16(table_text, false), table_text, ingest::Encoding::utf16_le},
      {utf16(table_text, true), table_text, ingest::Encoding::utf16_be},
      {gb, gb_text, ingest::Encoding::gb18030},
      {std::string(3000, 'a') + gb, std::string(3000, 'a') + gb_text, ingest::Encoding::gb18030}};
  for (Case const& each : cases) {
    for (std::size_t const piece : {1, 3, 1 << 20}) {
      // The block that decides must hold something to decide by.
      ingest::TextReader reader(std::make_unique<StringSource>(each.bytes, piece));
      ingest::TextBuffer text;
      while (reader.append(text, 4096)) {
      }
      INFO(std::string(name(each.encoding)) << " piece " << piece);
      CHECK(text.view() == each.text);
      CHECK(reader.encoding() == each.encoding);
      CHECK(reader.replaced() == 0);
    }
  }
}

TEST_CASE("text is the same however small the blocks are", "[ingest][encoding]") {
  ingest::Encoding encoding{};
  for (std::size_t const piece : {1, 2, 7, 100}) {
    CHECK(read_text(table_text, piece, encoding) == table_text);
  }
}

TEST_CASE("another encoding than UTF-8 is told", "[ingest][encoding]") {
  Table const table = read_csv("\xFF\xFE" + utf16(table_text, false));
  CHECK(table.the(findings::encoding_detected).arguments == Texts{"UTF-16LE"});
  CHECK(table.column(Column::target) == Texts{"≥95%", "≥3台"});
  CHECK(read_csv(table_text).count(findings::encoding_detected) == 0);
}

TEST_CASE("bytes that are no text are replaced, counted and shown at their cell", "[ingest][encoding]") {
  std::string damaged = table_text;
  damaged.replace(damaged.find("满意度"), 3, "\xE6\xBB\x2E");
  Table const table = read_csv(damaged);
  CHECK(table.the(findings::text_replaced).arguments == Texts{"2"});
  diagnostic::Diagnostic const& cell = table.the(findings::text_damaged);
  CHECK(cell.where == diagnostic::Place{1, 2, 1, 0, 0});
  CHECK(table.column(Column::name)[0] == "群众\xEF\xBF\xBD\xEF\xBF\xBD.意度");
}

TEST_CASE("half a UTF-16 character is replaced", "[ingest][encoding]") {
  std::string bytes = "\xFF\xFE" + utf16(table_text, false);
  bytes.pop_back();
  CHECK(read_csv(bytes).count(findings::text_replaced) == 1);
  std::string const lone =
      "\xFF\xFE" + utf16("三级指标\n甲指标", false) + std::string("\x00\xD8", 2) + utf16("乙内容\n", false);
  Table const table = read_csv(lone);
  CHECK(table.the(findings::text_replaced).arguments == Texts{"1"});
  CHECK(table.count(findings::text_damaged) == 1);
}

TEST_CASE("bytes in no known encoding are refused", "[ingest][encoding]") {
  std::mt19937 random(5);
  std::string bytes = "三级指标\n";
  for (int i = 0; i < 5000; ++i) {
    bytes += static_cast<char>(random() & 0xFF);
  }
  Table const table = read_csv(bytes);
  CHECK_FALSE(table.readable);
  CHECK(table.codes() == Texts{"encoding_unknown"});
}

TEST_CASE("NULs are removed and reported", "[ingest][encoding]") {
  Table const table = read_csv("三级指标,指标值\n甲指标内容," + std::string("\0", 1) + " ≥1"
                               + std::string("\0", 1) + "次\n乙指标内容,≥2\n");
  CHECK(table.column(Column::target) == Texts{"≥1次", "≥2"});
  CHECK(table.the(findings::nul_removed).where == diagnostic::Place{1, 2, 2, 0, 0});
}

TEST_CASE("the fast look at UTF-8 agrees with the slow one", "[ingest][encoding]") {
  std::mt19937 random(11);
  std::vector<std::string> const pieces{"a",
                                        "7,",
                                        "≥",
                                        "满意度",
                                        "𠀀",
                                        "é",
                                        std::string("\0", 1),
                                        "\xE0\xA0\x80",
                                        "\xED\x9F\xBF",
                                        "\xEF\xBF\xBD",
                                        "项目名称信息化建设"};
  std::vector<std::string> const faults{
      "\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
      "\xF5", "\xE4\xB8", "\xFF",         "\xC2",         "\xF0\x80\x80\x80"};
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    std::size_t const length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) {
      text += pieces[random() % pieces.size()];
    }
    std::size_t const whole = text.size();
    bool const broken = round % 2 == 1;
    if (broken) {
      text += faults[random() % faults.size()] + "x" + pieces[random() % pieces.size()];
    }
    ingest::Utf8Scan const scan = ingest::scan_utf8(text);
    REQUIRE(scan.valid == (broken ? whole : text.size()));
    REQUIRE(grammar::is_utf8(text) == (scan.valid == text.size()));
    REQUIRE(scan.nul == (text.substr(0, scan.valid).find('\0') != std::string::npos));
    for (std::size_t cut = whole - std::min<std::size_t>(whole, 4); cut < whole; ++cut) {
      std::string_view const front = std::string_view(text).substr(0, cut);
      ingest::Utf8Scan const part = ingest::scan_utf8(front);
      REQUIRE((part.valid == cut || part.truncated));
      REQUIRE(cut - part.valid < 4);
    }
  }
}
