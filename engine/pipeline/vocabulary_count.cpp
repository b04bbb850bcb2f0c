#include "engine/pipeline/vocabulary_count.hpp"

#include "engine/lowering/findings.hpp"
#include "engine/vocabulary/nearest.hpp"
#include "engine/vocabulary/nearest_known.hpp"
#include "grammar/notes.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace jixiao::pipeline {
namespace {

using model::Column;
using vocabulary::NearestKnown;
using vocabulary::WordsOf;

/// Order of kinds in the report: as the standard table has its columns, heads before them all.
constexpr Column reported[] = {Column::year,     Column::initial_budget, Column::adjusted_budget,
                               Column::executed, Column::level1,         Column::level2,
                               Column::relation, Column::target,         Column::measure,
                               Column::weight,   Column::direction,      Column::actual,
                               Column::claimed,  Column::pass_threshold, Column::department_weight,
                               Column::targets,  Column::inputs};

/// Columns of a row that are read as words or numbers of their own, and what says that one was not.
struct Told {
  Column column;
  diagnostic::Code const& code;
};
constexpr Told told_of_rows[] = {{Column::level1, lowering::findings::level1_unknown},
                                 {Column::level2, lowering::findings::level2_unknown},
                                 {Column::relation, lowering::findings::relation_unknown},
                                 {Column::measure, lowering::findings::measure_unknown},
                                 {Column::direction, lowering::findings::direction_unknown},
                                 {Column::claimed, lowering::findings::claimed_unreadable},
                                 {Column::pass_threshold, lowering::findings::threshold_unreadable},
                                 {Column::targets, lowering::findings::targets_unreadable},
                                 {Column::inputs, lowering::findings::inputs_unreadable}};
constexpr Told told_of_projects[] = {{Column::year, lowering::findings::year_unreadable},
                                     {Column::initial_budget, lowering::findings::budget_unreadable},
                                     {Column::adjusted_budget, lowering::findings::budget_unreadable},
                                     {Column::executed, lowering::findings::budget_unreadable},
                                     {Column::department_weight, lowering::findings::share_unreadable}};

std::size_t index(Column column) {
  return static_cast<std::size_t>(column);
}

/// Whether `findings` say `code` of a text; of any when `text` is empty.
bool says(diagnostic::Diagnostics const& findings, diagnostic::Code const& code, std::string_view text = {}) {
  return std::any_of(findings.begin(), findings.end(), [&](diagnostic::Diagnostic const& each) {
    return each.code == code.id
           && (text.empty() || (!each.arguments.empty() && each.arguments.front() == text));
  });
}

bool is_text(model::Reading const& reading) {
  return reading.kind == model::CellKind::text
         || std::any_of(reading.parts.begin(), reading.parts.end(), [](model::Reading const& part) {
              return part.kind == model::CellKind::text && !part.condition;
            });
}

/// Words beside the number of a target without a relation that neither the lexicon nor the name of the row
/// has: one of them may be the relation.
bool has_stray_words(model::Indicator const& indicator, vocabulary::Vocabulary const& vocabulary) {
  model::Reading const& target = *indicator.target;
  bool const implied = !target.relation && indicator.relation_text.empty() && !target.subject.empty();
  return implied
         && !vocabulary
                 .foreign_words(grammar::without_blanks(target.subject),
                                grammar::without_blanks(indicator.name), 0, vocabulary::Beside::number)
                 .empty();
}

/// "Not to happen", answered with "did not happen": scored, so both cells were understood.
bool is_zero_event(model::Indicator const& indicator) {
  return std::any_of(indicator.comparisons.begin(), indicator.comparisons.end(),
                     [](model::Comparison const& each) {
                       return each.facts.truth(model::TruthField::zero_event) == model::Truth::yes;
                     });
}

/// Words that are no value may still answer: not done, the words of the target again.
bool answers(model::Indicator const& indicator) {
  using model::TruthField;
  return std::any_of(indicator.comparisons.begin(), indicator.comparisons.end(),
                     [](model::Comparison const& each) {
                       return each.facts.truth(TruthField::unreached) == model::Truth::yes
                              || each.facts.truth(TruthField::restated) == model::Truth::yes
                              || each.facts.truth(TruthField::echo) == model::Truth::yes;
                     });
}

/// None: the words of this kind are numbers.
std::optional<WordsOf> words_of(std::size_t kind) {
  if (kind == model::column_count) {
    return WordsOf::head;
  }
  switch (static_cast<Column>(kind)) {
  case Column::level1: return WordsOf::level1;
  case Column::level2: return WordsOf::level2;
  case Column::relation: return WordsOf::relation;
  case Column::measure: return WordsOf::unit;
  case Column::direction: return WordsOf::direction;
  case Column::target:
  case Column::actual: return WordsOf::answer;
  default: return std::nullopt;
  }
}

/// A text of more letters is a sentence: nobody enters it in a list of words.
constexpr std::size_t longest_word = 12;

std::string key_of(std::string_view text) {
  return grammar::without_blanks(grammar::fold_width(text));
}

} // namespace

