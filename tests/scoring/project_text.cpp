#include "tests/scoring/project_text.hpp"

#include "engine/configuration/embedded.hpp"
#include "engine/rulepack/load.hpp"

#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

namespace jixiao::test {
namespace {

using model::CellKind;
using model::Comparison;
using model::Facts;
using model::NumberField;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;

diagnostic::Outcome<rulepack::PackFile> find_embedded(std::string_view id) {
  std::string const name = "packs/" + std::string(id) + ".yaml";
  diagnostic::Outcome<rulepack::PackFile> outcome;
  if (auto tree = configuration::embedded_tree(name)) {
    outcome.value = rulepack::PackFile{std::move(*tree), 0, std::string(configuration::embedded_text(name))};
  }
  return outcome;
}

Rational number_in(std::string const& text) {
  std::optional<Rational> const value = Rational::parse(text);
  if (!value) {
    throw std::runtime_error("no number in a test project: " + text);
  }
  return *value;
}

std::vector<std::string> split(std::string const& text, char separator) {
  std::vector<std::string> parts;
  std::string part;
  std::istringstream in(text);
  while (std::getline(in, part, separator)) {
    parts.push_back(part);
  }
  return parts;
}

struct Quantity {
  Rational actual, target;
};

Quantity quantity_in(std::string const& text) {
  std::size_t const slash = text.find('/');
  return {number_in(text.substr(0, slash)), number_in(text.substr(slash + 1))};
}

Facts quantity_facts(Quantity const& quantity, model::Direction direction, model::RelationWord relation,
                     bool met) {
  Facts facts;
  facts.number(NumberField::actual) = Interval::point(quantity.actual);
  facts.number(NumberField::target) = Interval::point(quantity.target);
  facts.set(TruthField::quantity, true);
  facts.set(TruthField::met, met);
  facts.set(TruthField::relation_printed, true);
  facts.set(WordField::relation, relation);
  facts.set(WordField::direction, direction);
  facts.set(WordField::position, model::Position::point);
  facts.set(WordField::target_kind, CellKind::quantity);
  facts.set(WordField::actual_kind, CellKind::quantity);
  facts.set(WordField::dimension, model::Dimension::count);
  return facts;
}

Facts more_is_better(Quantity const& quantity) {
  return quantity_facts(quantity, model::Direction::positive, model::RelationWord::at_least,
                        quantity.actual >= quantity.target);
}

Facts less_is_better(Quantity const& quantity) {
  return quantity_facts(quantity, model::Direction::negative, model::RelationWord::at_most,
                        quantity.actual <= quantity.target);
}

Facts kinds(CellKind target, CellKind actual) {
  Facts facts;
  facts.set(WordField::target_kind, target);
  facts.set(WordField::actual_kind, actual);
  return facts;
}

Facts level(model::LevelVerdict verdict) {
  Facts facts = kinds(CellKind::level, CellKind::level);
  facts.set(WordField::level, verdict);
  return facts;
}

Facts quantity_part(std::string const& kind, std::string const& numbers) {
  Quantity const quantity = quantity_in(numbers);
  Facts facts = more_is_better(quantity);
  if (kind == "r" || kind == "m") {
    facts = less_is_better(quantity);
  }
  if (kind == "m") {
    facts.set(WordField::dimension, model::Dimension::money);
  } else if (kind == "p") {
    facts.set(WordField::dimension, model::Dimension::ratio);
  } else if (kind == "a") {
    facts.set(TruthField::assumed, true);
  } else if (kind == "about") {
    facts.set(TruthField::about, true);
  } else if (kind == ">") {
    facts.set(WordField::relation, model::RelationWord::more_than);
    facts.set(TruthField::met, quantity.actual > quantity.target);
    facts.set(TruthField::at_limit, quantity.actual == quantity.target);
  } else if (kind == "over") {
    facts.number(NumberField::actual) = Interval::at_least(quantity.actual);
    facts.set(TruthField::met, model::Truth::unknown);
    facts.set(WordField::position, model::Position::overlap);
  }
  return facts;
}

Facts word_part(std::string const& word) {
  if (word == "met" || word == "part" || word == "not") {
    return level(word == "met"    ? model::LevelVerdict::met
                 : word == "part" ? model::LevelVerdict::partly_met
                                  : model::LevelVerdict::not_met);
  }
  if (word == "claim") {
    return kinds(CellKind::text, CellKind::status);
  }
  if (word == "bound") {
    Facts facts = quantity_part("v", "1/1");
    facts.number(NumberField::actual) = Interval::at_least(1);
    facts.set(WordField::position, model::Position::same);
    facts.set(TruthField::restated, true);
    return facts;
  }
  if (word == "late") {
    Facts facts = kinds(CellKind::date, CellKind::date);
    facts.set(TruthField::deadline, true);
    facts.set(WordField::position, model::Position::outside);
    return facts;
  }
  if (word == "none" || word == "early") {
    return kinds(CellKind::quantity, CellKind::empty);
  }
  if (word == "unreadable") {
    Facts facts = kinds(CellKind::quantity, CellKind::empty);
    facts.set(TruthField::unreadable, true);
    return facts;
  }
  if (word == "prose") {
    return kinds(CellKind::quantity, CellKind::text);
  }
  if (word == "empty") {
    return kinds(CellKind::empty, CellKind::empty);
  }
  throw std::runtime_error("no such part in a test project: " + word);
}

Comparison comparison(std::string const& part) {
  Comparison result;
  std::size_t const colon = part.find(':');
  result.facts = colon == std::string::npos ? word_part(part)
                                            : quantity_part(part.substr(0, colon), part.substr(colon + 1));
  result.not_due = part == "early";
  return result;
}

model::ReadingPtr reading(CellKind kind) {
  auto cell = std::make_shared<model::Reading>();
  cell->kind = kind;
  return cell;
}

model::Level1 level1(char letter) {
  switch (letter) {
  case 'b': return model::Level1::benefit;
  case 's': return model::Level1::satisfaction;
  case 'c': return model::Level1::cost;
  case 'x': return model::Level1::execution;
  case 'u': return model::Level1::other;
  default: return model::Level1::output;
  }
}

void read_weight(model::Indicator& row, std::string const& text) {
  row.weight_text = text;
  if (text == "?") {
    row.weight_unreadable = true;
  } else if (text != "-") {
    row.weight = number_in(text);
  }
}

void read_parts(model::Indicator& row, std::string const& text) {
  CellKind actual = CellKind::empty;
  for (std::string const& part : split(text, '+')) {
    row.comparisons.push_back(comparison(part));
    bool const empty = part == "none" || part == "empty" || part == "unreadable";
    actual = empty ? actual : CellKind::text;
  }
  row.unused = text == "empty";
  row.target = reading(row.unused ? CellKind::empty : CellKind::quantity);
  row.actual = reading(actual);
  if (row.comparisons.size() > 1) {
    for (std::size_t i = 0; i < row.comparisons.size(); ++i) {
      row.comparisons[i].label = "part " + std::to_string(i + 1);
    }
  }
}

model::Indicator indicator(std::string const& text, std::uint32_t ordinal) {
  model::Indicator row;
  row.row = ordinal;
  row.place.row = ordinal;
  row.level1_id = model::Level1::output;
  std::istringstream words(text);
  std::string word;
  for (std::size_t i = 0; words >> word; ++i) {
    if (i == 0) {
      read_weight(row, word);
    } else if (word[0] == '@') {
      row.level1_id = level1(word[1]);
      row.execution_row = word[1] == 'x';
    } else if (word[0] == '=') {
      row.claimed = number_in(word.substr(1));
    } else if (word == "!") {
      row.deviation_reason = "reason";
    } else if (word == "!/") {
      row.deviation_reason = "/"; // says none
    } else {
      read_parts(row, word);
    }
  }
  row.name = row.unused ? "" : "row " + std::to_string(ordinal);
  row.key = "unit/project/" + std::to_string(ordinal);
  row.digest = "digest " + std::to_string(ordinal);
  for (Comparison& each : row.comparisons) {
    each.facts.set(TruthField::named, !row.name.empty());
    each.facts.set(TruthField::weighted, row.weight.has_value());
    each.facts.set(TruthField::reason_given, row.deviation_reason == "reason");
    each.facts.set(WordField::level1, row.level1_id);
  }
  return row;
}

std::optional<Rational> yuan(std::string const& text) {
  return text.empty() ? std::nullopt : std::optional<Rational>(number_in(text) * Rational(10000));
}

} // namespace

rulepack::RulePack const& pack(std::string const& id) {
  static std::map<std::string, rulepack::RulePack> loaded;
  auto const known = loaded.find(id);
  if (known != loaded.end()) {
    return known->second;
  }
  diagnostic::Outcome<rulepack::PackFile> const file = find_embedded(id);
  if (!file.value) {
    throw std::runtime_error("no such pack: " + id);
  }
  diagnostic::Outcome<rulepack::RulePack> outcome = rulepack::load_pack(*file.value, find_embedded);
  if (!outcome.value) {
    std::string why = "pack refused: " + id;
    for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
      why += "\n" + std::to_string(each.where.row) + ": " + std::string(each.code);
      for (std::string const& argument : each.arguments) {
        why += " | " + argument;
      }
    }
    throw std::runtime_error(why);
  }
  return loaded.emplace(id, std::move(*outcome.value)).first->second;
}

