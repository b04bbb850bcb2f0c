#include "engine/rulepack/digest.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>

using jixiao::rulepack::Sha256;
using jixiao::rulepack::sha256;

// The vectors of FIPS 180-4 and of NIST's example files.
TEST_CASE("SHA-256 gives the published digests", "[rulepack][digest]") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
               "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")
        == "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256(std::string(1'000'000, 'a'))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(sha256("\xbd") == "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
}

TEST_CASE("A digest does not depend on how the bytes were cut", "[rulepack][digest]") {
  std::string text;
  for (std::size_t i = 0; i < 200; ++i) {
    text += static_cast<char>('a' + static_cast<char>(i % 26));
  }
  // 55, 56, 63, 64 and 65 bytes are where the padding takes another block.
  for (std::size_t const length : {0U, 1U, 55U, 56U, 57U, 63U, 64U, 65U, 119U, 120U, 128U, 200U}) {
    std::string const whole = sha256(text.substr(0, length));
    for (std::size_t const piece : {1U, 3U, 64U, 65U}) {
      Sha256 digest;
      for (std::size_t at = 0; at < length; at += piece) {
        digest.update(std::string_view(text).substr(at, std::min(piece, length - at)));
      }
      INFO(length << " bytes in pieces of " << piece);
      CHECK(digest.finish() == whole);
    }
  }
}
