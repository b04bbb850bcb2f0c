// What the documents print must be what the program prints, and what they point at must be there.
// JIXIAO_ACCEPT=1 puts the present page into the documents; the diff is then read by a person.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace jixiao::test;

namespace {

struct Document {
  std::string path; ///< relative to the root
  std::string text;
};

std::vector<Document> documents() {
  std::vector<Document> found;
  auto const add = [&](fs::path const& file) {
    found.push_back({fs::relative(file, source_path(".")).generic_string(), read_file(file)});
  };
  for (auto const& entry : fs::directory_iterator(source_path("."))) {
    if (entry.path().extension() == ".md") {
      add(entry.path());
    }
  }
  for (char const* folder : {"docs", "rules", "bench"}) {
    for (auto const& entry : fs::recursive_directory_iterator(source_path(folder))) {
      if (entry.path().extension() == ".md") {
        add(entry.path());
      }
    }
  }
  add(source_path("examples/README.md"));
  return found;
}

/// First group of every match.
std::vector<std::string> matches(std::string const& text, std::regex const& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
    found.push_back((*at)[1].str());
  }
  return found;
}

/// Without blocks of code, where brackets are no links.
std::string prose(std::string const& text) {
  std::string result;
  bool code = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    if (text.compare(at, 3, "```") == 0) {
      code = !code;
    } else if (!code) {
      result.append(text, at, end - at + 1);
    }
    at = end + 1;
  }
  return result;
}

std::vector<std::string> words(std::string const& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// The page of `output` that begins as `excerpt` does, with the findings of the project if the excerpt has
/// them. `excerpt` itself when no page begins so.
std::string page_like(std::string const& excerpt, std::string const& output) {
  std::size_t const begin = output.find("\n" + excerpt.substr(0, excerpt.find('\n') + 1));
  if (begin == std::string::npos) {
    return excerpt;
  }
  std::string page = output.substr(begin + 1, output.find("\n====", begin + 1) - begin - 1);
  for (char const* findings : {"\n  发现问题", "\n  Findings"}) {
    if (excerpt.find(findings) == std::string::npos) {
      page = page.substr(0, page.find(findings));
    }
  }
  return page.substr(0, page.find_last_not_of('\n') + 1);
}

} // namespace

TEST_CASE("reports printed in the documents are those that the program prints") {
  std::string const marker = "<!-- printed by: ";
  std::string const fence = " -->\n```\n";
  std::size_t printed = 0;
  for (Document document : documents()) {
    for (std::size_t at = document.text.find(marker); at != std::string::npos;
         at = document.text.find(marker, at + 1)) {
      std::size_t const command_begin = at + marker.size();
      std::size_t const command_end = document.text.find(fence, command_begin);
      INFO(document.path);
      REQUIRE(command_end != std::string::npos);
      std::string const command = document.text.substr(command_begin, command_end - command_begin);
      std::string const output = run_program(words(command)).output;
      std::size_t const block = command_end + fence.size();
      std::size_t const length = document.text.find("\n```", block) - block;
      std::string excerpt = document.text.substr(block, length);
      if (std::getenv("JIXIAO_ACCEPT") != nullptr) {
        excerpt = page_like(excerpt, output);
        document.text.replace(block, length, excerpt);
        write_file(source_path(document.path).string(), document.text);
      }
      INFO("jixiao " << command << "\n" << excerpt);
      CHECK(excerpt.size() > 500);
      CHECK(output.find(excerpt + "\n") != std::string::npos);
      ++printed;
    }
  }
  CHECK(printed >= 4);
}

TEST_CASE("links in the documents lead somewhere") {
  static std::regex const link(R"(\]\(([^)#\s]+)[^)]*\))");
  std::size_t followed = 0;
  for (Document const& document : documents()) {
    for (std::string const& target : matches(prose(document.text), link)) {
      if (target.find("://") != std::string::npos) {
        continue;
      }
      INFO(document.path << " -> " << target);
      CHECK(fs::exists(source_path(document.path).parent_path() / target));
      ++followed;
    }
  }
  CHECK(followed > 30);
}

TEST_CASE("the index of the documents names every guide and decision") {
  std::string const index = read_source("docs/README.md");
  for (Document const& document : documents()) {
    bool const own_page =
        document.path.rfind("docs/guides/", 0) == 0 || document.path.rfind("docs/adr/", 0) == 0;
    if (own_page) {
      INFO(document.path << " is missing in docs/README.md");
      CHECK(index.find("(" + document.path.substr(5) + ")") != std::string::npos);
    }
  }
}
