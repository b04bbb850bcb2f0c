#include "engine/vocabulary/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <regex>

using namespace jixiao;
using vocabulary::Language;

TEST_CASE("every finding of reading has its texts, and every text its finding", "[ingest][messages]") {
  auto const messages = vocabulary::Messages::embedded();
  std::string const header = test::read_source("engine/ingest/findings.hpp");
  std::string const texts = test::read_source("rules/messages/ingest.yaml");
  std::regex const code("Code \\w+\\{\"(\\w+)\"");
  std::size_t codes = 0;
  for (std::sregex_iterator at(header.begin(), header.end(), code), end; at != end; ++at) {
    std::string const id = (*at)[1];
    INFO(id);
    ++codes;
    REQUIRE(messages.contains(id));
    CHECK(messages.text(id, Language::zh) != messages.text(id, Language::en));
    CHECK(texts.find("\n" + id + ":\n") != std::string::npos);
  }
  std::regex const entry("\n(\\w+):\n");
  CHECK(codes
        == static_cast<std::size_t>(
            std::distance(std::sregex_iterator(texts.begin(), texts.end(), entry), std::sregex_iterator())));
  CHECK(codes > 40);
}
