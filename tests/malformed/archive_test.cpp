#include "engine/pipeline/archive_libzip.hpp"
#include "tests/malformed/zip_writer.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using namespace jixiao::test;
using Failure = ingest::Archive::Failure;

TEST_CASE("members of an archive are read by name", "[malformed][archive]") {
  std::string const bytes = write_zip({{"a.txt", "one"}, {"b/c.txt", "two"}, {"empty", ""}});
  auto const archive = pipeline::open_archive(bytes);
  REQUIRE(archive);
  CHECK(archive->names() == std::vector<std::string>{"a.txt", "b/c.txt", "empty"});
  CHECK(archive->read("b/c.txt", 100).bytes == "two");
  CHECK(archive->read("b/c.txt", 3).bytes == "two");
  CHECK(archive->read("b/c.txt", 2).failure == Failure::too_large);
  CHECK(archive->read("empty", 100).bytes.empty());
  CHECK(archive->read("empty", 100).failure == Failure::none);
  CHECK(archive->read("none", 100).failure == Failure::missing);
}

TEST_CASE("deflated members are expanded", "[malformed][archive]") {
  std::string const run(100'000, 'x');
  ZipMember const member{"x", deflated_run('x', run.size()), 8, static_cast<std::uint32_t>(run.size()),
                         crc32(run)};
  CHECK(member.bytes.size() < 1000);
  std::string const bytes = write_zip({member});
  auto const archive = pipeline::open_archive(bytes);
  REQUIRE(archive);
  CHECK(archive->read("x", 1 << 20).bytes == run);
}

TEST_CASE("sizes that an archive declares are not believed", "[malformed][archive]") {
  // Says a thousand bytes, holds three hundred million.
  ZipMember liar{"x", deflated_run('x', 300'000'000), 8, 1000, 1};
  std::string const lying = write_zip({liar});
  CHECK(lying.size() < 2'000'000);
  auto const archive = pipeline::open_archive(lying);
  REQUIRE(archive);
  Failure const failure = archive->read("x", 1'000'000).failure;
  CHECK((failure == Failure::too_large || failure == Failure::damaged));
  // Says four thousand million and is refused before anything is expanded.
  liar.size = 4'000'000'000;
  std::string const honest = write_zip({liar});
  auto const large = pipeline::open_archive(honest);
  REQUIRE(large);
  CHECK(large->read("x", 1'000'000).failure == Failure::too_large);
}

TEST_CASE("damaged and locked members are told apart", "[malformed][archive]") {
  std::string const checksum = write_zip({{"x", "abc", 0, 0, 12345}});
  auto const wrong = pipeline::open_archive(checksum);
  REQUIRE(wrong);
  CHECK(wrong->read("x", 100).failure == Failure::damaged);

  std::string const garbage = write_zip({{"x", "\xFF\xFF\xFF\xFF", 8, 100, 1}});
  auto const stream = pipeline::open_archive(garbage);
  REQUIRE(stream);
  CHECK(stream->read("x", 1000).failure == Failure::damaged);

  ZipMember locked{"x", "0123456789abcdef"};
  locked.encrypted = true;
  std::string const secret = write_zip({locked});
  auto const encrypted = pipeline::open_archive(secret);
  REQUIRE(encrypted);
  CHECK(encrypted->read("x", 100).failure == Failure::encrypted);
}

TEST_CASE("what is no archive is not opened", "[malformed][archive]") {
  CHECK_FALSE(pipeline::open_archive(""));
  CHECK_FALSE(pipeline::open_archive("PK\x03\x04 and nothing else"));
  std::string bytes = write_zip({{"a.txt", std::string(5000, 'x')}});
  bytes.resize(bytes.size() - 40);
  CHECK_FALSE(pipeline::open_archive(bytes));
}
