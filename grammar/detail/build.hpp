#pragma once
// From drafts to the trees of cell.hpp: the only place where strings are made.
#include "grammar/detail/analysis.hpp"

namespace jixiao::grammar::detail {

void fill_number(State const& state, MeasureDraft const& measure, NumberTree& tree);
void fill_unit(State const& state, MeasureDraft const& measure, std::optional<UnitTree>& result);
[[nodiscard]] NumberTree make_number(State const& state, MeasureDraft const& measure);
/// The unit with its scale words; none when there is neither.
[[nodiscard]] std::optional<UnitTree> make_unit(State const& state, MeasureDraft const& measure);

/// Fills relation, number and unit of a quantity.
void fill_quantity(State const& state, BoundDraft const& bound, CellTree& tree);
/// Fills low, high and unit. False: the two bounds exclude each other.
[[nodiscard]] bool fill_range(Analysis& analysis, Mention const& mention, CellTree& tree);

/// A part of the cell as a tree, without tokens and notes.
[[nodiscard]] CellTree make_part(Analysis& analysis, Part const& part);

/// Appends tokens for [begin, end): each character in exactly one.
class TokenWriter {
public:
  TokenWriter(State const& state, std::vector<Token>& tokens)
      : state_(state), tokens_(tokens), at_(state.begin) {}

  /// Everything up to `begin` is text, marks and blanks.
  void add(TokenClass token_class, Cursor begin, Cursor end);
  void finish() { fill(state_.end); }

private:
  void fill(Cursor until);
  void put(TokenClass token_class, Cursor begin, Cursor end);

  State const& state_;
  std::vector<Token>& tokens_;
  Cursor at_;
};

void write_tokens(Analysis const& analysis, std::vector<Part> const& parts, std::vector<Token>& tokens);

/// Plain digits times or divided by a power of ten; a fraction such as 1/3 is left as it is.
[[nodiscard]] std::string raise_digits(std::string const& digits, std::size_t places);
[[nodiscard]] std::string lower_digits(std::string const& digits, std::size_t places);

/// -1, 0, 1 for two plain decimals; fractions such as 1/3 count as equal to everything.
[[nodiscard]] int compare_digits(std::string_view left, std::string_view right);

} // namespace jixiao::grammar::detail
