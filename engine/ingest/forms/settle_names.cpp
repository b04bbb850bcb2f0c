// Words for levels in the column of names, and in that of the other level: what of the row was lost.
#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/settle.hpp"
#include "engine/ingest/listing.hpp"

#include <utility>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

struct LevelWord {
  bool first = false, second = false; ///< a name of level 1, of level 2
  [[nodiscard]] bool any() const { return first || second; }
};

/// No everyday word: indicators are called so, too.
LevelWord level_word(std::string_view text, Words const& words) {
  if (text.empty() || !words.forms().ends_like_level(without_points(text))) {
    return {};
  }
  return {words.level1(text) != model::Level1::other, words.level2(text).has_value()};
}

class NameSettler {
public:
  NameSettler(RowHeader const& header, Words const& words, diagnostic::SourceId source, Account& account)
      : header_(header), words_(words), source_(source), account_(account) {}

  void settle(Draft& row, Draft const* above) {
    if (row[Column::level1] && row[Column::name] && row[Column::level1]->from == row[Column::name]->from) {
      return; // merged over both
    }
    LevelWord const name = level_word(row.text(Column::name), words_);
    LevelWord const second = level_word(row.text(Column::level2), words_);
    bool const level1_blank = !row[Column::level1] || row.text(Column::level1).empty();
    bool const level2_blank = row.text(Column::level2).empty();
    if (second.first && !second.second && level1_blank) {
      // Printed wins over a level that goes on from above.
      move(row, Column::level2, Column::level1);
      if (name.second) {
        row.findings.pop_back(); // the name is lost, level 2 is not
        move(row, Column::name, Column::level2);
      }
    } else if (name.second && level2_blank && header_.has(Column::level2) && !goes_on_below(above, row)) {
      move(row, Column::name, Column::level2);
    } else if (name.first && !name.second && level1_blank && level2_blank && header_.has(Column::level1)) {
      move(row, Column::name, Column::level1);
    } else if (name.any()) {
      DraftCell const& cell = *row[Column::name];
      row.findings.push_back(diagnostic::make(findings::level_as_name, place(cell), {shortened(cell.text)}));
    } else if (words_.level2(row.text(Column::name))) { // indicators are called so, too
      DraftCell const& cell = *row[Column::name];
      row.findings.push_back(
          diagnostic::make(findings::level_word_as_name, place(cell), {shortened(cell.text)}));
    }
  }

private:
  [[nodiscard]] diagnostic::Place place(DraftCell const& cell) const {
    return {source_, cell.line, cell.column + 1, 0, 0};
  }

  /// A merged level 2 stands beside the row: what stands below the head of names is the name.
  static bool goes_on_below(Draft const* above, Draft const& row) {
    return above != nullptr && (*above)[Column::level2] && (*above)[Column::level2]->last_line >= row.line;
  }

  void move(Draft& row, Column from, Column to) {
    row[to] = std::exchange(row[from], std::nullopt);
    DraftCell const& cell = *row[to];
    for (CellId const id : cell.from) {
      account_.use(id, CellUse::row, model::name(to));
    }
    row.findings.push_back(diagnostic::make(
        findings::level_in_other_column, place(cell),
        {shortened(cell.text), std::string(model::name(from)), std::string(model::name(to))}));
  }

  RowHeader const& header_;
  Words const& words_;
  diagnostic::SourceId source_;
  Account& account_;
};

} // namespace

void settle_names(TableDraft& table, RowHeader const& header, Words const& words, Account& account) {
  if (!header.has(Column::target) || !header.has(Column::name)) {
    return; // items of a department's own form are called like levels
  }
  NameSettler settler(header, words, table.source, account);
  for (ProjectDraft& project : table.projects) {
    Draft const* above = nullptr;
    Draft merged; // what goes on below the row above
    for (Draft& row : project.rows) {
      settler.settle(row, above);
      if (row[Column::level2]) {
        merged[Column::level2] = row[Column::level2];
        above = &merged;
      }
    }
  }
}

} // namespace jixiao::ingest::forms
