// The rules of the house that a compiler does not hold: arrows between folders, ASCII sources, no floating
// point on the way of a score, small files, and a text and a test for every diagnostic.
#include "engine/vocabulary/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace fs = std::filesystem;
using jixiao::test::read_file;
using jixiao::test::source_path;

namespace {

struct SourceFile {
  std::string path; ///< relative to the root
  std::string text;
};

std::vector<SourceFile> files_under(std::vector<std::string> const& folders,
                                    std::set<std::string> const& endings) {
  std::vector<SourceFile> files;
  for (std::string const& folder : folders) {
    for (auto const& entry : fs::recursive_directory_iterator(source_path(folder))) {
      if (entry.is_regular_file() && endings.count(entry.path().extension().string()) == 1) {
        files.push_back(
            {fs::relative(entry.path(), source_path(".")).generic_string(), read_file(entry.path())});
      }
    }
  }
  std::sort(files.begin(), files.end(),
            [](auto const& left, auto const& right) { return left.path < right.path; });
  return files;
}

std::vector<SourceFile> code() {
  return files_under({"grammar", "engine", "cli"}, {".cpp", ".hpp"});
}

/// "grammar", "cli", or the folder below engine/.
std::string room_of(std::string const& path) {
  std::string const engine = "engine/";
  if (path.rfind(engine, 0) == 0) {
    return path.substr(engine.size(), path.find('/', engine.size()) - engine.size());
  }
  return path.substr(0, path.find('/'));
}

/// Folder -> folders that it may include.
std::map<std::string, std::set<std::string>> const arrows = {
    {"grammar", {}},
    {"number", {}},
    {"diagnostic", {}},
    {"configuration", {"diagnostic", "grammar"}},
    {"model", {"number", "diagnostic", "grammar"}},
    {"vocabulary", {"configuration", "model", "number", "diagnostic", "grammar"}},
    {"rulepack", {"configuration", "model", "number", "diagnostic", "grammar"}},
    {"authoring", {"rulepack", "configuration", "model", "number", "diagnostic", "grammar"}},
    {"ingest", {"vocabulary", "model", "number", "diagnostic", "grammar"}},
    {"lowering", {"rulepack", "vocabulary", "model", "number", "diagnostic", "grammar"}},
    {"judgement", {"rulepack", "configuration", "model", "number", "diagnostic"}},
    {"scoring", {"rulepack", "vocabulary", "model", "number", "diagnostic"}},
    {"report", {"authoring", "rulepack", "vocabulary", "model", "number", "diagnostic", "grammar"}},
    {"pipeline",
     {"ingest", "lowering", "judgement", "scoring", "report", "authoring", "rulepack", "vocabulary",
      "configuration", "model", "number", "diagnostic", "grammar"}},
    {"cli",
     {"pipeline", "ingest", "lowering", "judgement", "scoring", "report", "authoring", "rulepack",
      "vocabulary", "configuration", "model", "number", "diagnostic", "grammar"}},
};

/// Folders that take bytes and give values, and so must build where there is no operating system.
std::set<std::string> const core = {"grammar",   "number",   "diagnostic", "configuration",
                                    "model",     "rulepack", "vocabulary", "ingest",
                                    "authoring", "lowering", "judgement",  "scoring"};

std::string without_comments(std::string const& text) {
  static std::regex const comment("//[^\n]*");
  return std::regex_replace(text, comment, "");
}

std::vector<std::string> matches(std::string const& text, std::string const& pattern) {
  std::regex const expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
    found.push_back((*at)[1].str());
  }
  return found;
}

} // namespace

TEST_CASE("folders include only what lies below them") {
  for (SourceFile const& file : code()) {
    std::string const room = room_of(file.path);
    INFO(file.path);
    REQUIRE(arrows.count(room) == 1);
    for (std::string const& included : matches(file.text, "#include \"([^\"]+)\"")) {
      std::string const other = room_of(included);
      INFO("includes " << included);
      CHECK((other == room || arrows.at(room).count(other) == 1));
    }
  }
}

