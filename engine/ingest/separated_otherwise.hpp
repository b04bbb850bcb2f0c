#pragma once
// Tables of text whose cells another sign divides than those that are read.
#include "engine/ingest/header.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::ingest {

struct SeparatedOtherwise {
  std::uint32_t number = 0; ///< of the row that is a header when the sign divides it
  std::string sign;         ///< empty: blanks
  std::string heads;        ///< its texts
};

/// The first row that would be a header if ';', '|' or blanks divided cells; no value when none would.
[[nodiscard]] std::optional<SeparatedOtherwise> separated_otherwise(std::vector<KeptRow> const& rows,
                                                                    vocabulary::Vocabulary const& vocabulary);

/// Heads of columns one below the other and nothing beside them: a table whose cells were copied one by one.
[[nodiscard]] bool is_in_one_column(std::vector<KeptRow> const& rows,
                                    vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::ingest
