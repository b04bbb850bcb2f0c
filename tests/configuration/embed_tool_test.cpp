// tools/embed_rules: what the build refuses, and what it writes for files that one literal cannot hold.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

/// A folder of rules that is gone when the test is over.
class RulesFolder {
public:
  RulesFolder() : path_(fs::temp_directory_path() / ("jixiao_embed_" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "rules" / "packs");
  }
  ~RulesFolder() { fs::remove_all(path_); }
  void write(std::string const& name, std::string_view text) const {
    std::ofstream(path_ / "rules" / name, std::ios::binary) << text;
  }
  [[nodiscard]] fs::path rules() const { return path_ / "rules"; }
  [[nodiscard]] fs::path output() const { return path_ / "out.cpp"; }

private:
  fs::path path_;
};

struct Run {
  int status = -1;
  std::string errors;
};

Run run(RulesFolder const& folder) {
  std::string const command = std::string(JIXIAO_EMBED_RULES) + " '" + folder.rules().string() + "' '"
                              + folder.output().string() + "' 2>&1";
  Run result;
  FILE* const pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (std::size_t const size = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    result.errors.append(buffer.data(), size);
  }
  int const ended = pclose(pipe);
  result.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
  return result;
}

} // namespace

TEST_CASE("a broken rules file stops the build with its file, line and column", "[configuration]") {
  RulesFolder const folder;
  folder.write("good.yaml", "a: 1\n");
  folder.write("packs/broken.yaml", "a: 1\nb:\na: 2\n");
  Run const result = run(folder);
  CHECK(result.status == 1);
  std::string const file = (folder.rules() / "packs" / "broken.yaml").string();
  CHECK(result.errors
        == file + ":2:1: error: yaml_null_value [b]\n" + file + ":3:1: error: yaml_duplicate_key [a] [1]\n");
  CHECK_FALSE(fs::exists(folder.output()));
}

TEST_CASE("an empty folder gives an empty table", "[configuration]") {
  RulesFolder const folder;
  CHECK(run(folder).status == 0);
  CHECK(jixiao::test::read_file(folder.output()).find("return {};") != std::string::npos);
}

TEST_CASE("a file beyond the longest literal is written byte by byte", "[configuration]") {
  RulesFolder const folder;
  std::string text = "words: [x";
  while (text.size() < 70'000) {
    text += ", \xE7\x94\xB2\xE4\xB9\x99";
  }
  text += "]\n";
  folder.write("long.yaml", text);
  REQUIRE(run(folder).status == 0);
  std::string const code = jixiao::test::read_file(folder.output());
  std::size_t const begin = code.find("constexpr char pool_0_bytes[] = {");
  REQUIRE(begin != std::string::npos);
  std::istringstream numbers(code.substr(code.find('{', begin) + 1, code.find('}', begin) - begin));
  std::string bytes;
  char comma = ',';
  for (int byte = 0; comma == ',' && numbers >> byte; numbers >> comma) {
    bytes += static_cast<char>(byte);
  }
  CHECK((bytes == text));
  CHECK(code.find("pool_0(pool_0_bytes, " + std::to_string(text.size()) + ")") != std::string::npos);
}
