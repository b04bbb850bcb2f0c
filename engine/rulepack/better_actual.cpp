#include "engine/rulepack/better_actual.hpp"

#include "engine/model/relation.hpp"
#include "engine/rulepack/evaluate.hpp"
#include "grammar/expression.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::rulepack {
namespace {

using grammar::Relation;
using model::Facts;
using model::NumberField;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;
using Kind = BetterActual::Kind;

/// The relation that rules see: of a range, that of the end that the number misses.
std::optional<Relation> relation_of(Facts const& facts) {
  std::uint8_t const word = facts.word(WordField::relation); // the words stand behind "none", in this order
  return word == 0 ? std::nullopt : std::optional(static_cast<Relation>(word - 1));
}

bool misses_range(Facts const& facts) {
  return facts.word(WordField::target_kind) == static_cast<std::uint8_t>(grammar::CellKind::range)
         && facts.truth(TruthField::met) == model::Truth::no;
}

/// The relation that says where better is.
std::optional<Relation> deciding_relation(model::Comparison const& comparison) {
  return misses_range(comparison.facts) ? relation_of(comparison.facts) : comparison.relation;
}

/// A plain number against a plain number, under a relation that says where better is; or against the end of a
/// range that it misses.
bool is_plain(model::Comparison const& comparison) {
  Facts const& facts = comparison.facts;
  auto const& target = facts.number(NumberField::target);
  auto const& actual = facts.number(NumberField::actual);
  bool const point = facts.word(WordField::position) == static_cast<std::uint8_t>(model::Position::point);
  std::optional<Relation> const relation = deciding_relation(comparison);
  bool const related = relation && *relation != Relation::not_equal && *relation != Relation::about;
  bool const quantity =
      misses_range(facts)
      || facts.word(WordField::target_kind) == static_cast<std::uint8_t>(grammar::CellKind::quantity);
  return point && related && quantity && facts.truth(TruthField::quantity) == model::Truth::yes
         && facts.truth(TruthField::about) != model::Truth::yes && target && target->is_point() && actual
         && actual->is_point();
}

/// Every figure that the scoring rules name.
std::vector<Rational> figures_of(RulePack const& pack) {
  std::vector<Rational> figures;
  for (Rule const& rule : pack.score) {
    for (std::string const* text : {&rule.when_text, &rule.share_text}) {
      grammar::ExpressionResult const parsed = grammar::parse_expression(*text);
      for (grammar::ExpressionNode const& node :
           parsed.tree ? parsed.tree->nodes : std::vector<grammar::ExpressionNode>()) {
        auto figure =
            node.kind == grammar::ExpressionNode::Kind::number ? Rational::parse(node.text) : std::nullopt;
        if (figure) {
          figures.push_back(node.percent ? *figure / Rational(100) : std::move(*figure));
        }
      }
    }
  }
  std::sort(figures.begin(), figures.end());
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  return figures;
}

class Search {
public:
  Search(RulePack const& pack, model::Comparison const& comparison, Rational earned)
      : pack_(pack), facts_(comparison.facts), relation_(*deciding_relation(comparison)),
        range_(misses_range(comparison.facts)), earned_(std::move(earned)),
        actual_(*facts_.number(NumberField::actual)->low.value),
        target_(*facts_.number(NumberField::target)->low.value), up_(actual_ < target_) {
    place_stops();
  }

  BetterActual more() const {
    return walk([&](Interval const& share) { return *share.high.value > earned_; },
                [&](Interval const& share) {
                  return *share.low.value > earned_ || (*share.low.value == earned_ && !share.low.closed);
                },
                true);
  }

