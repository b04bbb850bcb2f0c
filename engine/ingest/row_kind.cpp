#include "engine/ingest/row_kind.hpp"

#include "engine/ingest/head_text.hpp"
#include "engine/ingest/row_mapper.hpp"
#include "engine/vocabulary/foot_label.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

namespace jixiao::ingest {

namespace {

using model::Column;
using model::RawRow;

/// Columns of an indicator that only a row of the form has.
constexpr std::array<Column, 11> indicator_columns{
    Column::relation,       Column::target,  Column::measure, Column::weight,
    Column::direction,      Column::actual,  Column::claimed, Column::deviation_reason,
    Column::pass_threshold, Column::targets, Column::inputs};

/// Columns where the label of a line of sums may stand.
constexpr std::array<Column, 8> label_columns{Column::supervising_department,
                                              Column::unit_code,
                                              Column::unit,
                                              Column::project_code,
                                              Column::project,
                                              Column::level1,
                                              Column::level2,
                                              Column::name};

bool is_own(RawRow const& row, Column column) {
  return !row[column].empty() && !row.carried.test(static_cast<std::size_t>(column));
}

} // namespace

RowKinds::RowKinds(vocabulary::Vocabulary const& vocabulary)
    : vocabulary_(vocabulary), longest_label_(vocabulary.longest_sum_label()) {
  for (grammar::ClassWord const& word : vocabulary.lexicon().words) {
    if (word.word_class == grammar::WordClass::empty_mark) {
      empty_marks_.push_back(word.text);
      empty_begins_.set(static_cast<unsigned char>(word.text.front()));
    }
  }
}

void RowKinds::set_layout(Layout const& layout) {
  model::Header const& header = *layout.header;
  assert(header.has(Column::name));
  name_head_ = layout.heads[header.columns[static_cast<std::size_t>(Column::name)] - 1];
  labels_.clear();
  std::copy_if(label_columns.begin(), label_columns.end(), std::back_inserter(labels_),
               [&header](Column column) { return header.has(column); });
  std::sort(labels_.begin(), labels_.end(), [&header](Column left, Column right) {
    return header.columns[static_cast<std::size_t>(left)] < header.columns[static_cast<std::size_t>(right)];
  });
  first_ = labels_.front(); // the name at least
  probe_ = static_cast<std::size_t>(Column::name);
  for (Column const column : {Column::actual, Column::target, Column::weight}) {
    if (header.has(column)) {
      probe_ = static_cast<std::size_t>(column);
    }
  }
}

/// "total:" and "total (10,000 yuan)" are the label too.
std::optional<bool> RowKinds::sum_label(std::string_view text) const {
  if (text.empty() || text.size() > 3 * longest_label_) {
    return std::nullopt;
  }
  HeadText const parts = split_head(text);
  std::string_view const rest = behind_colon(parts.name);
  std::string_view label = parts.name;
  if (rest.empty()) {
    label.remove_suffix(label.back() == ':' ? 1 : 3);
  }
  constexpr std::size_t word = 6; // bytes: two ideographs
  if (label.size() > word) {      // "output indicators subtotal"
    std::string_view const level = label.substr(0, label.size() - word);
    bool const known = vocabulary_.level1(level) != model::Level1::other || vocabulary_.level2(level);
    if (known && vocabulary_.sum_label(label.substr(level.size()))) {
      return true;
    }
  }
  return vocabulary_.sum_label(label);
}

bool RowKinds::is_blank(std::string_view text) const {
  if (text.empty() || !empty_begins_.test(static_cast<unsigned char>(text.front()))) {
    return text.empty();
  }
  return std::find(empty_marks_.begin(), empty_marks_.end(), text) != empty_marks_.end();
}

std::optional<SumLabel> RowKinds::sum_label(RawRow const& row) const {
  // A label that was merged over these columns, too, asks nothing.
  auto const asks = [&](Column column) {
    bool const merged = row.carried.test(static_cast<std::size_t>(column)) && sum_label(row[column]);
    return !is_blank(row[column]) && !merged;
  };
  if (asks(Column::target) || asks(Column::actual) || asks(Column::relation)) {
    return std::nullopt; // it asks or answers something, whatever it is called
  }
  auto const label_of = [&](Column column) -> std::optional<SumLabel> {
    std::optional<bool> const part = sum_label(row[column]);
    return part ? std::optional(SumLabel{column, *part}) : std::nullopt;
  };
  if (!is_blank(row[Column::name])) {
    return label_of(Column::name);
  }
  for (Column const column : label_columns) {
    if (is_own(row, column)) {
      if (std::optional<SumLabel> const label = label_of(column)) {
        return label;
      }
    }
  }
  return std::nullopt;
}

RowKind RowKinds::kind_beside(SheetRow const& from, Layout const& layout, RowKind kind, RawRow& row) const {
  if ((kind != RowKind::indicator && kind != RowKind::heading) || is_own(row, Column::name)) {
    return kind;
  }
  std::string const name(row[Column::name]);
  for (std::size_t i = 0; i < std::min(layout.targets.size(), from.cells.size()); ++i) {
    bool const own = layout.targets[i] == Layout::ignored && from.cover(i) == Cover::none;
    std::string_view const text = own ? grammar::trim(from.cells[i]) : std::string_view();
    if (sum_label(text)) {
      row.set(Column::name, text);
      if (sum_label(row)) {
        return RowKind::total;
      }
      row.set(Column::name, name);
    }
    std::size_t const colon = std::min(text.find(':'), text.find("\xEF\xBC\x9A"));
    if (colon != std::string_view::npos && vocabulary::is_foot_label(vocabulary_, text.substr(0, colon))) {
      return RowKind::foot;
    }
  }
  return kind;
}

bool RowKinds::begins_project(RawRow& row) const {
  for (Column const column : label_columns) {
    if (is_own(row, column) && sum_label(row[column])) {
      row.set(column, {});
    }
  }
  return is_own(row, Column::project) || is_own(row, Column::project_code);
}

bool RowKinds::is_heads_only(RawRow const& row) const {
  std::size_t texts = 0;
  std::size_t heads = 0;
  for (std::size_t i = 0; i < model::column_count; ++i) {
    std::string_view const text = row.cells[i];
    texts += text.empty() ? 0 : 1;
    heads += !text.empty() && read_head(text, vocabulary_).column ? 1 : 0;
  }
  return heads >= 2 && heads == texts;
}

bool RowKinds::has_indicator_text(RawRow const& row) const {
  auto const own = [&row](Column column) { return is_own(row, column); };
  return std::any_of(indicator_columns.begin(), indicator_columns.end(), own)
         || (own(Column::level1) && vocabulary_.level1(row[Column::level1]) != model::Level1::other)
         || (own(Column::level2) && vocabulary_.level2(row[Column::level2]));
}

/// "Filled in by: ..." is a label whatever stands behind it; "Remarks" without a colon only in a row that
/// neither asks nor answers anything.
bool RowKinds::is_foot(RawRow const& row) const {
  auto const label =
      std::find_if(labels_.begin(), labels_.end(), [&row](Column column) { return is_own(row, column); });
  if (label == labels_.end()) {
    return false;
  }
  std::string_view const text = row[*label];
  std::size_t const colon = std::min(text.find(':'), text.find("\xEF\xBC\x9A"));
  auto const own = [&row](Column column) { return is_own(row, column); };
  constexpr std::array asking{Column::relation, Column::target, Column::weight, Column::targets};
  bool const asks = std::any_of(asking.begin(), asking.end(), own);
  bool const names = *label == Column::name ? has_indicator_text(row) : own(Column::name);
  return (colon != std::string_view::npos || (!asks && !names))
         && vocabulary::is_foot_label(vocabulary_, text.substr(0, colon));
}

RowKind RowKinds::unusual_kind(RawRow const& row) const {
  if (!RowMapper::has_own_text(row)) {
    return RowKind::blank;
  }
  bool const named = is_own(row, Column::name);
  if ((!named || row[Column::name] == name_head_ || may_be_head(row)) && is_heads_only(row)) {
    return RowKind::header;
  }
  if (sum_label(row)) {
    return RowKind::total;
  }
  if (is_foot(row)) {
    return RowKind::foot;
  }
  return named || has_indicator_text(row) ? RowKind::indicator : RowKind::heading;
}

} // namespace jixiao::ingest
