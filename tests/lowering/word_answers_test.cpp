// Answers in words that are remembered say what they say when each is read by itself.
#include "engine/lowering/memory.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/vocabulary/embedded_vocabulary.hpp"

#include <memory>
#include <vector>

using namespace jixiao;
using namespace jixiao::lowering;

TEST_CASE("What an answer says against a row is the same remembered or not", "[lowering][memory]") {
  vocabulary::Vocabulary const& words = test::embedded_vocabulary();
  grammar::CellParser const parser(words.lexicon());
  Memory memory(words);
  std::vector<std::unique_ptr<Cell>> answers;
  std::vector<test::CaseRow> const rows = test::read_cases("tests/cases/lowering_rows.csv");
  for (test::CaseRow const& row : rows) {
    std::string const& text = row.fields[7];
    answers.push_back(
        std::make_unique<Cell>(make_cell(text, parser.parse(text, grammar::Role::actual), words)));
  }
  WordAnswers remembered;
  std::size_t opposites = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& f = rows[i].fields;
    TargetTexts const texts{f[4], f[2], f[1], f[3], f[5], f[6]};
    Asked const& asked = memory.row_target(texts, memory.frame({}, texts), 2023).first;
    for (std::size_t j = i % 41; j < answers.size(); j += 41) { // some of all pairs, and each answer often
      RowWords const row{f[2], f[4], 2023, words};
      Part const& answer = answers[j]->whole;
      bool const expected = says_opposite(asked, answer, f[2], row);
      opposites += expected ? 1 : 0;
      if (remembered.says_opposite(asked, answer, row) != expected) {
        FAIL("line " << rows[i].line << " answered as in line " << rows[j].line);
      }
    }
  }
  CHECK(opposites > 20);
}
