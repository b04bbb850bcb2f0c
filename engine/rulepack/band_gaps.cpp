// Two rules of one pack that take the low and the high end of a figure, with a piece between them that
// neither takes and that an inherited rule decides: mostly a slip in a bound.
#include "engine/rulepack/case_walk.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::rulepack {
namespace {

using model::Truth;

class BandGaps {
public:
  BandGaps(std::vector<Rule> const& rules, RuleKind kind, std::string_view author)
      : rules_(rules), author_(author), space_(programs_of(rules), kind) {}

  diagnostic::Diagnostics run() {
    for (Rule const& rule : rules_) {
      if (rule.from_pack == author_ && rule.when_text != "false" && rule.when_text != "true") {
        own_.push_back(&rule);
      }
    }
    for (std::size_t at = 1; at < own_.size(); ++at) {
      for (std::size_t before = at; before-- > 0;) {
        compare(*own_[before], *own_[at]);
      }
    }
    return std::move(findings_);
  }

private:
  struct Gap {
    std::vector<Rule const*> deciding; ///< inherited
    std::string example;

    [[nodiscard]] bool found() const { return !deciding.empty(); }
    [[nodiscard]] std::string ids() const {
      std::string text;
      for (Rule const* const rule : deciding) {
        text += (text.empty() ? "" : ", ") + rule->id;
      }
      return text;
    }
  };

  void compare(Rule const& first, Rule const& second) {
    for (Variable const band : space_.figures()) {
      if (!asks(*first.when, band) || !asks(*second.when, band)) {
        continue;
      }
      for (std::vector<std::size_t> const& line : space_.lines(band)) {
        Case nothing;
        Gap const gap = find(first, second, band, line, nothing);
        if (gap.found()) {
          findings_.push_back(diagnostic::make(findings::rules_band_gap, second.when->where,
                                               {first.id, second.id, gap.ids(), gap.example}));
          return;
        }
      }
    }
  }

  static bool asks(Program const& program, Variable figure) { return program.mentions_of[figure.field] != 0; }

  /// Settles what the two ask beside the figure, and looks along the line of the figure.
  Gap find(Rule const& first, Rule const& second, Variable band, std::vector<std::size_t> const& line,
           Case& given) {
    if (evaluations_ > evaluation_limit) {
      return {};
    }
    for (Rule const* const rule : {&first, &second}) {
      if (auto const open = space_.open_question_but(*rule->when, given, band)) {
        Gap found;
        split(space_, given, *open,
              [&] { found = found.found() ? found : find(first, second, band, line, given); });
        return found;
      }
    }
    return along(first, second, band, line, given);
  }

  /// Another rule of the pack that certainly takes the case and asks the figure, too.
  Rule const* third(Variable band, Case const& given) {
    auto const found = std::find_if(own_.begin(), own_.end(), [&](Rule const* each) {
      return asks(*each->when, band) && ask(*each->when, given).truth == Truth::yes;
    });
    return found == own_.end() ? nullptr : *found;
  }

  /// Which of the two takes each piece of the line, or another rule of the pack; null for none.
  std::vector<Rule const*> takers(Rule const& first, Rule const& second, Variable band,
                                  std::vector<std::size_t> const& line, Case& given) {
    std::vector<Rule const*> taken;
    for (std::size_t const choice : line) {
      space_.settle(given, band, choice);
      evaluations_ += 2;
      bool const occurs = space_.can_occur(given);
      taken.push_back(occurs && ask(*first.when, given).truth != Truth::no    ? &first
                      : occurs && ask(*second.when, given).truth != Truth::no ? &second
                                                                              : nullptr);
    }
    return taken;
  }

  /// What lies exactly at the target belongs to the rule for rows that are met.
  static bool is_target(Case const& given) {
    auto const& actual = given.facts.number(model::NumberField::actual);
    auto const& target = given.facts.number(model::NumberField::target);
    return actual && target && SetDomain::equal(*actual, *target) == Truth::yes;
  }

  Gap along(Rule const& first, Rule const& second, Variable band, std::vector<std::size_t> const& line,
            Case& given) {
    std::vector<Rule const*> const taken = takers(first, second, band, line, given);
    Gap gap;
    Rule const* below = nullptr; // the rule whose piece was the last
    std::size_t from = 0;
    for (std::size_t at = 0; at < taken.size() && !gap.found(); ++at) {
      if (taken[at] == nullptr) {
        continue;
      }
      bool const of_the_two =
          (below == &first && taken[at] == &second) || (below == &second && taken[at] == &first);
      if (of_the_two) {
        gap = between(band,
                      {line.begin() + static_cast<std::ptrdiff_t>(from),
                       line.begin() + static_cast<std::ptrdiff_t>(at)},
                      given);
      }
      below = taken[at];
      from = at + 1;
    }
    space_.reopen(given, band);
    return gap;
  }

  /// The first stretch of `pieces` that inherited rules decide, all of it the same ones.
  Gap between(Variable band, std::vector<std::size_t> const& pieces, Case& given) {
    Gap gap;
    std::optional<number::Interval> stretch;
    for (std::size_t const piece : pieces) {
      space_.settle(given, band, piece);
      std::vector<Rule const*> deciding;
      if (space_.can_occur(given) && !is_target(given)) {
        Case inside = given;
        add_deciding(0, inside, deciding);
      }
      if (gap.found() && deciding != gap.deciding) {
        break;
      }
      if (!deciding.empty()) {
        auto& figure = given.facts.numbers[band.field];
        stretch = stretch ? number::hull(*stretch, *figure) : *figure;
        figure = stretch;
        gap = {std::move(deciding), space_.text(given)};
      }
    }
    return gap;
  }

  /// Adds the inherited rules that decide inside `given`.
  void add_deciding(std::size_t at, Case& given, std::vector<Rule const*>& deciding) {
    for (; at < rules_.size() && evaluations_ <= evaluation_limit; ++at) {
      ++evaluations_;
      Program const& when = *rules_[at].when;
      Truth const truth = ask(when, given).truth;
      auto const open = truth == Truth::unknown ? space_.open_question(when, given) : std::nullopt;
      if (open) {
        split(space_, given, *open, [&] { add_deciding(at, given, deciding); });
        return;
      }
      if (truth == Truth::yes) {
        bool const known = std::find(deciding.begin(), deciding.end(), &rules_[at]) != deciding.end();
        if (rules_[at].from_pack != author_ && !known) {
          deciding.push_back(&rules_[at]);
        }
        return;
      }
    }
  }

  std::vector<Rule> const& rules_;
  std::string_view author_;
  std::vector<Rule const*> own_;
  CaseSpace space_;
  std::uint32_t evaluations_ = 0;
  diagnostic::Diagnostics findings_;
};

} // namespace

diagnostic::Diagnostics check_band_gaps(std::vector<Rule> const& rules, std::string_view author,
                                        bool of_execution) {
  return BandGaps(rules, of_execution ? RuleKind::execution : RuleKind::score, author).run();
}

} // namespace jixiao::rulepack
