#pragma once
// Which form a table is.
#include "engine/ingest/forms/header_line.hpp"

namespace jixiao::ingest::forms {

struct FormChoice {
  vocabulary::Form const* form = nullptr;    ///< nullptr: none fits
  vocabulary::Form const* nearest = nullptr; ///< the one that most of its columns fit
  bool named = false;                        ///< the title has a word of `nearest`
};

/// By the columns of `header`, the words of `title` and the labels in lines `begin` to `end` above the rows.
[[nodiscard]] FormChoice choose_form(RowHeader const& header, std::string_view title, Lines const& lines,
                                     std::size_t begin, std::size_t end, vocabulary::Forms const& forms);

} // namespace jixiao::ingest::forms
