#include "engine/lowering/memory.hpp"

#include "engine/lowering/duration.hpp"
#include "engine/lowering/number_doubts.hpp"
#include "engine/lowering/other_facts.hpp"
#include "engine/lowering/plain_cells.hpp"
#include "engine/model/short_text.hpp"
#include "engine/vocabulary/bonus.hpp"
#include "engine/vocabulary/citation.hpp"
#include "engine/vocabulary/level_text.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

namespace jixiao::lowering {

namespace {

// Entries: a table repeats some hundred names and cells; a whole province some thousands. An entry is one or
// two kilobytes, so that all together stay within some megabytes.
constexpr std::size_t most_patterns = 8192;
constexpr std::size_t most_targets = 2048;
constexpr std::size_t most_actuals = 2048;
constexpr std::size_t most_names = 2048;
constexpr std::size_t most_columns = 512;
constexpr std::size_t most_levels = 256;
constexpr std::size_t most_frames = 2048;

bool same_findings(std::vector<RowFinding> const& left, std::vector<RowFinding> const& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](RowFinding const& one, RowFinding const& other) {
                      return one.code.id == other.code.id && one.column == other.column
                             && one.span == other.span && one.arguments == other.arguments;
                    });
}

/// `to = from`, in the storage of its texts.
void copy_implied(std::optional<model::Implied> const& from, std::optional<model::Implied>& to) {
  if (!from || !to) {
    to = from;
    return;
  }
  to->kind = from->kind;
  to->relation = from->relation;
  model::assign_text(to->unit, from->unit);
  model::assign_text(to->from, from->from);
  model::assign_text(to->to, from->to);
  model::assign_text(to->because, from->because);
  if (!from->arguments.empty() || !to->arguments.empty()) {
    to->arguments = from->arguments;
  }
}

} // namespace

Memory::Memory(vocabulary::Vocabulary const& vocabulary)
    : vocabulary_(vocabulary), parser_(vocabulary.lexicon()), units_(find_conventional_units(vocabulary)),
      none_words_(vocabulary.lexicon()), doubts_(vocabulary::number_doubts(vocabulary)),
      patterns_(most_patterns), targets_(most_targets), actuals_(most_actuals), names_(most_names),
      short_names_(most_names), columns_(most_columns), levels_(most_levels), frames_(most_frames),
      short_frames_(most_frames), levels_beside_(most_levels) {
  static model::Reading const plain = [] {
    model::Reading result;
    result.kind = model::CellKind::quantity;
    return result;
  }();
  left_out_ = model::ReadingPtr(model::ReadingPtr(), &plain);
  use_slip_ratio(10);
  model::Unit const* const percent = units_.percent.unit;
  names_share_ = percent == nullptr || !vocabulary.depends_on_name(percent->id);
  percent_sample_ = make_percent_cell(parser_, vocabulary_);
  percent_actual_ = percent_sample_;
  percent_factor_ = numerator_factor(percent_sample_.whole.measure);
}

std::shared_ptr<Target> const& Memory::target(TargetTexts const& texts, MoneyLevel level, std::int32_t year) {
  std::string const year_text = std::to_string(year) + static_cast<char>('a' + static_cast<int>(level));
  return targets_.get({texts.target, texts.name, texts.relation, texts.measure, texts.direction, year_text},
                      [&] {
                        return read_target(texts, year, {name(texts.name), columns(texts), level});
                      });
}

Target Memory::read_target(TargetTexts const& texts, std::int32_t year, Frame frame) {
  Target result = make_target(texts, year, tools(), std::move(frame));
  for (Asked& asked : result.asked) {
    std::string const& wanted = asked.reading->level;
    if (!result.name->scale.empty()) {
      asked.levels = levels_declared(*result.name);
    } else if (asked.kind == model::CellKind::level && !wanted.empty()) {
      asked.levels = *levels_beside_.get({wanted}, [&] { return levels_beside(wanted, vocabulary_); });
    }
  }
  return result;
}

