#include "engine/ingest/cell_text.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/stored_number.hpp"
#include "grammar/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using namespace jixiao::test;

TEST_CASE("stored numbers are shown with fifteen digits", "[ingest][number]") {
  for (CaseRow const& row : read_cases("tests/cases/stored_numbers.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    auto number = ingest::parse_stored_number(row.fields[0]);
    REQUIRE(number.has_value() == (row.fields[1] != "none"));
    if (number) {
      bool const rounded = ingest::round_to_shown(*number);
      CHECK(to_plain(*number) == row.fields[1]);
      CHECK(rounded == (row.fields[2] == "yes"));
    }
  }
}

TEST_CASE("number formats say what a number means", "[ingest][number]") {
  for (CaseRow const& row : read_cases("tests/cases/number_formats.csv")) {
    std::string const& code = row.fields[0];
    INFO("line " << row.line << ": " << code << " of " << row.fields[1]);
    bool const builtin = code.rfind("builtin:", 0) == 0;
    ingest::NumberFormat const format =
        builtin ? ingest::builtin_number_format(static_cast<std::uint32_t>(std::stoul(code.substr(8))))
                : ingest::parse_number_format(code);
    std::vector<ingest::CellNote> notes;
    CHECK(ingest::number_text(row.fields[1], format, false, 1, notes) == row.fields[2]);
    // Two numbers in one text are never silent.
    bool const both = row.fields[2].find(" / ") != std::string::npos;
    bool const noted = std::any_of(notes.begin(), notes.end(), [](ingest::CellNote const& note) {
      return note.code.id == ingest::findings::number_scaled.id;
    });
    CHECK(noted == both);
  }
}

TEST_CASE("words of a number format that are no text", "[ingest][number]") {
  std::vector<ingest::CellNote> notes;
  std::string const text =
      ingest::number_text("5000", ingest::parse_number_format("0,\"\xFFk\""), false, 1, notes);
  CHECK(grammar::is_utf8(text));
  REQUIRE_FALSE(notes.empty());
  CHECK(grammar::is_utf8(notes.front().arguments.front()));
}

TEST_CASE("references are read as spreadsheet programs write them", "[ingest][number]") {
  auto const column_row = [](std::string_view text) {
    ingest::CellReference const reference = ingest::parse_reference(text);
    return std::make_pair(reference.column, reference.row);
  };
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  CHECK(column_row("A1") == Pair{1, 1});
  CHECK(column_row("Z10") == Pair{26, 10});
  CHECK(column_row("AA3") == Pair{27, 3});
  CHECK(column_row("XFD1048576") == Pair{16384, 1048576});
  CHECK(column_row("B") == Pair{2, 0});
  for (std::string_view const text : {"", "XFE1", "A1048577", "A99999999999999999999", "a1", "A1x", "$A$1"}) {
    INFO(text);
    CHECK(column_row(text) == Pair{0, 0});
  }
}

TEST_CASE("escapes stand for characters", "[ingest][number]") {
  using ingest::without_escapes;
  CHECK(without_escapes("a_x000D_b") == "a\rb");
  CHECK(without_escapes("_x005F_x000D_") == "_x000D_");
  CHECK(without_escapes("_x4E2D_") == "中");
  CHECK(without_escapes("_xD840__xDC00_!") == "𠀀!");
  CHECK(without_escapes("_xD840_") == "\xEF\xBF\xBD");
  CHECK(without_escapes("_x12_ _xGGGG_ _x") == "_x12_ _xGGGG_ _x");
}
