#pragma once
// Raw rows -> indicators: cells read, context applied, units converted, actual held against target.
#include "engine/model/evaluation.hpp"
#include "engine/model/raw_table.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::lowering {

/// What surrounds a cell. Empty texts mean "not given".
struct Context {
  std::string_view name, level2, measure, relation;
  std::string_view year; ///< budget year, four digits
};

/// What a row gets besides its texts and facts.
enum class RowDetail : std::uint8_t {
  whole,   ///< its key and digest, and the readings of its cells: for judgements, explanations and JSON
  unnamed, ///< the readings alone
  figures, ///< of a plain number only that it is one: for tables, which print neither
  sums,    ///< and of the texts those that a finding may quote: for reports without rows
};

/// Reads cells and rows with one vocabulary. Not thread-safe (it remembers what it has read); one for each
/// worker.
class Reader {
public:
  explicit Reader(vocabulary::Vocabulary const& vocabulary);
  ~Reader();

  /// From now on a number this many times another, with its digits, may be a slip: what the rule pack says
  /// (`digit_slip_ratio`), 10 until then.
  void use_slip_ratio(number::Rational ratio);

  /// The meaning of one cell. With a context, `implied` says what it adds. Never null.
  [[nodiscard]] model::ReadingPtr read(std::string_view text, grammar::Role role,
                                       Context const& context) const;

  /// `default_year` is used where neither the table nor the cell says one; may be empty.
  [[nodiscard]] model::Project lower(model::RawProject const& raw, std::string_view default_year) const;
  /// The same into an evaluation that is yet to be scored: fills `out.project` and the `indicator` of each of
  /// `out.indicators` in the storage that they have from the project before, and nothing else.
  void lower(model::RawProject const& raw, std::string_view default_year, RowDetail detail,
             model::ProjectEvaluation& out) const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace jixiao::lowering
