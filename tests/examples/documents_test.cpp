// What the documents print must be what the program prints, and what they point at must be there.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <filesystem>
#include <regex>
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

} // namespace

TEST_CASE("reports printed in the documents are those of the examples") {
  std::string const marker = "<!-- report: ";
  std::string const fence = " -->\n```\n";
  std::size_t printed = 0;
  for (Document const& document : documents()) {
    for (std::size_t at = document.text.find(marker); at != std::string::npos;
         at = document.text.find(marker, at + 1)) {
      INFO(document.path);
      std::size_t const name = at + marker.size();
      std::size_t const name_end = document.text.find(fence, name);
      REQUIRE(name_end != std::string::npos);
      std::size_t const block = name_end + fence.size();
      std::string const excerpt = document.text.substr(block, document.text.find("\n```", block) - block);
      std::string const report = document.text.substr(name, name_end - name);
      INFO(report << "\n" << excerpt);
      CHECK(excerpt.size() > 500);
      CHECK(read_source(report).find(excerpt) != std::string::npos);
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
