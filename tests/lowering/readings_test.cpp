// One cell in its context: what it says itself, and what a reader adds.
#include "tests/lowering/support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include "engine/lowering/cell.hpp"
#include "engine/vocabulary/messages.hpp"

using namespace jixiao;

namespace {

std::string quantity_text(model::Reading const& reading) {
  if (!reading.quantity) {
    return {};
  }
  model::Quantity const& quantity = *reading.quantity;
  return quantity.value.plain_text() + ' ' + quantity.unit + ' ' + std::string(name(quantity.dimension));
}

void append(std::string& text, std::string const& field, std::string_view value) {
  if (!value.empty()) {
    text += (text.empty() ? "" : " ") + field + '=' + std::string(value);
  }
}

std::string implied_text(model::Reading const& reading) {
  std::string result;
  if (reading.implied) {
    model::Implied const& implied = *reading.implied;
    append(result, "kind", implied.kind ? model::name(*implied.kind) : std::string_view());
    append(result, "relation", implied.relation ? model::name(*implied.relation) : std::string_view());
    append(result, "unit", implied.unit);
    append(result, "from", implied.from);
    append(result, "to", implied.to);
  }
  return result;
}

} // namespace

TEST_CASE("A cell says what it says, and its context what it adds", "[lowering][reading]") {
  vocabulary::Messages const messages = vocabulary::Messages::embedded();
  for (int turn = 0; turn < 2; ++turn) { // the second time out of memory
    for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_readings.csv")) {
      auto const& f = row.fields;
      REQUIRE(f.size() == 13);
      INFO("line " << row.line << ": " << f[0] << " beside " << f[2]);
      auto const role = f[1] == "target" ? grammar::Role::target : grammar::Role::actual;
      model::ReadingPtr const reading = test::reader().read(f[0], role, {f[2], f[3], f[4], f[5], f[6]});
      REQUIRE(reading != nullptr);
      CHECK(reading->text == f[0]);
      CHECK(model::name(reading->kind) == f[7]);
      CHECK(reading->value == f[8]);
      CHECK(reading->unit == f[9]);
      CHECK(quantity_text(*reading) == f[10]);
      CHECK(implied_text(*reading) == f[11]);
      std::string const because = reading->implied ? reading->implied->because : std::string();
      CHECK(because == f[12]);
      CHECK((because.empty() || messages.contains(because)));
    }
  }
}

TEST_CASE("Plain digits read without the grammar are what the grammar reads", "[lowering][reading]") {
  vocabulary::Vocabulary const& words = test::embedded_vocabulary();
  grammar::CellParser const parser(words.lexicon());
  for (std::string const text : {"0", "5", "98", "0.5", "22.50", "263.68", "34340.438336", "100000000",
                                 "12345678901234567", "0.00000000000001", "-5", "-0.30"}) {
    INFO(text);
    auto const value = lowering::plain_number(text);
    REQUIRE(value);
    lowering::Cell const plain =
        lowering::make_plain_cell(lowering::make_plain_reading(text, *value), *value);
    lowering::Cell const read = lowering::make_cell(text, parser.parse(text, grammar::Role::actual), words);
    CHECK(plain.whole.kind == read.whole.kind);
    CHECK(plain.whole.value == read.whole.value);
    CHECK(plain.reading->value == read.reading->value);
    REQUIRE(read.reading->quantity);
    CHECK(plain.reading->quantity->value == read.reading->quantity->value);
    CHECK(plain.reading->quantity->unit_known == read.reading->quantity->unit_known);
    CHECK(plain.reading->span == read.reading->span);
    REQUIRE(read.reading->tokens.size() == 1); // the one that is left out, and that Reader::read adds
    model::ReadingPtr const whole = test::reader().read(text, grammar::Role::actual, {});
    REQUIRE(whole->tokens.size() == 1);
    CHECK(whole->tokens.front().span == read.reading->tokens.front().span);
    CHECK(whole->tokens.front().token_class == read.reading->tokens.front().token_class);
    CHECK(read.reading->findings.empty());
  }
}

TEST_CASE("A padded text is the same number, whatever stands behind it", "[lowering][reading]") {
  std::string_view const characters = "0123459.-+% ,/:";
  std::uint32_t random = 1;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < 200'000; ++i) {
    random = random * 1664525U + 1013904223U;
    std::size_t const size = (random >> 24U) % 12;
    // Most are nearly numbers: of digits and points alone.
    std::size_t const kinds = (random >> 16U) % 4 == 0 ? characters.size() : 8;
    std::string text;
    for (std::size_t at = 0; at < size + 32; ++at) {
      random = random * 1664525U + 1013904223U;
      text += characters[(random >> 20U) % kinds];
    }
    auto const expected = lowering::plain_number(std::string_view(text).substr(0, size));
    auto const found = lowering::plain_number(jixiao::model::PaddedText{text.data(), size});
    numbers += expected ? 1 : 0;
    if (found != expected) {
      FAIL(text.substr(0, size));
    }
  }
  CHECK(numbers > 50'000);
}

TEST_CASE("What is not plain digits goes to the grammar", "[lowering][reading]") {
  for (std::string const text : {"", "-", ".", "5.", ".5", "007", "00", "1,000", "1e3", "5%", "+5", "5 ",
                                 "１", "123456789012345678901", "--5", "1.2.3"}) {
    INFO(text);
    CHECK_FALSE(lowering::plain_number(text));
  }
}

TEST_CASE("A number beyond all limits is text with a finding", "[lowering][reading]") {
  std::string const huge(10000, '9');
  model::ReadingPtr const reading = test::reader().read(huge, grammar::Role::actual, {});
  CHECK(reading->kind == model::CellKind::text);
  REQUIRE(reading->findings.size() == 1);
  CHECK(reading->findings.front().code.id == "number_beyond_limits");
  CHECK(reading->findings.front().code.severity == diagnostic::Severity::warning);
}
