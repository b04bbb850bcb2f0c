#include "engine/lowering/short_texts.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <string>

using jixiao::lowering::ShortTextMemo;
using jixiao::lowering::ShortTexts;
using jixiao::model::PaddedText;

namespace {

/// Texts with others behind them, as in a line.
class Pair {
public:
  Pair(std::string const& left, std::string const& right, char behind)
      : text_(left + right + std::string(PaddedText::readable, behind)), left_(left.size()),
        right_(right.size()) {}

  [[nodiscard]] std::array<PaddedText, 2> texts() const {
    return {PaddedText{text_.data(), left_}, PaddedText{text_.data() + left_, right_}};
  }
  [[nodiscard]] ShortTexts<4, 4> key() const { return ShortTexts<4, 4>(texts()); }

private:
  std::string text_;
  std::size_t left_, right_;
};

} // namespace

TEST_CASE("short texts: equal for equal texts, whatever stands behind them", "[lowering]") {
  for (std::size_t left = 0; left <= 32; ++left) {
    for (std::size_t right = 0; right <= 32; right += 5) {
      Pair const one(std::string(left, 'a'), std::string(right, 'b'), 'x');
      Pair const two(std::string(left, 'a'), std::string(right, 'b'), 'y');
      CHECK(one.key() == two.key());
      CHECK(one.key().hash() == two.key().hash());
    }
  }
}

TEST_CASE("short texts: another size, order, byte or division is another key", "[lowering]") {
  ShortTexts<4, 4> const key = Pair("ab", "cd", 'x').key();
  CHECK_FALSE(key == Pair("abc", "d", 'x').key());
  CHECK_FALSE(key == Pair("cd", "ab", 'x').key());
  CHECK_FALSE(key == Pair("ab", "ce", 'x').key());
  CHECK_FALSE(key == Pair("ab", std::string("cd\0", 3), 'x').key());
  CHECK_FALSE(key == Pair(std::string("ab\0", 3), "cd", 'x').key());
  CHECK_FALSE(Pair("", "ab", 'x').key() == Pair("ab", "", 'x').key());
}

TEST_CASE("short texts: longer ones have no key", "[lowering]") {
  CHECK(ShortTexts<4, 4>::fits(Pair(std::string(32, 'a'), "", 'x').texts()));
  CHECK_FALSE(ShortTexts<4, 4>::fits(Pair(std::string(33, 'a'), "", 'x').texts()));
  CHECK_FALSE(ShortTexts<4, 4>::fits(Pair("", std::string(33, 'a'), 'x').texts()));
}

TEST_CASE("short texts: each has its own width", "[lowering]") {
  using Widths = ShortTexts<1, 2>;
  CHECK(Widths::fits(Pair("12345678", "1234567890123456", 'x').texts()));
  CHECK_FALSE(Widths::fits(Pair("123456789", "", 'x').texts()));
  CHECK_FALSE(Widths::fits(Pair("", "12345678901234567", 'x').texts()));
  CHECK(Widths(Pair("12345678", "ab", 'x').texts()) == Widths(Pair("12345678", "ab", 'y').texts()));
  CHECK_FALSE(Widths(Pair("12345678", "ab", 'x').texts()) == Widths(Pair("1234567", "8ab", 'x').texts()));
}

TEST_CASE("short texts: a memo makes each value once, until it has too many", "[lowering]") {
  constexpr int capacity = 100;
  ShortTextMemo<int, 4, 4> memo(capacity);
  int made = 0;
  auto const get = [&](int number) {
    return memo.get(Pair(std::to_string(number), "b", 'x').key(), [&] {
      ++made;
      return number;
    });
  };
  for (int round = 0; round < 2; ++round) {
    for (int number = 0; number < capacity; ++number) {
      CHECK(get(number) == number);
    }
  }
  CHECK(made == capacity);
  CHECK(get(capacity) == capacity); // one too many: the others are forgotten
  CHECK(get(0) == 0);
  CHECK(made == capacity + 2);
}