Pattern Memory::make_pattern(TargetTexts const& texts, MoneyLevel level, std::int32_t year) {
  Frame const frame{name(texts.name), columns(texts), level};
  bool const unit_by_number = !frame.columns->has_measure() && frame.name->has_numbers();
  bool const date_by_number =
      is_year(frame.columns->measure.unit) || (!frame.columns->has_measure() && frame.name->hints.deadline);
  if (unit_by_number || date_by_number) {
    return {};
  }
  auto const read = [&](std::string_view number) {
    return read_target(texts.with_target(number), year, frame); // any positive number would do
  };
  auto target = std::make_shared<Target const>(read("7"));
  if (!target->findings.empty() && !same_findings(target->findings, read("8").findings)) {
    return {}; // they name the number: each row needs its own
  }
  Pattern result;
  result.asked = target->asked.front();
  bool const implied_names_it = target->reading->implied && !target->reading->implied->arguments.empty();
  result.of_name = implied_names_it || !target->findings.empty(); // findings may name the indicator
  result.target = std::move(target);
  add_plain_comparisons(texts, result);
  return result;
}

void Memory::add_plain_comparisons(TargetTexts const& texts, Pattern& pattern) {
  if (none_words_.may_be_number()) {
    return; // then a number may say that nothing happened
  }
  BudgetFigures const no_budget;
  Tools const tools = this->tools();
  CompareContext const context{*pattern.target, texts.name, texts.measure, no_budget, tools, none_words_};
  Part const answer = pattern.target->cell.whole; // the sample answered by itself
  pattern.with_plain = make_plain_comparison(pattern.asked, answer, context);
  if (percent_sample_.reading != nullptr) {
    pattern.with_percent = make_plain_comparison(pattern.asked, percent_sample_.whole, context);
  }
}

RowFrame& Memory::frame(std::string_view level1, TargetTexts const& texts) {
  return *frames_.get({level1, texts.level2, texts.relation, texts.measure, texts.direction},
                      [&] { return make_frame(level1, texts); });
}

RowFrame& Memory::frame_of(model::RawRow const& row, TargetTexts const& texts) {
  using model::Column;
  using Key = decltype(short_frames_)::Key;
  Key::Texts const cells{row.padded(Column::level1), row.padded(Column::level2), row.padded(Column::relation),
                         row.padded(Column::measure), row.padded(Column::direction)};
  if (!Key::fits(cells) || texts.measure.size() != row[Column::measure].size()) {
    return frame(row[Column::level1], texts);
  }
  return short_frames_.get(Key(cells), [&] { return make_frame(row[Column::level1], texts); });
}

RowFrame Memory::make_frame(std::string_view level1, TargetTexts const& texts) {
  return {levels(level1, texts.level2), known_columns(texts), {}};
}

Pattern& Memory::pattern(TargetTexts const& texts, RowFrame& frame, std::int32_t year, std::uint32_t name) {
  constexpr std::uint32_t spread = 0x9E3779B1U; // kinds are flags: all of their bits count
  RowFrame::Met& met = frame.met[((name ^ static_cast<std::uint32_t>(year)) * spread) >> 29U];
  if (met.pattern == nullptr || met.name != name || met.year != year) {
    MoneyLevel const level = frame.levels.money;
    PatternKey const key{name, frame.columns.number, year, static_cast<std::int32_t>(level)};
    met = {name, year, patterns_.get({key.bytes()}, [&] { return make_pattern(texts, level, year); })};
  }
  return *met.pattern;
}

RowTarget Memory::row_target(TargetTexts const& texts, RowFrame& frame, std::int32_t year, bool shared,
                             Readings readings) {
  KnownName const& name = known_name(texts);
  std::uint64_t const print = name.print;
  bool const in_cell = texts.target_cell.size == texts.target.size();
  assert(!in_cell || texts.target_cell.view() == texts.target);
  auto const value = in_cell ? plain_number(texts.target_cell) : plain_number(texts.target);
  if (shared && value && value->sign() > 0 && !parts_thousands(texts.target)) {
    std::uint32_t const own = name.own;
    KnownColumns const& columns = frame.columns;
    std::uint32_t const kind = columns.unit_by_name  ? own
                               : columns.has_measure ? name.kind_with_unit
                                                     : name.kind_without_unit;
    Pattern* found = &pattern(texts, frame, year, kind);
    if (found->of_name && kind != own) {
      found = &pattern(texts, frame, year, own);
    }
    if (found->target != nullptr && readings == Readings::left_out) {
      found->asked.value = value;
      found->asked.reading = found->target->reading.get();
      return {*found->target, found->asked, left_out_, print, found};
    }
    if (found->target != nullptr) {
      std::shared_ptr<model::Reading> reading = target_readings_.take();
      fill_plain_reading(texts.target, *value, *reading);
      copy_implied(found->target->reading->implied, reading->implied);
      found->asked.value = value;
      found->asked.reading = reading.get();
      return {*found->target, found->asked, std::move(reading), print, found};
    }
  }
  Target const& whole = *target(texts, frame.levels.money, year);
  return {whole, whole.asked.front(), whole.reading, print, nullptr};
}

