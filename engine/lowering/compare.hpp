#pragma once
// One answer held against one thing asked: the facts that rules see, and the question that would settle what
// stays open.
#include "engine/lowering/match_parts.hpp"
#include "engine/lowering/none_words.hpp"
#include "engine/lowering/target.hpp"
#include "engine/model/indicator.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::lowering {

/// What the project says about money, in yuan.
struct BudgetFigures {
  std::optional<number::Rational> budget; ///< adjusted, else initial
  std::optional<number::Rational> executed;
  Measure block; ///< unit of the block, ten thousand yuan when it prints none
  std::string block_text;
};

/// What a comparison needs beside target and answer.
struct CompareContext {
  Target const& target;
  std::string_view name;
  std::string_view measure_text;
  BudgetFigures const& budget;
  Tools const& tools;
  NoneWords const& none_words;
};

/// What comparing finds out about the two cells.
struct RowNotes {
  std::vector<RowFinding> findings;
  std::string target_unit, actual_unit;       ///< supplied by the row, as written where they were found
  std::string_view target_why, actual_why;    ///< empty: nothing was supplied
  std::string suspect_target, suspect_actual; ///< what was probably meant
};

/// Completes `result`, which holds the facts of the row and the project already.
void compare(Asked const& asked, Answer const& answer, CompareContext const& context,
             model::Comparison& result, RowNotes& notes);

/// Several numbers of the target that nothing answers are asked for in one question. `comparisons` are those
/// of `answers`.
void ask_for_parts(CompareContext const& context, std::vector<Answer> const& answers,
                   std::vector<model::Comparison>& comparisons);

} // namespace jixiao::lowering
