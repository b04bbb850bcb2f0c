#include "engine/ingest/forms/points_of_both.hpp"

#include "engine/ingest/forms/leave_cell.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;

/// What stands on both sides of the only stroke.
std::optional<std::pair<std::string_view, std::string_view>> halves(std::string_view text) {
  for (std::string_view const stroke : {"/", "\xEF\xBC\x8F"}) {
    std::size_t const at = text.find(stroke);
    if (at != std::string_view::npos && text.find(stroke, at + stroke.size()) == std::string_view::npos) {
      return std::pair(grammar::trim(text.substr(0, at)), grammar::trim(text.substr(at + stroke.size())));
    }
  }
  return std::nullopt;
}

/// The head of weights in front of the stroke, when that of claims stands behind it.
std::optional<FieldHead> head_of_both(std::string_view text, Words const& words) {
  auto const both = halves(text);
  if (!both) {
    return std::nullopt;
  }
  auto const first = words.field_head(both->first), second = words.field_head(both->second);
  bool const points = first && second && first->field == row_field(Column::weight)
                      && second->field == row_field(Column::claimed);
  return points ? first : std::nullopt;
}

void split(Draft& row, diagnostic::SourceId source, Account& account) {
  auto& weight = row[Column::weight];
  if (!weight) {
    return;
  }
  if (is_both_points(weight->text)) {
    auto const both = *halves(weight->text);
    DraftCell claimed = *weight;
    claimed.text = std::string(both.second);
    weight->text = std::string(both.first);
    row[Column::claimed] = std::move(claimed);
    return;
  }
  leave_cell(row, row_field(Column::weight), source, account);
  row.left.set(static_cast<std::size_t>(Column::weight));
}

} // namespace

std::optional<FieldHead> head_of(std::string_view text, Words const& words) {
  auto const head = words.field_head(text);
  return head ? head : head_of_both(text, words);
}

void note_both_points(RowHeader& header, Words const& words) {
  header.both_points =
      !header.has(Column::claimed)
      && std::any_of(header.fields.begin(), header.fields.end(), [&](FieldColumn const& each) {
           return each.field == row_field(Column::weight) && !words.field_head(each.head);
         });
  if (header.both_points) {
    header.found.set(static_cast<std::size_t>(Column::claimed));
  }
}

bool is_both_points(std::string_view text) {
  auto const both = halves(text);
  return both && is_bare_number(both->first) && is_bare_number(both->second);
}

void split_both_points(TableDraft& table, RowHeader const& header, Account& account) {
  if (!header.both_points) {
    return;
  }
  for (ProjectDraft& project : table.projects) {
    for (Draft& row : project.rows) {
      split(row, table.source, account);
    }
  }
}

} // namespace jixiao::ingest::forms