model::Project project(std::string const& rows) {
  model::Project result;
  result.name = "project";
  result.unit = "unit";
  result.actual_column = true;
  for (std::string const& row : split(rows, ';')) {
    result.indicators.push_back(indicator(row, static_cast<std::uint32_t>(result.indicators.size() + 1)));
  }
  return result;
}

model::Project project(std::string const& rows, std::string const& budget) {
  model::Project result = project(rows);
  std::size_t const slash = budget.find('/');
  if (slash != std::string::npos) {
    std::string const amount = budget.substr(0, slash);
    result.budget.asked = true;
    if (amount == "?") { // printed and not understood; the initial budget does not stand in for it
      result.budget.adjusted_text = amount;
      result.budget.initial = Rational(1000000);
    } else {
      result.budget.adjusted = yuan(amount);
    }
    result.budget.executed = yuan(budget.substr(slash + 1));
  }
  return result;
}

std::string points(number::Rational const& value) {
  return number::format_fixed(value, 2, number::Rounding::half_up);
}

std::string points(number::Interval const& value) {
  if (value.is_point()) {
    return points(*value.low.value);
  }
  return (value.low.closed ? "[" : "(") + points(*value.low.value) + ", " + points(*value.high.value)
         + (value.high.closed ? "]" : ")");
}

