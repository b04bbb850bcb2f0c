#pragma once
// The forms in which tables are published, as data: rules/forms.yaml. Labels beside and above the rows, where
// their values stand, and which columns make which form.
#include "engine/vocabulary/vocabulary.hpp"

#include <array>
#include <bitset>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::vocabulary {

/// What a label outside the rows says about the value beside it.
enum class LabelField : std::uint8_t {
  project,
  project_code,
  unit,
  agency, ///< a code, a department, or both
  year,
  initial_budget,
  adjusted_budget,
  executed,
  funds,             ///< the whole amount: of a line of amounts, or the budget itself
  funds_part,        ///< a part of the amount: read and not used
  funds_block,       ///< title of the lines of amounts; its brackets hold the unit
  execution,         ///< remarks on it: not read
  execution_rate,    ///< computed here, and compared
  execution_points,  ///< what it is worth
  execution_claimed, ///< the score claimed for it
  execution_reason,  ///< why it is low
  goal,
  goal_actual,
  section,     ///< title of a block
  task,        ///< heads a table of its own: the tasks of a year, with their amounts
  passed_over, ///< its value is of no use here
  total,       ///< sum of the rows
  footer,      ///< stands below the rows
};
inline constexpr std::size_t label_field_count = 23;
[[nodiscard]] std::string_view name(LabelField field);

/// Where the value of a label stands.
enum class ValuePlace : std::uint8_t { none, right, below, right_or_below };

struct Label {
  LabelField field = LabelField::section;
  ValuePlace place = ValuePlace::none;
};

/// A column of the rows: one of the standard table, or one that is read and kept apart.
enum class RowField : std::uint8_t { goal = model::column_count, serial, passed_over };
inline constexpr std::size_t row_field_count = model::column_count + 3;
[[nodiscard]] constexpr RowField row_field(model::Column column) {
  return static_cast<RowField>(column);
}
[[nodiscard]] constexpr bool is_column(RowField field) {
  return static_cast<std::size_t>(field) < model::column_count;
}
/// "level1", ... as model::name(Column), and "goal", "serial", "passed_over".
[[nodiscard]] std::string_view name(RowField field);

using RowFields = std::bitset<row_field_count>;

/// One form: known by its columns, its title and the labels above its rows.
struct Form {
  std::string id;
  std::string title; ///< as people call it
  RowFields columns; ///< all must be there
  bool fused_target = false;
  RowFields without;               ///< none may be there
  std::vector<std::string> titles; ///< words of its title, as keys
  std::vector<std::string> labels; ///< labels above its rows that tell it from others, as keys
  std::string project;             ///< what stands for the project where a form is about the whole unit
  bool answers = false;            ///< the last cell of a row is what was done
};

/// Signs of boxes to tick.
struct TickSigns {
  std::vector<std::string> ticked;
  std::vector<std::string> empty;
  std::vector<std::string>
      marks; ///< of `ticked` or `empty`, those that alone are ticks and bullets in a text
};

/// Immutable after loading; const access from several threads is safe.
class Forms {
public:
  ~Forms();
  Forms(Forms&&) noexcept;
  Forms& operator=(Forms&&) noexcept;

  /// A label by any of its words, blanks and full-width forms ignored; no value when unknown.
  [[nodiscard]] std::optional<Label> label(std::string_view text) const;
  /// True when `text` ends as labels do that nobody has registered ("place of ..."): no name of anything.
  [[nodiscard]] bool may_be_label(std::string_view text) const;
  /// The word for a level ends so that no indicator is called by it.
  [[nodiscard]] bool ends_like_level(std::string_view text) const;
  /// True for the head of targets that were adjusted during the year.
  [[nodiscard]] bool heads_adjusted_targets(std::string_view head) const;
  /// True for a head over what is asked for a whole period of several years ("targets of the period").
  [[nodiscard]] bool is_whole_period(std::string_view text) const;
  /// Ends as the names of units do, and hardly one of a project.
  [[nodiscard]] bool may_be_unit(std::string_view text) const;
  /// Ends as the names of projects do, with a name in front, or says what is done to the house of a unit.
  [[nodiscard]] bool names_project(std::string_view text) const;
  /// A column that the lexicon does not know, by any of its words.
  [[nodiscard]] std::optional<RowField> column(std::string_view text) const;
  [[nodiscard]] std::span<Form const> all() const;
  /// What tables are called; the name of the project stands in front. Keys, the longest first.
  [[nodiscard]] std::span<std::string const> title_endings() const;
  /// What reports about one project are called. Keys, the longest first.
  [[nodiscard]] std::span<std::string const> report_endings() const;
  /// What stands between the name of the project and the rest of a report's title, and is no part of it.
  [[nodiscard]] std::span<std::string const> title_openings() const;
  /// The name of a unit as a title prints it, without what titles put behind it ("department").
  [[nodiscard]] std::string_view without_unit_ending(std::string_view name) const;
  /// The head that the standard table prints over relation, value and unit in one cell.
  [[nodiscard]] std::string_view fused_target_head() const;
  /// False for a line above a title that is no part of it ("Annex 2").
  [[nodiscard]] bool may_be_name(std::string_view text) const;
  /// The word that is put where a table lost a level 1; empty when the data give none.
  [[nodiscard]] std::string_view level1_word(model::Level1 level1) const;
  /// Lines between the pages of a table (page 3 of 5); `#` stands for a number.
  [[nodiscard]] bool is_page_mark(std::string_view text) const;
  [[nodiscard]] TickSigns const& tick_signs() const;

  struct Data;

private:
  friend struct FormsBuilder;
  Forms();
  std::unique_ptr<Data const> data_;
};

/// Builds the forms from rules/forms.yaml. Unknown keys, fields and words given twice are errors with file,
/// line and column; no value then.
[[nodiscard]] diagnostic::Outcome<Forms> load_forms(RuleFile const& file);

} // namespace jixiao::vocabulary