TEST_CASE("the table of arrows has no cycle") {
  // A room whose rooms below are all placed can be placed; in a cycle none ever can.
  std::set<std::string> placed;
  for (std::size_t before = arrows.size(); placed.size() != before;) {
    before = placed.size();
    for (auto const& [room, below] : arrows) {
      bool const ready = std::all_of(below.begin(), below.end(), [&, self = room](std::string const& other) {
        return other == self || placed.count(other) != 0;
      });
      if (ready) {
        placed.insert(room);
      }
    }
  }
  for (auto const& [room, below] : arrows) {
    INFO(room);
    CHECK(placed.count(room) == 1);
  }
}

TEST_CASE("sources are ASCII") {
  for (SourceFile const& file : code()) {
    INFO(file.path);
    CHECK(std::all_of(file.text.begin(), file.text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  }
}

TEST_CASE("no floating point on the way of a score") {
  for (SourceFile const& file : code()) {
    static std::set<std::string> const rooms = {"number", "rulepack", "lowering", "scoring",
                                                "report", "model",    "judgement"};
    if (rooms.count(room_of(file.path)) == 0) {
      continue;
    }
    INFO(file.path);
    std::string const text =
        std::regex_replace(without_comments(file.text), std::regex("\\((double|float)\\) = delete"), "");
    CHECK(matches(text, "\\b(double|float)\\b").empty());
  }
}

TEST_CASE("Spirit stays inside the grammar") {
  for (SourceFile const& file : code()) {
    if (file.text.find("boost/spirit") == std::string::npos) {
      continue;
    }
    INFO(file.path);
    CHECK(room_of(file.path) == "grammar");
    CHECK((file.path.find("/detail/") != std::string::npos || fs::path(file.path).extension() == ".cpp"));
  }
}

TEST_CASE("the core knows no operating system") {
  for (SourceFile const& file : code()) {
    if (core.count(room_of(file.path)) == 0) {
      continue;
    }
    INFO(file.path);
    for (std::string const& header : matches(file.text, "#include <([^>]+)>")) {
      static std::set<std::string> const refused = {
          "filesystem", "fstream", "iostream", "chrono",   "ctime",  "thread", "mutex",
          "locale",     "format",  "ranges",   "unistd.h", "cstdio", "zip.h",  "source_location"};
      INFO("includes " << header);
      CHECK(refused.count(header) == 0);
    }
  }
}

TEST_CASE("files are small") {
  std::vector<std::size_t> sizes;
  for (SourceFile const& file : files_under({"grammar", "engine", "cli", "tools"}, {".cpp", ".hpp"})) {
    auto const lines = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n'));
    INFO(file.path << " has " << lines << " lines");
    CHECK(lines <= 400);
    sizes.push_back(lines);
  }
  std::sort(sizes.begin(), sizes.end());
  CHECK(sizes[sizes.size() / 2] <= 120);
}

TEST_CASE("every diagnostic has a text in both languages and a test that names it") {
  jixiao::vocabulary::Messages const messages = jixiao::vocabulary::Messages::embedded();
  std::string tested;
  for (SourceFile const& file :
       files_under({"tests", "examples"}, {".cpp", ".csv", ".yaml", ".json", ".txt", ".md"})) {
    if (file.path.rfind("tests/house/", 0) != 0) {
      tested += file.text;
    }
  }
  std::size_t codes = 0;
  for (SourceFile const& file : code()) {
    for (std::string const& id : matches(file.text, "Code +[a-z0-9_]+\\{\\s*\"([a-z0-9_]+)\"")) {
      ++codes;
      INFO(file.path << " " << id);
      CHECK(messages.contains(id));
      CHECK(tested.find(id) != std::string::npos);
    }
  }
  CHECK(codes > 0);
}

TEST_CASE("every message has both languages") {
  jixiao::vocabulary::Messages const messages = jixiao::vocabulary::Messages::embedded();
  using jixiao::vocabulary::Language;
  for (std::string_view id : messages.ids()) {
    INFO(id);
    CHECK(!messages.text(id, Language::zh).empty());
    CHECK(!messages.text(id, Language::en).empty());
    // an opening brace is written twice, a closing one once
    for (Language const language : {Language::zh, Language::en}) {
      CHECK(messages.hint(id, language).find("}}") == std::string::npos);
      CHECK(messages.text(id, language).find("}}") == std::string::npos);
    }
    CHECK(messages.hint(id, Language::zh).empty() == messages.hint(id, Language::en).empty());
  }
}
