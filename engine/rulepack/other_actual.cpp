#include "engine/rulepack/other_actual.hpp"

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
bool plain(model::Comparison const& comparison) {
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

} // namespace

bool OtherActual::is_possible(model::Comparison const& comparison) {
  return plain(comparison);
}

OtherActual::OtherActual(RulePack const& pack, model::Comparison const& comparison)
    : pack_(pack), facts_(comparison.facts), relation_(*deciding_relation(comparison)),
      range_(misses_range(comparison.facts)), now_(*facts_.number(NumberField::actual)->low.value),
      target_(*facts_.number(NumberField::target)->low.value) {
  place_stops();
}

bool OtherActual::met_now() const {
  return model::meets(relation_, now_, target_);
}

bool OtherActual::better_is_up() const {
  bool const reverse = relation_ == Relation::at_most || relation_ == Relation::less_than;
  return met_now() ? !reverse : now_ < target_ || (now_ == target_ && !reverse);
}

void OtherActual::place_stops() {
  stops_ = {target_, 0};
  for (Rational const& figure : figures_of(pack_)) {
    Rational const product = figure * target_;
    Rational const points = figure / Rational(100);
    for (Rational const& stop : {figure, product, target_ + product, target_ - product, target_ + figure,
                                 target_ - figure, target_ + points, target_ - points}) {
      stops_.push_back(stop);
    }
  }
  if (auto const& threshold = facts_.number(NumberField::pass_threshold);
      threshold && threshold->is_point()) {
    stops_.push_back(*threshold->low.value * target_);
  }
  for (std::size_t step = 0; step < model::scale_steps; ++step) {
    if (auto const& of_scale = facts_.number(NumberField::target_1 + step);
        of_scale && of_scale->is_point()) {
      stops_.push_back(*of_scale->low.value);
    }
  }
  std::sort(stops_.begin(), stops_.end());
  stops_.erase(std::unique(stops_.begin(), stops_.end()), stops_.end());
}

Interval OtherActual::share_at(Rational const& actual) const {
  bool const met = model::meets(relation_, actual, target_);
  if (range_ && met) {
    return share_inside();
  }
  return share_with(Interval::point(actual), met, model::is_at_limit(relation_, actual, target_));
}

/// Inside a range the row is one against its lower end, which is not known here: what it earns must not
/// hang on that.
Interval OtherActual::share_inside() const {
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

Interval OtherActual::share_between(number::End const& low, number::End const& high) const {
  Rational const middle = !low.value    ? *high.value - Rational(1)
                          : !high.value ? *low.value + Rational(1)
                                        : (*low.value + *high.value) / Rational(2);
  return share_with(Interval{low, high}, model::meets(relation_, middle, target_), false);
}

Interval OtherActual::share_with(Interval const& actual, bool met, bool at_limit) const {
  Facts facts = facts_;
  facts.number(NumberField::actual) = actual;
  facts.set(TruthField::met, met);
  facts.set(TruthField::at_limit, at_limit);
  return judge(pack_, facts).share;
}

} // namespace jixiao::rulepack
