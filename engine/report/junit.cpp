#include "engine/report/junit.hpp"

#include "engine/report/finding_list.hpp"
#include "engine/report/html_page.hpp"

namespace jixiao::report {

namespace {

/// Text of an attribute: line breaks kept, what XML cannot hold left out.
std::string escaped(std::string_view text) {
  std::string result;
  for (char const c : text) {
    if (c == '\n') {
      result += "&#10;";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      result += html_text({&c, 1}); // XML escapes the same marks
    }
  }
  return result;
}

std::string attribute(std::string_view name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(escaped(value)).append("\"");
}

struct Counts {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;

  void add(Counts const& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
  [[nodiscard]] std::string attributes() const {
    return attribute("tests", std::to_string(tests)) + attribute("failures", std::to_string(failures))
           + attribute("errors", std::to_string(errors)) + attribute("skipped", std::to_string(skipped));
  }
};

std::string case_text(TestOutcome const& outcome, std::string const& pack, Counts& counts) {
  rulepack::PackTest const& test = *outcome.test;
  std::string const name = test.name.empty() ? test.row : test.name;
  std::string text = "    <testcase" + attribute("classname", pack) + attribute("name", name)
                     + attribute("line", std::to_string(test.place.row));
  ++counts.tests;
  if (outcome.differences.empty()) {
    return text + "/>\n";
  }
  if (!test.todo.empty()) {
    ++counts.skipped;
    return text + "><skipped" + attribute("message", test.todo) + "/></testcase>\n";
  }
  ++counts.failures;
  std::string what;
  for (TestDifference const& difference : outcome.differences) {
    what += (what.empty() ? "" : "\n") + difference.what + ": " + difference.expected
            + " != " + difference.actual;
  }
  return text + "><failure" + attribute("message", what) + "/></testcase>\n";
}

} // namespace

std::string pack_tests_junit(std::vector<PackTests> const& packs, diagnostic::SourceTable const& sources,
                             vocabulary::Messages const& messages, vocabulary::Language language) {
  Counts all;
  std::string suites;
  for (PackTests const& each : packs) {
    Counts counts;
    std::string cases;
    for (TestOutcome const& outcome : each.outcomes) {
      cases += case_text(outcome, each.check.name, counts);
    }
    if (each.check.pack == nullptr) {
      ++counts.tests;
      ++counts.errors;
      std::string why;
      for (std::string const& line : finding_lines(each.check.findings, sources, messages, {language})) {
        why += (why.empty() ? "" : "\n") + line;
      }
      cases += "    <testcase" + attribute("classname", each.check.name) + attribute("name", "load")
               + "><error" + attribute("message", why) + "/></testcase>\n";
    }
    suites += "  <testsuite" + attribute("name", each.check.name) + counts.attributes() + ">\n" + cases
              + "  </testsuite>\n";
    all.add(counts);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + all.attributes() + ">\n" + suites
         + "</testsuites>\n";
}

} // namespace jixiao::report
