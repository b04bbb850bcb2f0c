// A pack that is saved while it is in use.
#include "engine/pipeline/rules_source.hpp"
#include "engine/pipeline/watched_pack.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

using namespace jixiao;
using pipeline::WatchedPack;
using test::write_file;
using Change = WatchedPack::Change;

namespace {

constexpr char const* good = "pack: some-place\ntitle: t\nextends: parent\n";
constexpr char const* parent = "pack: parent\ntitle: t\nextends: base\n";

struct Watched {
  std::string folder = test::fresh_folder("watched-pack");
  std::string file = write_file(folder + "/some-place.yaml", good);
  std::string parent_file = write_file(folder + "/parent.yaml", parent);
  diagnostic::SourceTable sources;
  pipeline::RulesSource rules{{}, sources};
  WatchedPack pack{file, {}, [this] { return rules.pack(file); }};
};

} // namespace

TEST_CASE("a pack that was saved is read again, once") {
  Watched watched;
  REQUIRE(watched.pack.pack() != nullptr);
  CHECK(watched.pack.refresh() == Change::none);
  std::string const before = watched.pack.pack()->digest;
  write_file(watched.file, std::string(good) + "# same size? no\n");
  CHECK(watched.pack.refresh() == Change::read_again);
  CHECK(watched.pack.pack()->digest != before);
  CHECK(watched.pack.refresh() == Change::none);
}

TEST_CASE("a change of one letter at once after another is seen") {
  Watched watched;
  for (char const letter : {'a', 'b', 'c'}) {
    std::string text = good;
    text.replace(text.find("title: t"), 8, std::string("title: ") + letter);
    write_file(watched.file, text);
    CHECK(watched.pack.refresh() == Change::read_again);
    CHECK(watched.pack.pack()->title == std::string(1, letter));
  }
}

TEST_CASE("what cannot be read leaves the last good pack in place") {
  Watched watched;
  write_file(watched.file, "pack: some-place\ntitle: [\n");
  CHECK(watched.pack.refresh() == Change::refused);
  CHECK_FALSE(watched.pack.usable());
  CHECK_FALSE(watched.pack.findings().empty());
  REQUIRE(watched.pack.pack() != nullptr);
  CHECK(watched.pack.pack()->title == "t");
  CHECK(watched.pack.refresh() == Change::none); // said once
  write_file(watched.file, good);
  CHECK(watched.pack.refresh() == Change::read_again);
  CHECK(watched.pack.usable());
}

TEST_CASE("a pack that is gone and comes back is seen") {
  Watched watched;
  std::filesystem::remove(watched.file);
  CHECK(watched.pack.refresh() == Change::refused);
  CHECK(watched.pack.pack()->title == "t");
  write_file(watched.file, good);
  CHECK(watched.pack.refresh() == Change::read_again);
}

TEST_CASE("a parent beside the pack is watched as well") {
  Watched watched;
  std::string const before = watched.pack.pack()->digest;
  write_file(watched.parent_file, std::string(parent) + "confidence: K\n");
  CHECK(watched.pack.refresh() == Change::read_again);
  CHECK(watched.pack.pack()->digest != before);
}

TEST_CASE("a pack that never could be read is none") {
  diagnostic::SourceTable sources;
  pipeline::RulesSource const rules({}, sources);
  WatchedPack const pack("no-such-pack", {}, [&] { return rules.pack("no-such-pack"); });
  CHECK(pack.pack() == nullptr);
  CHECK_FALSE(pack.usable());
}

TEST_CASE("a pack that is compiled in never changes") {
  diagnostic::SourceTable sources;
  pipeline::RulesSource const rules({}, sources);
  WatchedPack pack("mof-2020", {}, [&] { return rules.pack("mof-2020"); });
  REQUIRE(pack.pack() != nullptr);
  CHECK(pack.refresh() == Change::none);
}