RowActual Memory::actual(std::string_view text, Readings readings) {
  std::string padded(text);
  padded.append(model::PaddedText::readable, '\0');
  return actual(model::PaddedText{padded.data(), text.size()}, readings);
}

RowActual Memory::actual(model::PaddedText padded, Readings readings) {
  std::string_view const text = padded.view();
  if (auto const value = plain_number(padded)) { // making it is cheaper than finding it
    AnswerForm const form = parts_thousands(text) ? AnswerForm::any : AnswerForm::plain;
    plain_actual_.whole.kind = model::CellKind::quantity;
    plain_actual_.whole.value = value;
    if (readings == Readings::left_out) {
      plain_actual_.whole.reading = left_out_.get();
      return {plain_actual_, left_out_, form};
    }
    std::shared_ptr<model::Reading> reading = actual_readings_.take();
    fill_plain_reading(text, *value, *reading);
    plain_actual_.whole.reading = reading.get();
    return {plain_actual_, std::move(reading), form};
  }
  if (!text.empty() && text.back() == '%' && percent_sample_.reading != nullptr) {
    auto const value = plain_number(model::PaddedText{text.data(), text.size() - 1});
    if (value && readings == Readings::left_out) {
      percent_actual_.whole.value = value;
      percent_actual_.whole.reading = left_out_.get();
      return {percent_actual_, left_out_, AnswerForm::percent};
    }
    if (value) {
      std::shared_ptr<model::Reading> reading = percent_readings_.take();
      fill_percent_reading(text, *value, percent_factor_, *percent_sample_.reading, *reading);
      percent_actual_.whole.value = value;
      percent_actual_.whole.reading = reading.get();
      return {percent_actual_, std::move(reading), AnswerForm::percent};
    }
  }
  Cell const& cell = *actuals_.get({text}, [&] {
    return read_cell(vocabulary::without_citation(vocabulary_, text), grammar::Role::actual, parser_,
                     vocabulary_);
  });
  return {cell, cell.reading, AnswerForm::any};
}

std::uint32_t Memory::kind_of(NameMeaning const& name, std::uint32_t own) const {
  bool const ordinary = names_share_ && name.scale.empty() && !name.scale_twice && name.titles == 0
                        && !name.partly_means_nothing && !name.bonus;
  if (!ordinary) {
    return own;
  }
  vocabulary::NameHints const& hints = name.hints;
  std::uint32_t kind = 1;
  for (bool const flag :
       {hints.deadline, hints.lower_is_better, hints.money_is_gain, hints.entitlement, hints.money,
        hints.deviation, hints.satisfaction, hints.ordinal, hints.percentage, hints.higher_is_better,
        hints.whole, hints.no_effect, hints.paid_out, hints.not_paid_out, hints.open_money, name.execution,
        name.deviation_named_rate, name.per_period}) {
    kind = kind << 1U | (flag ? 1U : 0U);
  }
  return kind;
}

Memory::KnownName const& Memory::known_name(std::string_view text) {
  return *names_.get({text}, [&] { return make_known_name(text); });
}

Memory::KnownName const& Memory::known_name(TargetTexts const& texts) {
  using Key = decltype(short_names_)::Key;
  bool const in_cell = texts.name_cell.data != nullptr && texts.name_cell.size == texts.name.size()
                       && Key::fits({texts.name_cell});
  return in_cell ? short_names_.get(Key({texts.name_cell}), [&] { return make_known_name(texts.name); })
                 : known_name(texts.name);
}

