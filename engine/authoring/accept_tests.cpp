#include "engine/authoring/accept_tests.hpp"

#include <algorithm>
#include <map>

namespace jixiao::authoring {

using configuration::Node;

namespace {

Node const* find_test(Node const& tree, FailedExpectation const& outcome) {
  Node const* const tests = tree.find("tests");
  if (tests == nullptr) {
    return nullptr;
  }
  auto const found = std::find_if(tests->elements().begin(), tests->elements().end(), [&](Node const& test) {
    return test.line() == outcome.line && test.column() == outcome.column;
  });
  return found == tests->elements().end() ? nullptr : &*found;
}

/// "rows[2].score" below `node`; nullptr where there is no such value.
Node const* find_value(Node const* node, std::string_view what) {
  while (node != nullptr && !what.empty()) {
    std::size_t const end = std::min(what.find('.'), what.size());
    std::string_view key = what.substr(0, end);
    what.remove_prefix(std::min(end + 1, what.size()));
    std::size_t const bracket = key.find('[');
    node = node->find(key.substr(0, bracket));
    if (bracket != std::string_view::npos && node != nullptr) {
      std::size_t index = 0;
      for (char const c : key.substr(bracket + 1, key.size() - bracket - 2)) {
        index = 10 * index + static_cast<std::size_t>(c - '0');
      }
      node = index == 0 || index > node->elements().size() ? nullptr : &node->elements()[index - 1];
    }
  }
  return node;
}

/// Byte of the 1-based character `column`.
std::size_t byte_of(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (; at < line.size() && column > 0; ++at) {
    bool const begins = (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U;
    if (begins && --column == 0) {
      break;
    }
  }
  return at;
}

/// Bytes that the scalar at `at` takes on its line; 0 when it goes on below.
std::size_t length_of(std::string_view line, std::size_t at, Node const& scalar) {
  if (!scalar.quoted()) {
    return line.substr(at, scalar.text().size()) == scalar.text() ? scalar.text().size() : 0;
  }
  std::size_t const end = line.find(line[at], at + 1); // scores and words hold no quotes
  return end == std::string_view::npos ? 0 : end + 1 - at;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string without_end(std::string line) {
  line.erase(std::min(line.find_first_of("\r\n"), line.size()));
  return line;
}

} // namespace

Acceptance accept_outcomes(std::string_view text, Node const& tree, std::vector<FailedExpectation> outcomes) {
  Acceptance result;
  std::vector<std::string> lines = lines_of(text);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<Node const*, FailedExpectation>> values;
  for (FailedExpectation& outcome : outcomes) {
    Node const* const value = find_value(find_test(tree, outcome), outcome.what);
    if (value == nullptr || !value->is_scalar() || value->line() > lines.size()) {
      result.left.push_back(std::move(outcome));
    } else {
      values[{value->line(), value->column()}] = {value, std::move(outcome)};
    }
  }
  std::map<std::uint32_t, std::string> before;
  for (auto each = values.rbegin(); each != values.rend(); ++each) { // from behind: places before stay
    auto& [value, expectation] = each->second;
    std::string& line = lines[value->line() - 1];
    std::size_t const at = byte_of(line, value->column());
    std::size_t const length = length_of(line, at, *value);
    if (length == 0) {
      result.left.push_back(std::move(expectation));
      continue;
    }
    before.emplace(value->line(), line);
    line.replace(at, length, "\"" + expectation.value + "\"");
  }
  for (auto const& [number, line] : before) {
    result.changes.push_back({number, without_end(line), without_end(lines[number - 1])});
  }
  for (std::string const& line : lines) {
    result.text += line;
  }
  return result;
}

} // namespace jixiao::authoring
