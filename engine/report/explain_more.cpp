#include "engine/report/explain_more.hpp"

#include "engine/report/actual_words.hpp"
#include "engine/report/explain_light.hpp"
#include "engine/report/explain_moves.hpp"
#include "engine/report/format.hpp"
#include "engine/report/grade_distance.hpp"
#include "engine/report/report.hpp"
#include "engine/report/row_text.hpp"
#include "engine/rulepack/better_actual.hpp"
#include "engine/rulepack/better_answer.hpp"
#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/why_not.hpp"

#include <algorithm>

namespace jixiao::report {
namespace {

using number::Rational;
using rulepack::BetterActual;
using vocabulary::Language;
using Kind = BetterActual::Kind;

class More {
public:
  More(rulepack::RulePack const& pack, vocabulary::Messages const& messages, Language language)
      : pack_(pack), messages_(messages), language_(language) {}

  std::string comparison(model::Indicator const& indicator, model::Comparison const& comparison,
                         model::Verdict const& verdict) {
    ActualWords const words(indicator, comparison, messages_, language_);
    why_not(comparison, verdict);
    bool const by_score = &rulepack::rules_with(pack_, verdict.rule) == &pack_.score;
    if (by_score && reason(comparison, verdict)) {
      return std::move(text_); // another figure is not what is asked for
    }
    rulepack::BetterActuals const better =
        by_score ? rulepack::better_actuals(pack_, comparison, verdict.share) : rulepack::BetterActuals{};
    if (better.more.kind == Kind::unknown && better.full.kind == Kind::unknown) {
      if (!by_score || (!day(comparison, verdict) && !tier(comparison))) {
        say(jumps(comparison, verdict) ? "explain_change_jumps" : "explain_change_unknown");
      }
      return std::move(text_);
    }
    // What brings all points at once is said once.
    bool const same = better.more.kind == better.full.kind && better.more.actual == better.full.actual;
    if (!same) {
      target("explain_more_", better.more, comparison, words);
    }
    target("explain_full_", better.full, comparison, words);
    return std::move(text_);
  }

  std::string grade(model::ProjectEvaluation const& project) {
    GradeDistance const distance = grade_distance(project, pack_);
    number::Interval const& total = project.total.rebased;
    switch (distance.state) {
    case GradeDistance::State::none: break;
    case GradeDistance::State::open: say("explain_grade_open", {points_set(total, pack_)}); break;
    case GradeDistance::State::capped: say("explain_grade_capped", {points(*total.low.value, pack_)}); break;
    case GradeDistance::State::unrounded:
      grade_line(total, distance);
      say("explain_grade_unrounded", {distance.own->from.plain_text()});
      break;
    case GradeDistance::State::settled:
      grade_line(total, distance);
      step("explain_grade_up", distance.up);
      if (distance.most) {
        say("explain_grade_below_cap", {distance.most->plain_text()});
      }
      step("explain_grade_down", distance.down);
      break;
    }
    return std::move(text_);
  }

private:
  void say(std::string_view id, std::vector<std::string> const& arguments = {}) {
    text_ += messages_.text(id, language_, arguments) + "\n";
  }

  void why_not(model::Comparison const& comparison, model::Verdict const& verdict) {
    auto const failed = rulepack::why_not(rulepack::rules_with(pack_, verdict.rule), pack_.inputs,
                                          comparison.facts, *verdict.share.low.value);
    if (failed.empty()) {
      return;
    }
    say("explain_why_not");
    for (rulepack::FailedRule const& rule : failed) {
      std::string const& instead = rule.word.empty() ? rule.numbers : rule.word;
      say(instead.empty()     ? "explain_why_not_rule"
          : rule.word.empty() ? "explain_why_not_numbers"
                              : "explain_why_not_word",
          {std::string(rule.id), rule.condition, instead});
    }
  }

  /// That a reason would have earned more. False when it would not.
  bool reason(model::Comparison const& comparison, model::Verdict const& verdict) {
    auto const better = rulepack::share_with_reason(pack_, comparison, verdict.share);
    if (better) {
      say("explain_give_reason",
          {better->is_point() ? better->low.value->plain_text() : number::text(*better)});
    }
    return better.has_value();
  }

  /// The days that would have counted. False when they are not known.
  bool day(model::Comparison const& comparison, model::Verdict const& verdict) {
    auto const better = rulepack::better_day(pack_, comparison, verdict.share);
    if (!better) {
      return false;
    }
    std::string const late =
        better->late_least == better->late_most
            ? std::to_string(better->late_least)
            : std::to_string(better->late_least) + "~" + std::to_string(better->late_most);
    std::string const share =
        better->share.is_point() ? better->share.low.value->plain_text() : number::text(better->share);
    std::vector<std::string> const arguments{day_text(better->from), day_text(better->to), share, late};
    say(better->from == 0 ? "explain_day_until"
        : better->to == 0 ? "explain_day_from"
                          : "explain_days",
        arguments);
    if (better->late_most != 0) {
      say("explain_days_late", arguments);
    }
    return true;
  }

