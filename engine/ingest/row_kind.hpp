#pragma once
// What a row below the header is: an indicator, or one of the lines that tables have beside them.
#include "engine/ingest/header.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jixiao::ingest {

enum class RowKind : std::uint8_t {
  indicator, ///< also without a name, when anything else says that a row of the form stands here
  blank,     ///< no text of its own
  total,     ///< a line of sums
  foot,      ///< who filled the table in, a remark: below the indicators
  heading,   ///< texts of a project or unit, or a note: nothing of an indicator
  header,    ///< the header once more, or another one
};

/// Where the label of a line of sums stands, and which it is.
struct SumLabel {
  model::Column column;
  bool part; ///< a subtotal
};

class RowKinds {
public:
  explicit RowKinds(vocabulary::Vocabulary const& vocabulary);
  void set_layout(Layout const& layout);

  /// Before anything is carried down into `row`.
  [[nodiscard]] RowKind kind(model::RawRow const& row) const {
    std::string_view const name = row[model::Column::name];
    bool const own = !name.empty() && !row.carried.test(static_cast<std::size_t>(model::Column::name));
    bool const plain = own && name.size() > longest_label_ && name != name_head_ && !row.cells[probe_].empty()
                       && !may_be_head(row) && !ends_in_colon(row[first_]);
    return plain ? RowKind::indicator : unusual_kind(row);
  }

  /// `kind` of a row without a name, unless a column that is not read, such as that of serial numbers, says
  /// more: a word for a sum, which is put in the place of the name, or the label of a line below the rows.
  [[nodiscard]] RowKind kind_beside(SheetRow const& from, Layout const& layout, RowKind kind,
                                    model::RawRow& row) const;
  /// For a row before its total words are blanked; no value when it is no line of sums.
  [[nodiscard]] std::optional<SumLabel> sum_label(model::RawRow const& row) const;
  /// For a line of sums, whose total words are blanked: true when a project stands in it, with the amounts
  /// that the rows below it share.
  [[nodiscard]] bool begins_project(model::RawRow& row) const;

private:
  static constexpr unsigned char first_byte_of_ideographs = 0xE4; ///< signs such as at-least begin lower

  [[nodiscard]] RowKind unusual_kind(model::RawRow const& row) const;
  [[nodiscard]] std::optional<bool> sum_label(std::string_view text) const;
  [[nodiscard]] bool is_blank(std::string_view text) const;
  [[nodiscard]] bool is_heads_only(model::RawRow const& row) const;
  [[nodiscard]] bool has_indicator_text(model::RawRow const& row) const;
  [[nodiscard]] bool is_foot(model::RawRow const& row) const;
  /// An ASCII or a full-width colon: a label whose value stands in the next cell.
  [[nodiscard]] static bool ends_in_colon(std::string_view text) {
    constexpr std::string_view full_width = "\xEF\xBC\x9A";
    return !text.empty()
           && (text.back() == ':' || text.substr(text.size() < 3 ? 0 : text.size() - 3) == full_width);
  }
  [[nodiscard]] bool may_be_head(model::RawRow const& row) const {
    std::string_view const text = row.cells[probe_];
    return !text.empty() && static_cast<unsigned char>(text[0]) >= first_byte_of_ideographs;
  }

  vocabulary::Vocabulary const& vocabulary_;
  std::vector<std::string> empty_marks_;
  std::bitset<256> empty_begins_; ///< their first bytes: few texts have one
  std::size_t longest_label_ = 0;
  std::string name_head_;
  std::size_t probe_ = 0;             ///< a column whose data hardly ever look like the name of a column
  std::vector<model::Column> labels_; ///< columns where a label may stand, from the left
  model::Column first_ = model::Column::name; ///< of `labels_`
};

} // namespace jixiao::ingest
