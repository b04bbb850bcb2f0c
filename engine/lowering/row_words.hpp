#pragma once
// The words that belong to a row: a number beside others may be one of something else.
#include "engine/lowering/cell.hpp"

#include <string>
#include <string_view>

namespace jixiao::lowering {

struct RowWords {
  std::string_view name, target;
  std::int32_t year = 0; ///< of the budget
  vocabulary::Vocabulary const& vocabulary;

  /// Those of the name and the target, without blanks and punctuation. Few rows ask for them.
  [[nodiscard]] std::string own() const;
  /// The words beside the number or date of `part` that are neither the row's nor say that it was done.
  [[nodiscard]] std::string foreign(Part const& part) const;
  /// The same of a statement that nothing happened.
  [[nodiscard]] std::string foreign_to_nothing(std::string_view text) const;
  /// The same of a statement that it is done: what else was done, how far, or when.
  [[nodiscard]] std::string foreign_to_done(std::string_view text) const;
};

} // namespace jixiao::lowering
