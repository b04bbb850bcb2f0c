#include "engine/ingest/forms/assemble.hpp"

#include "engine/ingest/forms/broken_number.hpp"
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/model/unreadable_cell.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::RowField;

/// An amount and the unit that stands behind it.
struct Amount {
  std::string number, unit;
};

std::string_view without_currency_sign(std::string_view text) {
  for (std::string_view const sign : {"\xEF\xBF\xA5", "\xC2\xA5"}) {
    if (text.starts_with(sign)) {
      return grammar::trim(text.substr(sign.size()));
    }
  }
  return text;
}

/// "28 and the word for ten thousand yuan" apart; the number alone when no unit stands there.
Amount split_amount(std::string_view text, std::string const& block_unit, Words const& words) {
  if (is_bare_number(without_currency_sign(text))) {
    return {std::string(text), block_unit};
  }
  std::size_t end = 0;
  while (end < text.size()
         && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.' || text[end] == ',')) {
    ++end;
  }
  std::string_view const number = text.substr(0, end);
  std::string const unit = grammar::without_blanks(text.substr(end));
  if (!is_bare_number(number)) {
    return {std::string(text), {}};
  }
  if (unit.empty()) {
    return {std::string(number), block_unit};
  }
  if (!money_unit_of(unit, words.vocabulary()).empty()) {
    return {std::string(number), unit};
  }
  // A scale word alone is short for the unit of the block.
  bool const short_form = !block_unit.empty() && block_unit.size() > unit.size()
                          && block_unit.compare(0, unit.size(), unit) == 0 && words.is_amount(text);
  return short_form ? Amount{std::string(number), block_unit} : Amount{std::string(text), {}};
}

bool holds_numbers(Column column) {
  return column == Column::target || column == Column::actual || column == Column::weight
         || column == Column::claimed;
}

bool is_budget(Column column) {
  return column == Column::initial_budget || column == Column::adjusted_budget || column == Column::executed;
}

class Assembler {
public:
  Assembler(ProjectDraft&& draft, Facts const& facts, RowHeader const& header, vocabulary::Form const& form,
            Words const& words, diagnostic::SourceId source, Account& account)
      : draft_(std::move(draft)), facts_(facts), header_(header), form_(form), words_(words), source_(source),
        account_(account) {}

  FormProject run() {
    head_.source = source_;
    head_.row = draft_.rows.empty() ? 0 : draft_.rows.front().line;
    head_.fused_target = header_.fused_target && !header_.has(Column::measure);
    for (FieldColumn const& field : header_.fields) {
      if (is_column(field.field)) {
        head_.columns[static_cast<std::size_t>(field.field)] = field.column + 1;
        head_.units[static_cast<std::size_t>(field.field)] = field.unit;
      }
    }
    take_facts();
    take_execution();
    for (Draft& row : draft_.rows) {
      add_row(row);
    }
    result_.raw.above = std::make_shared<model::PrintedAbove const>(std::move(above_));
    result_.raw.header = std::make_shared<model::Header const>(std::move(head_));
    result_.raw.findings.insert(result_.raw.findings.begin(), draft_.findings.begin(), draft_.findings.end());
    return std::move(result_);
  }

private:
  std::string& common(Column column) { return common_[static_cast<std::size_t>(column)]; }

  /// The unit of an amount above the rows: its own label's, else the one printed for all. When only the
  /// amounts beside it print one it is taken from them, and said.
  std::string unit_of_fact(Column column) {
    Fact const& fact = facts_[column];
    if (!fact.unit.empty() || !facts_.money_unit.empty() || !is_bare_number(fact.text)) {
      return fact.unit.empty() ? facts_.money_unit : fact.unit;
    }
    std::string shared;
    for (Column const other : {Column::initial_budget, Column::adjusted_budget, Column::executed}) {
      std::string const& unit = facts_[other].unit;
      if (!shared.empty() && !unit.empty() && unit != shared) {
        return {};
      }
      shared = unit.empty() ? shared : unit;
    }
    if (!shared.empty()) {
      draft_.findings.push_back(diagnostic::make(findings::money_unit_shared,
                                                 {source_, fact.line, fact.column + 1, 0, 0},
                                                 {std::string(model::name(column)), shared}));
    }
    return shared;
  }

  void set(Column column, std::string text, CellOrigin origin, std::string const& printed = {}) {
    auto const i = static_cast<std::size_t>(column);
    if (is_budget(column)) {
      Amount amount = split_amount(text, printed, words_);
      text = std::move(amount.number);
      head_.units[i] = std::move(amount.unit);
    }
    common_[i] = std::move(text);
    origins_[i] = origin;
    if (head_.columns[i] == 0) {
      head_.columns[i] = origin.column == 0 ? 1 : origin.column;
    }
  }

