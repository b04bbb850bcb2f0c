#pragma once
// What the text of a cell is, by the words of rules/.
#include "engine/ingest/header.hpp"
#include "engine/vocabulary/forms.hpp"
#include "grammar/cell.hpp"
#include "grammar/row_shape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jixiao::ingest::forms {

/// The head of a column of rows.
struct FieldHead {
  vocabulary::RowField field = vocabulary::RowField::passed_over;
  bool fused_target = false;
  std::string unit;      ///< in brackets behind the head
  std::string year = {}; ///< that it names
};

/// A label with what its brackets say.
struct LabelRead {
  vocabulary::Label label;
  std::string unit;
};

/// Answers from vocabulary and forms; both must outlive it. Remembers what it was asked: one thread only.
class Words {
public:
  Words(vocabulary::Vocabulary const& vocabulary, vocabulary::Forms const& forms)
      : vocabulary_(vocabulary), forms_(forms), cells_(vocabulary.lexicon()) {}

  [[nodiscard]] std::optional<FieldHead> field_head(std::string_view text) const;
  [[nodiscard]] std::optional<LabelRead> label(std::string_view text) const;
  /// Where the value begins in a cell that holds a label, a colon and its value; no value when it is none.
  [[nodiscard]] std::optional<std::size_t> value_behind_label(std::string_view text) const;
  /// Level 1 or 2 without the points in brackets that departments' forms print behind it.
  [[nodiscard]] model::Level1 level1(std::string_view text) const;
  [[nodiscard]] std::optional<vocabulary::Level2> level2(std::string_view text) const;
  [[nodiscard]] grammar::RowCell sorts(std::string_view text) const;
  /// A number with or without a unit of money.
  [[nodiscard]] bool is_amount(std::string_view text) const;
  /// Any number with its sign or unit: a value, no name.
  [[nodiscard]] bool is_value(std::string_view text) const;
  /// A word for a sum ("total").
  [[nodiscard]] bool is_total(std::string_view text) const;
  /// A word or sign for nothing ("none", a dash).
  [[nodiscard]] bool says_nothing(std::string_view text) const {
    return cells_.parse(text, grammar::Role::actual).kind == grammar::CellKind::empty;
  }
  [[nodiscard]] bool is_unit(std::string_view text) const { return cells_.parse_unit(text).has_value(); }

  [[nodiscard]] vocabulary::Vocabulary const& vocabulary() const { return vocabulary_; }
  [[nodiscard]] vocabulary::Forms const& forms() const { return forms_; }

private:
  /// What a text is, looked up once: tables say the same words in every row.
  struct Known {
    std::optional<FieldHead> head;
    std::optional<LabelRead> label;
    grammar::RowCell sorts;
  };
  [[nodiscard]] Known const& known(std::string_view text) const;
  [[nodiscard]] std::optional<FieldHead> find_head(std::string_view text) const;
  [[nodiscard]] std::optional<LabelRead> find_label(std::string_view text) const;
  [[nodiscard]] grammar::RowCell find_sorts(std::string_view text) const;

  vocabulary::Vocabulary const& vocabulary_;
  vocabulary::Forms const& forms_;
  grammar::CellParser cells_;
  mutable std::unordered_map<std::string, Known> known_;
};

/// Digits with separators and a point, perhaps a sign; nothing else.
[[nodiscard]] bool is_bare_number(std::string_view text);

/// A code of digits and a name joined by a dash ("622001-..."); no value when `text` is none.
struct CodedName {
  std::string code, name;
};
[[nodiscard]] std::optional<CodedName> coded_name(std::string_view text);

/// `text` without brackets at its end that begin with a number: of points ("(30...)").
[[nodiscard]] std::string_view without_points(std::string_view text);
/// That number in plain digits; empty when there is none.
[[nodiscard]] std::string points_of(std::string_view text);

/// `text` without the number that headings begin with ("1.", "(1)", also in Chinese numerals).
[[nodiscard]] std::string_view without_enumeration(std::string_view text);

/// True when wide blanks stand inside `text`: several cells whose borders are lost.
[[nodiscard]] bool is_glued(std::string_view text);

/// True when the one blank at `at` stands between two ideographs: where a line was wrapped.
[[nodiscard]] bool is_wrap(std::string_view text, std::size_t at);
/// `text` without the blanks and line breaks between ideographs.
[[nodiscard]] std::string without_wraps(std::string_view text);
/// `text` as one line: line breaks become nothing beside an ideograph, else a blank.
[[nodiscard]] std::string without_line_breaks(std::string_view text);
/// True when there is such a blank.
[[nodiscard]] bool has_wrap(std::string_view text);

} // namespace jixiao::ingest::forms
