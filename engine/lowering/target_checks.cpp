#include "engine/lowering/target_checks.hpp"

#include "engine/lowering/findings.hpp"
#include "engine/lowering/likeness.hpp"
#include "engine/lowering/number_doubts.hpp"
#include "engine/vocabulary/change.hpp"
#include "engine/vocabulary/clause_words.hpp"
#include "grammar/notes.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace jixiao::lowering {

using model::CellKind;
using model::Column;
using model::Dimension;
using model::Direction;
using model::Relation;

namespace {

class Checker {
public:
  Checker(TargetTexts const& texts, Tools const& tools, Target& target)
      : texts_(texts), tools_(tools), target_(target) {}

  void check_cell() {
    for (model::CellFinding const& found : target_.reading->findings) {
      add(found.code, Column::target, found.arguments, found.span);
    }
    if (target_.reading->external) {
      add(findings::external_target, Column::target, {text(texts_.target)});
    }
  }

  void check_columns() {
    ColumnMeaning const& columns = *target_.columns;
    if (columns.relation_unknown) {
      add(findings::relation_unknown, Column::relation, {text(texts_.relation)});
    }
    if (columns.measure_unknown) {
      add(findings::measure_unknown, Column::measure, {text(texts_.measure)});
    }
    if (columns.direction_unknown) {
      add(findings::direction_unknown, Column::direction, {text(texts_.direction)});
    }
    if (columns.qualitative && target_.asked.front().is_number()) {
      add(findings::qualitative_number, Column::target, {text(texts_.target) + text(texts_.measure)});
    }
  }

  void check_scale() {
    NameMeaning const& name = *target_.name;
    model::Reading const& reading = *target_.reading;
    bool const level = reading.kind == CellKind::level;
    bool const word = level || (reading.kind == CellKind::text && target_.columns->qualitative);
    if (!word) {
      return;
    }
    std::string const said = level ? reading.level : text(texts_.target);
    if (name.scale_twice && level) {
      add(findings::scale_defined_twice, Column::name, {said});
    } else if (!name.scale.empty()) {
      bool const known = std::any_of(name.scale.begin(), name.scale.end(),
                                     [&](DeclaredLevel const& each) { return each.level == said; });
      if (!known) {
        add(findings::level_not_in_scale, Column::target, {said, levels_of(name)});
      }
    } else if (target_.columns->qualitative) {
      add(level ? findings::scale_not_declared : findings::state_not_measured, Column::name, {said});
    }
  }

  /// Of rows that no level is declared for: a qualitative one is judged by its levels.
  void check_words() {
    model::Reading const& reading = *target_.reading;
    bool const words = reading.kind == CellKind::text || reading.kind == CellKind::status;
    if (!words || target_.columns->qualitative || !target_.name->scale.empty() || reading.external) {
      return;
    }
    std::string const said = bare_words(texts_.target);
    std::string const rest = vocabulary::without_vague(tools_.vocabulary, said);
    if (rest.size() < said.size()
        && tools_.vocabulary
               .foreign_words(rest, bare_words(texts_.name), target_.year, vocabulary::Beside::number)
               .empty()) {
      add(findings::target_not_measurable, Column::target, {text(texts_.target)});
    }
  }

  void check_number(Asked& asked) {
    if (asked.not_due) {
      Day const last = asked.days.to != 0 ? asked.days.to : asked.days.from;
      bool const part = target_.asked.size() > 1;
      std::vector<std::string> arguments{iso_text(last), std::to_string(target_.year)};
      if (part) {
        arguments.push_back(asked.label);
      }
      add(part ? findings::part_after_year : findings::deadline_after_year, Column::target,
          std::move(arguments));
    }
    bool const ends_before = asked.is_time() && target_.year != 0 && asked.days.to != 0
                             && asked.days.year_known() && year_of(asked.days.to) < target_.year;
    if (ends_before) {
      add(findings::deadline_before_year, Column::target,
          {iso_text(asked.days.to), std::to_string(target_.year), asked.reading->text}, asked.reading->span);
    }
    if (!asked.is_number()) {
      if (asked.contradicted) { // a month that may be another one
        add(findings::number_unclear, Column::target, {asked.reading->text}, asked.reading->span);
      }
      return;
    }
    if (asked.list_number || is_unclear_number(*asked.reading, asked.measure)) {
      add(findings::number_unclear, Column::target, {asked.reading->text}, asked.reading->span);
    }
    if (!asked.of_which.empty()) {
      add(findings::remark_not_scored, Column::target, {asked.reading->text, asked.of_which},
          asked.reading->span);
    }
    check_relation_column(asked);
    check_unit_column(asked);
    if (asked.value && asked.settled.relation) {
      check_meaning(asked, *asked.settled.relation);
    }
  }

private:
  static std::string text(std::string_view view) { return std::string(view); }

  static std::string levels_of(NameMeaning const& name) {
    std::string result;
    for (DeclaredLevel const& each : name.scale) {
      result += result.empty() ? "" : "/";
      result += each.level;
    }
    return result;
  }

  void add(diagnostic::Code code, Column column, std::vector<std::string> arguments,
           grammar::ByteSpan span = {}) {
    target_.findings.push_back({code, column, span, std::move(arguments)});
  }