  BetterActual full() const {
    Rational const one = 1;
    return walk([&](Interval const& share) { return *share.high.value == one && share.high.closed; },
                [&](Interval const& share) { return *share.low.value == one; }, false);
  }

private:
  /// Where rules may begin to say something else: figures alone, times the target, beside it; and the target.
  void place_stops() {
    std::vector<Rational> found{target_};
    for (Rational const& figure : figures_of(pack_)) {
      Rational const product = figure * target_;
      Rational const points = figure / Rational(100);
      for (Rational const& stop : {figure, product, target_ + product, target_ - product, target_ + figure,
                                   target_ - figure, target_ + points, target_ - points}) {
        found.push_back(stop);
      }
    }
    if (auto const& threshold = facts_.number(NumberField::pass_threshold);
        threshold && threshold->is_point()) {
      found.push_back(*threshold->low.value * target_);
    }
    for (Rational& stop : found) {
      bool const between = up_ ? actual_ < stop && stop <= target_ : stop < actual_ && target_ <= stop;
      if (between) {
        stops_.push_back(std::move(stop));
      }
    }
    std::sort(stops_.begin(), stops_.end(),
              [&](Rational const& one, Rational const& other) { return up_ ? one < other : other < one; });
    stops_.erase(std::unique(stops_.begin(), stops_.end()), stops_.end());
  }

  Interval share_at(Rational const& actual) const {
    bool const met = model::meets(relation_, actual, target_);
    if (range_ && met) {
      return share_inside();
    }
    return share_with(Interval::point(actual), met, model::is_at_limit(relation_, actual, target_));
  }

  /// Inside a range the row is one against its lower end, which is not known here: what it earns must not
  /// hang on that.
  Interval share_inside() const {
    Facts facts = facts_;
    facts.number(NumberField::target).reset();
    facts.set(TruthField::met, true);
    facts.set(TruthField::at_limit, false);
    facts.set(WordField::relation, model::RelationWord::at_least);
    facts.set(WordField::direction, model::Direction::positive);
    Interval const closed = judge(pack_, facts).share;
    facts.set(WordField::relation, model::RelationWord::more_than);
    Interval const open = judge(pack_, facts).share;
    facts.set(WordField::relation, model::RelationWord::at_most);
    facts.set(WordField::direction, model::Direction::negative);
    Interval const none_below = judge(pack_, facts).share; // a range without a lower end
    return closed == open && closed == none_below ? closed : Interval::closed(0, 1);
  }

  /// Strictly between two stops nothing of the row but the number changes.
  Interval share_between(Rational const& from, Rational const& to) const {
    Interval const between{{up_ ? from : to, false}, {up_ ? to : from, false}};
    Rational const middle = (from + to) / Rational(2);
    return share_with(between, model::meets(relation_, middle, target_), false);
  }

  Interval share_with(Interval const& actual, bool met, bool at_limit) const {
    Facts facts = facts_;
    facts.number(NumberField::actual) = actual;
    facts.set(TruthField::met, met);
    facts.set(TruthField::at_limit, at_limit);
    return judge(pack_, facts).share;
  }

  /// Goes towards the target until something gives what is looked for. `may`: some of these shares do;
  /// `all`: all of them do.
  template <class May, class All>
  BetterActual walk(May may, All all, bool gradual) const {
    Rational from = actual_;
    for (Rational const& stop : stops_) {
      Interval const between = share_between(from, stop);
      if (may(between)) {
        if (!all(between)) {
          return {};
        }
        bool const at_once = gradual && from == actual_ && !between.is_point();
        return {at_once ? Kind::every_bit : Kind::beyond, from, between};
      }
      Interval const at_stop = share_at(stop);
      if (may(at_stop)) {
        return all(at_stop) ? BetterActual{Kind::reach, stop, at_stop} : BetterActual{};
      }
      from = stop;
    }
    return {Kind::none, target_, {}};
  }

  RulePack const& pack_;
  Facts const& facts_;
  Relation relation_;
  bool range_; ///< the target is one end of a range
  Rational earned_, actual_, target_;
  bool up_;
  std::vector<Rational> stops_;
};

} // namespace

BetterActuals better_actuals(RulePack const& pack, model::Comparison const& comparison,
                             Interval const& share) {
  if (!is_plain(comparison) || !share.is_point()) {
    return {};
  }
  Search const search(pack, comparison, *share.low.value);
  return {search.more(), search.full()};
}

} // namespace jixiao::rulepack
