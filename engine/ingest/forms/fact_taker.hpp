#pragma once
// Values above the rows go to the facts that their labels name, every cell to the account.
#include "engine/ingest/forms/facts.hpp"

namespace jixiao::ingest::forms {

[[nodiscard]] bool is_money(vocabulary::LabelField field);

class FactTaker {
public:
  FactTaker(Words const& words, diagnostic::SourceId source, Account& account)
      : words_(words), source_(source), account_(account) {}

  /// Whether `text` can be the value of a label.
  [[nodiscard]] bool fits(vocabulary::LabelField field, std::string_view text) const;
  void use(Cell const& cell, CellUse use, std::string_view field = {});
  /// A label was printed: when nothing is found to be its value, a finding says so.
  void expect(Cell const& label, vocabulary::LabelField field);
  [[nodiscard]] bool expects(model::Column column) const {
    return expected_[static_cast<std::size_t>(column)] != nullptr;
  }
  /// `unit`: of money, as the label or the block prints it.
  void give(Cell const& cell, vocabulary::LabelField field, std::string const& unit = {});
  /// By its place `cell` is the value of a label that is not there.
  void give_without_label(Cell const& cell, vocabulary::LabelField field);
  /// What `cell` is cannot be told.
  void leave(Cell const& cell);
  /// `cell` names the unit of all amounts that print none.
  void give_money_unit(Cell const& cell, std::string const& unit);
  /// Amounts behind `label` whose heads are missing: which of them is whose nobody can tell.
  void leave_amounts(Cell const& label, std::vector<Cell const*> const& amounts);
  /// `label` heads a table of tasks with so many lines.
  void pass_over_tasks(Cell const& label, std::size_t lines);
  void give_title(Cell const& cell);
  void give_year(Cell const& cell, std::string const& year);

  [[nodiscard]] Facts const& facts() const { return facts_; }
  [[nodiscard]] std::optional<vocabulary::LabelField> last_goal() const { return last_goal_; }
  [[nodiscard]] Facts finish();

private:
  [[nodiscard]] diagnostic::Place place(Cell const& cell) const;
  /// Where a text about the execution goes; null for other fields.
  [[nodiscard]] Fact* execution_fact(vocabulary::LabelField field);
  void give_goal(Cell const& cell, vocabulary::LabelField field);
  void give_agency(Cell const& cell);
  void give_column(Cell const& cell, model::Column column, std::string text, std::string const& unit);

  Words const& words_;
  diagnostic::SourceId source_;
  Account& account_;
  Facts facts_;
  std::optional<vocabulary::LabelField> last_goal_;
  std::array<Cell const*, model::column_count> expected_{}; ///< the first label of each
  std::array<bool, model::column_count> contradicted_{};    ///< two amounts for one label: neither is taken
};

} // namespace jixiao::ingest::forms