void VocabularyCount::cell(std::size_t kind, std::string_view text, diagnostic::Place const& place,
                           bool understood) {
  Kind& counted = kinds_[kind];
  ++counted.cells;
  if (understood) {
    ++counted.understood;
    return;
  }
  std::string key = key_of(text);
  auto const found = counted.known.find(key);
  if (found != counted.known.end()) {
    ++unknown_[found->second].count;
  } else if (bytes_ + text.size() > most_bytes) {
    ++not_listed_;
  } else {
    bytes_ += text.size();
    counted.known.emplace(std::move(key), unknown_.size());
    std::string name(kind == head_kind ? "head" : model::name(static_cast<Column>(kind)));
    unknown_.push_back({std::move(name), std::string(text), 1, place, {}});
  }
}

void VocabularyCount::head(std::string_view text, diagnostic::Place const& place, bool understood) {
  cell(head_kind, text, place, understood);
}

void VocabularyCount::add(model::RawProject const& raw, model::Project const& project) {
  ++projects_;
  project_cells(raw, project);
  std::size_t const count = std::min(raw.rows.size(), project.indicators.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (!project.indicators[i].unused) {
      ++rows_;
      row(raw, raw.rows[i], project.indicators[i]);
    }
  }
}

/// What is said of the project stands in its first row, or above all of them.
void VocabularyCount::project_cells(model::RawProject const& raw, model::Project const& project) {
  if (raw.rows.empty()) {
    return;
  }
  model::RawRow const& first = raw.rows.front();
  for (Told const& each : told_of_projects) {
    std::string_view const text = first[each.column];
    if (!text.empty() && !first.carried[index(each.column)]) {
      diagnostic::Place const place = raw.above && raw.above->places[index(each.column)].row != 0
                                          ? raw.above->places[index(each.column)]
                                          : raw.place(first, each.column);
      cell(index(each.column), text, place, !says(project.findings, each.code, text));
    }
  }
}

void VocabularyCount::row(model::RawProject const& raw, model::RawRow const& row,
                          model::Indicator const& indicator) {
  auto const own = [&row](Column column) { return !row[column].empty() && !row.carried[index(column)]; };
  for (Told const& each : told_of_rows) {
    if (own(each.column)) {
      cell(index(each.column), row[each.column], raw.place(row, each.column),
           !says(indicator.findings, each.code));
    }
  }
  if (own(Column::weight)) {
    cell(index(Column::weight), row[Column::weight], raw.place(row, Column::weight),
         !indicator.weight_unreadable);
  }
  if (own(Column::target)) {
    diagnostic::Place const place = raw.place(row, Column::target);
    cell(index(Column::target), row[Column::target], place,
         (!is_text(*indicator.target) && !has_stray_words(indicator, vocabulary_))
             || is_zero_event(indicator));
    units(*indicator.target, place);
  }
  if (own(Column::actual)) {
    diagnostic::Place const place = raw.place(row, Column::actual);
    cell(index(Column::actual), row[Column::actual], place,
         !is_text(*indicator.actual) || answers(indicator) || is_zero_event(indicator));
    units(*indicator.actual, place);
  }
}

/// Units inside of a cell, known and unknown.
void VocabularyCount::units(model::Reading const& reading, diagnostic::Place const& place) {
  auto const known = [&](model::Reading const& part) {
    if (!part.unit.empty()) {
      cell(index(Column::measure), part.unit, place, true);
    }
  };
  known(reading);
  std::for_each(reading.parts.begin(), reading.parts.end(), known);
  for (model::CellFinding const& each : reading.findings) {
    if (each.code.id == grammar::notes::unit_unknown && !each.arguments.empty()) {
      cell(index(Column::measure), each.arguments.front(), place, false);
    }
  }
}

report::VocabularyReport VocabularyCount::finish() && {
  report::VocabularyReport result;
  result.projects = projects_;
  result.rows = rows_;
  result.not_listed = not_listed_;
  std::vector<std::size_t> order{head_kind};
  for (Column const column : reported) {
    order.push_back(index(column));
  }
  for (std::size_t const kind : order) {
    Kind const& counted = kinds_[kind];
    if (counted.cells == 0) {
      continue;
    }
    std::string const name(kind == head_kind ? "head" : model::name(static_cast<Column>(kind)));
    result.kinds.push_back({name, counted.cells, counted.understood});
    std::optional<NearestKnown> known;
    if (auto const of = counted.known.empty() ? std::nullopt : words_of(kind)) {
      known.emplace(vocabulary_, *of);
    }
    for (auto& each : unknown_) {
      if (each.kind == name) {
        each.nearest = known ? known->find(each.text) : std::string();
        result.unknown.push_back(std::move(each));
      }
    }
  }
  std::stable_sort(result.unknown.begin(), result.unknown.end(),
                   [](report::UnknownCells const& left, report::UnknownCells const& right) {
                     bool const words[] = {vocabulary::letters(left.text) <= longest_word,
                                           vocabulary::letters(right.text) <= longest_word};
                     return left.count != right.count ? left.count > right.count : words[0] && !words[1];
                   });
  return result;
}

} // namespace jixiao::pipeline
