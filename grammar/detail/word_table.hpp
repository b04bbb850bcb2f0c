#pragma once
// All words of a Lexicon in one trie, so that one walk over the bytes finds the longest word of any set of
// roles. Built once, read by many threads.
#include "grammar/detail/character.hpp"
#include "grammar/lexicon.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao::grammar::detail {

/// What a word can be: one bit for each WordClass and one for each other list of the Lexicon.
using Roles = std::uint64_t;

[[nodiscard]] constexpr Roles role(WordClass word_class) {
  return Roles{1} << static_cast<unsigned>(word_class);
}
template <class... Rest>
[[nodiscard]] constexpr Roles roles_of(Rest... classes) {
  return (role(classes) | ...);
}

inline constexpr Roles role_before = Roles{1} << 48U; ///< relation in front of a number
inline constexpr Roles role_after = Roles{1} << 49U;  ///< relation behind a number
inline constexpr Roles role_opener = Roles{1} << 50U; ///< needs its closer to be a relation
inline constexpr Roles role_odd = Roles{1} << 51U;    ///< "odd" as in 20-odd: more than, right behind digits
inline constexpr Roles role_digit = Roles{1} << 52U;  ///< digit word
inline constexpr Roles role_multiplier = Roles{1} << 53U; ///< ten, hundred, ...
inline constexpr Roles role_unit = Roles{1} << 54U;
inline constexpr Roles role_per = Roles{1} << 55U; ///< a unit with "each" in front: the denominator of a rate
inline constexpr Roles role_every = Roles{1} << 56U; ///< the "each" of such a unit: every, as in every 2 days
inline constexpr Roles role_numeral = role_digit | role_multiplier;

/// What a unit of the calendar is called; the same words are units of time.
inline constexpr Roles role_calendar =
    roles_of(WordClass::date_year, WordClass::date_month, WordClass::date_day, WordClass::date_quarter);

struct Entry {
  Roles roles = 0;
  std::uint32_t unit = 0;     ///< index into Lexicon::units
  std::uint32_t per_unit = 0; ///< role_per: index of the unit without its "each"
  Relation before = Relation::equal;
  Relation after = Relation::equal;
  bool before_approximate = false;
  bool after_approximate = false;
  std::uint8_t digit = 0;
  std::uint8_t exponent = 0;
};

struct Hit {
  Entry const* entry = nullptr; ///< nullptr: no word
  Cursor begin = nullptr;
  Cursor end = nullptr;

  [[nodiscard]] bool found() const { return entry != nullptr; }
  [[nodiscard]] bool is(Roles roles) const { return entry != nullptr && (entry->roles & roles) != 0; }
  [[nodiscard]] std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

class WordTable {
public:
  explicit WordTable(Lexicon const& lexicon);

  /// The longest word at `at` that has one of `roles`.
  [[nodiscard]] Hit longest(Cursor at, Cursor end, Roles roles) const;
  [[nodiscard]] UnitWord const& unit(std::uint32_t index) const { return units_[index]; }
  /// The first word of a unit.
  [[nodiscard]] UnitWord const& first_with_id(std::string_view id) const;

private:
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint16_t edges = 0;
    std::uint16_t entry = 0; ///< 0: no word ends here
  };
  void flatten(std::vector<std::string_view> const& words, std::vector<std::uint16_t> const& entries);

  std::array<std::uint32_t, 256> roots_{}; ///< node for the first byte; 0: none
  std::vector<Node> nodes_;
  std::vector<std::uint8_t> labels_;
  std::vector<std::uint32_t> targets_;
  std::vector<Entry> entries_;
  std::vector<UnitWord> units_;
};

} // namespace jixiao::grammar::detail
