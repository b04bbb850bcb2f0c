#include "engine/lowering/budget.hpp"

#include "engine/lowering/findings.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Column;
using model::Dimension;
using number::Rational;

namespace {

// ASCII and full-width ones, round and square, lenticular and corner ones.
constexpr std::pair<std::string_view, std::string_view> brackets[] = {{"(", ")"},
                                                                      {"\xEF\xBC\x88", "\xEF\xBC\x89"},
                                                                      {"[", "]"},
                                                                      {"\xEF\xBC\xBB", "\xEF\xBC\xBD"},
                                                                      {"\xE3\x80\x90", "\xE3\x80\x91"},
                                                                      {"\xE3\x80\x94", "\xE3\x80\x95"},
                                                                      {"{", "}"},
                                                                      {"\xE3\x80\x8C", "\xE3\x80\x8D"}};

class BudgetReader {
public:
  BudgetReader(model::RawRow const& row, model::Header const& header, Memory& memory)
      : row_(row), header_(header), memory_(memory), tools_(memory.tools()) {}

  BudgetRead run() {
    for (Column const column : {Column::initial_budget, Column::adjusted_budget, Column::executed}) {
      result_.budget.asked = result_.budget.asked || header_.has(column);
    }
    result_.figures.block = tools_.units.ten_thousand_yuan;
    result_.figures.block_text = tools_.units.ten_thousand_yuan_text;
    result_.budget.unit_text = result_.figures.block_text;
    read(Column::executed, result_.budget.executed_text, result_.budget.executed);
    read(Column::initial_budget, result_.budget.initial_text, result_.budget.initial);
    // Last, so that its unit is the block's when the columns differ.
    read(Column::adjusted_budget, result_.budget.adjusted_text, result_.budget.adjusted);
    result_.figures.budget = result_.budget.adjusted ? result_.budget.adjusted : result_.budget.initial;
    result_.figures.executed = result_.budget.executed;
    return std::move(result_);
  }

private:
  [[nodiscard]] Part read_part(std::string_view text) const {
    Part result = make_cell(text, tools_.parser.parse(text, grammar::Role::actual), tools_.vocabulary).whole;
    result.reading = nullptr; // gone with its cell; only the numbers are wanted
    return result;
  }

  [[nodiscard]] static Part plain_part(Rational value) {
    Part result;
    result.kind = CellKind::quantity;
    result.value = std::move(value);
    return result;
  }

  void read(Column column, std::string& printed, std::optional<Rational>& amount) {
    std::string_view const text = row_[column];
    printed = text;
    if (text.empty()) {
      return;
    }
    std::optional<Rational> plain = plain_number(row_.padded(column));
    bool const words = !plain;
    Part part = plain ? plain_part(std::move(*plain)) : read_part(text);
    if (part.kind == CellKind::empty) {
      printed.clear(); // "none" in the column of adjusted budgets: nothing was adjusted
      return;
    }
    std::string const& of_header = header_.units[static_cast<std::size_t>(column)];
    bool const money =
        part.measure.unit == nullptr || (dimension(part.measure) == Dimension::money && !part.measure.rate());
    if (!part.value || part.relation || !money) {
      result_.findings.push_back({findings::budget_unreadable, column, {}, {std::string(text)}});
      return;
    }
    if (words) {
      note_remark(column, text);
    }
    bool const marked = part.measure.mark_alone();
    if (part.measure.unit == nullptr || marked) {
      part.measure = marked ? Measure() : part.measure;
      supply_unit(part.measure, of_header, column, text);
    }
    if (marked && !(part.measure == tools_.units.yuan)) {
      result_.findings.push_back(
          {findings::currency_mark_alone,
           column,
           {},
           {std::string(text), of_header.empty() ? result_.figures.block_text : of_header}});
    }
    amount = *part.value * numerator_factor(part.measure);
    note_block(part.measure, of_header);
  }

  /// "115 (5 of them from last year)": the amount is read, and what else the cell says is not. A unit in
  /// brackets of its own is no remark.
  void note_remark(Column column, std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
      for (auto const& [open, close] : brackets) {
        if (!text.substr(at).starts_with(open)) {
          continue;
        }
        std::string_view inner = text.substr(at + open.size());
        inner = inner.substr(0, std::min(inner.find(close), inner.size()));
        if (!tools_.parser.parse_unit(inner)) {
          result_.findings.push_back(
              {findings::budget_remark, column, {}, {std::string(text), std::string(text.substr(at))}});
          return;
        }
      }
    }
  }

  void supply_unit(Measure& measure, std::string const& of_header, Column column, std::string_view text) {
    if (measure.scale_alone()) {
      measure.unit = tools_.units.yuan.unit; // 100 times ten thousand: of yuan, whatever the header says
      return;
    }
    Measure const printed = of_header.empty() ? Measure() : memory_.measure(of_header);
    if (dimension(printed) == Dimension::money && !printed.rate()) {
      measure = printed;
      return;
    }
    measure = printed.scale_alone() ? printed : tools_.units.ten_thousand_yuan;
    measure.unit = printed.scale_alone() ? tools_.units.yuan.unit : measure.unit;
    if (!assumed_ && !printed.scale_alone()) {
      assumed_ = true; // once a project says it
      result_.findings.push_back({findings::budget_unit_assumed, column, {}, {std::string(text)}});
    }
  }

  void note_block(Measure const& measure, std::string const& of_header) {
    if (!of_header.empty() && !assumed_) {
      result_.figures.block = measure;
      result_.figures.block_text = of_header;
      result_.budget.unit_text = of_header;
    }
  }

  model::RawRow const& row_;
  model::Header const& header_;
  Memory& memory_;
  Tools tools_;
  BudgetRead result_;
  bool assumed_ = false;
};

} // namespace

BudgetRead read_budget(model::RawRow const& row, model::Header const& header, Memory& memory) {
  return BudgetReader(row, header, memory).run();
}

} // namespace jixiao::lowering
