#pragma once
// What stands above the rows of a form: the project, its unit, its budget, its goal.
#include "engine/ingest/forms/header_line.hpp"

#include <array>
#include <string>

namespace jixiao::ingest::forms {

/// A text and where it stands.
struct Fact {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0; ///< 0-based
  std::string unit;         ///< of money, as its own label prints it
};

struct Facts {
  std::array<Fact, model::column_count> columns; ///< of the standard table
  std::string money_unit;                        ///< printed above for every amount that names none
  Fact goal, goal_actual;
  Fact execution_rate, execution_points, execution_claimed,
      execution_reason; ///< as printed beside the amounts
  std::string title;
  diagnostic::Diagnostics findings;

  [[nodiscard]] Fact& operator[](model::Column column) { return columns[static_cast<std::size_t>(column)]; }
  [[nodiscard]] Fact const& operator[](model::Column column) const {
    return columns[static_cast<std::size_t>(column)];
  }
};

/// Reads the lines that belong to a header, from top to bottom. Every cell of them is entered in `account`.
[[nodiscard]] Facts read_facts(Lines const& block, Words const& words, diagnostic::SourceId source,
                               Account& account);

/// Where a table's block begins: the first of the lines above `header`, not before `least`, that belong to
/// it.
[[nodiscard]] std::size_t begin_of_block(Lines const& lines, std::size_t header, std::size_t least,
                                         Words const& words);

/// The first of the captions ("unit: ..., year") that stand as lines of text right above line `begin`.
[[nodiscard]] std::size_t begin_of_captions(Lines const& lines, std::size_t begin, std::size_t least,
                                            Words const& words);

/// Fills what titles above line `begin` say and `facts` lacks: the name of the project, the year, the unit of
/// money. `least`: lines before it belong to other tables. `named`: rows or block name their project.
void read_titles(Lines const& lines, std::size_t begin, std::size_t least, bool named, Words const& words,
                 diagnostic::SourceId source, Facts& facts, Account& account);

} // namespace jixiao::ingest::forms
