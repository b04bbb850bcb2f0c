#include "engine/report/explain_more.hpp"

#include "engine/report/format.hpp"
#include "engine/report/report.hpp"
#include "engine/rulepack/better_actual.hpp"
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

  std::string comparison(model::Comparison const& comparison, model::Verdict const& verdict) {
    why_not(comparison, verdict);
    bool const by_score = &rulepack::rules_with(pack_, verdict.rule) == &pack_.score;
    rulepack::BetterActuals const better =
        by_score ? rulepack::better_actuals(pack_, comparison, verdict.share) : rulepack::BetterActuals{};
    if (better.more.kind == Kind::unknown && better.full.kind == Kind::unknown) {
      say("explain_change_unknown");
      return std::move(text_);
    }
    // What brings all points at once is said once.
    bool const same = better.more.kind == better.full.kind && better.more.actual == better.full.actual;
    if (!same) {
      target("explain_more_", better.more, comparison);
    }
    target("explain_full_", better.full, comparison);
    return std::move(text_);
  }

  std::string grade(model::ProjectEvaluation const& project) {
    model::Total const& total = project.total;
    if (!project.scored || project.grades.empty()) {
      return {};
    }
    if (!total.rebased.is_point()) {
      say("explain_grade_open", {points_set(total.rebased, pack_)});
    } else if (total.is_capped) {
      say("explain_grade_capped", {points(*total.rebased.low.value, pack_)});
    } else {
      settled_grade(*total.rebased.low.value, project.grades.front());
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

  void target(std::string const& id, BetterActual const& better, model::Comparison const& comparison) {
    static constexpr char const* kinds[] = {"unknown", "none", "every_bit", "reach", "beyond"};
    Rational const& now = *comparison.facts.number(model::NumberField::actual)->low.value;
    Rational const step = better.actual < now ? now - better.actual : better.actual - now;
    auto const shown = [&](Rational const& value) {
      return value.plain_text() + (comparison.unit == "1" ? "" : comparison.unit);
    };
    bool const point = better.kind == Kind::reach && better.share.is_point();
    say(id + kinds[static_cast<std::size_t>(better.kind)],
        {shown(better.actual), shown(step), point ? better.share.low.value->plain_text() : ""});
  }

  /// The least total that a report can show from `from` on.
  Rational least_shown(Rational const& from) const {
    return number::round(from, pack_.rounding.places, number::Rounding::ceiling).value_or(from);
  }

  void settled_grade(Rational const& total, std::string_view grade) {
    auto const own = std::find_if(pack_.grades.begin(), pack_.grades.end(),
                                  [&](rulepack::Grade const& each) { return each.id == grade; });
    if (own == pack_.grades.end()) {
      return;
    }
    say("explain_grade", {points(total, pack_), grade_name(pack_, own->id, language_)});
    if (pack_.rounding.mode == number::Rounding::never) {
      return say("explain_grade_unrounded", {own->from.plain_text()});
    }
    if (own != pack_.grades.begin()) {
      rulepack::Grade const& better = *std::prev(own);
      Rational const at = least_shown(better.from);
      say("explain_grade_up",
          {points(at - total, pack_), points(at, pack_), grade_name(pack_, better.id, language_)});
    }
    if (std::next(own) != pack_.grades.end()) {
      rulepack::Grade const& worse = *std::next(own);
      Rational unit = 1;
      for (std::int32_t place = 0; place < pack_.rounding.places; ++place) {
        unit = unit / Rational(10);
      }
      Rational const at = least_shown(own->from) - unit;
      say("explain_grade_down",
          {points(total - at, pack_), points(at, pack_), grade_name(pack_, worse.id, language_)});
    }
  }

  rulepack::RulePack const& pack_;
  vocabulary::Messages const& messages_;
  Language language_;
  std::string text_;
};

} // namespace

std::string why_not_more(model::Comparison const& comparison, model::Verdict const& verdict,
                         rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                         Language language) {
  bool const full = verdict.share.is_point() && *verdict.share.low.value == Rational(1);
  return full || verdict.rule.empty() ? std::string()
                                      : More(pack, messages, language).comparison(comparison, verdict);
}

std::string explain_grade(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
                          vocabulary::Messages const& messages, Language language) {
  return More(pack, messages, language).grade(project);
}

} // namespace jixiao::report