std::string text(model::Ledger const& ledger) {
  return points(ledger.answered) + " / " + points(ledger.claimed) + " / " + points(ledger.unanswered) + " / "
         + points(ledger.lost);
}

std::string text(std::vector<std::string_view> const& ids) {
  std::string result;
  for (std::string_view id : ids) {
    result += (result.empty() ? "" : " ") + std::string(id);
  }
  return result;
}

std::string text(std::vector<model::QueueItem> const& queue) {
  std::string result;
  for (model::QueueItem const& item : queue) {
    result += (result.empty() ? "" : ", ") + std::to_string(item.row) + ": " + item.points.plain_text();
  }
  return result;
}

std::string codes(model::ProjectEvaluation const& evaluation) {
  std::set<std::string_view> found;
  for (diagnostic::Diagnostic const& each : evaluation.findings) {
    found.insert(each.code);
  }
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    for (diagnostic::Diagnostic const& each : row.findings) {
      found.insert(each.code);
    }
  }
  return text(std::vector<std::string_view>(found.begin(), found.end()));
}

std::string statuses(model::ProjectEvaluation const& evaluation) {
  std::vector<std::string_view> words;
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    words.push_back(model::name(row.status));
  }
  return text(words);
}

std::string scores(model::ProjectEvaluation const& evaluation) {
  std::string result;
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    result += (result.empty() ? "" : " ") + points(row.score);
  }
  return result;
}

} // namespace jixiao::test