  /// The number as the table says it, with its unit.
  [[nodiscard]] std::string printed(Asked const& asked) const {
    model::Reading const& reading = *asked.reading;
    std::string const number = reading.value.empty() ? reading.text : reading.value;
    return number + (reading.unit.empty() ? text(texts_.measure) : reading.unit);
  }

  void check_relation_column(Asked& asked) {
    ColumnMeaning const& columns = *target_.columns;
    std::optional<Relation> const cell = asked.reading->relation;
    bool const other = columns.relation && cell && *cell != *columns.relation && cell != Relation::about;
    if (other || (columns.relation && columns.relation != Relation::equal && asked.ends)) {
      asked.contradicted = true;
      add(findings::relation_disagrees, Column::relation, {text(texts_.relation), text(texts_.target)});
    }
    std::vector<model::CellFinding> const& found = asked.reading->findings;
    bool const opposed = std::any_of(found.begin(), found.end(), [](model::CellFinding const& each) {
      return each.code.id == grammar::notes::relation_conflict;
    });
    if (opposed && !cell) {
      asked.contradicted = true; // at least and at most at once
    }
    if (columns.relation_unknown && !cell && asked.value) {
      asked.contradicted = true; // it says something, perhaps the opposite of what would be supplied
    }
    if (columns.direction == Direction::none || !asked.settled.relation) {
      return;
    }
    // Of "= 100 %" the direction says on which side it is met: the name must not say the other one.
    bool const by_direction = *asked.settled.relation == Relation::equal || !(cell || columns.relation);
    vocabulary::NameHints const& hints = target_.name->hints;
    bool const opposite = columns.direction == Direction::negative ? wants_more(hints) : wants_less(hints);
    // "Growth of costs" may be named like a success.
    bool const changes = find_change(tools_.vocabulary, texts_.name).trend != vocabulary::Trend::none;
    if (by_direction && opposite && !changes) {
      asked.contradicted = true;
      add(findings::direction_against_name, Column::direction, {text(texts_.direction), text(texts_.name)});
      return;
    }
    Direction const own = direction_of(*asked.settled.relation);
    if (own != Direction::none && own != columns.direction) {
      asked.contradicted = true;
      std::string const relation = texts_.relation.empty() ? text(texts_.target) : text(texts_.relation);
      add(findings::direction_conflict, Column::direction, {text(texts_.direction), relation});
    }
  }

  void check_unit_column(Asked const& asked) {
    Measure const& column = target_.columns->measure;
    std::string const& cell = asked.reading->unit;
    if (!cell.empty() && column.unit != nullptr && asked.measure.unit != nullptr && !target_.compound
        && !same_family(column, asked.measure)) {
      add(findings::unit_disagrees, Column::measure, {text(texts_.measure), cell});
    }
    if (asked.measure.exponent != 0 && asked.reading->quantity
        && (asked.measure.unit == nullptr || asked.unit_origin == model::Origin::implied)) {
      bool const alone = cell.empty() ? target_.columns->measure.scale_alone() : true;
      if (alone) {
        add(findings::scale_word_alone, cell.empty() ? Column::measure : Column::target,
            {cell.empty() ? text(texts_.measure) : cell, asked.money ? "money" : "count"});
      }
    }
  }

  /// Units of one kind: a person may write 3 times beside a column of pieces by mistake, but not yuan
  /// beside a column of ten thousand yuan.
  [[nodiscard]] bool same_family(Measure const& left, Measure const& right) const {
    if (dimension(left) != dimension(right) || left.rate() != right.rate()) {
      return false;
    }
    return dimension(left) != Dimension::count
           || tools_.vocabulary.match_classifiers(left.unit->id, right.unit->id)
                  != vocabulary::ClassifierMatch::refused;
  }

  void check_meaning(Asked const& asked, Relation relation) {
    vocabulary::NameHints const& hints = target_.name->hints;
    Direction const direction = direction_of(relation);
    bool const printed_relation = asked.settled.relation_origin == model::Origin::printed;
    bool const against = (direction == Direction::positive && wants_less(hints))
                         || (direction == Direction::negative && wants_more(hints));
    if (printed_relation && against) {
      std::string const said = texts_.relation.empty() ? text(texts_.target) : text(texts_.relation);
      add(findings::relation_against_meaning, Column::relation, {said, text(texts_.name)});
    }
    if (target_.name->deviation_named_rate) {
      add(findings::deviation_named_rate, Column::name, {text(texts_.name)});
    }
    if (hints.ordinal && direction != Direction::none) {
      add(findings::ordinal_bound, Column::relation, {text(texts_.name), printed(asked)});
    }
    if (target_.name->per_period && dimension(asked.measure) == Dimension::count) {
      add(findings::per_period_count, Column::target, {text(texts_.name), printed(asked)});
    }
    bool const counts = dimension(asked.measure) == Dimension::count;
    if (relation == Relation::at_least
        && (asked.value->is_zero() || (counts && asked.value->sign() < 0))) { // -5 degrees ask for something
      add(findings::vacuous_target, Column::target, {printed(asked)});
    }
  }

  TargetTexts const& texts_;
  Tools const& tools_;
  Target& target_;
};

} // namespace

void check_target(TargetTexts const& texts, Tools const& tools, Target& target) {
  Checker checker(texts, tools, target);
  checker.check_cell();
  checker.check_columns();
  checker.check_scale();
  checker.check_words();
  for (Asked& asked : target.asked) {
    checker.check_number(asked);
  }
}

} // namespace jixiao::lowering
