#include "engine/ingest/forms/account.hpp"

#include <array>

namespace jixiao::ingest::forms {

std::string_view name(CellUse use) {
  constexpr std::array<std::string_view, 17> names{
      "unaccounted", "row",         "head",       "fragment", "remnant",    "label",
      "title",       "column_head", "head_again", "computed", "part",       "total",
      "passed_over", "page_mark",   "undecided",  "prose",    "other_table"};
  return names[static_cast<std::size_t>(use)];
}

CellId Account::add(AccountEntry entry) {
  entries_.push_back(std::move(entry));
  return static_cast<CellId>(entries_.size() - 1);
}

void Account::use(CellId cell, CellUse use, std::string_view field) {
  AccountEntry& entry = entries_[cell];
  entry.use = use;
  if (field.empty() || entry.field == field) {
    return;
  }
  if (!entry.field.empty()) {
    entry.field += '+';
  }
  entry.field += field;
}

} // namespace jixiao::ingest::forms