Memory::KnownName Memory::make_known_name(std::string_view text) {
  constexpr std::uint32_t behind_kinds = 1U << 19U;
  KnownName result;
  result.meaning = std::make_shared<NameMeaning>(make_name(text, vocabulary_, parser_));
  result.print = Fingerprint().add(text).value();
  result.own = behind_kinds + names_made_++;
  result.kind_with_unit = kind_of(*result.meaning, result.own);
  // Where no column says a unit, a number in the name may.
  result.kind_without_unit = result.meaning->has_numbers() ? result.own : result.kind_with_unit;
  return result;
}

KnownColumns const& Memory::known_columns(TargetTexts const& texts) {
  return *columns_.get({texts.relation, texts.measure, texts.direction}, [&] {
    auto meaning = std::make_shared<ColumnMeaning>(
        make_columns(texts.relation, texts.measure, texts.direction, vocabulary_, parser_));
    model::Unit const* const unit = meaning->measure.unit;
    bool const by_name = unit != nullptr && vocabulary_.depends_on_name(unit->id);
    bool const has_measure = meaning->has_measure();
    return KnownColumns{std::move(meaning), columns_made_++, has_measure, by_name};
  });
}

std::shared_ptr<NameMeaning const> Memory::name(std::string_view text) {
  return known_name(text).meaning;
}

std::shared_ptr<ColumnMeaning const> Memory::columns(TargetTexts const& texts) {
  return known_columns(texts).meaning;
}

namespace {

MoneyLevel money_level(Levels const& levels) {
  using model::Level1;
  bool const under_cost = levels.level1 == Level1::cost;
  if (!levels.level2) {
    bool const said = levels.level1 != Level1::other && levels.level1 != Level1::department;
    return under_cost ? MoneyLevel::beside_cost : said ? MoneyLevel::other : MoneyLevel::unknown;
  }
  if (levels.level2->id == "cost" || levels.level2->id == "economic_cost") {
    return MoneyLevel::cost;
  }
  if (levels.level2->level1 == Level1::cost) {
    return MoneyLevel::beside_cost;
  }
  if (under_cost || levels.level1 == Level1::department) {
    return MoneyLevel::unknown; // two levels that contradict each other
  }
  return levels.level2->id == "quantity" ? MoneyLevel::quantity : MoneyLevel::other;
}

/// The brackets behind a level: "(50)" and "(50 points)" do, "(3 of them)" and "(2023)" do not.
bool says_points(std::string_view bracket, Tools const& tools) {
  constexpr int full_marks = 100;
  auto const points = bracket.empty() ? std::nullopt : read_points(bracket, tools).value;
  return points && points->sign() > 0 && *points <= number::Rational(full_marks);
}

} // namespace

Levels const& Memory::levels(std::string_view level1, std::string_view level2) {
  return *levels_.get({level1, level2}, [&] {
    Levels result;
    result.level2_print = Fingerprint().add(level2).value();
    result.level1 = vocabulary_.level1(level1);
    result.level2 = vocabulary_.level2(level2);
    if (result.level1 == model::Level1::other) { // as forms print it, with a number and points
      vocabulary::LevelText const printed = vocabulary::level_text(level1);
      bool const points = says_points(printed.bracket, tools());
      result.level1 = vocabulary_.level1(points ? printed.name : printed.whole);
      result.level1_points = points && result.level1 != model::Level1::other;
    }
    if (!result.level2) {
      vocabulary::LevelText const printed = vocabulary::level_text(level2);
      bool const points = says_points(printed.bracket, tools());
      result.level2 = vocabulary_.level2(points ? printed.name : printed.whole);
      result.level2_points = points && result.level2;
    }
    bool const department = result.level1 == model::Level1::department;
    result.execution = result.level1 == model::Level1::execution
                       || (!department && vocabulary_.level1(level2) == model::Level1::execution);
    if (result.level2) {
      result.padded_level2_id = result.level2->id;
      result.padded_level2_id.append(model::PaddedText::readable, '\0');
    }
    result.bonus =
        vocabulary::heads_bonus(vocabulary_, level1) || vocabulary::heads_bonus(vocabulary_, level2);
    result.money = money_level(result);
    return result;
  });
}

} // namespace jixiao::lowering
