#include "engine/report/explain_light.hpp"
#include "engine/report/explain_more.hpp"
#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/headline.hpp"
#include "engine/report/question_text.hpp"
#include "engine/report/report.hpp"
#include "engine/report/row_text.hpp"
#include "engine/report/tried_rules.hpp"
#include "engine/report/width.hpp"
#include "engine/rulepack/evaluate.hpp"

namespace jixiao::report {
namespace {

using vocabulary::Language;

/// One number when it is one, else both ends as a set.
std::string set_text(number::Interval const& value) {
  return value.is_point() ? value.low.value->plain_text() : number::text(value);
}

/// Builds the explanation line by line; every sentence is a message with arguments.
class Explanation {
public:
  Explanation(rulepack::RulePack const& pack, diagnostic::SourceTable const& sources,
              vocabulary::Messages const& messages, Language language)
      : pack_(pack), sources_(sources), messages_(messages), language_(language) {}

  std::string text(model::ProjectEvaluation const& project, std::size_t index) {
    model::ScoredIndicator const& scored = project.indicators[index];
    model::Indicator const& indicator = scored.indicator;
    say("explain_title",
        {std::to_string(indicator.row), printable(indicator.level1), printable(indicator.level2),
         printable(row_name(indicator, messages_, language_)), place_text(indicator.place, sources_)});
    reading("explain_target", target_text(indicator), *indicator.target);
    reading("explain_actual", indicator.actual_text, *indicator.actual);
    std::string const origin = label("weight_" + std::string(model::name(scored.weight_origin)));
    say("explain_weight", {weight_cell(scored, pack_), origin});
    for (std::size_t i = 0; i < scored.verdicts.size(); ++i) {
      comparison(indicator, i, scored.verdicts[i], scored.verdicts.size() > 1 ? i + 1 : 0);
      if (!scored.judgement) { // what a person has decided no other actual changes
        text_ += why_not_more(indicator, i, scored.verdicts[i], pack_, messages_, language_);
      }
    }
    score(scored, project.scored);
    owed(project, indicator.row);
    text_ += explain_light(project, index, pack_, messages_, language_);
    if (!indicator.key.empty()) {
      say("explain_judgement_key", {printable(indicator.key), indicator.digest});
    }
    for (auto const* list : {&indicator.findings, &scored.findings}) {
      for (diagnostic::Diagnostic const& each : *list) {
        line("  " + finding_text(each, sources_, messages_, language_, scored.indicator.place.source));
      }
    }
    return escaped(text_); // packs come from strangers
  }

private:
  std::string label(std::string_view id, std::vector<std::string> const& arguments = {}) const {
    return messages_.text(id, language_, arguments);
  }
  void line(std::string_view text) { text_.append(text) += '\n'; }
  void say(std::string_view id, std::vector<std::string> const& arguments = {}) {
    line(label(id, arguments));
  }

  void reading(std::string_view id, std::string const& printed, model::Reading const& reading) {
    say(id, {printable(printed), label("kind_" + std::string(model::name(reading.kind)))});
    if (reading.relation) {
      say("explain_relation", {label("relation_" + std::string(model::name(*reading.relation)))});
    }
    if (reading.quantity) {
      quantity(reading);
    }
    if (reading.ends) {
      say("explain_range", {number::text(*reading.ends)});
    }
    if (!reading.from.empty() || !reading.to.empty()) {
      say(reading.from.empty() ? "explain_date_until" : "explain_dates", {reading.from, reading.to});
    }
    if (reading.implied && !reading.implied->because.empty()) {
      say("explain_implied", {label(reading.implied->because, reading.implied->arguments)});
      if (reading.implied->relation) {
        say("explain_implied_relation",
            {label("relation_" + std::string(model::name(*reading.implied->relation)))});
      }
      if (!reading.implied->unit.empty()) {
        say("explain_implied_unit", {printable(reading.implied->unit)});
      }
    }
    for (model::Reading const& part : reading.parts) {
      std::string const words = part.value.empty() ? part.level : part.value + part.unit;
      say("explain_part",
          {printable(part.text), label("kind_" + std::string(model::name(part.kind))), words});
    }
  }

  /// The value as written and, where that says more, in the unit in which it is compared.
  void quantity(model::Reading const& reading) {
    model::Quantity const& quantity = *reading.quantity;
    std::string const base = quantity.value.plain_text();
    if (!quantity.unit_known) {
      return say("explain_quantity_bare", {with_unit(reading.value, printable(reading.unit))});
    }
    bool const converted = base != reading.value || quantity.unit != reading.unit;
    say(converted ? "explain_quantity_converted" : "explain_quantity",
        {with_unit(reading.value, printable(reading.unit)), with_unit(base, quantity.unit)});
  }

