// Fields of CSV: what needs quotes gets them, what begins like a formula an apostrophe.
#include "engine/report/csv_line.hpp"
#include "tests/support/catch.hpp"

using jixiao::number::Rational;
using jixiao::report::CsvLine;

namespace {

std::string written(CsvLine& line) {
  std::string text;
  line.finish([&text](std::string_view part) { text += part; });
  return text;
}

} // namespace

TEST_CASE("CsvLine: a special character is found wherever it stands", "[report][csv]") {
  for (std::size_t length = 1; length < 40; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      for (char const special : {',', '\n', '\r'}) {
        std::string text(length, 'a');
        text[at] = special;
        CsvLine line;
        bool const formula = at == 0 && special == '\r';
        CHECK(written(line.add(text)) == std::string(formula ? "\"'" : "\"") + text + "\"\n");
      }
    }
    std::string const plain(length, '.');
    CsvLine line;
    CHECK(written(line.add(plain)) == plain + "\n");
  }
  CsvLine line;
  CHECK(written(line.add("a\"b").add("12345678 !#").add("").add("z")) == "\"a\"\"b\",12345678 !#,,z\n");
}

TEST_CASE("CsvLine: what begins a formula is held back, numbers too", "[report][csv]") {
  CsvLine line;
  CHECK(written(line.add("=1+1").add("-x").add_number("-3").add_number("")) == "'=1+1,'-x,'-3,\n");
  CHECK(written(line.add_number(Rational::fraction(-1, 2), 2).add_number(Rational::fraction(-1, 1000), 2))
        == "'-0.50,0.00\n");
  CHECK(written(line.add_percent(Rational::fraction(719, 1000), 2).add_percent(Rational(-1), 0).add_blank())
        == "71.90%,'-100%,\n");
}
