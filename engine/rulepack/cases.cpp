#include "engine/rulepack/cases.hpp"

#include <algorithm>

namespace jixiao::rulepack {

using model::NumberField;
using model::Truth;
using model::TruthField;
using model::WordField;
using number::End;
using number::Interval;
using number::Rational;

namespace {

constexpr std::size_t most_edges = 256;  // of one field, or of the ratio
constexpr std::size_t most_figures = 16; // of actual and target each, when they are held against figures

constexpr auto actual_index = static_cast<std::size_t>(NumberField::actual);
constexpr auto target_index = static_cast<std::size_t>(NumberField::target);

bool mentions(Program const& program, NumberField field) {
  return program.mentions_of[static_cast<std::size_t>(field)] != 0;
}

bool compares(Program const& program) {
  return std::any_of(program.code.begin(), program.code.end(), [](Instruction const& each) {
    return each.code >= Code::equal && each.code <= Code::in;
  });
}

/// The line cut at `edges`: (-inf, a), {a}, (a, b), {b}, (b, inf).
std::vector<Interval> cut_line(std::vector<Rational> edges, std::size_t limit) {
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  if (edges.size() > limit) {
    // Coarser cells decide less, and never wrongly. Packs of people have a handful of figures.
    edges = {Rational(0), Rational(1)};
  }
  std::vector<Interval> cells;
  End low{std::nullopt, false};
  for (Rational const& edge : edges) {
    cells.push_back({low, End{edge, false}});
    cells.push_back(Interval::point(edge));
    low = End{edge, false};
  }
  cells.push_back({low, End{std::nullopt, false}});
  return cells;
}

/// Where a rule with the figure `value` may change its mind about a ratio: at it, and where the ratio stands
/// inverted or as a deviation from 1.
void add_edges(std::vector<Rational>& edges, Rational const& value) {
  Rational const one(1);
  edges.insert(edges.end(), {value, one + value, one - value, -value});
  if (!value.is_zero()) {
    edges.push_back(one / value);
  }
}

} // namespace

Case::Case() {
  facts.truths.fill(Truth::unknown);
}

CaseSpace::CaseSpace(std::span<Program const* const> programs, RuleKind kind) : kind_(kind) {
  for (Program const* const program : programs) {
    for (Mention const& mention : program->mentions) {
      if (mention.formula == Mention::Formula::input) {
        names_[static_cast<std::size_t>(mention.field)] =
            program->text.substr(mention.span.begin, mention.span.size());
      }
    }
  }
  make_pairs(programs);
  make_numbers(programs);
  make_words(programs);
}

void CaseSpace::make_pairs(std::span<Program const* const> programs) {
  std::vector<Rational> edges{Rational(0), Rational(1)};
  std::vector<Rational> figures{Rational(0)};
  for (Program const* const program : programs) {
    if (!mentions(*program, NumberField::actual) && !mentions(*program, NumberField::target)) {
      continue;
    }
    ratios_only_ = ratios_only_ && !program->compares_measures;
    if (compares(*program)) {
      for (Rational const& constant : program->constants) {
        add_edges(edges, constant);
        figures.push_back(constant);
      }
    }
  }
  pairs_.push_back({});
  if (!ratios_only_) {
    std::vector<Interval> const cells = cut_line(figures, most_figures);
    for (Interval const& target : cells) {
      for (Interval const& actual : cells) {
        pairs_.push_back({actual, target});
      }
    }
    return;
  }
  for (Interval const& actual : cut_line({Rational(0)}, most_edges)) {
    pairs_.push_back({actual, Interval::point(0)});
  }
  for (Interval const& ratio : cut_line(edges, most_edges)) {
    pairs_.push_back({ratio, Interval::point(1)});
    pairs_.push_back({-ratio, Interval::point(-1)});
  }
}

void CaseSpace::make_numbers(std::span<Program const* const> programs) {
  for (std::size_t field = 0; field < model::number_field_count; ++field) {
    auto const which = static_cast<NumberField>(field);
    if (which == NumberField::actual || which == NumberField::target) {
      continue;
    }
    if (which == NumberField::elapsed) {
      // Always known, and a factor at most: where it stands between 0 and 1 tells no cases apart.
      numbers_[field].emplace_back(Interval{End{Rational(0), false}, End{Rational(1), true}});
      continue;
    }
    std::vector<Rational> edges{Rational(0)};
    for (Program const* const program : programs) {
      if (mentions(*program, which) && compares(*program)) {
        edges.insert(edges.end(), program->constants.begin(), program->constants.end());
      }
    }
    bool const never_negative = which == NumberField::weight || which == NumberField::pass_threshold
                                || field >= model::named_number_count; // inputs below 0 are refused
    bool const positive = kind_ == RuleKind::execution && which == NumberField::budget;
    if (kind_ == RuleKind::score) {
      numbers_[field].emplace_back();
    }
    for (Interval& cell : cut_line(std::move(edges), most_edges)) {
      bool const above = cell.low.value && cell.low.value->sign() >= 0;
      bool const zero = cell.is_point() && cell.low.value->is_zero();
      if ((above || !(never_negative || positive)) && !(zero && positive)) {
        numbers_[field].emplace_back(std::move(cell));
      }
    }
  }
}

void CaseSpace::make_words(std::span<Program const* const> programs) {
  for (Program const* const program : programs) {
    for (Instruction const& each : program->code) {
      if (each.code == Code::word_is || each.code == Code::word_is_not) {
        auto& named = words_[each.field];
        auto const word = static_cast<std::uint8_t>(each.argument);
        if (std::find(named.begin(), named.end(), word) == named.end()) {
          named.push_back(word);
        }
      }
    }
  }
  relation_matters_ = !words_[Case::index(WordField::relation)].empty();
  auto& directions = words_[Case::index(WordField::direction)];
  directions.clear(); // all three: the order of actual and target hangs on them
  for (std::size_t field = 0; field < model::word_field_count; ++field) {
    auto const all = static_cast<std::uint8_t>(model::words_of(static_cast<WordField>(field)).size());
    bool const every = static_cast<WordField>(field) == WordField::direction
                       || static_cast<WordField>(field) == WordField::relation;
    for (std::uint8_t word = 0; word < all; ++word) {
      if (std::find(words_[field].begin(), words_[field].end(), word) == words_[field].end()) {
        words_[field].push_back(word);
        if (!every) {
          has_other_[field] = true;
          break;
        }
      }
    }
  }
}

std::optional<Variable> CaseSpace::open_question(Program const& program, Case const& given) const {
  for (Instruction const& each : program.code) {
    switch (each.code) {
    case Code::truth_field:
      if ((given.truths >> each.field & 1U) == 0) {
        return Variable{Variable::Kind::truth, each.field};
      }
      break;
    case Code::word_is:
    case Code::word_is_not:
      if ((given.words >> each.field & 1U) == 0) {
        return Variable{Variable::Kind::word, each.field};
      }
      break;
    case Code::number_field:
      if ((given.numbers >> each.field & 1U) == 0) {
        bool const pair = each.field == actual_index || each.field == target_index;
        return Variable{pair ? Variable::Kind::pair : Variable::Kind::number, each.field};
      }
      break;
    default: break;
    }
  }
  return std::nullopt;
}

std::optional<Variable> CaseSpace::open_question_but(Program const& program, Case const& given,
                                                     Variable but) const {
  Case settled = given;
  settle(settled, but, 0);
  return open_question(program, settled);
}

std::vector<Variable> CaseSpace::figures() const {
  std::vector<Variable> all;
  for (std::uint8_t field = 0; field < model::number_field_count; ++field) {
    if (field != target_index) {
      all.push_back({field == actual_index ? Variable::Kind::pair : Variable::Kind::number, field});
    }
  }
  return all;
}

std::vector<std::vector<std::size_t>> CaseSpace::lines(Variable figure) const {
  std::vector<std::vector<std::size_t>> lines;
  std::vector<Cell> targets;
  for (std::size_t choice = 0; choice < choices(figure); ++choice) {
    bool const pair = figure.kind == Variable::Kind::pair;
    if (!(pair ? pairs_[choice].actual : numbers_[figure.field][choice])) {
      continue;
    }
    Cell const target = pair ? pairs_[choice].target : Cell();
    auto const known = std::find(targets.begin(), targets.end(), target);
    if (known == targets.end()) {
      targets.push_back(target);
      lines.push_back({choice});
    } else {
      lines[static_cast<std::size_t>(known - targets.begin())].push_back(choice);
    }
  }
  return lines;
}

std::optional<Variable> CaseSpace::open_tie(Case const& given) const {
  if (!relation_matters_ || given.settled(WordField::relation)) {
    return std::nullopt;
  }
  return Variable{Variable::Kind::word, static_cast<std::uint8_t>(WordField::relation)};
}

std::size_t CaseSpace::choices(Variable variable) const {
  switch (variable.kind) {
  case Variable::Kind::truth: return 2;
  case Variable::Kind::word: return words_[variable.field].size();
  case Variable::Kind::number: return numbers_[variable.field].size();
  case Variable::Kind::pair: break;
  }
  return pairs_.size();
}

void CaseSpace::settle(Case& given, Variable variable, std::size_t choice) const {
  switch (variable.kind) {
  case Variable::Kind::truth:
    given.facts.truths[variable.field] = choice == 0 ? Truth::yes : Truth::no;
    given.truths |= 1U << variable.field;
    return;
  case Variable::Kind::word:
    given.facts.words[variable.field] = words_[variable.field][choice];
    given.words |= 1U << variable.field;
    return;
  case Variable::Kind::number:
    given.facts.number(static_cast<NumberField>(variable.field)) = numbers_[variable.field][choice];
    given.numbers |= 1U << variable.field;
    given.cells[variable.field] = static_cast<std::uint32_t>(choice);
    return;
  case Variable::Kind::pair: break;
  }
  given.facts.numbers[actual_index] = pairs_[choice].actual;
  given.facts.numbers[target_index] = pairs_[choice].target;
  given.numbers |= 1U << actual_index | 1U << target_index;
  given.cells[actual_index] = static_cast<std::uint32_t>(choice);
}

void CaseSpace::reopen(Case& given, Variable variable) const {
  switch (variable.kind) {
  case Variable::Kind::truth:
    given.facts.truths[variable.field] = Truth::unknown;
    given.truths &= ~(1U << variable.field);
    return;
  case Variable::Kind::word: given.words &= ~(1U << variable.field); return;
  case Variable::Kind::number:
    given.facts.number(static_cast<NumberField>(variable.field)).reset();
    given.numbers &= ~(1U << variable.field);
    return;
  case Variable::Kind::pair: break;
  }
  given.facts.numbers[actual_index].reset();
  given.facts.numbers[target_index].reset();
  given.numbers &= ~(1U << actual_index | 1U << target_index);
}

} // namespace jixiao::rulepack