  /// "96.5%", "660 minutes", and of a ratio in its base unit the number alone.
  static std::string with_unit(std::string const& value, std::string const& unit) {
    return unit == "1" ? value : value + unit;
  }

  /// A figure in the unit in which it is compared, time in days or hours.
  std::string amount(number::Interval const& value, model::Comparison const& comparison) const {
    return value.is_point() ? amount_text(*value.low.value, comparison, messages_, language_)
                            : with_unit(set_text(value), comparison.unit);
  }

  /// What the row asks where no relation says it: both ends of a range, else the figure.
  std::string asked(model::Indicator const& indicator, model::Comparison const& comparison) const {
    auto const& ends = indicator.target->ends;
    number::Interval const& target = *comparison.facts.number(model::NumberField::target);
    bool const both = indicator.comparisons.size() == 1 && ends && ends->low.value && ends->high.value;
    return both ? ends->low.value->plain_text() + "~"
                      + amount(number::Interval::point(*ends->high.value), comparison)
                : amount(target, comparison);
  }

  void comparison(model::Indicator const& indicator, std::size_t index, model::Verdict const& verdict,
                  std::size_t part) {
    model::Comparison const& comparison = indicator.comparisons[index];
    if (part != 0) {
      say("explain_comparison_part", {std::to_string(part), printable(comparison.label)});
    }
    auto const& target = comparison.facts.number(model::NumberField::target);
    auto const& actual = comparison.facts.number(model::NumberField::actual);
    bool const held = comparison.facts.truth(model::TruthField::suspect) != model::Truth::yes;
    if (target && actual && held) {
      if (comparison.relation) {
        say(comparison.relation_origin == model::Origin::implied ? "explain_compared_implied"
                                                                 : "explain_compared",
            {amount(*actual, comparison), label("relation_" + std::string(model::name(*comparison.relation))),
             amount(*target, comparison)});
      } else {
        say("explain_compared_alone", {amount(*actual, comparison), asked(indicator, comparison)});
      }
    }
    say("explain_evidence",
        {std::string(verdict.evidence), label("evidence_" + std::string(verdict.evidence))});
    if (!verdict.rule.empty()) {
      text_ += tried_rules_text(
          rulepack::explain_rules(rulepack::rules_with(pack_, verdict.rule), comparison.facts), messages_,
          language_);
    }
    say("explain_share", {set_text(verdict.share)});
  }

  void score(model::ScoredIndicator const& scored, bool project_scored) {
    if (scored.judgement) {
      line("  " + printable(judgement_text(scored, messages_, language_)));
      say("explain_judged");
    }
    if (row_counts(scored) && project_scored) {
      say("explain_score", {set_text(scored.share), scored.weight.plain_text(), set_text(scored.exact),
                            points(scored.score, pack_)});
    } else {
      say("explain_no_score");
    }
    apportioned(scored, project_scored);
    say("explain_status", {status_text(scored, messages_, language_)});
    if (scored.indicator.claimed) {
      claimed(scored);
    }
  }

  /// What would settle an open row, as the queue asks for it.
  void owed(model::ProjectEvaluation const& project, std::uint32_t row) {
    for (model::QueueItem const& item : project.queue) {
      if (item.row == row) {
        say("explain_owed",
            {stake_cell(item, pack_), question_text(project, item, pack_, messages_, language_)});
      }
    }
  }

  void apportioned(model::ScoredIndicator const& scored, bool project_scored) {
    auto const own = project_scored ? own_rounding(scored, pack_) : std::nullopt;
    if (own) {
      say("explain_apportioned", {points(*own, pack_), points(scored.score, pack_)});
    }
  }

  void claimed(model::ScoredIndicator const& scored) {
    std::string const number = scored.indicator.claimed->plain_text();
    if (scored.difference) {
      line("  " + printable(claim_text(scored, pack_, messages_, language_)));
    } else {
      bool const agrees = row_counts(scored) && scored.score.is_point();
      say(agrees ? "explain_claimed_agrees" : "explain_claimed", {number});
    }
  }

  rulepack::RulePack const& pack_;
  diagnostic::SourceTable const& sources_;
  vocabulary::Messages const& messages_;
  Language language_;
  std::string text_;
};

} // namespace

std::string explain_row(model::ProjectEvaluation const& project, std::size_t index,
                        rulepack::RulePack const& pack, diagnostic::SourceTable const& sources,
                        vocabulary::Messages const& messages, Language language) {
  return Explanation(pack, sources, messages, language).text(project, index);
}

} // namespace jixiao::report