  /// One number against one number by a formula that rounds: it goes in steps, and between two of them
  /// nothing is gained.
  bool jumps(model::Comparison const& comparison, model::Verdict const& verdict) const {
    bool const numbers = comparison.facts.truth(model::TruthField::quantity) == model::Truth::yes
                         && comparison.facts.word(model::WordField::position)
                                == static_cast<std::uint8_t>(model::Position::point);
    return numbers && std::any_of(pack_.score.begin(), pack_.score.end(), [&](rulepack::Rule const& rule) {
             return rule.id == verdict.rule && rule.share_text.find("round(") != std::string::npos;
           });
  }

  /// The next better tier. False for what is no level.
  bool tier(model::Comparison const& comparison) {
    auto const better = rulepack::better_tier(pack_, comparison);
    if (!better) {
      return false;
    }
    auto const named = [&](model::LevelVerdict level) {
      return messages_.text("tier_" + std::string(model::name(level)), language_);
    };
    if (better->tier == model::LevelVerdict::none) {
      say("explain_tier_best", {named(better->now), number::text(better->share)});
    } else {
      say("explain_tier_next", {named(better->tier), number::text(better->share)});
    }
    return true;
  }

  void target(std::string const& id, BetterActual const& better, model::Comparison const& comparison,
              ActualWords const& words) {
    static constexpr char const* kinds[] = {"unknown", "none", "every_bit", "reach", "beyond"};
    Rational const& now = *comparison.facts.number(model::NumberField::actual)->low.value;
    Rational const step = better.actual < now ? now - better.actual : better.actual - now;
    bool const point = better.kind == Kind::reach && better.share.is_point();
    bool const limited = better.kind == Kind::none && better.limited;
    say(id + kinds[static_cast<std::size_t>(better.kind)] + (limited ? "_limited" : ""),
        {words.value(better.actual), words.distance(step),
         point ? better.share.low.value->plain_text() : ""});
  }

  void grade_line(number::Interval const& total, GradeDistance const& distance) {
    say("explain_grade", {points(*total.low.value, pack_), grade_name(pack_, distance.own->id, language_)});
  }

  void step(std::string_view id, std::optional<GradeStep> const& step) {
    if (step) {
      say(id, {points(step->points, pack_), points(step->at, pack_),
               grade_name(pack_, step->grade->id, language_)});
    }
  }

  rulepack::RulePack const& pack_;
  vocabulary::Messages const& messages_;
  Language language_;
  std::string text_;
};

} // namespace

std::optional<number::Interval> own_rounding(model::ScoredIndicator const& scored,
                                             rulepack::RulePack const& pack) {
  if (!row_counts(scored) || pack.rounding.mode == number::Rounding::never) {
    return std::nullopt;
  }
  number::Interval own = scored.exact;
  bool differs = false;
  for (auto const end : {&number::Interval::low, &number::Interval::high}) {
    auto const& shown = (scored.score.*end).value;
    auto& exact = (own.*end).value;
    if (!shown || !exact) {
      return std::nullopt;
    }
    exact = number::round(*exact, pack.rounding.places, pack.rounding.mode);
    differs = differs || (exact != shown && *shown != scored.weight);
  }
  return differs ? std::optional(std::move(own)) : std::nullopt;
}

bool is_ratio(model::Comparison const& comparison) {
  return comparison.unit == "1"
         && comparison.facts.word(model::WordField::dimension)
                == static_cast<std::uint8_t>(model::Dimension::ratio);
}

std::string amount_text(Rational const& value, model::Comparison const& comparison,
                        vocabulary::Messages const& messages, Language language) {
  struct Unit {
    std::int64_t seconds;
    char const* id;
  };
  bool const is_time = comparison.unit == "\xE7\xA7\x92"; // seconds, in which times are compared
  for (Unit const& unit :
       {Unit{86400, "explain_days_of"}, Unit{3600, "explain_hours_of"}, Unit{60, "explain_minutes_of"}}) {
    Rational const count = value / Rational(unit.seconds);
    if (is_time && !value.is_zero() && number::round(count, 0, number::Rounding::floor) == count) {
      return messages.text(unit.id, language, std::vector<std::string>{count.plain_text()});
    }
  }
  return value.plain_text() + (comparison.unit == "1" ? "" : comparison.unit);
}

std::string why_not_more(model::Indicator const& indicator, std::size_t comparison,
                         model::Verdict const& verdict, rulepack::RulePack const& pack,
                         vocabulary::Messages const& messages, Language language) {
  bool const full = verdict.share.is_point() && *verdict.share.low.value == Rational(1);
  if (full || verdict.rule.empty() || comparison >= indicator.comparisons.size()) {
    return {};
  }
  return More(pack, messages, language).comparison(indicator, indicator.comparisons[comparison], verdict);
}

std::string explain_grade(model::ProjectEvaluation const& project, model::GradeMoves const& moves,
                          rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                          Language language) {
  return explain_execution_light(project, pack, messages, language)
         + More(pack, messages, language).grade(project)
         + explain_moves(project, moves, pack, messages, language);
}

} // namespace jixiao::report