  /// What belongs to the project: from its own lines, else from above the rows.
  void take_facts() {
    for (std::size_t i = 0; i < model::column_count; ++i) {
      auto const column = static_cast<Column>(i);
      auto const& own = draft_.cells[i];
      Fact const& fact = facts_.columns[i];
      if (own && column == Column::unit && coded_name(own->text)) {
        CodedName const coded = *coded_name(own->text);
        set(Column::unit_code, coded.code, {own->line, own->column + 1});
        set(Column::unit, coded.name, {own->line, own->column + 1});
      } else if (own) {
        set(column, own->text, {own->line, own->column + 1},
            head_.units[i].empty() ? facts_.money_unit : head_.units[i]);
      } else if (!fact.text.empty()) {
        set(column, fact.text, {fact.line, fact.column + 1}, is_budget(column) ? unit_of_fact(column) : "");
      }
    }
    if (!form_.project.empty()) { // a title names the unit where a form is about a whole one
      if (common(Column::unit).empty() && !common(Column::project).empty()) {
        set(Column::unit, std::string(words_.forms().without_unit_ending(common(Column::project))), {});
      }
      set(Column::project, form_.project, {});
    } else if (common(Column::project).empty() && common(Column::project_code).empty()) {
      draft_.findings.push_back(diagnostic::make(findings::project_name_lost, {source_, head_.row, 0, 0, 0},
                                                 {shortened(facts_.title)}));
    }
    if (common(Column::year).empty() && !header_.has(Column::year)) {
      draft_.findings.push_back(diagnostic::make(findings::year_not_found, {source_, head_.row, 0, 0, 0}));
    }
    auto const& goal = draft_.cells[static_cast<std::size_t>(RowField::goal)];
    result_.goal = goal ? goal->text : facts_.goal.text;
    result_.goal_actual = facts_.goal_actual.text;
  }

  [[nodiscard]] diagnostic::Place place(std::uint32_t line, std::uint32_t column) const {
    return {source_, line, column, 0, 0};
  }

  void take_execution() {
    auto const printed = [this](Fact const& fact) {
      return model::PrintedText{fact.text, place(fact.line, fact.column + 1)};
    };
    above_.execution_rate = printed(facts_.execution_rate);
    above_.execution_points = printed(facts_.execution_points);
    above_.execution_claimed = printed(facts_.execution_claimed);
    above_.execution_reason = printed(facts_.execution_reason);
    for (std::size_t i = 0; i < model::column_count; ++i) {
      above_.places[i] = place(origins_[i].line, origins_[i].column);
    }
  }

  void leave(Draft& row, DraftCell const& cell, Column column) {
    bool const points = column == Column::weight || column == Column::claimed;
    for (CellId const id : cell.from) {
      account_.use(id, CellUse::undecided);
    }
    row.findings.push_back(diagnostic::make(points ? findings::points_in_lines : findings::number_broken,
                                            {source_, cell.line, cell.column + 1, 0, 0},
                                            {shortened(cell.text)}));
  }

  /// No blank: nobody may say that it was left out.
  static void leave_open(Column column, model::RawRow& row) {
    if (column != Column::claimed) { // which gives no points
      row.set(column, model::unreadable_cell);
    }
  }

  void add_row(Draft& row) {
    bool const first = result_.raw.rows.empty();
    model::RawRow& to = result_.raw.rows.emplace_back();
    RowOrigin& origin = result_.origins.emplace_back();
    to.row = row.line;
    for (std::size_t i = 0; i < model::column_count; ++i) {
      if (!common_[i].empty()) {
        to.cells.set(i, common_[i]);
        to.carried.set(i, !first);
        origin[i] = origins_[i];
      } else if (row.cells[i] && holds_numbers(static_cast<Column>(i))
                 && is_broken_number(row.cells[i]->text)) {
        leave(row, *row.cells[i], static_cast<Column>(i));
        leave_open(static_cast<Column>(i), to);
      } else if (row.cells[i]) {
        to.cells.set(i, row.cells[i]->text);
        origin[i] = {row.cells[i]->line, row.cells[i]->line == 0 ? 0 : row.cells[i]->column + 1};
      }
    }
    for (Column const column : {Column::target, Column::actual, Column::weight}) {
      bool const left = row.cells_left || row.left.test(static_cast<std::size_t>(column));
      if (left && to[column].empty() && header_.has(column)) {
        leave_open(column, to); // one of the cells that were left may be its own
      }
    }
    to.carried |= row.shared;
    to.carried.set(static_cast<std::size_t>(Column::level1), row.level1_carried);
    to.carried.set(static_cast<std::size_t>(Column::level2), row.level2_carried);
    result_.raw.findings.insert(result_.raw.findings.end(), row.findings.begin(), row.findings.end());
  }

  ProjectDraft draft_;
  Facts const& facts_;
  RowHeader const& header_;
  vocabulary::Form const& form_;
  Words const& words_;
  diagnostic::SourceId source_;
  Account& account_;
  FormProject result_;
  model::Header head_;
  model::PrintedAbove above_;
  std::array<std::string, model::column_count> common_;
  RowOrigin origins_{};
};

} // namespace

FormProject assemble(ProjectDraft&& draft, Facts const& facts, RowHeader const& header,
                     vocabulary::Form const& form, Words const& words, diagnostic::SourceId source,
                     Account& account) {
  return Assembler(std::move(draft), facts, header, form, words, source, account).run();
}

} // namespace jixiao::ingest::forms
