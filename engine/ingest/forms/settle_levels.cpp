#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/settle.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <map>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using model::Level1;

/// Words that tables print for each level 1, the first one for each.
std::map<Level1, std::string> printed_words(std::vector<TableDraft*> const& tables, Words const& words) {
  std::map<Level1, std::string> result;
  for (TableDraft const* table : tables) {
    for (ProjectDraft const& project : table->projects) {
      for (Draft const& row : project.rows) {
        if (Level1 const level = words.level1(row.text(Column::level1)); level != Level1::other) {
          result.emplace(level, row.text(Column::level1));
        }
      }
    }
  }
  return result;
}

class Levels {
public:
  Levels(Words const& words, std::map<Level1, std::string> printed)
      : words_(words), printed_(std::move(printed)) {}

  void row(Draft& row, Draft const* above, diagnostic::SourceId source) {
    std::optional<vocabulary::Level2> const second =
        row[Column::level2] ? words_.level2(row.text(Column::level2)) : std::nullopt;
    bool const own_first = row[Column::level1].has_value();
    if (!own_first) {
      std::string_view const up = above == nullptr ? std::string_view() : above->text(Column::level1);
      bool const other = second && words_.level1(up) != second->level1;
      if (!up.empty() && !other) {
        row[Column::level1] = DraftCell{std::string(up), {}, 0, 0};
        row.level1_carried = true;
      } else if (second) {
        restore(row, *second, source);
      }
    }
    bool const same_first = above != nullptr && above->text(Column::level1) == row.text(Column::level1);
    if (!row[Column::level2] && same_first && !above->text(Column::level2).empty()) {
      row[Column::level2] = DraftCell{std::string(above->text(Column::level2)), {}, 0, 0};
      row.level2_carried = true;
    }
  }

private:
  void restore(Draft& row, vocabulary::Level2 const& second, diagnostic::SourceId source) {
    auto const found = printed_.find(second.level1);
    std::string const word =
        found == printed_.end() ? std::string(words_.forms().level1_word(second.level1)) : found->second;
    if (word.empty()) {
      return;
    }
    row[Column::level1] = DraftCell{word, {}, 0, 0};
    row.findings.push_back(diagnostic::make(findings::level1_restored, {source, row.line, 0, 0, 0},
                                            {word, std::string(row.text(Column::level2))}));
  }

  Words const& words_;
  std::map<Level1, std::string> printed_;
};

/// Level 1 and level 2 in one cell, a sign between them.
struct BothLevels {
  std::string_view first, second;
};

std::optional<BothLevels> both_levels(std::string_view text, Words const& words) {
  constexpr std::string_view signs[] = {"-", "\xE2\x80\x94", "\xEF\xBC\x8D", "/", "\xEF\xBC\x9A", ":"};
  for (std::string_view const sign : signs) {
    std::size_t const at = text.find(sign);
    if (at == std::string_view::npos) {
      continue;
    }
    std::string_view rest = text.substr(at);
    while (rest.starts_with(sign)) {
      rest.remove_prefix(sign.size());
    }
    BothLevels const found{grammar::trim(text.substr(0, at)), grammar::trim(rest)};
    if (words.level1(found.first) != Level1::other && words.level2(found.second)) {
      return found;
    }
  }
  return std::nullopt;
}

} // namespace

bool names_both_levels(std::string_view text, Words const& words) {
  return both_levels(text, words).has_value();
}

bool split_levels(TableDraft& table, RowHeader& header, Words const& words) {
  if (header.has(Column::level2)) {
    return false;
  }
  bool split = false;
  for (ProjectDraft& project : table.projects) {
    for (Draft& row : project.rows) {
      auto const found = both_levels(row.text(Column::level1), words);
      if (!found) {
        continue;
      }
      DraftCell second = *row[Column::level1];
      second.text = found->second;
      row[Column::level1]->text = std::string(found->first);
      row[Column::level2] = std::move(second);
      split = true;
    }
  }
  auto const first = std::find_if(header.fields.begin(), header.fields.end(), [](FieldColumn const& field) {
    return field.field == vocabulary::row_field(Column::level1);
  });
  if (split && first != header.fields.end()) {
    FieldColumn second = *first;
    second.field = vocabulary::row_field(Column::level2);
    header.found.set(static_cast<std::size_t>(Column::level2));
    header.fields.insert(first + 1, std::move(second));
  }
  return split;
}

void settle_levels(std::vector<TableDraft*> const& tables, Words const& words) {
  Levels levels(words, printed_words(tables, words));
  for (TableDraft* table : tables) {
    for (ProjectDraft& project : table->projects) {
      Draft const* above = nullptr;
      for (Draft& row : project.rows) {
        levels.row(row, above, table->source);
        above = &row;
      }
    }
  }
}

} // namespace jixiao::ingest::forms
