// rules try with piped lines.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <cstdlib>

using namespace jixiao::test;

namespace {

bool has(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

std::string try_lines(std::string const& lines, std::vector<std::string> const& more = {}) {
  std::vector<std::string> arguments{"rules", "try", "mof-2020", "--lang", "en"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  ProgramRun const run = run_program(arguments, lines);
  CHECK(run.status == 0);
  return run.output;
}

} // namespace

TEST_CASE("rules try says how a pasted row is read, which rule decides and what it earns") {
  std::string const text = try_lines("≤ 5 次 | 6次\n");
  CHECK(has(text, "unmet-negative"));
  CHECK(has(text, "8.33"));
  CHECK(has(text, "反向指标得分＝分值×指标值÷完成值")); // the clause
  CHECK(has(text, "10.00 (the row prints none"));
  CHECK_FALSE(has(text, "as printed"));
  CHECK_FALSE(has(text, "single_row_level")); // one row is no table
  CHECK_FALSE(has(text, "try>"));             // no prompt without a terminal
  CHECK(has(try_lines(":weight 20\n≤ 5 次 | 6次\n"), "16.67"));
  CHECK(has(try_lines("产出指标 | 数量指标 | 培训次数 | ≥ | 10 | 次 | 20 | 正向指标 | 6次"), "12.00"));
  CHECK(has(try_lines("三级指标\t指标值\t实际完成值\n培训\t≥10次\t9次\n"), "9.00"));
}

TEST_CASE("rules try runs a test of a pack as one") {
  std::string const row =
      "row: \"产出指标 | 数量指标 | 培训次数 | ≥ | 10 | 次 | 20 | 正向指标\", actual: 5次";
  CHECK(has(try_lines("- {name: a, " + row + ", score: \"10.00\"}\n"), "The test holds."));
  CHECK(has(try_lines("{name: a, " + row + ", score: \"11.00\"}\n"), "score should be 11.00 but is 10.00"));
  CHECK(has(try_lines("{name: a, " + row + "}\n"), "pack_test_expects_nothing"));
  CHECK(has(try_lines("\n{name: a, rows: x}\n"), "input Q2")); // where it stands in the line
  CHECK(has(try_lines("- {\n"), "yaml_syntax"));
}

TEST_CASE("rules try of a budget says how the execution was scored, and shows no row") {
  std::string const text = try_lines("- {name: a, budget: \"100\", executed: \"76\", score: \"7.60\"}\n");
  INFO(text);
  CHECK(has(text, "76.00%"));
  CHECK(has(text, "base.yaml:"));
  CHECK(has(text, "一体化绩效模块出厂设置；部门预算项目支出绩效自评表")); // the clause
  CHECK(has(text, "7.60"));
  CHECK(has(text, "The test holds."));
  CHECK_FALSE(has(text, "Row 1"));
  std::string const table = try_lines("- {name: a, rows: [{row: \"产出指标 | 数量指标 | 培训次数 | ≥ | 10 | "
                                      "次 | 90 | 正向指标\", actual: 10次}], budget: "
                                      "\"100\", executed: \"76\", total: \"97.60\"}\n");
  CHECK(has(table, "Row 1"));
  CHECK(has(table, "76.00%"));
}

TEST_CASE("nothing that is pasted ends rules try") {
  std::string const last = "≥ 10 次 | 9次\n";
  for (std::string const& line :
       {std::string(), std::string("   "), std::string("|"), std::string("||||||||||||||||||||||||||||||"),
        std::string("\xFF\xFE | \xC0"), std::string("a\0b | c", 7), std::string(70000, 'x'),
        std::string(60000, '|'), std::string("{") + std::string(60000, '['), std::string(":nothing such"),
        std::string(":weight -1"), std::string(":weight 1.2.3"), std::string(":pack no-such-pack"),
        std::string(":pack /etc/passwd"), std::string("\x1b[31m | \x1b[0m")}) {
    INFO(line.substr(0, 40));
    std::string const text = try_lines(line + "\n" + last);
    CHECK(has(text, "9.00"));
    CHECK_FALSE(has(text, "\x1b"));
  }
  CHECK(has(try_lines(std::string(70000, 'x') + "\n"), "more than the limit of 65536"));
  CHECK(has(try_lines("\xFF | 5\n"), "not UTF-8"));
  CHECK(has(try_lines(":nothing\n"), "no command"));
  CHECK(try_lines("").empty());
  CHECK(has(try_lines("≥ 10 次 | 9次"), "9.00")); // no line end at the end of the input
}

TEST_CASE("rules try knows a few commands") {
  CHECK(try_lines(":quit\n≥ 10 次 | 9次\n").empty());
  CHECK(has(try_lines("：help\n"), ":weight 20")); // with the colon of a Chinese keyboard
  CHECK(has(try_lines(":pack\n"), "Pack mof-2020"));
  CHECK(has(try_lines(":pack hubei\n:pack\n"), "Pack hubei"));
  CHECK(has(try_lines("三级指标 | 指标值 | 实际完成值\n:plain\n≥10次 | 9次\n"), "forgotten"));
}

TEST_CASE("rules try wants a pack that can be read") {
  CHECK(run_program({"rules", "try", "no-such-pack"}).status == 3);
  CHECK(run_program({"rules", "try", "base", "hubei"}).status == 2);
  ProgramRun const other = run_program({"rules", "try", "--rules", "hubei", "--lang", "en"}, ":pack\n");
  CHECK(other.status == 0);
  CHECK(has(other.output, "Pack hubei"));
  ProgramRun const place = run_program({"rules", "try", "--region", "湖北省", "--lang", "en"}, ":pack\n");
  CHECK(has(place.output, "Pack hubei"));
}

TEST_CASE("a pack that was saved holds from the next line on") {
  std::string const folder = fresh_folder("rules-try");
  std::string const head = "pack: some-place\ntitle: t\nextends: mof-2020\n";
  write_file(folder + "/some-place.yaml", head);
  write_file(folder + "/bad.yaml", "pack: some-place\nscore: [\n");
  write_file(folder + "/half.yaml",
             head + "score:\n  - {id: unmet-positive, share: \"0.5\", cite: c, confidence: K}\n");
  // Each line is written when the one before it was answered.
  write_file(folder + "/lines.sh", R"sh(
wait_for() {
  for i in $(seq 200); do
    [ "$(grep -c '→\|-> ' out)" -ge "$1" ] && return
    sleep 0.05
  done
}
row() { printf '≥ 10 次 | 9次\n'; }
row; wait_for 1
cp bad.yaml some-place.yaml; row; wait_for 3
cp half.yaml some-place.yaml; row
)sh");
  std::string const command = "cd '" + folder
                              + "' && touch out && sh lines.sh | LC_ALL=C.UTF-8 " JIXIAO_PROGRAM
                                " rules try ./some-place.yaml --lang en > out 2> errors";
  CHECK(std::system(command.c_str()) == 0);
  std::string const text = read_file(folder + "/out"), errors = read_file(folder + "/errors");
  INFO(text << errors);
  std::size_t const first = text.find("9.00");
  REQUIRE(first != std::string::npos);
  std::size_t const second = text.find("9.00", first + 1);
  REQUIRE(second != std::string::npos); // by the last good pack
  CHECK(text.find("5.00", second) != std::string::npos);
  CHECK(has(errors, "some-place as it was"));
  CHECK(has(errors, "./some-place.yaml:"));
  CHECK(has(errors, "was read again"));
}
