#pragma once
// Reads the lines above the rows of a form: labels, and the values beside or below them. Private to this
// folder.
#include "engine/ingest/forms/fact_taker.hpp"

namespace jixiao::ingest::forms {

class BlockReader {
public:
  BlockReader(Words const& words, diagnostic::SourceId source, Account& account)
      : words_(words), taker_(words, source, account) {}

  [[nodiscard]] Facts run(Lines const& block);

private:
  /// A label whose values stand below it, or behind the labels that follow it.
  struct Open {
    vocabulary::LabelField field;
    std::uint32_t column = 0, columns = 1;
    std::string unit; ///< of money
    bool filled = false;
  };
  using Values = std::vector<Cell const*>;
  struct Pending {
    Cell const* cell;
    Line const* line;
  };

  void join_cut_labels(Lines const& lines);
  [[nodiscard]] bool is_label(Cell const& cell) const;
  [[nodiscard]] std::string unit_of(LabelRead const& label) const;
  void note_label(Cell const& cell, LabelRead const& label);
  void open(Cell const& cell, LabelRead const& label);
  void give(Cell const& cell, vocabulary::LabelField field, std::string const& unit);
  void leave_all(Values const& values);

  // Lines whose columns are known.
  void read_columns(Line const& line);
  void note_unknown_heads(Line const& line, Values const& values);
  [[nodiscard]] Values amounts_behind(Line const& line, std::size_t label,
                                      vocabulary::LabelField field) const;
  [[nodiscard]] bool heads_are_unknown(Line const& line, vocabulary::LabelField field) const;
  [[nodiscard]] bool takes_beside(Line const& line, std::size_t label, LabelRead const& read) const;
  [[nodiscard]] bool stands_beside(Line const& line, std::size_t label) const;
  void place_values(Line const& line, Values const& values);
  [[nodiscard]] std::vector<Open*> free_heads();
  [[nodiscard]] bool is_unknown_amounts(Values const& values, std::vector<Open*> const& heads) const;
  [[nodiscard]] bool lacks_cells(Line const& line, std::vector<Open*> const& heads) const;
  [[nodiscard]] Open* head_above(Cell const& cell, std::vector<Open*> const& heads) const;

  // A line of amounts: its label says of which part, the heads above say which amount.
  [[nodiscard]] bool has_money_heads() const;
  [[nodiscard]] bool begins_amounts(Line const& line) const;
  void read_amounts(Line const& line);
  void place_amounts(Line const& line, Cell const& label, std::string const& unit, Values const& values);

  // A table of its own: the tasks of the year. Nothing of it is a fact but the amounts of its sums.
  [[nodiscard]] Cell const* head_of_tasks(Line const& line) const;
  [[nodiscard]] bool goes_on_with_heads(Line const& line) const;
  [[nodiscard]] bool is_task(Line const& line) const;
  void open_amounts(Line const& line);
  [[nodiscard]] bool read_tasks(Line const& line);
  void end_tasks();

  // Lines of which only the order of cells is known.
  void read_order(Line const& line);
  void open_run(Values const& labels);
  void take_pending();

  [[nodiscard]] bool is_title_line(Line const& line) const;
  void orphan(Cell const& cell, Line const& line);
  void settle_orphans();

  Words const& words_;
  FactTaker taker_;
  Lines lines_;
  std::vector<Open> open_;
  std::vector<Pending> pending_;        ///< values whose labels stand in front of them
  Line const* unknown_heads_ = nullptr; ///< the last line when it may hold heads that are not known
  Cell const* row_ = nullptr;           ///< the label of the line of amounts that is read in order
  bool budget_follows_ = false;         ///< the last label was the title of the amounts
  std::string block_unit_;              ///< of money, in the brackets of the title of the amounts
  bool merged_ = false; ///< cells cover several columns: what stands beside a label can be told
  bool seen_label_ = false;
  bool seen_funds_ = false;
  bool seen_goal_actual_ = false;
  Cell const* tasks_ = nullptr; ///< the head over the names of the tasks that are read
  std::size_t task_lines_ = 0;
  std::vector<CellId> cut_;
  std::vector<Cell const*> orphans_; ///< in front of the amounts
};

} // namespace jixiao::ingest::forms
