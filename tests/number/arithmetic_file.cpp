#include "tests/number/arithmetic_file.hpp"

#include "tests/support/files.hpp"

#include <algorithm>
#include <sstream>

namespace jixiao::test {

namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if ('A' <= c && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return text;
}

/// Words between blanks; a quoted one keeps its blanks and loses its quotes. A comment ends the line.
std::vector<std::string> words_of_line(std::string const& line) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < line.size()) {
    char const c = line[at];
    if (c == ' ' || c == '\t' || c == '\r') {
      ++at;
    } else if (line.compare(at, 2, "--") == 0) {
      break;
    } else if (c == '\'' || c == '"') {
      std::string word;
      for (++at; at < line.size(); ++at) {
        if (line[at] == c) {
          if (at + 1 < line.size() && line[at + 1] == c) {
            ++at;
          } else {
            break;
          }
        }
        word += line[at];
      }
      ++at;
      words.push_back(std::move(word));
    } else {
      std::size_t const end = std::min(line.find_first_of(" \t\r", at), line.size());
      words.push_back(line.substr(at, end - at));
      at = end;
    }
  }
  return words;
}

/// "precision: 9" in its two spellings, as key and value.
bool read_setting(std::string const& line, std::string& key, std::string& value) {
  std::size_t const colon = line.find(':');
  if (colon == std::string::npos || line.find("->") != std::string::npos) {
    return false;
  }
  std::vector<std::string> const left = words_of_line(line.substr(0, colon));
  std::vector<std::string> const right = words_of_line(line.substr(colon + 1));
  if (left.size() != 1 || right.empty()) {
    return false;
  }
  key = lower(left[0]);
  value = lower(right[0]);
  return true;
}

} // namespace

bool ArithmeticCase::has(std::string const& condition) const {
  return std::find(conditions.begin(), conditions.end(), condition) != conditions.end();
}

std::filesystem::path arithmetic_folder() {
  std::vector<std::filesystem::path> found;
  std::error_code ignored;
  for (auto const& entry : std::filesystem::directory_iterator("/usr/lib", ignored)) {
    std::filesystem::path const folder = entry.path() / "test" / "decimaltestdata";
    if (entry.path().filename().string().rfind("python3", 0) == 0
        && std::filesystem::exists(folder / "add.decTest", ignored)) {
      found.push_back(folder);
    }
  }
  std::sort(found.begin(), found.end());
  return found.empty() ? std::filesystem::path() : found.back();
}

std::vector<ArithmeticCase> read_arithmetic_file(std::filesystem::path const& path) {
  std::vector<ArithmeticCase> cases;
  ArithmeticCase settings;
  std::istringstream lines(read_file(path));
  std::string line;
  while (std::getline(lines, line)) {
    std::string key;
    std::string value;
    if (read_setting(line, key, value)) {
      if (key == "precision") {
        settings.precision = std::stoll(value);
      } else if (key == "rounding") {
        settings.rounding = value;
      } else if (key == "maxexponent") {
        settings.max_exponent = std::stoll(value);
      } else if (key == "minexponent") {
        settings.min_exponent = std::stoll(value);
      }
      continue;
    }
    std::vector<std::string> words = words_of_line(line);
    auto const arrow = std::find(words.begin(), words.end(), "->");
    if (arrow == words.end() || arrow - words.begin() < 2 || arrow + 1 == words.end()) {
      continue;
    }
    ArithmeticCase one = settings;
    one.id = words[0];
    one.operation = lower(words[1]);
    one.operands.assign(words.begin() + 2, arrow);
    one.result = *(arrow + 1);
    std::transform(arrow + 2, words.end(), std::back_inserter(one.conditions), lower);
    cases.push_back(std::move(one));
  }
  return cases;
}

} // namespace jixiao::test
